/** What is said before the questions and after them: how many there are, when others come, and the streak. */

import { dayOf } from "../core/day.js";
import { locale, say } from "../core/phrases.js";
import { streak } from "../progress/streak.js";

/**
 * @typedef {import("../progress/schedule.js").Due} Due
 * @typedef {import("../progress/fold.js").State} State
 */

const SECONDS = 45; // a question, its explanation included

/**
 * @param {HTMLElement} place with a place for each sentence
 * @param {State} state
 * @param {Due} due
 * @param {number} now
 */
export function told(place, state, due, now) {
  const { count, done, stay } = due;
  const days = streak(state, now);
  const begun = Object.keys(state.logs).length > 0;
  const kind = count ? "today" : done ? "done" : stay ? "nothing" : begun ? "empty" : "fresh";
  const minutes = Math.max(1, Math.round((count * SECONDS) / 60));
  fill(place, "headline", say(`review.${kind}`, { n: count }));
  fill(place, "about", say(`review.${kind}-about`, { n: count ? minutes : done }));
  fill(place, "next", count ? "" : following(due, now));
  fill(place, "stay", stay && !count ? say("review.stay", { n: stay }) : "");
  fill(place, "streak", days > 1 ? say("review.streak", { n: days }) : "");
  const start = /** @type {HTMLElement} */ (place.querySelector("[data-do=start]"));
  start.textContent = say(done ? "review.go-on" : "review.start");
  start.hidden = !count;
  /** @type {HTMLElement} */ (place.querySelector("[data-do=leave]")).hidden = count > 0;
  place.hidden = false;
}

/**
 * @param {Due} due
 * @param {number} now
 */
function following({ next, then }, now) {
  return next ? say("review.following", { n: then, when: dated(next, now) }) : "";
}

/**
 * “Tomorrow”, or the date of a day.
 * @param {Date} noon
 * @param {number} now
 */
export function dated(noon, now) {
  const tomorrow = dayOf(noon.getTime()) - dayOf(now) === 1;
  if (tomorrow) return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(1, "day");
  return new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long" }).format(noon);
}

/**
 * @param {HTMLElement} place
 * @param {string} name
 * @param {string} words
 */
function fill(place, name, words) {
  const line = /** @type {HTMLElement} */ (place.querySelector(`[data-fill=${name}]`));
  line.textContent = words;
  line.hidden = !words;
}
