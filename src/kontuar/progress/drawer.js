/** A drawer of the counter: the row of a module, a test or a talk, with its note, its mark and its ring. */

import { part } from "../core/parts.js";
import { percent, say } from "../core/phrases.js";

const SVG = "http://www.w3.org/2000/svg";
const CHECK = "m15.600 24.200-5.400-5.400 2-2 3.400 3.400 8.200-8.200 2 2z";

/**
 * @param {Element} row
 * @param {string | null} words null for what the build wrote there
 */
export function note(row, words) {
  const place = /** @type {HTMLElement | null} */ (row.querySelector("[data-kt-note]"));
  if (!place) return;
  place.dataset.built ??= place.textContent ?? "";
  place.textContent = words ?? place.dataset.built;
}

/**
 * @param {Element} row
 * @param {string} words nothing for no mark
 * @param {string} [state]
 */
export function tick(row, words, state = "right") {
  row.querySelector(":scope > .kt-mark")?.remove();
  if (!words) return;
  const mark = part("b", "kt-mark", words);
  mark.dataset.state = state;
  row.append(mark);
}

/**
 * @param {Element} row
 * @param {boolean} on
 */
export function current(row, on) {
  if (on) row.setAttribute("aria-current", "step");
  else row.removeAttribute("aria-current");
}

/**
 * A drawer that the build did not know of.
 * @param {{url: string, title: string, words: string, number?: number}} how `number` stands where others have a ring
 */
export function drawer({ url, title, words, number }) {
  const link = /** @type {HTMLAnchorElement} */ (part("a", "", title));
  link.href = url;
  const text = part("span", "kt-grow", "");
  text.append(link, part("span", "kt-quiet", words));
  const row = part("li", "kt-card kt-drawer", "");
  const sign = part("span", "kt-num", number ? String(number) : "");
  sign.ariaHidden = "true"; // the words say it
  row.append(...(number ? [sign] : []), text);
  return row;
}

/**
 * @param {Element} row
 * @param {import("./standing.js").Standing} how
 */
export function ring(row, how) {
  const svg = row.querySelector(".kt-ring");
  if (!svg) return;
  const tested = !how.passed || how.share !== null;
  const steps = how.all + Number(tested); // the last step is the test
  const share = how.complete ? 100 : Math.round((how.done / steps) * 100);
  svg.classList.toggle("kt-ring--full", how.complete);
  for (const piece of svg.querySelectorAll("circle + circle, path")) piece.remove();
  const text = svg.querySelector("text");
  if (text) text.textContent = how.complete ? "" : `${how.done}/${how.all}`;
  const circle = { cx: 18, cy: 18, r: 15, pathLength: 100, "stroke-dasharray": `${share} 100` };
  if (how.done > 0 || how.complete) text?.before(drawn("circle", circle));
  if (how.complete) svg.append(drawn("path", { d: CHECK }));
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function drawn(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** The words under a module. @param {import("./standing.js").Standing} how */
export function moduleWords(how) {
  if (how.complete) return how.share === null ? say("progress.drawer-done-plain") : say("progress.drawer-done", { share: percent(how.share) });
  if (how.done === how.all) return say("progress.drawer-test-left");
  return say("progress.drawer-half", { done: how.done, all: how.all, minutes: how.minutesLeft });
}
