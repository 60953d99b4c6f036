import assert from "node:assert/strict";
import process from "node:process";
import test from "node:test";

import { dayOf, noonOf } from "../../../src/kontuar/core/day.js";
import { order } from "../../../src/kontuar/core/chance.js";
import { LATEST } from "../../../src/kontuar/progress/event.js";
import { fold } from "../../../src/kontuar/progress/fold.js";
import { BOXES, DAILY, due, history } from "../../../src/kontuar/progress/schedule.js";
import { streak } from "../../../src/kontuar/progress/streak.js";
import { answer, done, event, reset, start, submit } from "./samples.js";

process.env.TZ = "Europe/Warsaw"; // clocks change on 25 October 2026 and 28 March 2027

/** @typedef {import("../../../src/kontuar/progress/fold.js").Entry} Entry */

/** A moment, written as people do. @param {string} when */
const at = (when) => new Date(when).getTime();

/** Noon, some days after 1 October 2026. @param {number} day */
const noon = (day) => new Date(2026, 9, 1 + day, 12).getTime();

const HOW = {
  right: { points: 1 },
  sure: { points: 1, certainty: "sure" },
  fairly: { points: 1, certainty: "fairly" },
  guess: { points: 1, certainty: "guess" },
  partly: { points: 0.5 },
  wrong: { points: 0 },
  confident: { points: 0, certainty: "sure" },
  shown: { points: 1, shown: true },
};

/**
 * @param {number} when
 * @param {keyof typeof HOW} how
 * @param {string} hash
 * @returns {Entry}
 */
const entry = (when, how, hash = "h1") => ({ at: when, max: 1, hash, ...HOW[how] });

/** A log of answers by day, such as "0 wrong, 1 right". @param {string} text */
const log = (text) =>
  text.split(", ").map((part) => {
    const [day, how, hash] = part.split(" ");
    return entry(noon(Number(day)), /** @type {keyof typeof HOW} */ (how), hash);
  });

/** @param {Record<string, Entry[]>} logs */
const state = (logs) => ({ logs });

/** The box, from 1, and in how many days after 1 October a question comes back. @param {string} text */
function card(text) {
  const found = history(log(text), Infinity).card;
  return found && [found.box + 1, found.due - dayOf(noon(0))];
}

const WAYS = /** @type {[string, [number, number] | null][]} */ ([
  ["0 right", null],
  ["0 sure", null],
  ["0 wrong", [1, 1]],
  ["0 partly", [1, 1]],
  ["0 shown", [1, 1]],
  ["0 guess", [1, 1]],
  ["0 fairly", [1, 1]],
  ["0 wrong, 0 right", [1, 1]], // more than one try
  ["0 wrong, 1 right", [2, 4]],
  ["0 wrong, 5 sure", [2, 8]], // late: the days count from the answer
  ["0 wrong, 1 guess", [1, 2]], // hesitant: it stays in its box
  ["0 wrong, 1 right, 4 fairly", [2, 7]],
  ["0 wrong, 1 right, 2 right", [2, 4]], // early: nothing
  ["0 wrong, 1 right, 2 guess", [2, 4]],
  ["0 wrong, 1 right, 2 wrong", [1, 3]], // early, but wrong
  ["0 wrong, 1 right, 4 right, 11 wrong", [1, 12]],
  ["0 wrong, 1 wrong, 1 right", [1, 2]], // on its day, at the second try
  ["0 wrong, 1 right, 4 right, 11 right, 25 right", [5, 55]],
  ["0 wrong, 1 right, 4 right, 11 right, 25 right, 55 right", null],
  ["0 wrong, 1 right, 4 right, 11 right, 25 right, 55 guess", [5, 85]],
  ["0 wrong, 1 right, 4 right, 11 right, 25 right, 55 right, 60 wrong", [1, 61]],
  ["0 wrong, 0 right h2", null], // changed: a new question
  ["0 wrong, 1 right, 4 wrong h2", [1, 5]],
]);

for (const [answers, expected] of WAYS) {
  test(`after ${answers} ${expected ? `it lies in box ${expected[0]} until day ${expected[1]}` : "it does not come back"}`, () => {
    assert.deepEqual(card(answers), expected);
  });
}

test("the boxes are those that the page tells of", () => {
  assert.deepEqual([BOXES, DAILY], [[1, 3, 7, 14, 30], 15]);
});

test("what is not scored never comes back", () => {
  assert.equal(history([{ ...entry(noon(0), "wrong"), max: 0 }], Infinity).card, null);
});

test("ten minutes over midnight are a day; an hour within it is none", () => {
  const wrong = entry(at("2026-10-24T23:50"), "wrong");
  const waits = (/** @type {string} */ now) => due(state({ "b/q": [wrong] }), at(now)).count;
  assert.deepEqual([waits("2026-10-24T23:59"), waits("2026-10-25T00:00")], [0, 1]);
});

test("days on which the clocks change are days like all others", () => {
  for (const [from, to] of [["2026-10-24", "2026-10-27"], ["2027-03-27", "2027-03-30"]]) {
    for (const time of ["T00:00", "T00:30", "T02:30", "T23:59"]) {
      const days = [from + time, `${from}T12:00`, to + time].map((when) => dayOf(at(when)));
      assert.deepEqual([days[1] - days[0], days[2] - days[0]], [0, 3], from + time);
    }
  }
  const day = dayOf(at("2026-10-25T00:10"));
  assert.deepEqual([noonOf(day).getDate(), noonOf(day).getHours()], [25, 12]);
  assert.equal(dayOf(noonOf(day).getTime()), day);
});

test("in another time zone everything still holds together", () => {
  const found = ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"].map((zone) => {
    process.env.TZ = zone;
    const { count, next } = due(state({ "b/q": log("0 wrong, 1 right") }), noon(1));
    return [count, next && dayOf(next.getTime()) - dayOf(noon(1))];
  });
  process.env.TZ = "Europe/Warsaw";
  for (const [count, days] of found) assert.deepEqual([count, days], [0, 3]);
});

test("a clock that was set back shows no negative days and asks nothing twice", () => {
  const logs = { "b/q": log("0 wrong, 1 right"), "b/r": log("0 wrong") };
  const { count, next, done } = due(state(logs), noon(0));
  assert.deepEqual([count, done], [0, 0]);
  assert.equal(next?.getTime(), noon(1));
  const back = due(state({ "b/q": log("0 wrong, 3 right") }), noon(2)); // it waited on day 2, but has been answered since
  assert.deepEqual([back.count, back.done, back.next?.getTime()], [0, 0, noon(6)]);
});

test("who has studied nothing, or has nothing to repeat, is asked nothing", () => {
  const nothing = { count: 0, next: null, then: 0, done: 0, stay: 0, asked: [] };
  assert.deepEqual(due({ logs: {} }, noon(0)), nothing);
  assert.deepEqual(due(state({ "b/q": log("0 right") }), noon(1)), nothing);
});

test("what was wrong today comes tomorrow, and so many", () => {
  const found = due(state({ "b/q": log("0 wrong"), "b/r": log("0 guess"), "b/s": log("0 right") }), noon(0));
  assert.deepEqual([found.count, found.then, found.stay, found.next?.getTime()], [0, 2, 2, noon(1)]);
});

const many = (/** @type {number} */ count, text = "0 wrong") =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`b/q${n}`, log(text)]));

test("there are at most fifteen a day, and the rest waits for tomorrow", () => {
  const found = due(state(many(40)), noon(1));
  assert.deepEqual([found.count, found.then, found.next?.getTime()], [15, 15, noon(2)]);
  const less = due(state(many(18)), noon(1));
  assert.deepEqual([less.count, less.then], [15, 3]);
});

test("what was reviewed today counts among the fifteen, wherever it was answered", () => {
  const logs = Array.from({ length: 20 }, (_, n) => /** @type {[string, Entry[]]} */ ([`c/q${n}`, log("0 wrong, 1 right")]));
  const found = due(state({ ...many(40), ...Object.fromEntries(logs.slice(0, 10)) }), noon(1));
  assert.deepEqual([found.count, found.done, found.asked.length], [5, 10, 50]);
  const full = due(state({ ...many(40), ...many(15, "0 wrong, 1 wrong") }), noon(1));
  assert.deepEqual([full.count, full.done, full.next?.getTime()], [0, 15, noon(2)]);
  const more = due(state({ ...many(40), ...Object.fromEntries(logs.slice(0, 20)) }), noon(1));
  assert.deepEqual([more.count, more.done], [0, 20]);
});

test("new mistakes of today take no place among the fifteen", () => {
  const fresh = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`c/q${n}`, log("1 wrong")]));
  assert.equal(due(state({ ...many(20), ...fresh }), noon(1)).count, 15);
});

test("a question that the course no longer has is passed over", () => {
  const found = due(state({ "b/q": log("0 wrong"), "b/gone": log("0 wrong") }), noon(1), (id) => id !== "b/gone");
  assert.deepEqual([found.count, found.stay, found.asked.map((/** @type {{id: string}} */ { id }) => id)], [1, 1, ["b/q"]]);
});

test("certainty at the last mistake is remembered until it is out of the boxes", () => {
  const confident = (/** @type {string} */ text) => history(log(text), Infinity).card?.confident;
  const [sure, fixed, later, right] = ["0 confident", "0 confident, 1 sure", "0 confident, 1 wrong", "0 guess"].map(confident);
  assert.deepEqual([sure, fixed, later, right], [true, true, false, false]);
});

/** The streak after answers on some days; the questions are those of `logs`. */
const after = (/** @type {number[]} */ days, /** @type {string[]} */ logs, /** @type {number} */ today) =>
  streak({ times: days.map(noon), logs: Object.fromEntries(logs.map((text, n) => [`b/q${n}`, log(text)])) }, noon(today));

const daily = "0 wrong, 1 wrong, 2 wrong, 3 wrong"; // it waits every day from day 4 on

test("days with learning in a row are counted, and today only once something was learnt", () => {
  assert.equal(after([0, 1, 2, 3], [daily], 3), 4);
  assert.equal(after([0, 1, 2, 3], [daily], 4), 4);
  assert.equal(after([], [], 4), 0);
});

test("one missed day in seven is a day of rest", () => {
  assert.equal(after([0, 1, 2, 3, 5], [daily], 5), 5);
  assert.equal(after([0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 12], [daily], 12), 11); // days 4 and 11
});

test("two missed days within seven are a break", () => {
  assert.equal(after([0, 1, 2, 3, 6], [daily], 6), 1);
  assert.equal(after([0, 1, 2, 3, 5, 6, 7, 8, 9, 11], [daily], 11), 1); // days 4 and 10
  assert.equal(after([0, 1, 2, 3], [daily], 6), 0);
  assert.equal(after([0, 1, 2, 3], [daily], 5), 4, "day 4 was a day of rest, and day 5 is not over");
});

test("a new start has its day of rest, however long the break before it was", () => {
  assert.equal(after([0, 1, 2, 3, 7, 9], [daily], 9), 2); // days 4 and 5 were the break
});

test("days on which nothing waited count neither for nor against", () => {
  assert.equal(after([0], ["0 right"], 30), 1);
  assert.equal(after([0, 20], ["0 right"], 20), 2);
  assert.equal(after([0, 1, 8], ["0 wrong, 1 right, 8 right"], 8), 1, "days 4 and 5 were missed");
  assert.equal(after([0, 1, 5], ["0 wrong, 1 right, 5 right"], 5), 3, "day 4 was a day of rest");
});

test("two moments of a day are one day", () => {
  assert.equal(streak({ times: [at("2026-10-25T00:10"), at("2026-10-25T23:50")], logs: {} }, at("2026-10-25T23:55")), 1);
  assert.equal(streak({ times: [at("2026-10-25T23:50"), at("2026-10-26T00:10")], logs: {} }, at("2026-10-26T00:15")), 2);
});

test("a date of another age does not hold up the page", () => {
  const logs = { "b/q": [entry(-LATEST, "wrong"), entry(LATEST, "wrong")] };
  assert.equal(streak({ times: [-LATEST, LATEST], logs }, noon(0)), 0);
  const { then, next } = due({ logs }, noon(0));
  assert.equal(then, 1);
  assert.equal(next?.getFullYear(), 275_760, "a date that can be written");
});

const paper = start(noon(2), "m");
const results = { "b/one": { points: 0, max: 1, hash: "h1" }, "b/four": { points: 1, max: 1, hash: "h1" } };
const EVENTS = [
  answer(noon(0), "b/one", { points: 0 }),
  answer(noon(1), "b/one"),
  answer(noon(0), "b/two", { certainty: "guess" }),
  answer(noon(0), "b/three", { shown: true }),
  answer(noon(3), "b/three", { where: "review" }),
  done(noon(1), "m/l"),
  paper,
  submit(noon(2), paper, { results }),
];

test("in whatever order events come, the plan and the streak are the same", () => {
  const plan = (/** @type {typeof EVENTS} */ events) => [due(fold(events), noon(3)), streak(fold(events), noon(3))];
  const wanted = plan(EVENTS);
  assert.deepEqual([due(fold(EVENTS), noon(3)).count, due(fold(EVENTS), noon(3)).done, wanted[1]], [2, 1, 4]);
  const sorted = (/** @type {any} */ [found, days]) => [{ ...found, asked: found.asked.map((/** @type {{id: string}} */ { id }) => id).sort() }, days];
  for (const seed of "abcdefghij") assert.deepEqual(sorted(plan(order(EVENTS, seed))), sorted(wanted));
});

test("starting a question again does not take it out of review; starting a module or the course again does", () => {
  const count = (/** @type {typeof EVENTS[0]} */ again) => due(fold([...EVENTS, again]), noon(9)).stay;
  assert.equal(due(fold(EVENTS), noon(9)).stay, 3);
  assert.deepEqual([reset(noon(4), "question", "b/one"), reset(noon(4), "module", "m", { bank: "b" }), reset(noon(4), "all")].map(count), [3, 0, 0]);
  assert.equal(streak(fold([...EVENTS, reset(noon(4), "all")]), noon(4)), 0);
});
