/** A paper on the page: its questions, flags, the list to jump by, and the warning before the end. */

import { actions, button, part } from "../core/parts.js";
import { say } from "../core/phrases.js";
import { back, jumps } from "./jumps.js";

/**
 * @typedef {import("../questions/question.js").Question} Question
 * @typedef {import("../progress/fold.js").Paper} Open
 * @typedef {{record: (event: object) => void, finish: () => void}} Act what the sheet asks for
 */

export class Sheet {
  /** @type {Question[]} */
  #questions;
  /** @type {HTMLElement[]} */
  #flags;
  /** Ids of questions that were answered here: another tab's answer does not replace them. */
  #own = new Set();
  #place;
  #act;
  #jumps;
  #count = part("span", "kt-paper__count", "");
  #heading;

  /**
   * Lays the paper out, with the drafts and flags that it has.
   * @param {HTMLElement} place
   * @param {Question[]} questions from the banks' pages
   * @param {Open} open
   * @param {Act} act
   */
  constructor(place, questions, open, act) {
    this.#place = place;
    this.#act = act;
    this.#questions = questions.map((question) => /** @type {Question} */ (document.importNode(question, true)));
    this.#flags = this.#questions.map((question, n) => this.#prepare(question, n, open.uid));
    this.#jumps = jumps(questions.length, (n) => this.#go(n));
    this.#heading = part("h2", "", say("quizzes.attempt", { n: open.attempt }));
    this.#heading.tabIndex = -1;
    const finish = button("kt-btn", say("quizzes.submit"), () => this.#finish());
    place.replaceChildren(this.#heading, this.#map(), ...this.#questions, actions(finish));
    for (const question of this.#questions) question.arrange(`${open.seed} ${open.attempt}`);
    this.follow(open);
  }

  /** @returns {HTMLElement} */
  get heading() {
    return this.#heading;
  }

  /**
   * Takes over what was answered and flagged elsewhere.
   * @param {Open} open
   */
  follow({ drafts, flags }) {
    for (const [n, question] of this.#questions.entries()) {
      const { id = "" } = question.dataset;
      const draft = drafts[id];
      const news = draft !== undefined && !this.#own.has(id) && JSON.stringify(draft) !== JSON.stringify(question.read());
      if (news) draft === null ? question.form.reset() : question.write(draft);
      this.#flags[n].setAttribute("aria-pressed", String(Boolean(flags[id])));
    }
    this.#tell();
  }

  /**
   * A question was answered, or its answer changed.
   * @param {{id: string, hash: string, answer: unknown}} detail
   * @param {string} paper
   */
  drafted(detail, paper) {
    this.#own.add(detail.id);
    this.#act.record({ kind: "answer", paper, ...detail });
    this.#tell();
    this.#unwarn();
  }

  /** The answers as they stand, and how each did. */
  graded() {
    const answers = this.#questions.map((question) => question.read() ?? question.blank);
    const results = this.#questions.map((question, n) => {
      const { points, max } = question.grade(answers[n]);
      return { points, max, hash: question.dataset.hash ?? "" };
    });
    const named = (/** @type {unknown[]} */ values) =>
      Object.fromEntries(this.#questions.map(({ dataset }, n) => [dataset.id ?? "", values[n]]));
    return { answers: named(answers), results: named(results), list: results };
  }

  /**
   * @param {Question} question
   * @param {number} n
   * @param {string} paper
   * @returns {HTMLElement} the button that flags it
   */
  #prepare(question, n, paper) {
    question.dataset.mode = "paper";
    question.querySelector(".kt-q__top")?.remove();
    for (const hint of question.querySelectorAll(".kt-hint")) hint.remove();
    const number = say("questions.of", { n: n + 1, all: this.#questions.length });
    const flag = button("kt-flag", say("quizzes.flag"), () => {
      const on = flag.getAttribute("aria-pressed") !== "true";
      flag.setAttribute("aria-pressed", String(on));
      this.#tell();
      this.#unwarn();
      this.#act.record({ kind: "flag", id: question.dataset.id, paper, on });
    });
    flag.append(part("span", "kt-sr", ` (${number})`));
    const top = part("div", "kt-meter kt-q__top", "");
    top.append(part("span", "", number), flag);
    question.querySelector("form")?.prepend(top);
    return flag;
  }

  #map() {
    const map = part("details", "kt-paper__map", "");
    const summary = part("summary", "", "");
    summary.append(this.#count, part("span", "kt-quiet", say("quizzes.jumps")));
    map.append(summary, this.#jumps.list);
    return map;
  }

  #tell() {
    const hows = this.#hows;
    this.#jumps.show(hows);
    const [n, flagged] = [hows.filter(({ answered }) => answered).length, hows.filter((how) => how.flagged).length];
    const words = [say("quizzes.answered", { n, all: hows.length }), ...(flagged ? [say("quizzes.flagged", { n: flagged })] : [])];
    this.#count.textContent = words.join(" · ");
  }

  get #hows() {
    return this.#questions.map((question, n) => ({
      answered: question.read() !== null,
      flagged: this.#flags[n].getAttribute("aria-pressed") === "true",
    }));
  }

  /** @param {number} n */
  #go(n) {
    this.#place.querySelector("details")?.removeAttribute("open");
    this.#questions[n].scrollIntoView({ block: "start" });
    this.#questions[n].first?.focus({ preventScroll: true });
  }

  #finish() {
    const hows = this.#hows;
    const places = (/** @type {(how: import("./jumps.js").How) => boolean} */ wanted) =>
      hows.flatMap((how, n) => (wanted(how) ? [n] : []));
    const [unanswered, flagged] = [places(({ answered }) => !answered), places((how) => how.flagged)];
    if (unanswered.length || flagged.length) this.#warn(unanswered, flagged);
    else this.#act.finish();
  }

  /**
   * @param {number[]} unanswered
   * @param {number[]} flagged
   */
  #warn(unanswered, flagged) {
    this.#unwarn();
    const warning = part("div", "kt-card kt-paper__warning", "");
    warning.setAttribute("role", "alert");
    const told = (/** @type {string} */ key, /** @type {number[]} */ places) =>
      places.length ? [part("p", "", say(key, { n: places.length })), back(places, (n) => this.#go(n))] : [];
    const anyway = button("kt-btn kt-btn--quiet", say("quizzes.submit-anyway"), () => this.#act.finish());
    warning.append(...told("quizzes.unanswered", unanswered), ...told("quizzes.to-come-back", flagged), actions(anyway));
    this.#place.append(warning);
    warning.scrollIntoView({ block: "nearest" });
  }

  /** What it says is not true for long. */
  #unwarn() {
    this.#place.querySelector(".kt-paper__warning")?.remove();
  }
}
