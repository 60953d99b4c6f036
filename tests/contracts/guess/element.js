/** <kt-guess>: a number to type. */

import { Question } from "../question.js";
import { grade } from "./grade.js";

export class Guess extends Question {
  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  read() {
    return this.#input.value.trim() || null;
  }

  /** @param {unknown} answer */
  write(answer) {
    this.#input.value = String(answer ?? "");
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? "");
  }
}

Guess.define("kt-guess");
