import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../../src/kontuar/progress/fold.js";
import { mastery } from "../../../src/kontuar/progress/objectives.js";
import { overall } from "../../../src/kontuar/progress/standing.js";
import { today } from "../../../src/kontuar/progress/today.js";
import { answer, done, event, start, submit, talk } from "./samples.js";

const DAY = 86_400_000;
const noon = new Date(2026, 9, 1, 12).getTime();
const overview = {
  modules: [
    {
      ...{ id: "m", number: 1, title: "M", url: "m/" },
      lessons: [{ id: "m/one", title: "One", url: "m/one/", minutes: 5 }, { id: "m/two", title: "Two", url: "m/two/", minutes: 8 }],
      test: { id: "m", url: "m/test/", mark: 80 },
    },
  ],
  exam: { id: "exam", url: "exam/", mark: 80 },
  ...{ certificate: "certificate/", required: ["m"], review: "review/" },
  dialogues: [{ id: "d", title: "D", url: "d/", endings: ["kept", "lost"] }],
  questions: { b: "q1 q2" },
};
const said = (/** @type {import("./samples.js").Event[]} */ ...events) => today(overview, fold(events), noon + DAY);

test("a first visit has nothing for today", () => {
  assert.deepEqual(said(), []);
});

test("what was answered wrongly yesterday is for today, unless the course no longer has the question", () => {
  const wrong = { points: 0 };
  const events = [answer(noon, "b/q1", wrong), answer(noon + 1, "b/gone", wrong), answer(noon + 2, "b/q2")];
  assert.deepEqual(said(...events), [{ kind: "review", title: "", url: "review/", n: 1 }]);
  assert.deepEqual(today(overview, fold(events), noon), [], "not on the same day");
});

test("open papers and open talks wait to be finished, finished ones do not", () => {
  const [paper, exam] = [start(1, "m"), start(2, "exam")];
  const moves = [talk(3, "d", ["x"], { ending: "kept", outcome: "success" }), talk(4, "d", ["y"], { play: "second" })];
  assert.deepEqual(said(paper, exam, ...moves), [
    { kind: "exam", title: "", url: "exam/", n: 0 },
    { kind: "test", title: "M", url: "m/test/", n: 0 },
    { kind: "talk", title: "D", url: "d/", n: 1, all: 2 },
  ]);
  assert.deepEqual(said(paper, submit(5, paper), ...moves.slice(0, 1)), []);
});

test("the steps of a course are its lessons, its tests and the exam", () => {
  assert.deepEqual(overall(overview, fold([])), { done: 0, all: 4, minutesLeft: 13 });
  const paper = start(2, "m");
  assert.deepEqual(overall(overview, fold([done(1, "m/one"), paper, submit(3, paper)])), { done: 2, all: 4, minutesLeft: 8 });
  assert.equal(overall(overview, fold([event(4, "test-submit", "exam", submit(4, start(1, "exam")))])).done, 1);
});

const log = (/** @type {number[]} */ ...points) => points.map((earned, at) => ({ at, points: earned, max: 1, hash: "h" }));

test("an objective is known by the last answer to each of its questions", () => {
  const ids = ["b/1", "b/2", "b/3", "b/4", "b/5"];
  assert.equal(mastery(ids, {}), null);
  assert.deepEqual(mastery(ids, { "b/1": log(0, 1), "b/2": log(1) }), { right: 2, answered: 2, strong: true });
  assert.deepEqual(mastery(ids, { "b/1": log(1), "b/2": log(1, 0.5) }), { right: 1, answered: 2, strong: false });
  const four = Object.fromEntries(ids.map((id, place) => [id, log(place ? 1 : 0)]));
  assert.deepEqual(mastery(ids, four), { right: 4, answered: 5, strong: true }, "80 % is enough");
});

test("one answer is luck, unless there is just one question; an answer that was shown is none", () => {
  assert.deepEqual(mastery(["b/1", "b/2"], { "b/1": log(1) }), { right: 1, answered: 1, strong: false });
  assert.deepEqual(mastery(["b/1"], { "b/1": log(1) }), { right: 1, answered: 1, strong: true });
  const shown = [{ at: 1, points: 1, max: 1, hash: "h", shown: true }];
  assert.deepEqual(mastery(["b/1"], { "b/1": shown }), { right: 0, answered: 1, strong: false });
  assert.equal(mastery(["b/1"], { "b/1": [{ at: 1, points: 0, max: 0, hash: "h" }] }), null, "reflection is not scored");
});
