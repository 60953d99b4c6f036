/** <kt-number>: a number to type. */

import { parse } from "../../core/number.js";
import { say, written } from "../../core/phrases.js";
import { fold } from "../../core/text.js";
import { Question } from "../question.js";
import { grade, near, typed } from "./grade.js";

const THOUSANDS = /^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/;

export class NumberQuestion extends Question {
  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[data-part] input"));
  }

  get blank() {
    return "";
  }

  get nothing() {
    return say("number.nothing");
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

  /** @param {unknown} answer */
  objection(answer) {
    return typed(this.key, answer) === null ? say("number.not-one") : "";
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    // A verdict goes with the first digit typed after it; a test keeps an answer only once it is finished.
    this.#input.addEventListener("input", () => this.inPaper || this.changed(), { signal });
  }

  /**
   * A near number gets its own reason, as long as the right one is not told.
   * @param {import("../result.js").Result} result
   * @param {unknown} answer
   * @param {boolean} [everything]
   * @returns {import("../question.js").Mark[]}
   */
  marks(result, answer, everything) {
    const place = near(this.key, answer);
    return [
      {
        row: /** @type {Element} */ (this.querySelector("[data-part]")),
        verdict: result.parts.answer,
        why: this.why(everything ? "answer" : `near-${place}`),
        answer: this.#solution,
      },
    ];
  }

  /** What the page would read as another number, such as 1,250 in English, is told with a space instead. */
  get #solution() {
    const { answer } = this.key;
    const { after } = /** @type {HTMLElement} */ (this.querySelector("[data-after]")).dataset;
    const number = written(answer, 20).replace("-", "\u2212");
    return (parse(number) === answer ? number : number.replace(",", "\u00a0")) + after;
  }

  /**
   * @param {unknown} answer
   * @param {import("../result.js").Result} result
   */
  remark(answer, result) {
    const mistaken = result.parts.answer === "wrong" && near(this.key, answer) < 0;
    return mistaken && THOUSANDS.test(String(answer)) ? say("number.thousands") : "";
  }
}

NumberQuestion.define("kt-number");
