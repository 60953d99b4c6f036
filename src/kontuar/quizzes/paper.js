/**
 * <kt-paper>: a module's test. The paper is drawn by the learner's seed, its questions come from the bank's page,
 * answers are kept as drafts, and marks and explanations come at the end.
 */

import { data } from "../core/data.js";
import { Follower } from "../core/follower.js";
import { seed as newSeed } from "../core/chance.js";
import { actions, button, part } from "../core/parts.js";
import { percent, say, written } from "../core/phrases.js";
import { passes, share } from "../core/marks.js";
import { draw } from "./draw.js";
import { questions } from "./bank.js";
import { report } from "./report.js";

/**
 * @typedef {import("../questions/question.js").Question} Question
 * @typedef {import("../progress/fold.js").State} State
 * @typedef {{uid: string, seed: string, attempt: number, version: string, questions: {id: string, hash: string}[], drafts: Record<string, unknown>}} Open
 * @typedef {{take: number, levels: Record<string, number>, mark: number,
 *   objectives: Record<string, {text: string, lessons: {title: string, url: string}[]}>}} Rules
 */

class Paper extends Follower {
  /** @type {State | undefined} */
  #state;
  /** uid of the paper that is on the page */
  #shows = "";
  /** uid of the paper that was handed in here: progress may call it open a moment longer */
  #handedIn = "";
  /** @type {Promise<Question[]> | undefined} */
  #bank;
  /** @type {Question[]} */
  #sheet = [];

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.addEventListener("kontuar:drafted", (event) => this.#draft(/** @type {CustomEvent} */ (event).detail), { signal });
    this.#start.addEventListener("click", () => this.#begin(), { signal });
  }

  /** @returns {Rules} */
  get #rules() {
    return data(this);
  }

  get #id() {
    return this.dataset.id ?? "";
  }

  get #start() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("[data-do=start]"));
  }

  get #mine() {
    return this.#state?.tests[this.#id];
  }

  /** @param {{state: State}} progress */
  async follow({ state }) {
    this.#state = state;
    this.#intro();
    const open = this.#mine?.open ?? null;
    if (!open) return this.#close();
    if (open.uid === this.#shows || open.uid === this.#handedIn) return;
    this.#shows = open.uid;
    await this.#resume(open);
  }

  /** The paper was erased, or handed in by another tab: its sheet goes, but a result stays to be read. */
  #close() {
    if (this.#shows) this.#part("sheet").replaceChildren();
    this.#shows = "";
  }

  #intro() {
    const best = this.#mine?.best;
    const line = /** @type {HTMLElement} */ (this.querySelector("[data-kt-best]"));
    line.hidden = !best;
    if (best) line.textContent = say(best.passed ? "quizzes.best-passed" : "quizzes.best", { share: percent(best.share) });
    /** @type {HTMLElement} */ (this.#start.parentElement).hidden = Boolean(this.#mine?.open);
    this.#start.disabled = false;
    this.#start.textContent = say(best ? "quizzes.again" : "quizzes.start");
  }

  async #begin() {
    this.#start.disabled = true; // until progress knows the paper: a second one would come of a second click
    const bank = await this.#questions();
    if (!bank) return this.#intro();
    const { take, levels } = this.#rules;
    const seed = this.#mine?.seed || newSeed();
    const attempt = (this.#mine?.submits ?? 0) + 1;
    const pool = bank.map(({ dataset }) => ({ id: dataset.id ?? "", level: dataset.level ?? "" }));
    const drawn = draw({ take, levels }, pool, seed, attempt);
    const hash = (/** @type {string} */ id) => bank.find(({ dataset }) => dataset.id === id)?.dataset.hash;
    const questions = drawn.map((id) => ({ id, hash: hash(id) }));
    this.record({ kind: "test-start", id: this.#id, seed, attempt, version: this.dataset.version, questions });
  }

  /** @param {Open} open */
  async #resume(open) {
    const bank = await this.#questions();
    if (!bank || this.#shows !== open.uid) return;
    const found = open.questions.map(({ id, hash }) => bank.find(({ dataset }) => dataset.id === id && dataset.hash === hash));
    if (found.some((question) => !question)) this.#changed();
    else this.#lay(/** @type {Question[]} */ (found), open);
  }

  /** A paper whose questions have changed does not count: a new one takes its place and its number. */
  #changed() {
    const again = button("kt-btn", say("quizzes.again"), () => {
      this.#begin();
    });
    this.#part("sheet").replaceChildren(part("p", "", say("quizzes.changed")), actions(again));
  }

  /**
   * @param {Question[]} questions
   * @param {Open} open
   */
  #lay(questions, open) {
    const wanted = questions.map((question) => /** @type {Question} */ (document.importNode(question, true)));
    this.#sheet = wanted;
    for (const [place, question] of wanted.entries()) this.#prepare(question, place, wanted.length);
    const heading = part("h2", "", say("quizzes.attempt", { n: open.attempt }));
    heading.tabIndex = -1;
    const submit = button("kt-btn", say("quizzes.submit"), () => this.#submit(false));
    const count = part("p", "kt-quiet kt-paper__count", "");
    this.#part("sheet").replaceChildren(heading, ...wanted, count, actions(submit));
    for (const question of wanted) {
      question.arrange(`${open.seed} ${open.attempt}`);
      const draft = open.drafts[question.dataset.id ?? ""];
      if (draft !== undefined) question.write(draft);
    }
    this.#count();
    if (this.#start === document.activeElement || document.activeElement === document.body) heading.focus({ preventScroll: true });
  }

  /**
   * @param {Question} question
   * @param {number} place
   * @param {number} all
   */
  #prepare(question, place, all) {
    question.dataset.mode = "paper";
    question.querySelector(".kt-q__top")?.remove();
    const top = part("p", "kt-meter kt-q__top", say("questions.of", { n: place + 1, all }));
    question.querySelector("form")?.prepend(top);
    for (const hint of question.querySelectorAll(".kt-hint")) hint.remove();
  }

  /** @param {{id: string, hash: string, answer: unknown}} detail */
  #draft(detail) {
    this.record({ kind: "answer", paper: this.#shows, ...detail });
    this.#count();
    this.#unwarn();
  }

  get #unanswered() {
    return this.#sheet.filter((question) => question.read() === null);
  }

  #count() {
    const all = this.#sheet.length;
    const line = this.querySelector(".kt-paper__count");
    if (line) line.textContent = say("quizzes.answered", { n: all - this.#unanswered.length, all });
  }

  /** @param {boolean} anyway whether questions without an answer were already told of */
  #submit(anyway) {
    const open = this.#mine?.open;
    if (!open) return;
    const unanswered = this.#unanswered;
    if (unanswered.length && !anyway) return this.#warn(unanswered);
    const answers = Object.fromEntries(this.#sheet.map((question) => [question.dataset.id ?? "", question.read() ?? question.blank]));
    const results = this.#sheet.map((question) => question.grade(answers[question.dataset.id ?? ""]));
    const points = results.reduce((sum, result) => sum + result.points, 0);
    const max = results.reduce((sum, result) => sum + result.max, 0);
    const { seed, attempt, version, uid } = open;
    const { mark } = this.#rules;
    this.#shows = "";
    this.#handedIn = uid;
    this.record({ kind: "test-submit", id: this.#id, paper: uid, seed, attempt, version, answers, points, max, pass: mark });
    this.#result(results, { points, max, mark, seed, attempt, version });
  }

  /** @param {Question[]} unanswered */
  #warn(unanswered) {
    const links = unanswered.map((question) => {
      const place = this.#sheet.indexOf(question) + 1;
      return button("kt-btn kt-btn--text", say("quizzes.go-back", { n: place }), () => question.first?.focus());
    });
    const anyway = button("kt-btn kt-btn--quiet", say("quizzes.submit-anyway"), () => this.#submit(true));
    const words = part("p", "", say("quizzes.unanswered", { n: unanswered.length }));
    this.#unwarn();
    const warning = part("div", "kt-paper__warning", "");
    warning.setAttribute("role", "alert");
    warning.append(words, actions(...links, anyway));
    this.#part("sheet").append(warning);
  }

  /** A count of unanswered questions is not true for long. */
  #unwarn() {
    this.#part("sheet").querySelector(".kt-paper__warning")?.remove();
  }

  /**
   * @param {import("../questions/result.js").Result[]} results
   * @param {{points: number, max: number, mark: number, seed: string, attempt: number, version: string}} outcome
   */
  #result(results, outcome) {
    const { points, max, mark } = outcome;
    const passed = passes(points, max, mark);
    const headline = say(passed ? "quizzes.passed" : "quizzes.failed", { share: percent(share(points, max)) });
    const heading = part("h2", "", headline);
    heading.tabIndex = -1;
    const score = part("p", "", say("quizzes.points", { points: written(points), max: written(max), mark: written(mark) }));
    const table = report(this.#sheet, results, this.#rules.objectives);
    const paper = part("p", "kt-quiet", say("quizzes.paper", outcome));
    const review = part("h2", "", say("quizzes.review"));
    for (const question of this.#sheet) question.reveal(question.read() ?? question.blank);
    this.#part("sheet").replaceChildren(heading, score, ...table, paper, review, ...this.#sheet);
    heading.focus();
  }

  /** The questions of the bank's page, their elements defined; a message where they can't be had. */
  async #questions() {
    const output = /** @type {HTMLOutputElement} */ (this.querySelector(":scope > output"));
    try {
      this.#bank ??= questions(this.dataset.bank ?? "");
      const bank = await this.#bank;
      output.replaceChildren();
      return bank;
    } catch {
      this.#bank = undefined;
      this.#shows = "";
      const retried = output.contains(document.activeElement);
      const again = button("kt-btn kt-btn--quiet", say("quizzes.retry"), () => this.#retry());
      output.replaceChildren(part("p", "", say("quizzes.failed-load")), actions(again));
      if (retried) again.focus();
      return null;
    }
  }

  /** The questions were wanted by a paper that is open, or to start one. */
  #retry() {
    if (this.#state && this.#mine?.open) this.follow({ state: this.#state });
    else this.#begin();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`:scope > [data-part=${name}]`));
  }
}

Paper.define("kt-paper");
