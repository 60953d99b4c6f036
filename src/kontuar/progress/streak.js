/** How long a learner has been at it without a longer break. Pure; it forgives one missed day in seven. */

import { dayOf } from "../core/day.js";
import { steps } from "./schedule.js";

/** @typedef {import("./fold.js").Entry} Entry */

const WEEK = 7;
const LONGEST = 1000; // days looked back

/**
 * The days with any learning since the last break.
 *
 * A day on which something waited for review and nothing was learnt is missed: the first one in seven days is a day
 * of rest, the next one is a break. Days on which nothing waited count neither for nor against; today is not over.
 * @param {{times: number[], logs: Record<string, Entry[]>}} state of progress
 * @param {number} now ms since 1970
 */
export function streak({ times, logs }, now) {
  const today = dayOf(now);
  const from = today - LONGEST;
  const active = new Set(times.map(dayOf));
  const waited = new Set(Object.values(logs).flatMap((log) => [...waiting(log, from, today)]));
  let [days, rested] = [0, -Infinity];
  for (let day = from; day <= today; day++) {
    if (active.has(day)) days += 1;
    else if (!days || !waited.has(day)) continue;
    else if (day - rested >= WEEK) rested = day;
    else [days, rested] = [0, -Infinity];
  }
  return days;
}

/**
 * The days in [from, to) on which a question waited for review and was not answered.
 * @param {Entry[]} log
 * @param {number} from
 * @param {number} to
 */
function* waiting(log, from, to) {
  let due = Infinity;
  for (const { day, card } of [...steps(log), { day: to, card: null }]) {
    for (let late = Math.max(due, from); late < Math.min(day, to); late++) yield late;
    due = card?.due ?? Infinity;
  }
}
