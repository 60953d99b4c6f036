/** <kt-truth>: true or false. */

import { Question } from "../question.js";
import { grade } from "./grade.js";

export class Truth extends Question {
  get single() {
    return true;
  }

  /** @param {string} value */
  #input(value) {
    return /** @type {HTMLInputElement} */ (this.querySelector(`input[value="${value}"]`));
  }

  read() {
    if (this.#input("true").checked) return true;
    return this.#input("false").checked ? false : null;
  }

  /** @param {unknown} answer */
  write(answer) {
    this.#input("true").checked = answer === true;
    this.#input("false").checked = answer === false;
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer);
  }

  /**
   * The verdict stands at the value chosen, the reason at the right one.
   * @param {import("../result.js").Result} result
   * @param {unknown} answer
   * @returns {import("../question.js").Mark[]}
   */
  marks(result, answer) {
    const right = String(this.key.answer);
    return ["true", "false"].map((value) => ({
      row: /** @type {Element} */ (this.querySelector(`[data-part="${value}"]`)),
      verdict: value === String(answer) ? result.parts.answer : value === right ? "missed" : undefined,
      why: value === right ? this.why("answer") : null,
    }));
  }
}

Truth.define("kt-truth");
