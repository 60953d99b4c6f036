import assert from "node:assert/strict";
import test from "node:test";

import { order } from "../../../src/kontuar/core/chance.js";
import { queue } from "../../../src/kontuar/review/queue.js";

const TODAY = 20_000;
const SEED = "7K2M-04QX";

/**
 * @param {string} id
 * @param {{late?: number, confident?: boolean, answered?: boolean}} [how]
 */
const asked = (id, { late = 0, confident = false, answered = false } = {}) => ({
  ...{ id, answered },
  card: { box: 0, due: TODAY - late, confident },
});

/** Questions of three banks, nothing set apart. */
const MANY = ["a", "b", "c"].flatMap((bank) => Array.from({ length: 6 }, (_, n) => asked(`${bank}/q${n}`)));
const banks = (/** @type {string[]} */ ids) => ids.map((id) => id[0]);

test("overdue questions come first, then those of today; within each, confident mistakes first", () => {
  const all = [
    asked("a/today"),
    asked("a/today-confident", { confident: true }),
    asked("a/late", { late: 2 }),
    asked("a/late-confident", { late: 1, confident: true }),
  ];
  const wanted = ["a/late-confident", "a/late", "a/today-confident", "a/today"];
  assert.deepEqual(queue({ asked: all, count: 4 }, TODAY, SEED), wanted);
});

test("modules take turns, as long as they have questions", () => {
  const found = banks(queue({ asked: MANY, count: 15 }, TODAY, SEED));
  for (let place = 0; place < 15; place += 3) assert.deepEqual([...found.slice(place, place + 3)].sort(), ["a", "b", "c"]);
  const uneven = [asked("a/1"), ...MANY.slice(6, 9)];
  assert.deepEqual(banks(queue({ asked: uneven, count: 4 }, TODAY, SEED)).filter((bank) => bank === "b").length, 3);
});

test("of one module those come first that have waited longest", () => {
  const all = [asked("a/two", { late: 2 }), asked("a/nine", { late: 9 }), asked("a/one", { late: 1 })];
  assert.deepEqual(queue({ asked: all, count: 3 }, TODAY, SEED), ["a/nine", "a/two", "a/one"]);
});

test("the order is the same from whatever order they come in, and another one on another day or in another browser", () => {
  const first = queue({ asked: MANY, count: 15 }, TODAY, SEED);
  for (const seed of ["one", "two", "three"]) {
    assert.deepEqual(queue({ asked: order(MANY, seed), count: 15 }, TODAY, SEED), first);
  }
  assert.notEqual(queue({ asked: MANY, count: 15 }, TODAY + 1, SEED).join(), first.join());
  assert.notEqual(queue({ asked: MANY, count: 15 }, TODAY, "other").join(), first.join());
});

test("what was answered falls out, and the rest stays in its order", () => {
  const first = queue({ asked: MANY, count: 15 }, TODAY, SEED);
  const done = first.slice(0, 4);
  const after = MANY.map((one) => ({ ...one, answered: done.includes(one.id) }));
  assert.deepEqual(queue({ asked: after, count: 11 }, TODAY, SEED), first.slice(4));
});

test("nothing that waits is an empty order", () => {
  assert.deepEqual(queue({ asked: [], count: 0 }, TODAY, SEED), []);
});
