import assert from "node:assert/strict";
import { test } from "node:test";

import { completed } from "../../../src/kontuar/certificates/award.js";
import { read } from "../../../src/kontuar/certificates/evidence.js";
import { made } from "../../../src/kontuar/certificates/made.js";
import { fold } from "../../../src/kontuar/progress/fold.js";
import { done, event, start, submit } from "../progress/samples.js";

const outline = {
  required: ["m"],
  modules: [
    { id: "m", title: "M", lessons: [{ id: "m/one", title: "One", url: "" }], test: { id: "m", url: "", mark: 50 } },
    { id: "n", title: "N", lessons: [{ id: "n/one", title: "One", url: "" }], test: { id: "n", url: "", mark: 50 } },
  ],
  exam: { id: "exam", url: "", mark: 50, required: true },
  talks: { need: 1, ids: ["late", "early"], url: "" },
};
const about = { course: "c", version: "0123456789", minutes: 5, now: 90_000 };
const asked = { questions: [{ id: "m/b", hash: "bb" }, { id: "m/a", hash: "aa" }] };
const [own, exam, other] = [start(1000, "m", asked), start(3000, "exam", asked), start(1000, "n", asked)];
const full = { answers: { "m/a": ["x"] }, points: 1, max: 2, pass: 50, results: { "m/a": { points: 1, max: 1, hash: "aa" } } };
const talk = (/** @type {number} */ at, /** @type {string} */ id) =>
  event(at, "scene", id, { hash: "dd", play: id, moves: ["a"], ending: "kept", outcome: "success", points: 1, max: 3 });
const state = fold([
  done(2000, "m/one"), done(99_000, "n/one"), own, submit(2500, own, full), exam, submit(4000, exam, full),
  other, submit(80_000, other, full), talk(5000, "early"), talk(70_000, "late"), submit(60_000, start(60_000, "m"), { points: 0 }),
]);

test("the file holds what the certificate asks for, and nothing of other modules or failed attempts", () => {
  const { evidence, sound } = read(made(outline, state, { ...about, name: "Łucja" }));
  assert.equal(sound, true);
  assert.deepEqual([evidence.modules, evidence.lessons], [["m"], [{ id: "m/one", done: "1970-01-01T00:00:02Z" }]]);
  assert.deepEqual(evidence.papers.map(({ id, points }) => [id, points]), [["m", 1], ["exam", 1]]);
  assert.deepEqual(evidence.dialogues.map(({ id, moves }) => [id, moves]), [["late", ["a"]], ["early", ["a"]]]);
  assert.deepEqual([evidence.name, evidence.made], ["Łucja", "1970-01-01T00:01:30Z"]);
});

test("questions stand as they were asked, with null for no answer, and without points that are not known", () => {
  const { evidence } = read(made(outline, state, about));
  assert.deepEqual(evidence.papers[0].questions, [
    { id: "m/b", hash: "bb", answer: null },
    { id: "m/a", hash: "aa", answer: ["x"], points: 1, max: 1 },
  ]);
  assert.deepEqual([evidence.papers[0].started, evidence.papers[0].submitted], ["1970-01-01T00:00:01Z", "1970-01-01T00:00:02Z"]);
  assert.equal("name" in evidence, false);
});

test("the day is that of the last condition: no more talks count than are asked for", () => {
  assert.equal(completed(outline, state), 5000);
  assert.equal(completed({ ...outline, talks: undefined }, state), 4000);
  assert.equal(completed({ ...outline, talks: undefined, exam: undefined }, state), 2500);
});

test("the same progress gives the same file", () => {
  assert.equal(made(outline, state, about), made(outline, state, about));
});

test("a clock set to the year 20000 gives a file that can be read", () => {
  const late = fold([done(6e14, "m/one"), own, submit(2500, own, full), exam, submit(4000, exam, full)]);
  assert.equal(read(made(outline, late, about)).evidence.completed, "9999-01-01T00:00:00Z");
});
