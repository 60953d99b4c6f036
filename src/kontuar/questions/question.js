/**
 * What all question elements share: check, feedback, show the answer, start again, and the state kept in progress.
 *
 * A type extends this class in its element.js and says how its answer is read, written, graded and marked.
 * In a paper (a test) a question grades nothing and sends `kontuar:drafted` at every change instead.
 */

import { data } from "../core/data.js";
import { Follower } from "../core/follower.js";
import { order } from "../core/chance.js";
import { say } from "../core/phrases.js";
import { mark, saved, tell, unmark, verdict } from "./feedback.js";
import { Unusable } from "./result.js";

/**
 * @typedef {import("./result.js").Result} Result
 * @typedef {import("./feedback.js").Mark} Mark
 * @typedef {{answer: unknown, hash: string, uid: string, shown?: boolean}} Answered
 */

export class Question extends Follower {
  /** uid of the recorded answer that the form shows */
  #shows = "";
  #edited = false;

  /** @returns {unknown} the answer in the form, or null where nothing is chosen */
  read() {
    throw new Error("a type reads its own form");
  }

  /** @param {unknown} _answer */
  write(_answer) {
    throw new Error("a type writes its own form");
  }

  /**
   * @param {unknown} _answer
   * @returns {Result}
   */
  grade(_answer) {
    throw new Error("a type has its own grader");
  }

  /**
   * Which rows to mark, with which verdict and explanation. By default a part of the result is a row.
   * @param {Result} result
   * @param {unknown} _answer
   * @returns {Mark[]}
   */
  marks(result, _answer) {
    return [...this.querySelectorAll("[data-part]")].map((row) => {
      const id = /** @type {HTMLElement} */ (row).dataset.part ?? "";
      return { row, verdict: result.parts[id], why: this.why(id) };
    });
  }

  /** The answer that stands for “nothing chosen”. @returns {unknown} */
  get blank() {
    return null;
  }

  /** Whether there is just one right answer. */
  get single() {
    return false;
  }

  /** Whether one try tells the answer anyway, as with true or false. */
  get conclusive() {
    return false;
  }

  /** @returns {any} what the build gave for grading */
  get key() {
    return data(this);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get inPaper() {
    return this.dataset.mode === "paper";
  }

  /**
   * @param {string} part
   * @returns {Element | null}
   */
  why(part) {
    return this.querySelector(`[data-why="${CSS.escape(part)}"] > div`);
  }

  /**
   * Puts the shuffled parts into the order of a seed; pinned ones stay at the end.
   * @param {string} seed
   */
  arrange(seed) {
    if (!this.hasAttribute("data-shuffle")) return;
    const rows = [...this.querySelectorAll("[data-part]:not([data-pinned])")];
    const pinned = [...this.querySelectorAll("[data-part][data-pinned]")];
    rows[0]?.parentElement?.append(...order(rows, `${seed} ${this.dataset.id}`), ...pinned);
  }

  /**
   * Shows for good how an answer did, with every explanation.
   * @param {unknown} answer
   */
  reveal(answer) {
    this.#feedback(this.grade(answer), answer, { everything: true });
    for (const control of this.form.querySelectorAll("input, select, textarea")) control.toggleAttribute("disabled", true);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.form.addEventListener("change", () => this.#change(), { signal });
    this.#button("show").addEventListener("click", () => this.#show(), { signal });
    this.#button("restart").addEventListener("click", () => this.#restart(), { signal });
    /** @type {HTMLElement} */ (this.querySelector(".kt-key")).hidden = true;
    /** @type {HTMLElement} */ (this.querySelector(".kt-actions")).hidden = this.inPaper;
  }

  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state, storage }) {
    /** @type {Answered | undefined} */
    const known = state.answers[this.dataset.id ?? ""];
    if (this.inPaper || known?.uid === this.#shows || (known && this.#edited)) return;
    if (!known) return this.#shows ? this.#clear() : undefined;
    this.#shows = known.uid;
    if (known.hash !== this.dataset.hash) return this.#note("changed");
    try {
      this.#grade(known.answer, Boolean(known.shown));
      this.write(known.answer);
      saved(this, storage);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error; // a record that is no answer counts as none
    }
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (this.inPaper) return;
    const answer = this.read();
    if (answer === null) this.#note("nothing");
    else this.#answer(answer, false);
  }

  #show() {
    this.#answer(this.read() ?? this.blank, true);
  }

  /**
   * @param {unknown} answer
   * @param {boolean} asked whether the learner asked for the right answer
   */
  #answer(answer, asked) {
    this.#edited = false;
    const { points, max } = this.grade(answer);
    const shown = asked || (this.conclusive && points < max);
    this.#grade(answer, shown);
    const { id, hash } = this.dataset;
    this.record({ kind: "answer", id, hash, answer, points, max, ...(shown && { shown }) });
  }

  #restart() {
    this.#clear();
    this.record({ kind: "reset", scope: "question", id: this.dataset.id });
    /** @type {HTMLElement | null} */ (this.querySelector("input, select, textarea, [data-part] button"))?.focus();
  }

  #change() {
    this.#edited = true;
    unmark(this);
    if (!this.inPaper) return;
    const { id, hash } = this.dataset;
    this.dispatchEvent(new CustomEvent("kontuar:drafted", { bubbles: true, detail: { id, hash, answer: this.read() } }));
  }

  #clear() {
    this.form.reset();
    unmark(this);
    saved(this, "");
    this.#shows = "";
    this.#edited = false;
    this.#buttons({ show: false, answered: false });
  }

  /**
   * @param {unknown} answer
   * @param {boolean} shown
   */
  #grade(answer, shown) {
    const result = this.grade(answer);
    const everything = shown || result.points === result.max;
    this.#feedback(result, answer, { everything, shown });
    this.#buttons({ show: !everything, answered: true });
  }

  /**
   * @param {Result} result
   * @param {unknown} answer
   * @param {{everything: boolean, shown?: boolean}} how
   */
  #feedback(result, answer, { everything, shown = false }) {
    unmark(this);
    mark(this.marks(result, answer), everything, this.single);
    tell(this, verdict(result, { shown, final: this.inPaper, conclusive: this.conclusive }));
  }

  /** @param {"nothing" | "changed"} what */
  #note(what) {
    tell(this, { state: "note", headline: say(`questions.${what}`), sentence: "" });
  }

  /** @param {{show: boolean, answered: boolean}} now whether the answer may be asked for, and whether one was given */
  #buttons({ show, answered }) {
    const submit = /** @type {HTMLButtonElement} */ (this.querySelector("button[type=submit]"));
    this.#button("show").hidden = !show;
    this.#button("restart").hidden = !answered;
    submit.hidden = answered && !show;
    submit.textContent = say(answered ? "questions.check-again" : "questions.check");
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`[data-do=${name}]`));
  }
}
