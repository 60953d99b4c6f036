import assert from "node:assert/strict";
import { test } from "node:test";

import { missing } from "../../../src/kontuar/certificates/missing.js";

const lesson = (/** @type {string} */ id) => ({ id, title: id, url: `${id}/` });
const outline = {
  required: ["b", "a"],
  modules: [
    { id: "a", title: "A", lessons: [lesson("a/one"), lesson("a/two")], test: { id: "a", url: "a/test/", mark: 80 } },
    { id: "b", title: "B", lessons: [lesson("b/one")], test: null },
    { id: "c", title: "C", lessons: [lesson("c/one")], test: null },
  ],
};

test("everything required is missing at first, in the order of the course, with links", () => {
  assert.deepEqual(missing(outline, { lessons: {}, tests: {} }), [
    { kind: "lesson", title: "a/one", url: "a/one/" },
    { kind: "lesson", title: "a/two", url: "a/two/" },
    { kind: "test", title: "A", url: "a/test/", mark: 80 },
    { kind: "lesson", title: "b/one", url: "b/one/" },
  ]);
});

test("a test that was taken but not passed is still missing", () => {
  const state = { lessons: { "a/one": 1, "a/two": 1, "b/one": 1 }, tests: { a: { passed: false, passedAt: null, best: null } } };
  assert.deepEqual(missing(outline, state).map(({ kind }) => kind), ["test"]);
});

test("nothing is missing once all lessons are done and all tests passed", () => {
  const state = { lessons: { "a/one": 1, "a/two": 1, "b/one": 1 }, tests: { a: { passed: true, passedAt: 1, best: null } } };
  assert.deepEqual(missing(outline, state), []);
});

test("dialogues that went well are counted, whichever they are", () => {
  const state = { lessons: { "a/one": 1, "a/two": 1, "b/one": 1 }, tests: { a: { passed: true, passedAt: 1, best: null } } };
  const talks = { need: 2, ids: ["x", "y", "z"], url: "talks/" };
  const left = (/** @type {Record<string, {passed: boolean}>} */ done) => missing({ ...outline, talks }, { ...state, talks: done });
  assert.deepEqual(left({}), [{ kind: "talks", title: "", url: "talks/", n: 2 }]);
  assert.deepEqual(left({ x: { passed: true }, y: { passed: false } }).map(({ n }) => n), [1]);
  assert.deepEqual(left({ x: { passed: true }, z: { passed: true } }), []);
});

test("the exam is missing until it is passed, where the certificate asks for it", () => {
  const lessons = { "a/one": 1, "a/two": 1, "b/one": 1 };
  const passed = { passed: true, passedAt: 1, best: null };
  const left = (/** @type {boolean} */ required, /** @type {object} */ taken) =>
    missing({ ...outline, exam: { id: "exam", url: "exam/", mark: 80, required } }, { lessons, tests: { a: passed, ...taken } });
  assert.deepEqual(left(true, {}), [{ kind: "exam", title: "", url: "exam/", mark: 80 }]);
  assert.deepEqual(left(true, { exam: { ...passed, passed: false } }).length, 1);
  assert.deepEqual(left(true, { exam: passed }), []);
  assert.deepEqual(left(false, {}), []);
});
