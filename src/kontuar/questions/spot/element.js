/** <kt-spot>: a conversation with a check box at each line that can be marked. */

import { say } from "../../core/phrases.js";
import { Question } from "../question.js";
import { grade } from "./grade.js";

export class Spot extends Question {
  get #boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("[data-part] input")]);
  }

  get single() {
    return this.key.correct.length === 1;
  }

  get blank() {
    return [];
  }

  get nothing() {
    return say("spot.nothing");
  }

  read() {
    const marked = this.#boxes.filter((box) => box.checked).map((box) => box.value);
    return marked.length ? marked : null;
  }

  /** @param {unknown} answer */
  write(answer) {
    const marked = Array.isArray(answer) ? answer : [];
    for (const box of this.#boxes) box.checked = marked.includes(box.value);
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? []);
  }

  /**
   * “Right” beside a line that is wrong would be misread: what is judged is the mark.
   * @param {import("../result.js").Result} result
   * @param {unknown} answer
   * @returns {import("../question.js").Mark[]}
   */
  marks(result, answer) {
    const word = { right: say("spot.mark-right"), wrong: say("spot.mark-wrong"), missed: undefined };
    return super.marks(result, answer).map((mark) => ({ ...mark, word: mark.verdict && word[mark.verdict] }));
  }

  /** @param {import("../result.js").Result} result */
  partly({ parts }) {
    const verdicts = Object.values(parts);
    const n = verdicts.filter((verdict) => verdict === "right").length;
    const extra = verdicts.filter((verdict) => verdict === "wrong").length;
    return say(extra ? "spot.found-and-more" : "spot.found", { n, all: this.key.correct.length, extra });
  }
}

Spot.define("kt-spot");
