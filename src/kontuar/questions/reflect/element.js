/** <kt-reflect>: a text of one's own, then a model beside it and boxes to tick. */

import { say } from "../../core/phrases.js";
import { Question } from "../question.js";
import { grade } from "./grade.js";

export class Reflect extends Question {
  get #text() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
  }

  get #boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("[data-part] [type=checkbox]")]);
  }

  get #answered() {
    return !(/** @type {HTMLElement} */ (this.querySelector("[data-do=restart]")).hidden);
  }

  get blank() {
    return { text: "", ticks: [] };
  }

  get checkWord() {
    return say("reflect.compare");
  }

  get nothing() {
    return say("reflect.nothing");
  }

  read() {
    const text = this.#text.value;
    const ticks = this.#boxes.filter((box) => box.checked).map((box) => box.value);
    return text.trim() ? { text, ticks } : null;
  }

  /** @param {any} answer */
  write(answer) {
    const { text, ticks } = answer ?? this.blank;
    this.#text.value = typeof text === "string" ? text : "";
    for (const box of this.#boxes) box.checked = Array.isArray(ticks) && ticks.includes(box.value);
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? this.blank);
  }

  /** Nothing here is right or wrong: the model appears, and with it, by style.css, the boxes. */
  marks() {
    const row = /** @type {Element} */ (this.querySelector("[data-part=model]"));
    return [{ row, why: this.why("model") }];
  }

  /** @param {import("../result.js").Result} result */
  told({ parts }) {
    const n = Object.keys(parts).length;
    const sentence = n ? say("reflect.found", { n, all: this.#boxes.length }) : "";
    return { state: "right", headline: say("reflect.told"), sentence };
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    this.form.addEventListener("submit", (event) => this.#goOn(event), { signal });
    this.form.addEventListener("change", () => this.#keep(), { signal });
  }

  /** The button is gone once it was pressed: what comes next is the model and the boxes. @param {SubmitEvent} event */
  #goOn({ submitter }) {
    if (submitter) /** @type {HTMLElement} */ (this.querySelector(".kt-compare")).focus();
  }

  /** What is changed with the model in sight counts at once. */
  #keep() {
    if (this.#answered && !this.inPaper) this.form.requestSubmit();
  }
}

Reflect.define("kt-reflect");
