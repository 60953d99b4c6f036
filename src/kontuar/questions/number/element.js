/** <kt-number>: a number to type. */

import { parse } from "../../core/number.js";
import { say, written } from "../../core/phrases.js";
import { Typed } from "../typed.js";
import { grade, near, typed } from "./grade.js";

const THOUSANDS = /^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/;

export class NumberQuestion extends Typed {
  get nothing() {
    return say("number.nothing");
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? "");
  }

  /** @param {unknown} answer */
  objection(answer) {
    return typed(this.key, answer) === null ? say("number.not-one") : "";
  }

  /** @param {unknown} answer */
  near(answer) {
    return near(this.key, answer);
  }

  /** What the page would read as another number, such as 1,250 in English, is told with a space instead. */
  get solution() {
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
    const mistaken = result.parts.answer === "wrong" && this.near(answer) < 0;
    return mistaken && THOUSANDS.test(String(answer)) ? say("number.thousands") : "";
  }
}

NumberQuestion.define("kt-number");
