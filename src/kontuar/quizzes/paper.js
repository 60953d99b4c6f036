/**
 * <kt-paper>: a module's test, or the exam. The paper is drawn by the learner's seed, its questions come from the
 * banks' pages, answers are kept as drafts, and marks and explanations come at the end.
 *
 * What is shown follows progress alone: an open paper, else the last result. So a reload, another tab and the other
 * language show the same, and a paper that two tabs hand in has one result.
 */

import { Follower } from "../core/follower.js";
import { seed as newSeed } from "../core/chance.js";
import { actions, button, data, part } from "../core/parts.js";
import { percent, say } from "../core/phrases.js";
import { Banks } from "./bank.js";
import { waits } from "./cooldown.js";
import { drawAll } from "./draw.js";
import { total } from "./points.js";
import { Sheet } from "./sheet.js";

/**
 * @typedef {import("../questions/question.js").Question} Question
 * @typedef {import("../progress/fold.js").State} State
 * @typedef {import("../progress/fold.js").Paper} Open
 * @typedef {import("../progress/fold.js").Result} Result
 * @typedef {{bank: string, title: string, url: string, take: number, levels: Record<string, number>,
 *   questions: [string, string | null, string][]}} Part what one bank gives; of each question id, level and objective
 * @typedef {{mark: number, cooldown: number, timer: number, parts: Part[], certificate: string,
 *   objectives: import("./report.js").Objectives}} Rules times in minutes, 0 for none
 */

class Paper extends Follower {
  /** @type {State["tests"][string] | undefined} */
  #test;
  /** uid of the paper or of the result that is on the page */
  #shows = "";
  /** uid of the paper that was handed in here */
  #handedIn = "";
  /** a paper was asked for, and progress does not know it yet */
  #beginning = false;
  /** @type {Banks | undefined} */
  #banks;
  /** @type {Sheet | undefined} */
  #sheet;

  /** @param {AbortSignal} signal */
  listen(signal) {
    const drafted = (/** @type {any} */ { detail }) => this.#sheet?.drafted(detail, this.#shows);
    this.addEventListener("kontuar:drafted", drafted, { signal });
    this.#start.addEventListener("click", () => this.#begin(), { signal });
    document.addEventListener("kontuar:leave", (event) => this.#test?.open && event.preventDefault(), { signal });
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

  /** @param {{state: State}} progress */
  async follow({ state }) {
    this.#test = state.tests[this.#id];
    this.#intro();
    this.#fold();
    await this.#show();
  }

  async #show() {
    const { open = null, last = null } = this.#test ?? {};
    const shown = open ?? last;
    if (shown?.uid === this.#shows) return open ? this.#sheet?.follow(open) : undefined;
    this.#shows = shown?.uid ?? "";
    this.#sheet = undefined;
    if (open) await this.#resume(open);
    else if (last) await this.#result(last);
    else this.#place("sheet").replaceChildren();
  }

  #again() {
    this.#shows = "";
    return this.#show();
  }

  #intro() {
    const { best = null, open = null, passed = false } = this.#test ?? {};
    const line = this.#place("best");
    line.hidden = !best;
    if (best) line.textContent = this.#say(best.passed ? "best-passed" : "best", { share: percent(best.share) });
    if (open) this.#beginning = false;
    this.#place("start").hidden = Boolean(open);
    this.#start.textContent = this.#say(best ? "again" : "start");
    this.#start.classList.toggle("kt-btn--quiet", passed);
    const waits = this.#waits();
    this.#start.disabled = this.#beginning || waits;
  }

  /** The rules are read before the first attempt; later they are only in the way. */
  #fold() {
    const about = /** @type {HTMLDetailsElement | null} */ (this.querySelector(".kt-paper__about"));
    if (about && this.#test && this.#shows === "") about.open = false;
  }

  /** Whether the next attempt has to wait after the last one. */
  #waits() {
    const { open = null, last = null } = this.#test ?? {};
    const over = () => {
      this.#intro();
      if (!this.#start.disabled) this.#output.replaceChildren(part("p", "", say("quizzes.wait-over")));
    };
    return waits(this.#place("wait"), open ? null : last, this.#rules.cooldown, over);
  }

  async #begin() {
    if (this.#beginning) return;
    this.#beginning = true; // until progress knows the paper: a second one would come of a second click
    this.#intro();
    const { parts, timer } = this.#rules;
    const { seed = newSeed(), submits = 0 } = this.#test ?? {};
    const pools = parts.map((part) => /** @type {Parameters<typeof drawAll>[0][0]} */ ([part, pool(part)]));
    const found = await this.#find(drawAll(pools, seed, submits + 1), () => this.#begin());
    this.#beginning = false;
    if (!found) return this.#intro();
    if (found.includes(undefined)) return this.#stale();
    this.#beginning = true;
    const questions = found.map((question) => ({ id: question?.dataset.id, hash: question?.dataset.hash }));
    const timed = timer && /** @type {HTMLInputElement} */ (this.querySelector("[name=timed]")).checked ? { timer } : {};
    const { version } = this.dataset;
    this.record({ kind: "test-start", id: this.#id, seed, attempt: submits + 1, version, questions, ...timed });
  }

  /** @param {Open} open */
  async #resume(open) {
    const found = await this.#find(open.questions.map(({ id }) => id), () => this.#again());
    if (!found || this.#shows !== open.uid) return;
    const same = found.every((question, n) => question?.dataset.hash === open.questions[n].hash);
    if (!same) return this.#changed();
    const act = { record: (/** @type {object} */ event) => this.record(event), finish: () => this.#submit() };
    this.#sheet = new Sheet(this.#place("sheet"), /** @type {Question[]} */ (found), this.#test?.open ?? open, act);
    const waiting = [this.#start, document.body].includes(/** @type {any} */ (document.activeElement));
    if (waiting) this.#sheet.heading.focus({ preventScroll: true });
    if (open.timer) (await import("./timer.js")).start(this.#place("sheet"), () => this.#test?.open, act.record);
    await import("./result.js"); // wanted at the end, when the network may be gone
  }

  /** A paper whose questions have changed does not count: a new one takes its place and its number. */
  #changed() {
    const again = button("kt-btn", this.#say("again"), () => this.#begin());
    this.#place("sheet").replaceChildren(part("p", "", this.#say("changed")), actions(again));
  }

  /** The questions were published anew after this page was loaded. */
  #stale() {
    const reload = button("kt-btn kt-btn--quiet", say("quizzes.reload"), () => location.reload());
    this.#intro();
    this.#output.replaceChildren(part("p", "", say("quizzes.stale")), actions(reload));
  }

  #submit() {
    const open = this.#test?.open;
    if (!open || !this.#sheet || this.#handedIn === open.uid) return;
    this.#handedIn = open.uid;
    const { seed, attempt, version, uid, timer, more, at } = open;
    const { answers, results, list } = this.#sheet.graded();
    const time = timer ? { timer, more, minutes: Math.max(0, Math.round((Date.now() - at) / 60_000)) } : {};
    const marked = { answers, results, ...total(list), pass: this.#rules.mark, ...time };
    this.record({ kind: "test-submit", id: this.#id, paper: uid, seed, attempt, version, ...marked });
  }

  /** @param {Result} last */
  async #result(last) {
    const place = this.#place("sheet");
    const made = await import("./result.js").catch(() => this.#lost(() => this.#again()));
    if (!made || this.#shows !== last.uid) return;
    const questions = part("div", "", "");
    const explain = async () => {
      const found = await this.#find(Object.keys(last.answers), explain);
      if (found && this.#shows === last.uid) made.review(questions, found, last);
      return found;
    };
    const [heading, ...rest] = made.outcome(last, this.#rules);
    questions.append(actions(button("kt-btn kt-btn--quiet", say("quizzes.explain"), explain)));
    place.replaceChildren(heading, ...rest, questions);
    if (last.paper !== this.#handedIn) return;
    heading.focus();
    await explain();
  }

  /**
   * Questions by their ids, their elements defined; a message where their pages can't be had.
   * @param {string[]} ids
   * @param {() => void} retry
   */
  async #find(ids, retry) {
    const { parts } = this.#rules;
    this.#banks ??= new Banks(Object.fromEntries(parts.map(({ bank, url }) => [bank, url])));
    try {
      const found = await this.#banks.find(ids);
      this.#output.replaceChildren();
      return found;
    } catch {
      this.#lost(retry);
      return null;
    }
  }

  /** @param {() => void} retry */
  #lost(retry) {
    const retried = this.#output.contains(document.activeElement);
    const again = button("kt-btn kt-btn--quiet", say("quizzes.retry"), retry);
    this.#output.replaceChildren(part("p", "", say("quizzes.failed-load")), actions(again));
    if (retried) again.focus();
  }

  /**
   * A sentence that names the test, or the exam.
   * @param {string} key
   * @param {Record<string, string>} [values]
   */
  #say(key, values) {
    return say(`quizzes.${this.dataset.kind === "exam" ? "exam-" : ""}${key}`, values);
  }

  get #output() {
    return /** @type {HTMLOutputElement} */ (this.querySelector(":scope > output"));
  }

  /** @param {string} name */
  #place(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-place=${name}]`));
  }
}

/**
 * The questions of a bank that can be drawn, by their full ids.
 * @param {Part} part
 * @returns {import("./draw.js").Entry[]}
 */
function pool({ bank, questions }) {
  return questions.map(([name, level]) => ({ id: `${bank}/${name}`, level }));
}

Paper.define("kt-paper");
