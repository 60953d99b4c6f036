/** What a question tells after an answer: verdicts and explanations at its rows, and the result in words. */

import { part } from "../core/parts.js";
import { say } from "../core/phrases.js";

/**
 * @typedef {import("./result.js").Result} Result
 * @typedef {import("./result.js").Verdict} Verdict
 * @typedef {{row: Element, verdict?: Verdict, why?: Element | null, answer?: string, word?: string}} Mark
 *   `answer`: what would be right here, told where it is not; a part of this kind that is missed was left blank;
 *   `word`: what is said of the row instead of the usual word for its verdict
 * @typedef {{state: string, headline: string, sentence: string}} Message
 */

/**
 * Puts verdicts and explanations at the rows of a question.
 * @param {Mark[]} marks
 * @param {boolean} everything all of them, or only those of what was chosen
 * @param {boolean} single whether there is just one right answer
 */
export function mark(marks, everything, single) {
  for (const { row, verdict, why, answer, word } of marks) {
    const silent = verdict === undefined || (verdict === "missed" && !everything);
    const kind = verdict !== "missed" ? verdict : answer ? "blank" : single ? "answer" : "missed";
    if (!silent) judge(row, kind === "blank" ? "wrong" : verdict, word ?? say(`questions.mark-${kind}`));
    const solution = everything && verdict !== "right" ? answer : "";
    if (solution || (why && (everything || !silent))) explain(row, why, solution);
  }
}

/**
 * @param {Element} row
 * @param {Verdict} verdict
 * @param {string} word
 */
function judge(row, verdict, word) {
  row.setAttribute("data-state", verdict);
  const place = row.querySelector("[data-mark]") ?? row.querySelector("label") ?? row;
  place.append(part("b", "kt-mark", word));
}

/**
 * @param {Element} row
 * @param {Element | null | undefined} why
 * @param {string} [solution]
 */
function explain(row, why, solution) {
  const box = part("div", "kt-why", "");
  const { part: name } = /** @type {HTMLElement} */ (row).dataset;
  box.id = `${row.closest("[data-hash]")?.id}-${name}-why`;
  if (solution) box.append(part("p", "kt-answer", say("questions.solution", { answer: solution })));
  box.append(...[...(why?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  row.querySelector("[role=group], input, select, textarea")?.setAttribute("aria-describedby", box.id);
  row.append(box);
}

/** Takes all marks off a question. @param {Element} question */
export function unmark(question) {
  for (const told of question.querySelectorAll("[data-part] .kt-mark, [data-part] .kt-why")) told.remove();
  for (const row of question.querySelectorAll("[data-state]")) row.removeAttribute("data-state");
  for (const control of question.querySelectorAll("[data-part] [aria-describedby]")) control.removeAttribute("aria-describedby");
  question.querySelector("output")?.replaceChildren();
}

/**
 * Says something in the question's status region, all at once, so that it is read out as one.
 * @param {Element} question
 * @param {Message} message
 */
export function tell(question, { state, headline, sentence }) {
  const output = /** @type {HTMLOutputElement} */ (question.querySelector("output"));
  output.setAttribute("data-state", state);
  output.replaceChildren(part("b", "kt-mark", headline), ...(sentence ? [part("p", "", sentence)] : []));
}

/**
 * A result in words.
 * @param {Result} result
 * @param {{shown: boolean, final: boolean, conclusive: boolean}} how the answer was asked for; another try does
 *   not mend it; one try tells all
 * @returns {Message}
 */
export function verdict({ points, max, parts }, { shown, final, conclusive }) {
  if (points === max) return { state: "right", headline: say("questions.right"), sentence: "" };
  if (conclusive) return { state: "wrong", headline: say("questions.mark-wrong"), sentence: "" };
  if (shown) return { state: "note", headline: say("questions.shown"), sentence: final ? "" : say("questions.shown-note") };
  const next = final ? "" : say("questions.try-again");
  if (points === 0) return { state: "wrong", headline: say("questions.wrong"), sentence: next };
  const faultless = !Object.values(parts).includes("wrong");
  return { state: "partly", headline: "", sentence: faultless ? say("questions.some-missing") : next };
}

/**
 * Tells where an answer is kept, only once it is; nothing for an empty place.
 * @param {Element} question
 * @param {string} storage
 */
export function saved(question, storage) {
  question.querySelector(".kt-saved")?.remove();
  if (!storage) return;
  const words = say(storage === "memory" ? "questions.not-saved" : "questions.saved");
  question.querySelector(".kt-actions")?.append(part("span", "kt-quiet kt-saved", words));
}
