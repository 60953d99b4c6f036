/** How several questions went: confident errors first, then by objective with the lessons that help. */

import { actions, button, part } from "../core/parts.js";
import { say } from "../core/phrases.js";
import { report } from "./report.js";

/**
 * @typedef {import("./practice.js").Done} Done
 * @typedef {import("../questions/question.js").Question} Question
 * @typedef {import("./report.js").Objectives} Objectives
 */

/**
 * @param {Done[]} done the questions that were answered
 * @param {Question[]} all of them, answered or not
 * @param {{place: HTMLElement, objectives: Objectives, heading: string}} how `place`: where the summary stands
 * @returns {HTMLElement[]}
 */
export function summary(done, all, { place, objectives, heading }) {
  const scored = done.filter(({ answer }) => answer.max > 0);
  const wrong = scored.filter(({ answer }) => !right(answer));
  const sure = wrong.filter(({ answer }) => answer.certainty === "sure");
  const rest = wrong.filter((one) => !sure.includes(one));
  const counts = { n: scored.length - wrong.length, done: scored.length, all: all.length - done.length + scored.length };
  const items = scored.map(({ question, answer: { points, max } }) => ({ objective: question.dataset.objective ?? "", points, max }));
  const some = all.some(({ hidden }) => hidden);
  const ways = [
    ...(wrong.length ? [button("kt-btn", say("quizzes.repeat", { n: wrong.length }), () => repeat(wrong, all, place))] : []),
    ...(some ? [button("kt-btn kt-btn--text", say("quizzes.show-all"), () => show(all, all))] : []),
  ];
  return [
    part(heading, "", say(done.length < all.length ? "quizzes.sum-so-far" : "quizzes.sum", counts)),
    ...listed("quizzes.confident", sure),
    ...listed("quizzes.to-repeat", rest),
    ...report(items, objectives, "h4"),
    actions(...ways),
  ];
}

/**
 * Shows only what was wrong, empty again; the next answer brings the summary back.
 * @param {Done[]} wrong
 * @param {Question[]} all
 * @param {HTMLElement} place
 */
function repeat(wrong, all, place) {
  const questions = wrong.map(({ question }) => question);
  for (const question of questions) question.again();
  place.hidden = true;
  show(all, questions);
}

/**
 * @param {Question[]} all
 * @param {Question[]} wanted
 */
function show(all, wanted) {
  for (const question of all) question.hidden = !wanted.includes(question);
  wanted[0]?.first?.focus();
}

/** An answer that was asked for is none. @param {Done["answer"]} answer */
const right = ({ points, max, shown }) => points === max && !shown;

/**
 * @param {string} words
 * @param {Done[]} those
 */
function listed(words, those) {
  if (!those.length) return [];
  const list = part("ul", "", "");
  for (const { question } of those) {
    const link = /** @type {HTMLAnchorElement} */ (part("a", "", stem(question)));
    link.href = `#${question.id}`;
    const item = part("li", "", "");
    item.append(link);
    list.append(item);
  }
  return [part("p", "", say(words)), list];
}

/** @param {Done["question"]} question */
function stem(question) {
  const legend = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (question.querySelector("legend")).cloneNode(true));
  for (const small of legend.querySelectorAll("small")) small.remove();
  return (legend.textContent ?? "").trim();
}
