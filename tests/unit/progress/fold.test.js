import test from "node:test";
import assert from "node:assert/strict";
import { order } from "../../../src/kontuar/core/chance.js";
import { fold } from "../../../src/kontuar/progress/fold.js";
import { answer, done, draft, event, flag, moreTime, reset, start, submit, talk } from "./samples.js";

/** @typedef {import("./samples.js").Event} Event */

/** Plain objects, to be compared. @param {Iterable<Event>} events */
const folded = (events) => JSON.parse(JSON.stringify(fold(events)));

test("no events are an empty state", () => {
  assert.deepEqual(folded([]), { answers: {}, logs: {}, lessons: {}, tests: {}, talks: {}, times: [] });
});

test("the last answer stands, with the best share and the number of tries", () => {
  const events = [answer(1, "b/q", { points: 2, max: 2 }), answer(2, "b/q", { points: 1, max: 2, answer: ["c"] })];
  const { answer: last, points, best, tries, at, uid } = fold(events).answers["b/q"];
  assert.deepEqual([last, points, best, tries, at, uid], [["c"], 1, 1, 2, 2, events[1].uid]);
});

test("two answers at one time are ordered by their uid", () => {
  const first = answer(1, "b/q", { uid: "b", answer: "later" });
  const second = answer(1, "b/q", { uid: "a", answer: "sooner" });
  assert.equal(fold([first, second]).answers["b/q"].answer, "later");
  assert.equal(fold([second, first]).answers["b/q"].answer, "later");
});

test("an answer that was asked for earns nothing, and says so", () => {
  const { shown, best } = fold([answer(1, "b/q", { shown: true })]).answers["b/q"];
  assert.deepEqual([shown, best], [true, 0]);
  assert.equal(fold([answer(1, "b/q")]).answers["b/q"].shown, false);
});

test("a question that was changed starts afresh", () => {
  const { hash, best, tries } = fold([answer(1, "b/q"), answer(2, "b/q", { hash: "h2", points: 0 })]).answers["b/q"];
  assert.deepEqual([hash, best, tries], ["h2", 0, 1]);
});

test("each answer to a question is remembered, those of handed-in papers too, also after it was begun anew", () => {
  const paper = start(3, "m");
  const results = { "b/q": { points: 0, max: 1, hash: "h1" } };
  const events = [
    answer(1, "b/q", { points: 0, certainty: "sure" }),
    answer(2, "b/q", { shown: true }),
    paper,
    draft(4, paper, ["a"]),
    submit(5, paper, { results }),
    reset(6, "question", "b/q"),
  ];
  const { answers, logs } = folded(events);
  const [points, max, hash] = [0, 1, "h1"];
  assert.deepEqual(answers, {});
  assert.deepEqual(logs["b/q"], [
    { at: 1, hash, points, max, shown: false, certainty: "sure" },
    { at: 2, hash, points: 1, max, shown: true },
    { at: 5, points, max, hash },
  ]);
  assert.deepEqual(folded([...events, reset(7, "module", "m", { bank: "b" })]).logs, {});
});

test("the times of learning are known, of whatever kind it was, until all is reset", () => {
  const paper = start(3, "m");
  const events = [talk(7, "t", ["a"]), answer(1, "b/q"), done(5, "m/l"), paper, submit(4, paper), flag(6, paper, true)];
  assert.deepEqual(fold(events).times, [1, 3, 4, 5, 7]);
  assert.deepEqual(fold([...events, reset(6, "all")]).times, [7]);
});

test("a lesson is done since the first time it was", () => {
  assert.deepEqual(folded([done(7, "m/l"), done(5, "m/l")]).lessons, { "m/l": 5 });
});

test("an open paper holds its questions and the last draft of each answer", () => {
  const paper = start(1, "m");
  const state = fold([paper, draft(2, paper, ["a"]), draft(3, paper, ["b"])]);
  assert.deepEqual({ ...state.tests.m.open?.drafts }, { "m/q": ["b"] });
  assert.deepEqual(state.tests.m.open?.questions, [{ id: "m/q", hash: "h1" }]);
  assert.equal(state.tests.m.seed, "7K2M-04QX");
  assert.deepEqual({ ...state.answers }, {}, "a draft is no practice");
});

test("an open paper keeps its flags and the minutes that were added, not those of another paper", () => {
  const paper = start(1, "exam", { timer: 30 });
  const other = start(0, "m");
  const events = [other, paper, flag(2, paper, true), moreTime(3, paper, 10), moreTime(4, paper, 10), flag(5, other, true)];
  const { flags, more, timer } = fold(events).tests.exam.open ?? assert.fail();
  assert.deepEqual([{ ...flags }, more, timer], [{ "exam/q": true }, 20, 30]);
  assert.deepEqual({ ...fold([...events, flag(6, paper, false)]).tests.exam.open?.flags }, { "exam/q": false });
});

test("the last result stays known beside the best", () => {
  const [first, second] = [start(1, "m"), start(3, "m")];
  const { last, best } = fold([first, submit(2, first), second, submit(4, second, { points: 2 })]).tests.m;
  assert.deepEqual([last?.points, last?.passed, best?.points], [2, false, 8]);
});

test("a paper that was handed in is closed, and its result is kept", () => {
  const paper = start(1, "m");
  const { submits, best, passed, passedAt, open } = fold([paper, submit(2, paper)]).tests.m;
  assert.deepEqual([submits, passed, passedAt, open], [1, true, 2, null]);
  const { points, max, share, pass, at, seed, attempt, version } = best ?? assert.fail();
  assert.deepEqual([points, max, share, pass, at], [8, 10, 0.8, 80, 2]);
  assert.deepEqual([seed, attempt, version], ["7K2M-04QX", 1, "0123456789"]);
});

test("the best result stays the best, and a pass stays a pass", () => {
  const [one, two] = [start(1, "m"), start(3, "m", { attempt: 2 })];
  const events = [one, submit(2, one, { points: 9 }), two, submit(4, two, { points: 1 })];
  const { submits, best, passed } = fold(events).tests.m;
  assert.deepEqual([submits, best?.share, passed], [2, 0.9, true]);
});

test("a result that passed is better than a higher one that did not", () => {
  const [one, two] = [start(1, "m"), start(3, "m")];
  const events = [one, submit(2, one, { points: 7, pass: 70 }), two, submit(4, two, { points: 8, pass: 90 })];
  const { best } = fold(events).tests.m;
  assert.deepEqual([best?.share, best?.passed], [0.7, true]);
});

test("a paper that two tabs hand in counts once, as it was handed in first", () => {
  const paper = start(1, "m");
  const { submits, best } = fold([paper, submit(2, paper, { points: 3 }), submit(3, paper, { points: 10 })]).tests.m;
  assert.deepEqual([submits, best?.points], [1, 3]);
});

test("a result knows the questions of its paper and when it was begun", () => {
  const paper = start(1, "m");
  const { best } = fold([paper, submit(2, paper)]).tests.m;
  assert.deepEqual([best?.started, best?.questions], [1, paper.questions]);
  assert.equal(fold([submit(2, paper)]).tests.m.best?.questions, undefined);
});

test("a newer paper replaces an open one, whose result still counts", () => {
  const [one, two] = [start(1, "m"), start(2, "m")];
  assert.equal(fold([one, two]).tests.m.open?.uid, two.uid);
  const { submits, open } = fold([one, two, submit(3, one)]).tests.m;
  assert.deepEqual([submits, open?.uid], [1, two.uid]);
});

const history = () => {
  const [paper, other] = [start(3, "one"), start(4, "two")];
  return [
    answer(1, "one/q"), answer(1, "one-more/q"), answer(1, "two/q"), done(2, "one/l"), done(2, "two/l"),
    paper, submit(5, paper), other, submit(5, other),
  ];
};

/** @param {Event} event */
const left = (event) => {
  const { answers, lessons, tests } = fold([...history(), event]);
  return [answers, lessons, tests].map((entries) => Object.keys(entries).sort().join(" "));
};

test("a reset forgets what lies in its scope, and nothing else", () => {
  assert.deepEqual(left(reset(9, "question", "one/q")), ["one-more/q two/q", "one/l two/l", "one two"]);
  assert.equal(fold([...history(), reset(9, "lesson", "one/l")]).lessons["one/l"], 0);
  assert.deepEqual(left(reset(9, "module", "one", { bank: "one" })), ["one-more/q two/q", "two/l", "two"]);
  assert.deepEqual(left(reset(9, "module", "one", { bank: "two" })), ["one-more/q one/q", "two/l", "two"]);
  assert.deepEqual(left(reset(9, "all")), ["", "", ""]);
});

test("a reset without a bank means the bank of the module's name", () => {
  assert.deepEqual(left(reset(9, "module", "one")), ["one-more/q two/q", "two/l", "two"]);
});

test("a reset does not reach what comes after it, nor an unknown scope anything", () => {
  assert.deepEqual(left(reset(0, "all")), left(reset(9, "everything")));
});

test("an import of old events does not bring back what was reset", () => {
  const old = answer(1, "b/q");
  assert.deepEqual(folded([reset(5, "question", "b/q"), old]).answers, {});
});

test("a draft of a paper that was reset goes nowhere", () => {
  const paper = start(1, "m");
  assert.deepEqual({ ...fold([paper, reset(2, "module", "m"), draft(3, paper, [])]).tests }, {});
});

test("kinds of a later day count for nothing", () => {
  assert.deepEqual(folded([event(1, "badge", "d/s"), event(1, "constructor", "x")]), folded([]));
});

test("a talk goes on from its newest move, and remembers its endings and the first result", () => {
  const end = { ending: "kept", outcome: "partial", points: 3, max: 6 };
  const state = fold([
    talk(1, "d", ["a"]),
    talk(2, "d", ["a", "b"], end),
    talk(3, "d", ["c"], { play: "second", ending: "lost", outcome: "fail", points: 6, max: 6 }),
  ]);
  assert.deepEqual(state.talks.d, {
    play: "second", moves: ["c"], hash: "h1", open: false, endings: ["kept", "lost"], passed: true,
    first: { points: 3, max: 6, ending: "kept", at: 2 },
    good: { hash: "h1", moves: ["a", "b"], ending: "kept", at: 2 },
  });
  assert.equal(fold([talk(1, "d", ["c"], { ...end, outcome: "fail" })]).talks.d.good, null);
  assert.equal(fold([talk(1, "d", ["c"], { ...end, outcome: "fail" })]).talks.d.passed, false);
  assert.deepEqual([fold([talk(1, "d", ["a"])]), state].map(({ talks }) => talks.d.open), [true, false]);
  assert.deepEqual(folded([talk(1, "d", ["a"]), reset(2, "all")]), folded([]));
});

test("an id may be any text", () => {
  const state = fold([answer(1, "__proto__"), done(1, "constructor"), start(1, "__proto__")]);
  const ids = [state.answers, state.lessons, state.tests].flatMap((entries) => Object.keys(entries));
  assert.deepEqual(ids, ["__proto__", "constructor", "__proto__"]);
  assert.equal(/** @type {any} */ ({}).hash, undefined);
});

/**
 * A history that only chance would write, a different one for each seed.
 * @param {string} seed
 */
function wild(seed) {
  const papers = ["m", "n"].flatMap((id) => [1, 2, 3].map((at) => start(at, id, { seed: `${id}${at}` })));
  const [paper, other] = order(papers, seed);
  const tried = (/** @type {string} */ id, /** @type {number} */ at) =>
    answer(at, id, { points: at % 3, max: 2, hash: `h${at % 2}` });
  const pool = [
    ...papers,
    ...[1, 2, 3, 4].flatMap((at) => [tried("m/q", at), tried("m/r", at)]),
    ...[2, 3].map((at) => draft(at, paper, at)),
    ...[3, 4].map((at) => submit(at, paper, { points: at * 2 })),
    submit(4, other, { points: 10 }),
    done(1, "m/l"), done(3, "m/l"), done(2, "n/l"),
    reset(2, "module", "m"), reset(3, "question", "m/q"), reset(1, "all"), reset(2, "lesson", "n/l"),
    talk(2, "d", ["a"]), talk(3, "d", ["a", "b"], { ending: "kept", outcome: "success", points: 5, max: 6 }),
  ];
  return order(pool, `${seed} pool`).slice(0, 20);
}

test("in whatever order events are given, the state is the same", () => {
  const seen = new Set();
  for (let n = 0; n < 400; n++) {
    const events = wild(`${n}`);
    const state = JSON.stringify(sorted(folded(events)));
    seen.add(state);
    for (const again of ["x", "y", "z"]) assert.equal(JSON.stringify(sorted(folded(order(events, again)))), state);
  }
  assert(seen.size > 100, "the histories differ");
});

/** With the keys of every object in order. @param {any} value @returns {any} */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

/** Milliseconds that it takes. @param {Iterable<Event>} events */
function time(events) {
  const before = performance.now();
  fold(events);
  return performance.now() - before;
}

test("an import that is made to take long takes no longer than any other", () => {
  const many = Array.from({ length: 30_000 }, (_, n) => n);
  const papers = many.map((n) => start(n, `m${n}`));
  const hostile = {
    drafts: [...papers, ...papers.map((paper, n) => draft(40_000 + n, paper, ["a"]))],
    resets: [...many.map((n) => answer(n, `b/${n}`)), ...many.map((n) => reset(40_000 + n, "question", `x/${n}`))],
    endings: many.map((n) => talk(n, "d", ["a"], { ending: `end-${n}` })),
    answers: many.map((n) => answer(n, "b/q")),
  };
  const plain = time(many.map((n) => answer(n, `b/${n}`)));
  const slow = Object.entries(hostile).filter(([, events]) => time(events) > 20 * plain + 500);
  assert.deepEqual(slow.map(([what]) => what), []);
});
