/**
 * What all question elements share: check, feedback, hints, tries, show the answer, start again, and the state kept
 * in progress.
 *
 * A type extends this class in its element.js and says how its answer is read, written, graded and marked.
 * `data-mode` says where the question stands: "" practice, whose answers are kept; "review", where they are kept too,
 * but no earlier one is shown; "paper", a test, where it grades nothing and sends `kontuar:drafted` at every change;
 * "demo", where nothing is kept.
 */

import { data } from "../core/parts.js";
import { Follower } from "../core/follower.js";
import { orderNamed, seed } from "../core/chance.js";
import { say, written } from "../core/phrases.js";
import { mark, saved, tell, unmark, verdict } from "./feedback.js";
import { Unusable } from "./result.js";

/**
 * @typedef {import("./result.js").Result} Result
 * @typedef {import("./feedback.js").Mark} Mark
 * @typedef {{answer: unknown, hash: string, uid: string, tries: number, shown?: boolean}} Answered
 */

const SEED = "kontuar:seed";
const CONTROLS = "[data-part] input, [data-part] select, [data-part] textarea, [data-part] button";

export class Question extends Follower {
  /** uid of the recorded answer that the form shows */
  #shows = "";
  #edited = false;
  #tries = 0;
  /** whether the answer was told */
  #told = false;

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
   * @param {boolean} [_everything] whether all is told, or only what is wrong with the answer
   * @returns {Mark[]}
   */
  marks(result, _answer, _everything) {
    return [...this.querySelectorAll("[data-part]")].map((row) => {
      const id = /** @type {HTMLElement} */ (row).dataset.part ?? "";
      return { row, verdict: Object.hasOwn(result.parts, id) ? result.parts[id] : undefined, why: this.why(id) };
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

  /** What stands on the button that checks. */
  get checkWord() {
    return say("questions.check");
  }

  /** What is said to whoever checks without an answer. */
  get nothing() {
    return say("questions.nothing");
  }

  /**
   * Why an answer can't be checked as it is, or nothing; such a try does not count.
   * @param {unknown} _answer
   * @returns {string}
   */
  objection(_answer) {
    return "";
  }

  /**
   * The headline over an answer that is partly right.
   * @param {Result} result
   */
  partly({ points, max }) {
    return say("questions.partly", { points: written(points), max: written(max) });
  }

  /**
   * A sentence that helps with just this answer, or nothing for the usual one.
   * @param {unknown} _answer
   * @param {Result} _result
   * @returns {string}
   */
  remark(_answer, _result) {
    return "";
  }

  /**
   * The result in words.
   * @param {Result} result
   * @param {{shown: boolean, final: boolean, conclusive: boolean}} how see verdict()
   * @returns {import("./feedback.js").Message}
   */
  told(result, how) {
    return verdict(result, how);
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

  /** How many tries there are before the answer is told. */
  get #allowed() {
    return Number(this.dataset.tries) || Infinity;
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
    const rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-part]:not([data-pinned])")]);
    const pinned = [...this.querySelectorAll("[data-part][data-pinned]")];
    rows[0]?.parentElement?.append(...orderNamed(rows, `${seed} ${this.dataset.id}`, (row) => row.dataset.part ?? ""), ...pinned);
  }

  /**
   * Puts the options of a menu into the order of a seed, below the empty one; what is chosen stays.
   * @param {HTMLSelectElement} menu
   * @param {string} seed
   */
  arrangeMenu(menu, seed) {
    const { value } = menu;
    menu.append(...orderNamed([...menu.options].slice(1), seed, (option) => option.value));
    menu.value = value;
  }

  /**
   * Shows for good how an answer did, with every explanation.
   * @param {unknown} answer
   */
  reveal(answer) {
    this.#feedback(this.grade(answer), answer, { everything: true });
    for (const control of this.form.querySelectorAll(CONTROLS)) control.toggleAttribute("disabled", true);
  }

  /** Empties the form for another go; what was answered before stays known. */
  again() {
    this.#clear();
    this.#edited = true;
  }

  /** The first thing in the form that can be filled in or pressed. */
  get first() {
    return /** @type {HTMLElement | null} */ (this.querySelector(CONTROLS));
  }

  /** Tells the form that its answer has changed, where no control does so by itself. */
  changed() {
    this.form.dispatchEvent(new Event("change"));
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.form.addEventListener("input", () => (this.#edited = true), { signal });
    this.form.addEventListener("change", (event) => this.#change(event), { signal });
    this.#button("show").addEventListener("click", () => this.#show(), { signal });
    this.#button("restart").addEventListener("click", () => this.#restart(), { signal });
    /** @type {HTMLElement} */ (this.querySelector(".kt-key")).hidden = true;
    this.#edited ||= !this.#shows && [...this.querySelectorAll(CONTROLS)].some(touched);
    /** @type {HTMLButtonElement} */ (this.querySelector("button[type=submit]")).disabled = false;
    for (const part of this.querySelectorAll("[data-kt-live]")) part.toggleAttribute("hidden", false);
    for (const part of this.querySelectorAll(".kt-actions, .kt-sure")) part.toggleAttribute("hidden", this.inPaper);
    this.#hint(signal);
    if (!this.inPaper) this.arrange(ownSeed());
  }

  /** Hints come one by one. @param {AbortSignal} signal */
  #hint(signal) {
    const hints = /** @type {HTMLDetailsElement[]} */ ([...this.querySelectorAll(".kt-hint")]);
    for (const [place, hint] of hints.entries()) {
      hint.hidden = place > 0 && !hints[place - 1].open;
      hint.addEventListener("toggle", () => hint.open && hints[place + 1]?.toggleAttribute("hidden", false), { signal });
    }
  }

  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state, storage }) {
    /** @type {Answered | undefined} */
    const known = state.answers[this.dataset.id ?? ""];
    if (this.dataset.mode || known?.uid === this.#shows || (known && this.#edited)) return;
    if (!known) return this.#shows ? this.#clear() : undefined;
    this.#shows = known.uid;
    this.#tries = known.tries;
    if (known.hash !== this.dataset.hash) return this.#tell(say("questions.changed"));
    try {
      this.grade(known.answer); // before anything is shown
      this.write(known.answer);
      this.#grade(known.answer, Boolean(known.shown));
      saved(this, storage);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error; // a record that is no answer counts as none
    }
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const submit = /** @type {HTMLButtonElement} */ (this.querySelector("button[type=submit]"));
    if (this.inPaper || submit.hidden) return; // Enter presses a hidden button too
    const answer = this.read();
    const objection = answer === null ? this.nothing : this.objection(answer);
    if (objection) this.#tell(objection);
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
    this.#tries += 1;
    const { points, max } = this.grade(answer);
    const shown = asked || (this.#tries >= this.#allowed && points < max);
    this.#grade(answer, shown);
    const { id, hash, mode: where } = this.dataset;
    if (where && where !== "review") return;
    const certainty = /** @type {HTMLInputElement | null} */ (this.querySelector(".kt-sure :checked"))?.value;
    const how = { ...(shown && { shown }), ...(certainty && { certainty }), ...(where && { where }) };
    this.record({ kind: "answer", id, hash, answer, points, max, ...how });
  }

  #restart() {
    this.#clear();
    this.#tries = 0;
    if (!this.dataset.mode) this.record({ kind: "reset", scope: "question", id: this.dataset.id });
    this.first?.focus();
  }

  /** @param {Event} event */
  #change({ target }) {
    if (/** @type {Element} */ (target).closest(".kt-sure")) return;
    this.#edited = true;
    unmark(this);
    if (!this.inPaper) return this.#reopen();
    const { id, hash } = this.dataset;
    this.dispatchEvent(new CustomEvent("kontuar:drafted", { bubbles: true, detail: { id, hash, answer: this.read() } }));
  }

  /** Another answer can be checked, also after the right one; not after it was told. */
  #reopen() {
    if (this.#tries && !this.#told) this.#buttons({ show: true, answered: true });
  }

  #clear() {
    this.form.reset();
    if (!this.inPaper) this.arrange(ownSeed());
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
    this.#told = shown;
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
    mark(this.marks(result, answer, everything), everything, this.single);
    const final = this.inPaper || this.dataset.mode === "review";
    const told = this.told(result, { shown, final, conclusive: this.#allowed === 1 });
    if (told.state === "partly") told.headline = this.partly(result);
    tell(this, { ...told, sentence: (!shown && this.remark(answer, result)) || told.sentence });
  }

  /** @param {string} headline */
  #tell(headline) {
    tell(this, { state: "note", headline, sentence: "" });
  }

  /** @param {{show: boolean, answered: boolean}} now whether the answer may be asked for, and whether one was given */
  #buttons({ show, answered }) {
    const submit = /** @type {HTMLButtonElement} */ (this.querySelector("button[type=submit]"));
    this.#button("show").hidden = !show;
    this.#button("restart").hidden = !answered;
    submit.hidden = answered && !show;
    submit.textContent = answered ? say("questions.check-again") : this.checkWord;
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`[data-do=${name}]`));
  }
}

/**
 * Whether a control is not as the build wrote it: somebody was quicker than this script.
 * @param {any} control
 */
function touched({ checked, defaultChecked, value, defaultValue, selectedIndex }) {
  return selectedIndex > 0 || (defaultValue !== undefined && (value !== defaultValue || checked !== defaultChecked));
}

let known = "";

/**
 * The seed of this browser, which decides the order in which practice shows the parts of questions, today and
 * tomorrow; where nothing can be stored, one that lasts as long as the page.
 */
export function ownSeed() {
  known ||= stored() || seed();
  return known;
}

function stored() {
  try {
    return (localStorage[SEED] ??= seed());
  } catch {
    return "";
  }
}
