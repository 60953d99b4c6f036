/** <kt-course>: the home page, the modules' pages and “my course”, marked with what the learner has done. */

import { data } from "../core/parts.js";
import { Follower } from "../core/follower.js";
import { percent, say } from "../core/phrases.js";
import { current, drawer, moduleWords, note, ring, tick } from "./drawer.js";
import { begun, next, overall, standing } from "./standing.js";
import { found, today } from "./today.js";

/**
 * @typedef {import("./fold.js").State} State
 * @typedef {import("./standing.js").Step} Step
 * @typedef {import("./today.js").Overview} Overview
 * @typedef {import("./today.js").Task} Task
 */

const KEYS = { test: "to-test", exam: "to-exam", certificate: "to-certificate" };

class CourseView extends Follower {
  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state }) {
    const outline = /** @type {Overview} */ (data(this));
    const step = next(outline, state);
    for (const module of outline.modules) this.#module(module, state, step);
    for (const row of this.querySelectorAll("[data-kt-lesson]")) this.#lesson(/** @type {HTMLElement} */ (row), state, step);
    this.#next(step, state);
    this.#exam(outline, state);
    if (!outline.dialogues) return; // a module's page shows no more
    this.#talks(outline, state);
    this.#today(today(outline, state, Date.now()));
    this.#sum(outline, state);
  }

  /**
   * @param {import("./standing.js").ModuleLink} module
   * @param {State} state
   * @param {Step} step
   */
  #module(module, state, step) {
    const row = this.querySelector(`[data-kt-module="${module.id}"]`);
    const how = standing(module, state);
    if (row) {
      const mine = [...module.lessons, module.test].some((one) => one?.url === step.url);
      current(row, mine && begun(state));
      ring(row, how);
      note(row, moduleWords(how));
    }
    this.#test(this.querySelector(`[data-kt-test="${module.id}"]`), module.test && state.tests[module.test.id]);
  }

  /**
   * @param {Overview} outline
   * @param {State} state
   */
  #exam({ exam }, state) {
    if (exam) this.#test(this.querySelector("[data-kt-test=exam]"), state.tests[exam.id]);
  }

  /**
   * @param {Element | null} row
   * @param {import("./fold.js").Test | null | undefined} test
   */
  #test(row, test) {
    if (!row) return;
    const best = test?.best;
    const share = best ? percent(best.share) : "";
    const words = best ? say(test.passed ? "progress.test-passed" : "progress.test-best", { share }) : null;
    note(row, test?.open ? [say("progress.test-open"), ...(words ? [words] : [])].join(" · ") : words);
    tick(row, test?.passed ? say("progress.test-done") : "");
  }

  /**
   * @param {HTMLElement} row
   * @param {State} state
   * @param {Step} step
   */
  #lesson(row, state, step) {
    tick(row, state.lessons[row.dataset.ktLesson ?? ""] ? say("progress.lesson-done") : "");
    current(row, row.querySelector("a")?.getAttribute("href") === step.url && begun(state));
  }

  /**
   * @param {Overview} outline
   * @param {State} state
   */
  #talks({ dialogues }, { talks }) {
    for (const { id, endings } of dialogues) {
      const row = this.querySelector(`[data-kt-talk="${id}"]`);
      const talk = talks[id];
      if (!row) continue;
      note(row, talk ? say(talk.open ? "progress.talk-open" : "progress.talk-found", { n: found(talk, endings), all: endings.length }) : null);
      tick(row, talk?.passed ? say("progress.talk-done") : "");
    }
  }

  /** @param {Task[]} tasks */
  #today(tasks) {
    const place = /** @type {HTMLElement | null} */ (this.querySelector("[data-kt-today]"));
    if (!place) return;
    place.hidden = tasks.length === 0;
    place.querySelector("ul")?.replaceChildren(...tasks.map(row));
  }

  /**
   * @param {Step} step
   * @param {State} state
   */
  #next(step, state) {
    const link = /** @type {HTMLAnchorElement | null} */ (this.querySelector("a[data-kt-next]"));
    if (!link) return;
    const key = step.kind === "lesson" ? (begun(state) ? "continue" : "start") : KEYS[step.kind];
    link.textContent = say(`progress.${key}`, { title: step.title });
    link.setAttribute("href", step.url);
    this.querySelector("[data-kt-fresh]")?.toggleAttribute("hidden", begun(state)); // who comes back knows it
    link.hidden = !step.url; // all done, and this course gives no certificate
    const words = step.minutes ? say("progress.minutes", { n: step.minutes }) : "";
    if (link.parentElement) note(link.parentElement, words);
  }

  /**
   * @param {Overview} outline
   * @param {State} state
   */
  #sum(outline, state) {
    const bar = /** @type {HTMLElement | null} */ (this.querySelector("[data-kt-sum]"));
    if (!bar) return;
    const { done, all, minutesLeft } = overall(outline, state);
    bar.hidden = !begun(state);
    const words = [say("progress.sum", { done, n: all }), ...(minutesLeft ? [say("progress.left", { n: minutesLeft })] : [])];
    /** @type {HTMLElement} */ (bar.querySelector("span")).textContent = words.join(" · ");
    const progress = /** @type {HTMLProgressElement} */ (bar.querySelector("progress"));
    [progress.max, progress.value] = [all, done];
  }
}

const MINUTES = 0.75; // for one question, as practice goes

/** @param {Task} task */
function row({ kind, title, url, n, all = 0 }) {
  if (kind === "review") {
    const words = say("progress.about-minutes", { n: Math.ceil(n * MINUTES) });
    return drawer({ url, title: say("progress.today-review", { n }), words, number: n });
  }
  const words = kind === "talk" ? say("progress.talk-open", { n, all }) : say("progress.test-open");
  return drawer({ url, title: say(`progress.today-${kind}`, { title }), words });
}

CourseView.define("kt-course");
