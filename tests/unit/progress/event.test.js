import test from "node:test";
import assert from "node:assert/strict";
import { fault, make } from "../../../src/kontuar/progress/event.js";
import { answer, done, event, reset, start, submit } from "./samples.js";

const SOUND = [
  answer(1, "b/q"),
  answer(1, "b/q", { answer: null }),
  done(1, "m/l"),
  start(1, "m"),
  submit(2, start(1, "m")),
  reset(1, "all"),
];

/**
 * @param {object} one
 * @param {string} field
 */
function without(one, field) {
  return Object.fromEntries(Object.entries(one).filter(([name]) => name !== field));
}

test("every kind of event is sound as it is sent", () => {
  const draft = event(1, "answer", "b/q", { paper: "uid", hash: "h1", answer: ["a"] });
  for (const one of [...SOUND, draft]) assert.equal(fault(one), "");
});

test("no event is sound without one of the fields it needs", () => {
  for (const one of SOUND) {
    for (const field of Object.keys(one)) {
      if (field !== "answer") assert.equal(fault(without(one, field)), "broken", `${one.kind} without ${field}`);
    }
  }
});

test("a field of another type is a fault", () => {
  const wrong = [
    answer(1, "b/q", { points: "1" }),
    answer(1, "b/q", { max: NaN }),
    answer(1, "b/q", { hash: 5 }),
    answer(1.5, "b/q"),
    start(1, "m", { questions: {} }),
    start(1, "m", { questions: ["m/q"] }),
    start(1, "m", { questions: [null] }),
    submit(2, start(1, "m"), { answers: null }),
    submit(2, start(1, "m"), { answers: "a" }),
    submit(2, start(1, "m"), { results: { "m/q": { points: "1", max: 1, hash: "h1" } } }),
    submit(2, start(1, "m"), { results: [null] }),
  ];
  for (const one of wrong) assert.equal(fault(one), "broken", JSON.stringify(one));
});

test("what is no event at all is a fault, not an error", () => {
  const values = [undefined, null, 5, "text", [], {}, { v: 1 }, { v: "1" }];
  for (const value of values) assert.equal(fault(value), "broken");
});

test("an event of an unknown kind is sound: a later version may count it", () => {
  for (const kind of ["badge", "constructor", "__proto__"]) assert.equal(fault(event(1, kind, "x")), "");
});

test("an event of a newer version is told apart from a broken one", () => {
  assert.equal(fault({ ...answer(1, "b/q"), v: 2 }), "newer");
  assert.equal(fault({ v: 2, whatever: "it may hold" }), "newer");
});

test("an event is made with a version, an id of its own and the time", () => {
  const before = Date.now();
  const made = make({ kind: "lesson-done", id: "m/l" }, 0);
  assert(made.at >= before && made.at <= Date.now());
  assert.equal(made.v, 1);
  assert.notEqual(made.uid, make({ kind: "lesson-done", id: "m/l" }, 0).uid);
});

test("an event is later than the newest one, even if the clock was set back", () => {
  const newest = Date.now() + 86_400_000;
  assert.equal(make({ kind: "lesson-done", id: "m/l" }, newest).at, newest + 1);
});

test("what lacks a field is not made into an event", () => {
  assert.throws(() => make({ kind: "answer", id: "b/q" }, 0), TypeError);
});

test("a body can't choose its own uid, time or version", () => {
  const made = make({ kind: "lesson-done", id: "m/l", uid: "mine", at: 5, v: 9 }, 0);
  assert.notEqual(made.uid, "mine");
  assert.notEqual(made.at, 5);
  assert.equal(made.v, 1);
});
