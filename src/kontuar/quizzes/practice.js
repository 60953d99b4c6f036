/** <kt-practice>: several questions together, summed up once enough of them are answered; what was wrong can be repeated. */

import { data } from "../core/data.js";
import { Follower } from "../core/follower.js";

/**
 * @typedef {import("../questions/question.js").Question} Question
 * @typedef {import("../progress/fold.js").Answer} Answer
 * @typedef {{question: Question, answer: Answer}} Done
 */

const ENOUGH = 5; // answers after which a long list of questions is summed up

class Practice extends Follower {
  #repeating = false;
  /** @type {Done[]} */
  #done = [];

  /** @param {import("../core/follower.js").Progress} progress */
  async follow({ state }) {
    const questions = this.#questions;
    this.#done = questions.flatMap((question) => {
      const answer = state.answers[question.dataset.id ?? ""];
      return answer?.hash === question.dataset.hash ? [{ question, answer }] : [];
    });
    const place = this.#summary;
    place.hidden = this.#done.length < Math.min(ENOUGH, questions.length);
    if (place.hidden || place.contains(document.activeElement)) return;
    const { summary } = await import("./summary.js"); // most visits end before it is needed
    const [heading, every] = [this.dataset.heading ?? "h3", this.#repeating ? () => this.#show(() => true) : null];
    const how = { objectives: data(this), heading, repeat: (/** @type {Done[]} */ wrong) => this.#repeat(wrong), every };
    place.replaceChildren(...summary(this.#done, questions.length, how));
  }

  get #questions() {
    return /** @type {Question[]} */ ([...this.querySelectorAll("[data-hash]")]);
  }

  get #summary() {
    return /** @type {HTMLElement} */ (this.querySelector(":scope > [data-part=summary]"));
  }

  /** @param {Done[]} wrong */
  #repeat(wrong) {
    const questions = wrong.map(({ question }) => question);
    this.#repeating = true;
    for (const question of questions) question.again();
    this.#summary.hidden = true;
    this.#show((question) => questions.includes(question));
  }

  /** @param {(question: Question) => boolean} wanted */
  #show(wanted) {
    for (const question of this.#questions) question.hidden = !wanted(question);
    this.#questions.find(wanted)?.first?.focus();
  }
}

Practice.define("kt-practice");
