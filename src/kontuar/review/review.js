/**
 * <kt-review>: the questions that wait today, one at a time, each taken from its bank's page; then when the next
 * ones come. What is left is computed anew from progress at every step, so that a reload goes on, and two tabs agree.
 */

import { dayOf, noonOf } from "../core/day.js";
import { Follower } from "../core/follower.js";
import { actions, button, data, part } from "../core/parts.js";
import { say } from "../core/phrases.js";
import { due, history } from "../progress/schedule.js";
import { ownSeed } from "../questions/question.js";
import { Banks } from "../quizzes/bank.js";
import { queue } from "./queue.js";
import { dated, told } from "./told.js";

/**
 * @typedef {import("../questions/question.js").Question} Question
 * @typedef {import("../progress/fold.js").State} State
 * @typedef {{banks: Record<string, string>, questions: Record<string, string>}} Course
 *   of each bank the address of its page, and the names of its questions with spaces between
 */

class Review extends Follower {
  /** @type {State | undefined} */
  #state;
  /** @type {Question | null} the one that stands on the page */
  #question = null;
  /** @type {string | undefined} uid of the last answer to it that was taken notice of */
  #before;
  /** @type {Banks | undefined} */
  #banks;
  /** Ids that are missing on their bank's page: it was published anew in the meantime. */
  #gone = new Set();
  #next = button("kt-btn", say("review.next"), () => this.#go());

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#start.addEventListener("click", () => this.#go(), { signal });
    this.addEventListener("change", () => this.#accent(), { signal });
  }

  /** @param {{state: State}} progress */
  follow({ state }) {
    this.#state = state;
    if (!this.#question) this.#tell();
    else if (this.#known(this.#question)?.uid !== this.#before) this.#answered(this.#question);
  }

  /** @returns {Course} */
  get #course() {
    return data(this);
  }

  get #start() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("[data-do=start]"));
  }

  get #due() {
    const names = Object.entries(this.#course.questions).map(([bank, names]) => names.split(" ").map((name) => `${bank}/${name}`));
    const known = new Set(names.flat());
    return due(this.#state ?? { logs: {} }, Date.now(), (id) => known.has(id) && !this.#gone.has(id));
  }

  /** @param {Question} question */
  #known({ dataset }) {
    return this.#state?.answers[dataset.id ?? ""];
  }

  /** Goes on to the first question that is left, or to the end. */
  async #go() {
    const plan = this.#due;
    const [id, later] = queue(plan, dayOf(Date.now()), ownSeed());
    if (!id) return this.#finish();
    const found = await this.#fetch(id);
    if (!found) return;
    if (!found[0]) return this.#miss(id);
    this.#lay(document.importNode(found[0], true), plan.done + 1, plan.done + plan.count);
    if (later) this.#find(later).catch(() => {}); // in advance; what fails now is told when it is needed
  }

  /** @param {string} id */
  #miss(id) {
    this.#gone.add(id);
    this.#go();
  }

  /**
   * @param {Question} question
   * @param {number} n
   * @param {number} all
   */
  #lay(question, n, all) {
    const top = part("p", "kt-meter kt-q__top", "");
    const bar = document.createElement("progress");
    Object.assign(bar, { max: all, value: n });
    bar.setAttribute("aria-hidden", "true");
    top.append(part("span", "", say("questions.of", { n, all })), bar);
    top.tabIndex = -1;
    question.dataset.mode = "review";
    question.querySelector(".kt-q__top")?.remove();
    question.querySelector("form")?.prepend(top);
    this.#equip(question);
    this.#question = question;
    this.#before = this.#known(question)?.uid;
    this.#place("sheet").replaceChildren(question);
    this.#place("intro").hidden = true;
    top.focus();
  }

  /** What a question has only here: how sure one is, a way on, and a word where it has changed. @param {Question} question */
  #equip(question) {
    const buttons = question.querySelector(".kt-actions");
    const sure = /** @type {HTMLTemplateElement} */ (this.querySelector("template[data-place=sure]"));
    buttons?.before(document.importNode(sure.content, true));
    this.#next.hidden = true;
    buttons?.querySelector("[type=submit]")?.after(this.#next);
    const changed = this.#known(question)?.hash !== question.dataset.hash;
    if (changed) question.querySelector(".kt-q__top span")?.append(` · ${say("review.changed")}`);
  }

  /** Here or in another tab: on one goes either way, and whoever likes may try again. @param {Question} question */
  #answered(question) {
    this.#before = this.#known(question)?.uid;
    this.#next.hidden = false;
    this.#accent();
    const verdict = question.querySelector("output");
    if (verdict?.firstChild) verdict.append(part("p", "", this.#return(question)));
    const lost = !document.activeElement || document.activeElement === document.body;
    if (lost) this.#next.focus(); // its button went away
  }

  /** When a question comes again. @param {Question} question */
  #return({ dataset }) {
    const now = Date.now();
    const { card } = history(this.#state?.logs[dataset.id ?? ""] ?? [], dayOf(now));
    return card ? say("review.returns", { when: dated(noonOf(card.due), now) }) : say("review.leaves");
  }

  /** One filled button at a time: to check, as long as there is something to check. */
  #accent() {
    const check = this.#question?.querySelector("[type=submit]");
    this.#next.classList.toggle("kt-btn--quiet", !check?.hasAttribute("hidden"));
  }

  #finish() {
    this.#question = null;
    this.#place("sheet").replaceChildren();
    this.#tell();
    this.#place("intro").querySelector("h2")?.focus();
  }

  #tell() {
    if (this.#state) told(this.#place("intro"), this.#state, this.#due, Date.now());
  }

  /** The question, or a message where its bank can't be had. @param {string} id */
  async #fetch(id) {
    const output = /** @type {HTMLOutputElement} */ (this.querySelector(":scope > output"));
    try {
      const found = await this.#find(id);
      output.replaceChildren();
      return found;
    } catch {
      const again = button("kt-btn kt-btn--quiet", say("quizzes.retry"), () => this.#go());
      const retried = output.contains(document.activeElement);
      output.replaceChildren(part("p", "", say("quizzes.failed-load")), actions(again));
      if (retried) again.focus();
      return null;
    }
  }

  /** @param {string} id */
  #find(id) {
    this.#banks ??= new Banks(this.#course.banks);
    return this.#banks.find([id]);
  }

  /** No data-part, as which a question inside would take what it does not know. @param {string} name */
  #place(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`:scope > [data-place=${name}]`));
  }
}

Review.define("kt-review");
