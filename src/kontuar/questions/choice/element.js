/** <kt-choice>: radio buttons or check boxes. */

import { Question } from "../question.js";
import { grade } from "./grade.js";

export class Choice extends Question {
  get #inputs() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("[data-part] input")]);
  }

  get single() {
    return this.key.pick === "one";
  }

  get blank() {
    return [];
  }

  read() {
    const picked = this.#inputs.filter((input) => input.checked).map((input) => input.value);
    return picked.length ? picked : null;
  }

  /** @param {unknown} answer */
  write(answer) {
    const picked = Array.isArray(answer) ? answer : [];
    for (const input of this.#inputs) input.checked = picked.includes(input.value);
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? []);
  }
}

Choice.define("kt-choice");
