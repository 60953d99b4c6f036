/**
 * <kt-practice>: several questions together. Once enough of them are answered it sums up how it went: confident errors
 * first, then by objective with the lessons that help, and the way to repeat only what was wrong.
 */

import { data } from "../core/data.js";
import { Follower } from "../core/follower.js";
import { say } from "../core/phrases.js";
import { actions, button, part } from "./parts.js";
import { report } from "./report.js";

/**
 * @typedef {import("../questions/question.js").Question} Question
 * @typedef {import("../progress/fold.js").Answer} Answer
 * @typedef {{question: Question, answer: Answer}} Done
 */

const ENOUGH = 5; // answers after which a long list of questions is summed up

class Practice extends Follower {
  #repeating = false;

  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state }) {
    const questions = this.#questions;
    /** @type {Done[]} */
    const done = questions.flatMap((question) => {
      const answer = state.answers[question.dataset.id ?? ""];
      return answer?.hash === question.dataset.hash ? [{ question, answer }] : [];
    });
    const summary = this.#summary;
    summary.hidden = done.length < Math.min(ENOUGH, questions.length);
    if (summary.hidden || summary.contains(document.activeElement)) return;
    summary.replaceChildren(...this.#told(done, questions.length));
  }

  get #questions() {
    return /** @type {Question[]} */ ([...this.querySelectorAll("[data-hash]")]);
  }

  get #summary() {
    return /** @type {HTMLElement} */ (this.querySelector(":scope > [data-part=summary]"));
  }

  /**
   * @param {Done[]} done
   * @param {number} all
   */
  #told(done, all) {
    const scored = done.filter(({ answer }) => answer.max > 0);
    const wrong = scored.filter(({ answer }) => !right(answer));
    const sure = wrong.filter(({ answer }) => answer.certainty === "sure");
    const rest = wrong.filter((one) => !sure.includes(one));
    const counts = { n: scored.length - wrong.length, done: scored.length, all: all - done.length + scored.length };
    const headline = say(done.length < all ? "quizzes.sum-so-far" : "quizzes.sum", counts);
    const questions = scored.map(({ question }) => question);
    return [
      part(this.dataset.heading ?? "h3", "", headline),
      ...listed("quizzes.confident", sure),
      ...listed("quizzes.to-repeat", rest),
      ...report(questions, scored.map(({ answer }) => answer), data(this), "h4"),
      actions(...this.#ways(wrong)),
    ];
  }

  /** @param {Done[]} wrong */
  #ways(wrong) {
    const again = () => this.#repeat(wrong.map(({ question }) => question));
    const every = () => this.#show(() => true);
    return [
      ...(wrong.length ? [button("kt-btn", say("quizzes.repeat", { n: wrong.length }), again)] : []),
      ...(this.#repeating ? [button("kt-btn kt-btn--text", say("quizzes.show-all"), every)] : []),
    ];
  }

  /** @param {Question[]} wrong */
  #repeat(wrong) {
    this.#repeating = true;
    this.#show((question) => wrong.includes(question));
    for (const question of wrong) question.again();
    this.#summary.hidden = true;
    wrong[0].first?.focus();
  }

  /** @param {(question: Question) => boolean} wanted */
  #show(wanted) {
    for (const question of this.#questions) question.hidden = !wanted(question);
    this.#questions.find(wanted)?.first?.focus();
  }
}

/** An answer that was asked for is none. @param {Answer} answer */
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

/** @param {Question} question */
function stem(question) {
  const legend = /** @type {HTMLElement} */ (question.querySelector("legend")).cloneNode(true);
  for (const small of /** @type {HTMLElement} */ (legend).querySelectorAll("small")) small.remove();
  return (legend.textContent ?? "").trim();
}

Practice.define("kt-practice");
