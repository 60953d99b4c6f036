/** <kt-practice>: several questions together, summed up once enough of them are answered. */

import { data } from "../core/parts.js";
import { Follower } from "../core/follower.js";

/**
 * @typedef {import("../questions/question.js").Question} Question
 * @typedef {import("../progress/fold.js").Answer} Answer
 * @typedef {{question: Question, answer: Answer}} Done
 */

const ENOUGH = 5; // answers after which a long list of questions is summed up

class Practice extends Follower {
  /** @param {import("../core/follower.js").Progress} progress */
  async follow({ state }) {
    const questions = /** @type {Question[]} */ ([...this.querySelectorAll("[data-hash]")]);
    const done = questions.flatMap((question) => {
      const answer = state.answers[question.dataset.id ?? ""];
      return answer?.hash === question.dataset.hash ? [{ question, answer }] : [];
    });
    const place = /** @type {HTMLElement} */ (this.querySelector(":scope > [data-part=summary]"));
    place.hidden = done.length < Math.min(ENOUGH, questions.length);
    if (place.hidden || place.contains(document.activeElement)) return;
    const { summary } = await import("./summary.js"); // most visits end before it is needed
    place.replaceChildren(...summary(done, questions, { place, objectives: data(this), heading: this.dataset.heading ?? "h3" }));
  }
}

Practice.define("kt-practice");
