/** <kt-match>: a menu of all right parts at each left one. */

import { say } from "../../core/phrases.js";
import { Question } from "../question.js";
import { grade } from "./grade.js";

const WIDE = 8.5; // pixels of a letter in a menu, on average, in a wide type; the arrow and the edges take some forty more

export class Match extends Question {
  /** @returns {[string, HTMLSelectElement][]} every menu with the id of its left part */
  get #menus() {
    const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-part]")]);
    return rows.map((row) => [row.dataset.part ?? "", /** @type {HTMLSelectElement} */ (row.querySelector("select"))]);
  }

  get blank() {
    return {};
  }

  get nothing() {
    return say("match.nothing");
  }

  read() {
    const chosen = this.#menus.filter(([, menu]) => menu.value).map(([left, menu]) => [left, menu.value]);
    return chosen.length ? Object.fromEntries(chosen) : null;
  }

  /** @param {unknown} answer */
  write(answer) {
    const chosen = new Map(Object.entries(answer ?? {}));
    for (const [left, menu] of this.#menus) {
      const right = chosen.get(left);
      menu.value = this.key.rights.includes(right) ? right : "";
    }
    this.#echo();
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? {});
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    this.form.addEventListener("change", () => this.#echo(), { signal });
  }

  /**
   * The rows, and the right parts in one order for all menus.
   * @param {string} seed
   */
  arrange(seed) {
    super.arrange(seed);
    for (const [, menu] of this.#menus) this.arrangeMenu(menu, `${seed} ${this.dataset.id} rights`);
    this.#echo();
  }

  /**
   * Whoever took a right part that belongs nowhere reads about that one first.
   * @param {import("../result.js").Result} result
   * @param {unknown} answer
   * @param {boolean} [everything]
   */
  marks(result, answer, everything) {
    const chosen = new Map(Object.entries(answer ?? {}));
    return this.#menus.map(([left, menu]) => ({
      row: /** @type {Element} */ (menu.closest("[data-part]")),
      verdict: result.parts[left],
      why: (!everything && this.why(chosen.get(left) ?? "")) || this.why(left),
      answer: [...menu.options].find((option) => option.value === this.key.pairs[left])?.text,
    }));
  }

  /** @param {import("../result.js").Result} result */
  partly({ parts }) {
    const verdicts = Object.values(parts);
    return say("match.partly", { n: verdicts.filter((verdict) => verdict === "right").length, all: verdicts.length });
  }

  /** A menu cuts a long text off: what was chosen stands under it as a whole. */
  #echo() {
    for (const [, menu] of this.#menus) {
      const text = menu.selectedOptions[0]?.text ?? "";
      const fits = text.length * WIDE < menu.clientWidth - 40;
      /** @type {Element} */ (menu.nextElementSibling).textContent = fits ? "" : text;
    }
  }
}

Match.define("kt-match");
