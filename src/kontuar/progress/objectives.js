/** How well a learner knows what the course teaches: the last answer to each question, by objective. Pure; no DOM. */

import { passes } from "../core/marks.js";

/**
 * @typedef {import("./fold.js").Entry} Entry
 * @typedef {{right: number, answered: number, strong: boolean}} Mastery
 *   questions whose last answer earned all its points, unaided; those answered at all; whether that is enough
 */

const ENOUGH = 2; // answers: one may have been luck
const STRONG = 80; // per cent of them right

/**
 * @param {string[]} questions the ids of an objective's questions
 * @param {Record<string, Entry[]>} logs see progress/fold.js
 * @returns {Mastery | null} nothing where no question was answered
 */
export function mastery(questions, logs) {
  const last = questions.flatMap((id) => logs[id]?.filter(({ max }) => max > 0).slice(-1) ?? []);
  if (!last.length) return null;
  const right = last.filter(({ points, max, shown }) => !shown && passes(points, max, 100)).length;
  return { right, answered: last.length, strong: last.length >= Math.min(ENOUGH, questions.length) && passes(right, last.length, STRONG) };
}
