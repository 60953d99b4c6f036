/** <kt-course>: the home page and the modules' pages, marked with what the learner has done. */

import { data } from "../core/data.js";
import { Follower } from "../core/follower.js";
import { percent, say } from "../core/phrases.js";
import { begun, next, standing } from "./standing.js";

/** @typedef {import("./fold.js").State} State */

class CourseView extends Follower {
  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state }) {
    this.#show(state);
  }

  /** @returns {import("./standing.js").Outline} */
  get #outline() {
    return data(this);
  }

  /** @param {State} state */
  #show(state) {
    const outline = this.#outline;
    const current = next(outline, state);
    for (const module of outline.modules) this.#module(module, state, current);
    for (const row of this.querySelectorAll("[data-kt-lesson]")) this.#lesson(/** @type {HTMLElement} */ (row), state, current);
    this.#next(current, state);
  }

  /**
   * @param {import("./standing.js").ModuleLink} module
   * @param {State} state
   * @param {import("./standing.js").Step} current
   */
  #module(module, state, current) {
    const row = this.querySelector(`[data-kt-module="${module.id}"]`);
    const how = standing(module, state);
    if (row) {
      const mine = [...module.lessons, module.test].some((step) => step?.url === current.url);
      this.#current(row, mine && begun(state));
      ring(row, how);
      note(row, drawer(how));
    }
    const test = this.querySelector(`[data-kt-test="${module.id}"]`);
    if (test) this.#test(test, how);
  }

  /**
   * @param {Element} row
   * @param {import("./standing.js").Standing} how
   */
  #test(row, { share, passed }) {
    const words = share !== null && say(passed ? "progress.test-passed" : "progress.test-best", { share: percent(share) });
    note(row, words || null);
    tick(row, passed && share !== null, "progress.test-done");
  }

  /**
   * @param {HTMLElement} row
   * @param {State} state
   * @param {import("./standing.js").Step} current
   */
  #lesson(row, state, current) {
    tick(row, Boolean(state.lessons[row.dataset.ktLesson ?? ""]), "progress.lesson-done");
    this.#current(row, row.querySelector("a")?.getAttribute("href") === current.url && begun(state));
  }

  /**
   * @param {Element} row
   * @param {boolean} on
   */
  #current(row, on) {
    if (on) row.setAttribute("aria-current", "step");
    else row.removeAttribute("aria-current");
  }

  /**
   * @param {import("./standing.js").Step} step
   * @param {State} state
   */
  #next(step, state) {
    const link = /** @type {HTMLAnchorElement | null} */ (this.querySelector("a[data-kt-next]"));
    if (!link) return;
    const key = { lesson: begun(state) ? "continue" : "start", test: "to-test", exam: "to-exam", certificate: "to-certificate" }[step.kind];
    link.textContent = say(`progress.${key}`, { title: step.title });
    link.setAttribute("href", step.url);
    link.hidden = !step.url; // all done, and this course gives no certificate
    const words = step.minutes ? say("progress.minutes", { n: step.minutes }) : "";
    if (link.parentElement) note(link.parentElement, words);
  }
}

/** @param {import("./standing.js").Standing} how */
function drawer(how) {
  if (how.complete) return how.share === null ? say("progress.drawer-done-plain") : say("progress.drawer-done", { share: percent(how.share) });
  if (how.done === how.all) return say("progress.drawer-test-left");
  return say("progress.drawer-half", { done: how.done, all: how.all, minutes: how.minutesLeft });
}

/**
 * @param {Element} row
 * @param {string | null} words null for what the build wrote there
 */
function note(row, words) {
  const place = /** @type {HTMLElement | null} */ (row.querySelector("[data-kt-note]"));
  if (!place) return;
  place.dataset.built ??= place.textContent ?? "";
  place.textContent = words ?? place.dataset.built;
}

/**
 * @param {Element} row
 * @param {boolean} done
 * @param {string} words
 */
function tick(row, done, words) {
  row.querySelector(":scope > .kt-mark")?.remove();
  if (!done) return;
  const mark = document.createElement("b");
  mark.className = "kt-mark";
  mark.dataset.state = "right";
  mark.textContent = say(words);
  row.append(mark);
}

const SVG = "http://www.w3.org/2000/svg";
const CHECK = "m15.600 24.200-5.400-5.400 2-2 3.400 3.400 8.200-8.200 2 2z";

/**
 * @param {Element} row
 * @param {import("./standing.js").Standing} how
 */
function ring(row, how) {
  const svg = row.querySelector(".kt-ring");
  if (!svg) return;
  const tested = !how.passed || how.share !== null;
  const steps = how.all + Number(tested); // the last step is the test
  const share = how.complete ? 100 : Math.round((how.done / steps) * 100);
  svg.classList.toggle("kt-ring--full", how.complete);
  for (const part of svg.querySelectorAll("circle + circle, path")) part.remove();
  const text = svg.querySelector("text");
  if (text) text.textContent = how.complete ? "" : `${how.done}/${how.all}`;
  const circle = { cx: 18, cy: 18, r: 15, pathLength: 100, "stroke-dasharray": `${share} 100` };
  if (how.done > 0 || how.complete) text?.before(drawn("circle", circle));
  if (how.complete) svg.append(drawn("path", { d: CHECK }));
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function drawn(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

CourseView.define("kt-course");
