/** <kt-text>: a line to type on. */

import { say } from "../../core/phrases.js";
import { fold, nearMiss } from "../../core/text.js";
import { Question } from "../question.js";
import { grade, near } from "./grade.js";

export class Text extends Question {
  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[data-part] input"));
  }

  get blank() {
    return "";
  }

  get nothing() {
    return say("text.nothing");
  }

  read() {
    const { value } = this.#input;
    return fold(value) ? value : null;
  }

  /** @param {unknown} answer */
  write(answer) {
    this.#input.value = typeof answer === "string" ? answer : "";
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? "");
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    // A verdict goes with the first letter typed after it; a test keeps an answer only once it is finished.
    this.#input.addEventListener("input", () => this.inPaper || this.changed(), { signal });
  }

  /**
   * A near answer gets its own reason, as long as the right one is not told.
   * @param {import("../result.js").Result} result
   * @param {unknown} answer
   * @param {boolean} [everything]
   * @returns {import("../question.js").Mark[]}
   */
  marks(result, answer, everything) {
    const place = near(this.key, answer);
    const { solution } = /** @type {HTMLElement} */ (this.querySelector("[data-solution]")).dataset;
    return [
      {
        row: /** @type {Element} */ (this.querySelector("[data-part]")),
        verdict: result.parts.answer,
        why: this.why(everything ? "answer" : `near-${place}`),
        answer: solution,
      },
    ];
  }

  /**
   * @param {unknown} answer
   * @param {import("../result.js").Result} result
   */
  remark(answer, result) {
    if (result.parts.answer !== "wrong" || near(this.key, answer) >= 0) return "";
    const close = this.key.accept.some((/** @type {string} */ text) => nearMiss(String(answer), text));
    return close ? say("text.diacritics") : "";
  }
}

Text.define("kt-text");
