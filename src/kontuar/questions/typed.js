/** What questions share whose answer is one line to type: the input, near answers, and when a verdict goes. */

import { fold } from "../core/text.js";
import { Question } from "./question.js";

/** A type extends this class and says how its answer is graded, which near answer it is, and what the right one is. */
export class Typed extends Question {
  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[data-part] input"));
  }

  get blank() {
    return "";
  }

  read() {
    const { value } = this.#input;
    return fold(value) ? value : null;
  }

  /** @param {unknown} answer */
  write(answer) {
    this.#input.value = typeof answer === "string" ? answer : "";
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    // A verdict goes with the first sign typed after it; a test keeps an answer only once it is finished.
    this.#input.addEventListener("input", () => this.inPaper || this.changed(), { signal });
  }

  /**
   * @param {unknown} _answer
   * @returns {number} the place of the near answer that this one is, -1 where it is none
   */
  near(_answer) {
    throw new Error("a type knows its own near answers");
  }

  /** @returns {string | undefined} the right answer, as the page tells it */
  get solution() {
    throw new Error("a type tells its own answer");
  }

  /**
   * A near answer gets its own reason, as long as the right one is not told.
   * @param {import("./result.js").Result} result
   * @param {unknown} answer
   * @param {boolean} [everything]
   * @returns {import("./question.js").Mark[]}
   */
  marks(result, answer, everything) {
    return [
      {
        row: /** @type {Element} */ (this.querySelector("[data-part]")),
        verdict: result.parts.answer,
        why: this.why(everything ? "answer" : `near-${this.near(answer)}`),
        answer: this.solution,
      },
    ];
  }
}
