/** The wait after an attempt, on the page: when the next one may begin, in words, and the button back in time. */

import { locale, say } from "../core/phrases.js";
import { next } from "./wait.js";

const MINUTE = 60_000;
const OFTEN = 15_000; // ms between two looks at the clock: it may be set, and the device may sleep
const LONG = 120; // minutes from which hours are counted

/** @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} */
const timers = new WeakMap();

/**
 * Whether the next attempt has to wait. As long as it does, the page says until when, and looks again.
 * @param {HTMLElement} line that says it
 * @param {{uid: string, at: number} | null} last the result that the wait follows, if there is one
 * @param {number} wait in minutes
 * @param {() => void} over what is to be done when the wait is over
 */
export function waits(line, last, wait, over) {
  clearTimeout(timers.get(line));
  const until = last && wait ? next(last, wait * MINUTE) : 0;
  const left = until - Date.now();
  line.textContent = left > 0 ? words(until, left) : "";
  line.hidden = left <= 0;
  if (left > 0) timers.set(line, setTimeout(() => line.isConnected && over(), Math.min(left, OFTEN)));
  return left > 0;
}

/**
 * @param {number} until
 * @param {number} left ms
 */
function words(until, left) {
  const today = new Date(until).toDateString() === new Date().toDateString();
  const day = today ? {} : /** @type {const} */ ({ weekday: "long", day: "numeric", month: "long" });
  const time = new Intl.DateTimeFormat(locale(), { ...day, hour: "2-digit", minute: "2-digit" }).format(until);
  const minutes = Math.ceil(left / MINUTE);
  return minutes < LONG ? say("quizzes.wait", { n: minutes, time }) : say("quizzes.wait-hours", { n: Math.round(minutes / 60), time });
}
