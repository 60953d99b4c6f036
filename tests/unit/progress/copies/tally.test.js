import test from "node:test";
import assert from "node:assert/strict";
import { due } from "../../../../src/kontuar/progress/copies/due.js";
import { tally } from "../../../../src/kontuar/progress/copies/tally.js";
import { answer, done, draft, reset, start, submit, talk } from "../samples.js";

test("events are told as answers, lessons, tests, talks and others", () => {
  const paper = start(3, "m");
  const moves = [talk(7, "d", ["a"]), talk(8, "d", ["a", "b"]), talk(9, "d", ["a"], { play: "second" })];
  const events = [answer(2, "b/q"), answer(1, "b/q"), done(2, "m/l"), done(20, "m/l"), paper, draft(4, paper, ["a"])];
  events.push(submit(5, paper), ...moves, reset(10, "module", "m"), reset(11, "lesson", "m/l"));
  assert.deepEqual(tally(events), {
    counts: { answers: 2, lessons: 1, tests: 1, talks: 2, others: 4 },
    resets: 1,
    from: 1,
    to: 20,
  });
});

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
/** @param {object} [more] */
const asked = (more) => due({ count: 21, first: NOW - 4 * DAY, copied: {}, keeps: false, now: NOW, ...more });

test("a copy is due after twenty events and three days, where the browser may erase", () => {
  assert.equal(asked(), true);
  assert.equal(asked({ keeps: true }), false);
  assert.equal(asked({ count: 20 }), false);
  assert.equal(asked({ first: NOW - 2 * DAY }), false);
  assert.equal(asked({ count: 0, first: Infinity }), false);
});

test("both are counted from the last copy", () => {
  const copied = { at: NOW - 4 * DAY, count: 100 };
  assert.equal(asked({ count: 120, copied }), false);
  assert.equal(asked({ count: 121, copied }), true);
  assert.equal(asked({ count: 121, copied: { ...copied, at: NOW - 2 * DAY } }), false);
});

test("who put it off is left in peace for a fortnight", () => {
  assert.equal(asked({ copied: { later: NOW - 13 * DAY } }), false);
  assert.equal(asked({ copied: { later: NOW - 15 * DAY } }), true);
});
