/** <kt-text>: a line to type on. */

import { say } from "../../core/phrases.js";
import { nearMiss } from "../../core/text.js";
import { Typed } from "../typed.js";
import { grade, near } from "./grade.js";

export class Text extends Typed {
  get nothing() {
    return say("text.nothing");
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? "");
  }

  /** @param {unknown} answer */
  near(answer) {
    return near(this.key, answer);
  }

  get solution() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-solution]")).dataset.solution;
  }

  /**
   * @param {unknown} answer
   * @param {import("../result.js").Result} result
   */
  remark(answer, result) {
    if (result.parts.answer !== "wrong" || this.near(answer) >= 0) return "";
    const close = this.key.accept.some((/** @type {string} */ text) => nearMiss(String(answer), text));
    return close ? say("text.diacritics") : "";
  }
}

Text.define("kt-text");
