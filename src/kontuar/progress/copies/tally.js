/** What a number of events amounts to, for people. Pure; no DOM. */

/**
 * @typedef {import("../event.js").Event} Event
 * @typedef {{answers: number, lessons: number, tests: number, talks: number, others: number}} Counts
 * @typedef {{counts: Counts, resets: number, from: number, to: number}} Tally
 *   `counts`: answers in practice, lessons done, tests handed in, talks, and records of other kinds; `resets`: of a
 *   module or of all; `from` and `to`: ms since 1970
 */

/**
 * @param {Event[]} events at least one
 * @returns {Tally}
 */
export function tally(events) {
  const lessons = new Set();
  const talks = new Set();
  const counts = { answers: 0, lessons: 0, tests: 0, talks: 0, others: 0 };
  let [resets, from, to] = [0, Infinity, -Infinity];
  for (const { kind, id, at, paper, play, scope } of events) {
    from = Math.min(from, at);
    to = Math.max(to, at);
    if (kind === "answer" && paper === undefined) counts.answers++;
    else if (kind === "lesson-done") lessons.add(id);
    else if (kind === "test-submit") counts.tests++;
    else if (kind === "scene") talks.add(`${id} ${play}`);
    else counts.others++;
    if (kind === "reset" && ["module", "all"].includes(scope)) resets++;
  }
  return { counts: { ...counts, lessons: lessons.size, talks: talks.size }, resets, from, to };
}
