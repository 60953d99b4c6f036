import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../../src/kontuar/progress/fold.js";
import { begun, next, standing } from "../../../src/kontuar/progress/standing.js";

const lesson = (/** @type {string} */ id, minutes = 5) => ({ id, title: id, url: `${id}/`, minutes });
const module = (/** @type {string} */ id, number = 1) => ({
  ...{ id, number, title: id.toUpperCase(), url: `${id}/` },
  lessons: [lesson(`${id}/one`), lesson(`${id}/two`, 8)],
  test: { id, url: `${id}/test/`, mark: 50 },
});
const outline = { modules: [module("a"), module("b", 2)], certificate: "certificate/", required: ["a", "b"] };

let clock = 0;
/** @param {{kind: string, id: string, [field: string]: any}} body */
const event = (body) => ({ v: 1, uid: `u${++clock}`, at: clock, ...body });
const done = (/** @type {string} */ id) => event({ kind: "lesson-done", id });
const passed = (/** @type {string} */ id, points = 4) =>
  event({ kind: "test-submit", id, paper: `p-${id}`, seed: "s", attempt: 1, version: "v", answers: {}, points, max: 4, pass: 50 });

test("a fresh learner starts with the first lesson", () => {
  const state = fold([]);
  assert.equal(begun(state), false);
  assert.deepEqual([next(outline, state).kind, next(outline, state).url], ["lesson", "a/one/"]);
});

test("a half-way learner goes on with the first lesson left, and sees the minutes left", () => {
  const state = fold([done("a/one")]);
  assert.equal(next(outline, state).url, "a/two/");
  assert.deepEqual({ ...standing(outline.modules[0], state) }, { done: 1, all: 2, minutesLeft: 8, share: null, passed: false, complete: false });
});

test("after the lessons comes the module's test, then the next module, at last the certificate", () => {
  const first = [done("a/one"), done("a/two")];
  assert.deepEqual(next(outline, fold(first)), { kind: "test", title: "A", url: "a/test/" });
  assert.equal(next(outline, fold([...first, passed("a")])).url, "b/one/");
  const all = [...first, passed("a"), done("b/one"), done("b/two"), passed("b")];
  assert.deepEqual(next(outline, fold(all)), { kind: "certificate", title: "", url: "certificate/" });
});

test("an exam stands between the last module and the certificate", () => {
  const withExam = { ...outline, exam: { id: "exam", url: "exam/", mark: 50 } };
  const all = [done("a/one"), done("a/two"), passed("a"), done("b/one"), done("b/two"), passed("b")];
  assert.deepEqual(next(withExam, fold(all)), { kind: "exam", title: "", url: "exam/" });
  assert.equal(next(withExam, fold([...all, passed("exam", 1)])).kind, "exam");
  assert.equal(next(withExam, fold([...all, passed("exam")])).kind, "certificate");
  assert.equal(next(withExam, fold([passed("exam")])).kind, "lesson");
});

test("a failed test shows its result and stays the next step", () => {
  const state = fold([done("a/one"), done("a/two"), passed("a", 1)]);
  assert.equal(standing(outline.modules[0], state).share, 0.25);
  assert.equal(next(outline, state).kind, "test");
});
