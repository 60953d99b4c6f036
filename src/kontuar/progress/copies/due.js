/** Whether it is time to remind somebody of a copy. Pure; no DOM. */

const DAY = 86_400_000;
const QUIET = 14 * DAY;
const PATIENCE = 3 * DAY;
const ENOUGH = 20;

/**
 * @typedef {{at?: number, count?: number, later?: number}} Copied when the last copy was made and how many events it
 *   held; when the reminder was put off
 */

/**
 * @param {{count: number, first: number, copied: Copied, keeps: boolean, now: number}} how `count`: of events now;
 *   `first`: time of the oldest; `keeps`: whether this browser does not erase by itself
 */
export function due({ count, first, copied: { at = first, count: saved = 0, later = 0 }, keeps, now }) {
  return !keeps && count - saved > ENOUGH && now - at > PATIENCE && now - later > QUIET;
}
