/** <kt-cloze>: a text with fields and menus in it, and under it a row of feedback for each gap. */

import { say } from "../../core/phrases.js";
import { fold, nearMiss } from "../../core/text.js";
import { Question } from "../question.js";
import { grade } from "./grade.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

export class Cloze extends Question {
  /** @returns {[string, Control][]} every control with the name of its gap, as they are met in reading */
  get #gaps() {
    const gaps = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-gap]")]);
    return gaps.map((gap) => [gap.dataset.gap ?? "", /** @type {Control} */ (gap.querySelector("input, select"))]);
  }

  get blank() {
    return {};
  }

  get nothing() {
    return say("cloze.nothing");
  }

  read() {
    const filled = this.#gaps.filter(([, { value }]) => fold(value)).map(([name, { value }]) => [name, value]);
    return filled.length ? Object.fromEntries(filled) : null;
  }

  /** @param {unknown} answer */
  write(answer) {
    const filled = given(answer);
    for (const [name, control] of this.#gaps) {
      control.value = filled.get(name) ?? "";
      if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
    }
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? {});
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    this.form.addEventListener("input", (event) => this.#typed(event), { signal });
  }

  /**
   * Feedback goes with the first letter typed: if it went when the field is left, it would pull the button away from
   * under the pointer that is about to press it.
   * @param {Event} event
   */
  #typed({ target }) {
    if (!this.inPaper && /** @type {Element} */ (target).closest("[data-gap]")) this.changed();
  }

  /**
   * The options of each menu; the text stays as it is.
   * @param {string} seed
   */
  arrange(seed) {
    for (const [name, menu] of this.#gaps) {
      if (menu instanceof HTMLSelectElement) this.arrangeMenu(menu, `${seed} ${this.dataset.id} ${name}`);
    }
  }

  /**
   * @param {import("../result.js").Result} result
   * @param {unknown} answer
   * @param {boolean} [everything]
   */
  marks({ parts }, answer, everything) {
    const filled = given(answer);
    return this.#gaps.map(([name, control]) => {
      const verdict = parts[name];
      const row = /** @type {HTMLElement} */ (this.querySelector(`li[data-part="${name}"]`));
      if (everything || verdict !== "missed") point(control, row, verdict);
      const own = verdict === "wrong" ? this.#own(name, filled.get(name) ?? "") : null;
      const why = together(own, everything || verdict === "right" ? this.#general(name) : null);
      return { row, verdict, why, answer: this.#solution(name) };
    });
  }

  /**
   * The explanation of just this wrong answer.
   * @param {string} name
   * @param {string} text
   */
  #own(name, text) {
    if (this.key.gaps[name].options) return this.why(`${name}.${text}`);
    const near = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(`[data-near][data-why^="${name}."]`)]);
    const known = near.find(({ dataset }) => JSON.parse(dataset.near ?? "[]").includes(fold(text)));
    return this.why(known?.dataset.why ?? "");
  }

  /** @param {string} name */
  #general(name) {
    const { correct } = this.key.gaps[name];
    return this.why(correct ? `${name}.${correct[0]}` : name);
  }

  /** @param {string} name */
  #solution(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-solves="${name}"]`)).dataset.answer;
  }

  /** @param {import("../result.js").Result} result */
  partly({ parts }) {
    const verdicts = Object.values(parts);
    return say("cloze.partly", { n: verdicts.filter((verdict) => verdict === "right").length, all: verdicts.length });
  }

  /**
   * @param {unknown} answer
   * @param {import("../result.js").Result} result
   */
  remark(answer, { parts }) {
    const filled = given(answer);
    const near = this.#gaps.flatMap(([name], place) => {
      const isNear = (/** @type {string} */ text) => nearMiss(text, filled.get(name) ?? "");
      return parts[name] === "wrong" && this.key.gaps[name].accept?.some(isNear) ? [place + 1] : [];
    });
    return near.length ? say("cloze.diacritics", { gaps: near.join(", ") }) : "";
  }
}

/**
 * @param {unknown} answer
 * @returns {Map<string, any>}
 */
function given(answer) {
  return new Map(Object.entries(answer ?? {}));
}

/**
 * Shows at a gap how it did, and joins it to the row that says so.
 * @param {Control} control
 * @param {HTMLElement} row
 * @param {string} verdict
 */
function point(control, row, verdict) {
  control.parentElement?.setAttribute("data-state", verdict === "right" ? "right" : "wrong");
  control.setAttribute("aria-describedby", row.id);
}

/**
 * @param {(Element | null)[]} reasons
 * @returns {Element | null}
 */
function together(...reasons) {
  const whole = document.createElement("div");
  for (const reason of reasons) whole.append(...(reason?.cloneNode(true).childNodes ?? []));
  return whole.hasChildNodes() ? whole : null;
}

Cloze.define("kt-cloze");
