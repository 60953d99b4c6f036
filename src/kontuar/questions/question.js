/**
 * What all question elements share: check, feedback, show the answer, start again, and the state kept in progress.
 *
 * A type extends this class in its element.js and says how its answer is read, written, graded and marked.
 * Events: sends `kontuar:connected` and `kontuar:record`, listens to `kontuar:progress`; in a paper (a test)
 * it grades nothing and sends `kontuar:drafted` instead.
 */

import { data } from "../core/data.js";
import { say, written } from "../core/phrases.js";
import { order } from "../core/chance.js";

/**
 * @typedef {import("./result.js").Result} Result
 * @typedef {import("./result.js").Verdict} Verdict
 * @typedef {{row: Element, verdict?: Verdict, why?: Element | null}} Mark
 * @typedef {{answer: unknown, hash: string, uid: string, shown?: boolean}} Answered
 */

export class Question extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  /** uid of the recorded answer that the form shows */
  #shows = "";
  #edited = false;

  /** @param {string} tag */
  static define(tag) {
    if (!customElements.get(tag)) customElements.define(tag, this);
  }

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

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.form.addEventListener("change", () => this.#change(), { signal });
    this.#button("show").addEventListener("click", () => this.#show(), { signal });
    this.#button("restart").addEventListener("click", () => this.#restart(), { signal });
    /** @type {HTMLElement} */ (this.querySelector(".kt-key")).hidden = true;
    if (this.inPaper) return;
    this.#actions.hidden = false;
    for (const target of [this, document]) {
      target.addEventListener("kontuar:progress", (event) => this.#follow(event), { signal });
    }
    this.dispatchEvent(new CustomEvent("kontuar:connected", { bubbles: true }));
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /**
   * Puts the shuffled parts into the order of a seed; pinned ones stay at the end.
   * @param {string} seed
   */
  arrange(seed) {
    const rows = [...this.querySelectorAll("[data-part]:not([data-pinned])")];
    if (!this.hasAttribute("data-shuffle")) return;
    const pinned = [...this.querySelectorAll("[data-part][data-pinned]")];
    const list = rows[0]?.parentElement;
    list?.append(...order(rows, `${seed} ${this.dataset.id}`), ...pinned);
  }

  /**
   * Shows how an answer did, with every explanation.
   * @param {unknown} answer
   */
  reveal(answer) {
    this.#feedback(this.grade(answer), answer, true);
    for (const control of this.form.querySelectorAll("input, select, textarea")) control.toggleAttribute("disabled", true);
  }

  /**
   * @param {string} part
   * @returns {Element | null}
   */
  why(part) {
    return this.querySelector(`[data-why="${CSS.escape(part)}"] > div`);
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (this.inPaper) return;
    const answer = this.read();
    if (answer === null) return this.#note("nothing");
    const result = this.grade(answer);
    this.#record(answer, result, this.conclusive && result.points < result.max);
  }

  /** Whether there is just one right answer. */
  get single() {
    return false;
  }

  /** Whether one try tells the answer anyway, as with true or false. */
  get conclusive() {
    return false;
  }

  #show() {
    const answer = this.read() ?? this.blank;
    this.#record(answer, this.grade(answer), true);
  }

  /** The answer that stands for “nothing chosen”. @returns {unknown} */
  get blank() {
    return null;
  }

  /**
   * @param {unknown} answer
   * @param {Result} result
   * @param {boolean} [shown]
   */
  #record(answer, result, shown) {
    this.#edited = false;
    this.#shows = "";
    this.#feedback(result, answer, Boolean(shown) || result.points === result.max, shown);
    const { id, hash } = this.dataset;
    const { points, max } = result;
    const detail = { kind: "answer", id, hash, answer, points, max, ...(shown && { shown }) };
    document.dispatchEvent(new CustomEvent("kontuar:record", { detail }));
  }

  #restart() {
    this.#clear();
    const detail = { kind: "reset", scope: "question", id: this.dataset.id };
    document.dispatchEvent(new CustomEvent("kontuar:record", { detail }));
    /** @type {HTMLElement | null} */ (this.querySelector("input, select, textarea, [data-part] button"))?.focus();
  }

  #change() {
    this.#edited = true;
    this.#unmark();
    if (!this.inPaper) return;
    const { id, hash } = this.dataset;
    const detail = { id, hash, answer: this.read() };
    this.dispatchEvent(new CustomEvent("kontuar:drafted", { bubbles: true, detail }));
  }

  /** Takes over what progress knows: a reload, another tab, the other language. @param {Event} event */
  #follow(event) {
    const { state, storage } = /** @type {CustomEvent} */ (event).detail;
    /** @type {Answered | undefined} */
    const known = state.answers[this.dataset.id ?? ""];
    if (!known) {
      if (this.#shows) this.#clear();
      return;
    }
    if (known.uid === this.#shows || this.#edited) return;
    this.#shows = known.uid;
    if (known.hash !== this.dataset.hash) return this.#note("changed");
    this.#restore(known);
    this.#saved(storage);
  }

  /** @param {Answered} known */
  #restore(known) {
    const result = this.grade(known.answer);
    this.write(known.answer);
    this.#feedback(result, known.answer, Boolean(known.shown) || result.points === result.max, known.shown);
  }

  #clear() {
    this.form.reset();
    this.#unmark();
    this.#shows = "";
    this.#edited = false;
    this.#saved("");
    this.#buttons(false, false);
  }

  /**
   * @param {Result} result
   * @param {unknown} answer
   * @param {boolean} everything explanations of all parts, or only of what was chosen
   * @param {boolean} [shown]
   */
  #feedback(result, answer, everything, shown = false) {
    this.#unmark();
    for (const mark of this.marks(result, answer)) this.#mark(mark, everything);
    const done = result.points === result.max;
    this.#say(...this.#verdict(result, done, shown));
    this.#buttons(!everything, true);
  }

  /**
   * @param {Result} result
   * @param {boolean} done
   * @param {boolean} shown
   * @returns {[string, string, string]} state, headline, sentence
   */
  #verdict(result, done, shown) {
    const { points, max } = result;
    if (done) return ["right", say("questions.right"), ""];
    if (shown && !this.conclusive) return ["note", say("questions.shown"), say("questions.shown-note")];
    const next = this.inPaper ? "" : say("questions.try-again");
    if (points > 0) {
      const score = { points: written(points), max: written(max) };
      return ["partly", say("questions.partly", score), this.#allRight(result) ? say("questions.some-missing") : next];
    }
    return ["wrong", say(this.conclusive ? "questions.mark-wrong" : "questions.wrong"), this.conclusive ? "" : next];
  }

  /** @param {Result} result */
  #allRight(result) {
    return !Object.values(result.parts).includes("wrong");
  }

  /**
   * @param {Mark} mark
   * @param {boolean} everything
   */
  #mark({ row, verdict, why }, everything) {
    const hidden = verdict === undefined || (verdict === "missed" && !everything);
    if (!hidden && verdict) {
      row.setAttribute("data-state", verdict);
      const word = element("b", "kt-mark", say(`questions.mark-${verdict === "missed" && this.single ? "answer" : verdict}`));
      (row.querySelector("label") ?? row).append(word);
    }
    if (why && (everything || !hidden)) row.append(this.#explanation(row, why));
  }

  /**
   * @param {Element} row
   * @param {Element} why
   */
  #explanation(row, why) {
    const box = element("div", "kt-why");
    box.id = `${this.id}-${/** @type {HTMLElement} */ (row).dataset.part}-why`;
    box.append(...[...why.childNodes].map((node) => node.cloneNode(true)));
    row.querySelector("input, select")?.setAttribute("aria-describedby", box.id);
    return box;
  }

  #unmark() {
    for (const part of this.querySelectorAll(".kt-row .kt-mark, .kt-row .kt-why")) part.remove();
    for (const row of this.querySelectorAll("[data-state]")) row.removeAttribute("data-state");
    for (const control of this.querySelectorAll("[aria-describedby]")) control.removeAttribute("aria-describedby");
    this.#output.replaceChildren();
  }

  /** @param {"nothing" | "changed"} what */
  #note(what) {
    this.#say("note", say(`questions.${what}`), "");
  }

  /**
   * @param {string} state
   * @param {string} headline
   * @param {string} sentence
   */
  #say(state, headline, sentence) {
    this.#output.setAttribute("data-state", state);
    const lines = sentence ? [element("p", "", sentence)] : [];
    this.#output.replaceChildren(element("b", "kt-mark", headline), ...lines);
  }

  /** Tells that an answer is kept, only once it is. @param {string} storage */
  #saved(storage) {
    this.querySelector(".kt-saved")?.remove();
    if (!storage) return;
    const words = say(storage === "memory" ? "questions.not-saved" : "questions.saved");
    this.#actions.append(element("span", "kt-quiet kt-saved", words));
  }

  /**
   * @param {boolean} show whether the answer may be asked for
   * @param {boolean} answered
   */
  #buttons(show, answered) {
    if (this.inPaper) return;
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

  get #actions() {
    return /** @type {HTMLElement} */ (this.querySelector(".kt-actions"));
  }

  get #output() {
    return /** @type {HTMLOutputElement} */ (this.querySelector("output"));
  }
}

/**
 * @param {string} name
 * @param {string} style
 * @param {string} [text]
 */
function element(name, style, text = "") {
  const made = document.createElement(name);
  if (style) made.className = style;
  made.textContent = text;
  return made;
}
