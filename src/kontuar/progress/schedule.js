/**
 * Spaced review: which questions come back, and when. Pure, and computed anew from all answers, never stored.
 *
 * A question that was answered wrongly or with hesitation lies in a box, and comes back after as many days as the
 * box says. Right and sure on its day or later moves it one box up, and out of the last one for good; right with
 * hesitation leaves it in its box; wrong puts it back into the first. Right before its day changes nothing.
 */

import { dayOf, noonOf } from "../core/day.js";
import { passes } from "../core/marks.js";

/**
 * @typedef {import("./fold.js").Entry} Entry
 * @typedef {{box: number, due: number, confident: boolean}} Card
 *   its place among BOXES, the day of its return, and whether the last mistake was made with certainty
 * @typedef {{id: string, card: Card, answered: boolean}} Asked a question of today, with the card it had this morning
 * @typedef {{count: number, next: Date | null, then: number, done: number, stay: number, asked: Asked[]}} Due
 *   how many questions are left today, when others come after them and how many; how many of today's are done,
 *   how many questions lie in boxes, and all that waited this morning, more than DAILY perhaps
 */

export const BOXES = [1, 3, 7, 14, 30]; // days
export const DAILY = 15;

/**
 * @param {{logs: Record<string, Entry[]>}} state of progress
 * @param {number} now ms since 1970
 * @param {(id: string) => boolean} [known] whether the course still has a question
 * @returns {Due}
 */
export function due(state, now, known = () => true) {
  const today = dayOf(now);
  /** @type {Asked[]} */
  const asked = [];
  const later = [];
  let [done, stay] = [0, 0];
  for (const id of Object.keys(state.logs).filter(known)) {
    const { morning, card, last } = history(state.logs[id], today);
    const waited = morning !== null && morning.due <= today;
    const waits = waited && last < today;
    if (waited) asked.push({ id, card: morning, answered: !waits });
    if (waited && last === today) done += 1;
    if (card) stay += 1;
    if (card && !waits) later.push(card.due);
  }
  const waiting = asked.filter(({ answered }) => !answered).length;
  const count = Math.min(waiting, Math.max(0, DAILY - done));
  const first = Math.min(...later, waiting > count ? today + 1 : Infinity);
  const then = Math.min(DAILY, waiting - count + later.filter((day) => day <= first).length);
  return { count, next: then ? noonOf(first) : null, then, done, stay, asked };
}

/**
 * What became of a question: its card before the first answer of a day, its card now, and the day of its last answer.
 * @param {Entry[]} log
 * @param {number} today
 */
export function history(log, today) {
  /** @type {{morning: Card | null, card: Card | null, last: number}} */
  const found = { morning: null, card: null, last: -Infinity };
  for (const { day, card } of steps(log)) {
    if (day < today) found.morning = card;
    found.card = card;
    found.last = day;
  }
  return found;
}

/**
 * The days on which a question was answered, each with the card that it had afterwards.
 * @param {Entry[]} log
 */
export function* steps(log) {
  /** @type {Card | null} */
  let card = null;
  let known = "";
  for (const entry of log.filter(({ max }) => max > 0)) {
    const day = dayOf(entry.at);
    card = after(entry.hash === known ? card : null, entry, day); // a changed question is a new one
    known = entry.hash;
    yield { day, card };
  }
}

/**
 * @param {Card | null} card null for a question that does not come back
 * @param {Entry} entry
 * @param {number} day of the answer
 * @returns {Card | null}
 */
function after(card, { points, max, shown, certainty }, day) {
  const right = !shown && passes(points, max, 100);
  const hesitant = certainty !== undefined && certainty !== "sure";
  if (!right || (!card && hesitant)) return { box: 0, due: day + BOXES[0], confident: certainty === "sure" };
  if (!card || day < card.due) return card;
  const box = card.box + Number(!hesitant);
  return box < BOXES.length ? { ...card, box, due: day + BOXES[box] } : null;
}
