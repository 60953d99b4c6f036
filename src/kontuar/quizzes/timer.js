/**
 * The clock of a timed paper: how long is left, a warning before the end, and more time by one press, as often as
 * wanted. It hands nothing in: what happens at the end of the time is the learner's affair.
 */

import { button, part } from "../core/parts.js";
import { say } from "../core/phrases.js";

/** @typedef {import("../progress/fold.js").Paper} Open */

const MINUTE = 60_000;
const OFTEN = 5000; // ms between two looks at the clock
const MORE = 10; // minutes that one press adds
const SOON = 5; // minutes before the end at which it is told, or a quarter of a shorter time

/**
 * Shows the clock for as long as the paper is open and on the page.
 * @param {HTMLElement} sheet
 * @param {() => Open | null | undefined} current the paper as it stands
 * @param {(event: object) => void} record
 */
export function start(sheet, current, record) {
  const paper = current()?.uid;
  const [left, warning] = [part("span", "", ""), part("p", "", "")];
  warning.setAttribute("role", "alert");
  const more = button("kt-btn kt-btn--quiet", say("quizzes.more-time", { n: MORE }), () => {
    const open = current();
    if (open) record({ kind: "more-time", id: open.id, paper: open.uid, minutes: MORE });
  });
  const bar = part("div", "kt-paper__clock", "");
  bar.append(left, more, warning);
  sheet.append(bar);
  const look = () => {
    const open = current();
    if (!bar.isConnected || !open || open.uid !== paper) return stop();
    const { words, told } = clock(open, Date.now());
    if (left.textContent !== words) left.textContent = words;
    if (warning.textContent !== told) warning.textContent = told;
  };
  const ticking = setInterval(look, OFTEN);
  document.addEventListener("kontuar:progress", look);
  const stop = () => {
    clearInterval(ticking);
    document.removeEventListener("kontuar:progress", look);
  };
  look();
}

/**
 * @param {Open} open
 * @param {number} now
 */
function clock({ at, timer = 0, more }, now) {
  const left = Math.ceil((at - now) / MINUTE + timer + more);
  const soon = Math.max(1, Math.min(SOON, timer / 4));
  if (left <= 0) return { words: say("quizzes.time-over"), told: say("quizzes.time-over-told") };
  return { words: say("quizzes.time-left", { n: left }), told: left <= soon ? say("quizzes.time-soon", { n: MORE }) : "" };
}
