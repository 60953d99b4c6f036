/** <kt-sort>: a group of radio buttons, one for each bin, at every item. */

import { say } from "../../core/phrases.js";
import { Question } from "../question.js";
import { grade } from "./grade.js";

export class Sort extends Question {
  /** Each radio button with the id of its item. */
  get #inputs() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-part]")]).flatMap((row) =>
      [...row.querySelectorAll("input")].map((input) => ({ input, item: row.dataset.part ?? "" })),
    );
  }

  get blank() {
    return {};
  }

  get nothing() {
    return say("sort.nothing");
  }

  read() {
    const chosen = this.#inputs.filter(({ input }) => input.checked);
    return chosen.length ? Object.fromEntries(chosen.map(({ input, item }) => [item, input.value])) : null;
  }

  /** @param {unknown} answer */
  write(answer) {
    const bins = Object(answer);
    for (const { input, item } of this.#inputs) input.checked = bins[item] === input.value;
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? {});
  }

  /** @param {import("../result.js").Result} result */
  partly(result) {
    const verdicts = Object.values(result.parts);
    return say("questions.in-place", { n: verdicts.filter((verdict) => verdict === "right").length, all: verdicts.length });
  }

  /**
   * @param {import("../result.js").Result} result
   * @param {unknown} answer
   */
  marks(result, answer) {
    return super.marks(result, answer).map((mark) => ({ ...mark, answer: this.#bin(mark.row) }));
  }

  /** The right bin in words. @param {Element} row */
  #bin(row) {
    const bin = this.key.items[/** @type {HTMLElement} */ (row).dataset.part ?? ""];
    return row.querySelector(`input[value="${bin}"]`)?.closest("label")?.textContent?.trim() ?? "";
  }
}

Sort.define("kt-sort");
