import test from "node:test";
import assert from "node:assert/strict";
import { found, written } from "../../../../src/kontuar/progress/copies/transfer.js";
import { answer, done, reset, submit, start, talk } from "../samples.js";

const NOW = Date.UTC(2026, 10, 25);
const DAY = 86_400_000;

/** @param {object} [more] */
const here = (more) => ({ course: "toy", known: /** @type {Set<string>} */ (new Set()), now: NOW, ...more });

/**
 * @param {unknown[]} events
 * @param {object} [more]
 */
const file = (events, more) => JSON.stringify({ format: "kontuar-progress", v: 1, course: "toy", events, ...more });

/**
 * @param {string} text
 * @param {object} [more]
 */
const read = (text, more) => /** @type {any} */ (found(text, here(more)));

const paper = start(3, "m");
const ALL = [answer(1, "b/q"), done(2, "m/l"), paper, submit(4, paper), talk(5, "d", ["a"]), reset(6, "all")];

test("what was written comes back whole, unknown kinds too", () => {
  const events = [...ALL, { v: 1, uid: "u", at: 7, kind: "badge", id: "x", gold: ["a", { b: 1 }] }];
  const text = written({ course: "toy", events, unread: [], now: NOW });
  assert.deepEqual(read(text).fresh, events);
  assert.equal(JSON.parse(text).exported, "2026-11-25T00:00:00.000Z");
  assert.equal("unread" in JSON.parse(text), false);
});

test("the name is in the file only where it was asked for", () => {
  const kept = { course: "toy", events: ALL, unread: [], now: NOW };
  assert.equal("name" in JSON.parse(written(kept)), false);
  assert.equal(read(written({ ...kept, name: "Żaneta" })).name, "Żaneta");
  assert.equal(read(file([], { name: "x".repeat(5_000) })).name.length, 200);
  assert.equal(read(file([], { name: { toString: 1 } })).name, "");
});

test("what is broken is copied as it is, beside the events, and is not taken back", () => {
  const unread = ["{ not JSON", { v: 1, uid: "broken" }];
  const text = written({ course: "toy", events: ALL, unread, now: NOW });
  assert.deepEqual(JSON.parse(text).unread, unread);
  assert.equal(read(text).fresh.length, ALL.length);
});

test("an event of a newer version is copied, and refused by this version with its whole file", () => {
  const newer = { ...done(9, "m/l"), v: 2 };
  const text = written({ course: "toy", events: ALL, unread: [newer], now: NOW });
  assert.deepEqual(JSON.parse(text).events.at(-1), newer);
  assert.deepEqual(read(text), { refused: "newer" });
  assert.deepEqual(read(file(ALL, { v: 2 })), { refused: "newer" });
});

test("what is no copy of this course is refused", () => {
  for (const text of ["", "{", "\u0000", file(ALL).slice(0, -9)]) assert.deepEqual(read(text), { refused: "not-json" });
  for (const value of [null, 5, [], {}, { format: "other", events: [] }, { format: "kontuar-progress", events: {} }])
    assert.deepEqual(read(JSON.stringify(value)), { refused: "not-a-copy" });
  for (const course of [undefined, null, 5, ["toy"]]) assert.deepEqual(read(file(ALL, { course })), { refused: "not-a-copy" });
  assert.deepEqual(read(file(ALL, { course: "else" })), { refused: "other-course", course: "else" });
  assert.equal(read(file(ALL, { course: "x".repeat(9_999) })).course.length, 100);
});

test("a file of version 0 whose events are sound is read, and events of version 0 are left out", () => {
  assert.equal(read(file(ALL, { v: 0 })).fresh.length, ALL.length);
  const result = read(file([...ALL, { ...done(1, "m/old"), v: 0 }]));
  assert.deepEqual([result.fresh.length, result.broken], [ALL.length, 1]);
});

test("what is known here is counted and left alone, also under another content", () => {
  const same = { ...ALL[0], points: 0 };
  const result = read(file([same, ...ALL.slice(1)]), { known: new Set([ALL[0].uid]) });
  assert.deepEqual(result.fresh, ALL.slice(1));
  assert.equal(result.known, 1);
});

test("of two events with one uid in a file the first is taken", () => {
  const result = read(file([ALL[0], { ...ALL[0], points: 0 }]));
  assert.deepEqual(result.fresh, [ALL[0]]);
});

test("events of days to come get the time of now in their order; tomorrow's keep theirs", () => {
  const [third, second, first] = [done(NOW + 9 * DAY, "m/3"), done(NOW + 8 * DAY, "m/2"), done(NOW + DAY, "m/1")];
  const result = read(file([third, second, first]));
  assert.deepEqual(result.fresh.map((/** @type {any} */ event) => event.at), [NOW + 1, NOW, NOW + DAY]);
  assert.equal(result.future, 2);
});

test("times that are no dates are faults", () => {
  const times = [-1, 8.64e15 + 1, Number.MAX_SAFE_INTEGER, 1.5, "5", null];
  assert.equal(read(file(times.map((at) => ({ ...done(1, "m/l"), at })))).broken, times.length);
});

/** @param {number} depth */
const nested = (depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const AROUND = file([{ ...answer(1, "b/q"), answer: "HERE" }, ALL[1]]);

test("events that the course can't have written are left out, and the others taken", () => {
  const hostile = {
    "deep nesting": AROUND.replace('"HERE"', nested(100_000)),
    "a key that is no key": AROUND.replace('"HERE"', '{"a":[{"__proto__":{"polluted":true}}]}'),
    "a key at the top": AROUND.replace('"points"', '"__proto__":{"kind":"reset"},"points"'),
    "a huge text": AROUND.replace("HERE", "x".repeat(300_000)),
    "a huge list": AROUND.replace('"HERE"', JSON.stringify(Array(300_000).fill(0))),
    "huge keys": AROUND.replace('"HERE"', JSON.stringify({ ["k".repeat(300_000)]: 1 })),
    "a huge uid": AROUND.replace(/uid-\d+/, "u".repeat(301)),
    "a huge id": AROUND.replace("b/q", "b".repeat(301)),
  };
  for (const [what, text] of Object.entries(hostile)) {
    const result = read(text);
    assert.deepEqual([result.fresh?.length, result.broken], [1, 1], what);
  }
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test("values that are no events are left out one by one", () => {
  const result = read(file([null, 5, "text", [], {}, ...ALL]));
  assert.deepEqual([result.fresh.length, result.broken], [ALL.length, 5]);
});
