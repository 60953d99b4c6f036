/** The state of a learner's progress, computed from all events; in whatever order they are given, it is the same. */

import { passes, share } from "../core/marks.js";

/**
 * @typedef {import("./event.js").Event} Event
 * @typedef {{uid: string, at: number, id: string, seed: string, attempt: number, version: string}} Drawn
 * @typedef {{uid: string, at: number, id: string, answer: unknown, hash: string, points: number, max: number,
 *   shown?: boolean, certainty?: string}} Practised
 * @typedef {Drawn & {questions: {id: string, hash: string}[], timer?: number}} Started `timer`: minutes
 * @typedef {{points: number, max: number, hash: string}} Earned
 * @typedef {Drawn & {paper: string, answers: Record<string, unknown>, points: number, max: number,
 *   pass: number, results?: Record<string, Earned>, timer?: number, more?: number, minutes?: number}} Submitted
 *   `pass`: the mark at that time, in per cent; `results`: what each question earned, which the first version did not
 *   write down; `minutes`: the time it took, where it was timed
 *
 * The last answer with the best share (0 to 1) and the number of tries at a question with the same hash:
 * @typedef {Practised & {shown: boolean, tries: number, best: number}} Answer
 * @typedef {Started & {drafts: Record<string, unknown>, flags: Record<string, boolean>, more: number}} Paper
 *   `flags`: questions to come back to; `more`: minutes that were added to its timer
 * @typedef {Submitted & {questions?: Started["questions"], started?: number, share: number, passed: boolean}} Result
 *   with what is known of its beginning
 * @typedef {{seed: string, submits: number, best: Result | null, last: Result | null, passed: boolean,
 *   passedAt: number, open: Paper | null}} Test `passedAt`: when for the first time, 0 for not yet
 * @typedef {{uid: string, at: number, id: string, hash: string, play: string, moves: string[], ending?: string,
 *   outcome?: string, points?: number, max?: number}} Moved
 *
 * A dialogue: the newest talk and whether it goes on, the endings found, the first talk that came to one, and
 * whether one went well:
 * @typedef {{play: string, moves: string[], hash: string, open: boolean, endings: string[], passed: boolean,
 *   first: {points: number, max: number, ending: string, at: number} | null,
 *   good: {hash: string, moves: string[], ending: string, at: number} | null}} Talk `good`: the first that went well
 * One answer to a question, in practice or in a paper that was handed in:
 * @typedef {Earned & {at: number, shown?: boolean, certainty?: string}} Entry
 * @typedef {{answers: Record<string, Answer>, logs: Record<string, Entry[]>, lessons: Record<string, number>,
 *   tests: Record<string, Test>, talks: Record<string, Talk>, times: number[]}} State
 *   a lesson is there with the time when it was first done, or with 0 after that was taken back; `logs` hold every
 *   answer to each question in the order of time, also after the question was begun anew; `times`: when anything was
 *   learnt, in order
 */

const MOST_ENDINGS = 100; // a dialogue has a handful; a file that was imported may claim anything

/**
 * @param {Iterable<Event>} events sound ones, each once
 * @returns {State}
 */
export function fold(events) {
  /** @type {State} */
  const state = { answers: table(), logs: table(), lessons: table(), tests: table(), talks: table(), times: [] };
  const submitted = new Set();
  /** @type {Map<string, string>} the test of each paper: to look through all tests for one would take too long */
  const papers = new Map();
  for (const event of /** @type {any[]} */ ([...events].sort(byTime))) {
    if (LEARNING.has(event.kind)) state.times.push(event.at);
    if (event.kind === "answer") event.paper === undefined ? practise(state, event) : draft(opened(state, papers, event), event);
    if (event.kind === "lesson-done") state.lessons[event.id] ||= event.at;
    if (event.kind === "test-start") start(state, papers, event);
    if (event.kind === "flag" || event.kind === "more-time") note(opened(state, papers, event), event);
    if (event.kind === "test-submit") submit(state, event, submitted);
    if (event.kind === "scene") talk(state, event);
    if (event.kind === "reset") reset(state, event);
  }
  return state;
}

const LEARNING = new Set(["answer", "lesson-done", "test-start", "test-submit", "scene"]);

/**
 * @param {Event} one
 * @param {Event} other
 */
const byTime = (one, other) => one.at - other.at || (one.uid < other.uid ? -1 : 1);

/** Without a prototype: an id may be any text, "__proto__" too. */
const table = () => Object.create(null);

/**
 * A question that was changed (its hash) starts afresh; an answer that was asked for earns nothing.
 * @param {State} state
 * @param {Practised} event
 */
function practise({ answers, logs }, event) {
  const { id, at, hash, points, max, shown = false, certainty } = event;
  const { tries, best } = answers[id]?.hash === hash ? answers[id] : { tries: 0, best: 0 };
  const earned = shown ? 0 : share(points, max);
  answers[id] = { ...event, shown, tries: tries + 1, best: Math.max(best, earned) };
  (logs[id] ??= []).push({ at, hash, points, max, shown, certainty });
}

/**
 * @param {Paper | null} open
 * @param {{id: string, answer: unknown}} event
 */
function draft(open, { id, answer }) {
  if (open) open.drafts[id] = answer;
}

/**
 * What a learner notes on an open paper besides answers.
 * @param {Paper | null} open
 * @param {{kind: string, id: string, on: boolean, minutes: number}} event
 */
function note(open, { kind, id, on, minutes }) {
  if (open && kind === "flag") open.flags[id] = on;
  if (open && kind === "more-time") open.more += minutes;
}

/**
 * @param {State} state
 * @param {Map<string, string>} papers
 * @param {{paper: string}} event
 */
function opened({ tests }, papers, { paper }) {
  const open = tests[papers.get(paper) ?? ""]?.open;
  return open?.uid === paper ? open : null;
}

/**
 * A newer paper replaces one that is open: its questions may have changed.
 * @param {State} state
 * @param {Map<string, string>} papers
 * @param {Started} event
 */
function start(state, papers, event) {
  papers.set(event.uid, event.id);
  testOf(state, event).open = { ...event, drafts: table(), flags: table(), more: 0 };
}

/**
 * A paper that two tabs hand in counts once: the second one may know the feedback.
 * @param {State} state
 * @param {Submitted} event
 * @param {Set<string>} submitted uids of papers
 */
function submit(state, event, submitted) {
  const { paper, points, max, pass, at, results = {} } = event;
  if (submitted.has(paper)) return;
  submitted.add(paper);
  const test = testOf(state, event);
  const begun = test.open?.uid === paper ? { questions: test.open.questions, started: test.open.at } : {};
  const result = { ...event, ...begun, share: share(points, max), passed: passes(points, max, pass) };
  test.submits++;
  if (result.passed) test.passedAt ||= at;
  test.passed ||= result.passed;
  if (worth(result) > worth(test.best)) test.best = result;
  test.last = result;
  for (const [id, earned] of Object.entries(results)) (state.logs[id] ??= []).push({ at, ...earned });
  if (test.open?.uid === paper) test.open = null;
}

/**
 * @param {State} state
 * @param {Drawn} event
 * @returns {Test}
 */
function testOf({ tests }, { id, seed }) {
  tests[id] ??= { seed, submits: 0, best: null, last: null, passed: false, passedAt: 0, open: null };
  return Object.assign(tests[id], { seed });
}

/**
 * Passing outweighs any share: pass marks change, and a certificate shows the best result.
 * @param {Result | null} result
 */
const worth = (result) => (result ? Number(result.passed) + result.share : -1);

/**
 * The newest move tells how far a talk has come; endings that were found stay found when the graph changes.
 * @param {State} state
 * @param {Moved} event
 */
function talk({ talks }, { id, hash, play, moves, ending, outcome, points = 0, max = 0, at }) {
  const unknown = { play, moves, hash, open: true, endings: [], passed: false, first: null, good: null };
  const { endings, passed, first, good } = (talks[id] ??= unknown);
  talks[id] = { play, moves, hash, open: ending === undefined, endings, passed, first, good };
  if (ending === undefined) return;
  if (endings.length < MOST_ENDINGS && !endings.includes(ending)) endings.push(ending);
  talks[id].first = first ?? { points, max, ending, at };
  if (outcome !== "success" && outcome !== "partial") return;
  talks[id].passed = true;
  talks[id].good = good ?? { hash, moves, ending, at };
}

/**
 * Forgets what earlier events have put into the state; later ones are still to come.
 * @param {State} state
 * @param {Event} event
 */
function reset({ answers, logs, lessons, tests, talks, times }, { scope, id, bank = id }) {
  if (scope === "all") [answers, logs, lessons, tests, talks].forEach((entries) => forget(entries));
  if (scope === "all") times.length = 0;
  if (scope === "question") delete answers[id];
  if (scope === "talk") delete talks[id];
  if (scope === "lesson") lessons[id] = 0;
  if (scope === "module") {
    forget(answers, bank);
    forget(logs, bank);
    forget(lessons, id);
    forget(tests, id);
  }
}

/**
 * @param {Record<string, unknown>} entries
 * @param {string} [folder] an id, or what stands before the "/" of ids; without it everything goes
 */
function forget(entries, folder) {
  for (const id of Object.keys(entries)) {
    if (folder === undefined || `${id}/`.startsWith(`${folder}/`)) delete entries[id];
  }
}
