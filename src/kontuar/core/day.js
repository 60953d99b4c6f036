/** Calendar days where the learner is: whole numbers, one more each day, whether it has 23, 24 or 25 hours. */

const LONG = 86_400_000;
const LAST = 99_999_990; // some days later no date can be written any more

/**
 * The day of a moment: a minute before midnight and a minute after it are two days.
 * @param {number} at ms since 1970
 */
export function dayOf(at) {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / LONG;
}

/**
 * A moment to write a day as a date: its noon, which no change of clocks can push into another day.
 * @param {number} day
 */
export function noonOf(day) {
  const date = new Date(Math.min(day, LAST) * LONG);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}
