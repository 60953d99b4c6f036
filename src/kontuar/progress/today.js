/** What a learner may do today besides the next lesson: review, and what was begun and not finished. Pure; no DOM. */

import { due } from "./schedule.js";

/**
 * @typedef {import("./fold.js").State} State
 * @typedef {import("./standing.js").Outline} Outline
 * @typedef {{id: string, title: string, url: string, endings: string[]}} TalkLink
 * @typedef {Outline & {dialogues: TalkLink[], questions: Record<string, string>, review: string}} Overview
 *   `questions`: the ids of each bank's questions, with spaces between; `review`: the address of the review page
 * @typedef {{kind: "review" | "exam" | "test" | "talk", title: string, url: string, n: number, all?: number}} Task
 *   `n`: questions to review, or endings found
 */

/**
 * @param {Overview} overview
 * @param {State} state
 * @param {number} now ms since 1970
 * @returns {Task[]} review first, then open papers, then open talks
 */
export function today(overview, state, now) {
  return [...review(overview, state, now), ...papers(overview, state), ...talks(overview, state)];
}

/**
 * @param {Overview} overview
 * @param {State} state
 * @param {number} now
 * @returns {Task[]}
 */
function review({ questions, review: url }, state, now) {
  const known = new Set(Object.entries(questions).flatMap(([bank, ids]) => ids.split(" ").map((id) => `${bank}/${id}`)));
  const { count } = due(state, now, (id) => known.has(id));
  return count ? [{ kind: "review", title: "", url, n: count }] : [];
}

/**
 * @param {Overview} overview
 * @param {State} state
 * @returns {Task[]}
 */
function papers({ modules, exam }, { tests }) {
  const open = modules.filter(({ test }) => test && tests[test.id]?.open);
  const begun = open.map(({ title, test }) => ({ kind: /** @type {const} */ ("test"), title, url: test?.url ?? "", n: 0 }));
  return exam && tests[exam.id]?.open ? [{ kind: "exam", title: "", url: exam.url, n: 0 }, ...begun] : begun;
}

/**
 * A talk is open while its last move led to no ending; one that has just begun counts as well.
 * @param {Overview} overview
 * @param {State} state
 * @returns {Task[]}
 */
function talks({ dialogues }, { talks: begun }) {
  const open = dialogues.filter(({ id }) => begun[id]?.open);
  return open.map(({ id, title, url, endings }) => ({ kind: "talk", title, url, n: found(begun[id], endings), all: endings.length }));
}

/**
 * How many of the endings that a dialogue has now were found.
 * @param {{endings: string[]} | undefined} talk
 * @param {string[]} endings
 */
export function found(talk, endings) {
  return endings.filter((id) => talk?.endings.includes(id)).length;
}
