/**
 * <kt-done>: marks a lesson as done, by its button, or by itself once every question of the page was answered
 * to the end.
 */

import { Follower } from "../core/follower.js";
import { part } from "../core/parts.js";
import { say } from "../core/phrases.js";

class Done extends Follower {
  #is = false;
  #owed = 0;

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#button?.addEventListener("click", () => this.#press(), { signal });
    this.querySelector(".kt-actions")?.removeAttribute("hidden");
  }

  get #button() {
    return this.querySelector("button");
  }

  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state }) {
    const before = this.#is;
    this.#is = Boolean(state.lessons[this.dataset.id ?? ""]);
    if (before !== this.#is) this.#render();
    else if (!this.#is && this.#finished(state)) this.record({ kind: "lesson-done", id: this.dataset.id });
  }

  /**
   * Whether every question is answered to the end; what was taken back by hand stays so until one more is.
   * @param {import("./fold.js").State} state
   */
  #finished(state) {
    const questions = this.#questions;
    const owed = questions.filter((question) => !settled(state.answers[question.dataset.id ?? ""], question)).length;
    const fewer = this.#owed > owed;
    this.#owed = owed;
    return questions.length > 0 && owed === 0 && (fewer || state.lessons[this.dataset.id ?? ""] !== 0);
  }

  get #questions() {
    return /** @type {HTMLElement[]} */ ([...(this.closest("article") ?? document).querySelectorAll("[data-hash]")]);
  }

  #press() {
    const id = this.dataset.id;
    this.record(this.#is ? { kind: "reset", scope: "lesson", id } : { kind: "lesson-done", id });
  }

  #render() {
    const button = /** @type {HTMLButtonElement} */ (this.#button);
    button.textContent = say(this.#is ? "progress.undo-done" : "progress.mark-done");
    const mark = part("b", "kt-mark", say("progress.is-done"));
    mark.dataset.state = "right";
    this.querySelector("output")?.replaceChildren(...(this.#is ? [mark] : []));
    button.classList.toggle("kt-btn--text", this.#is);
    button.classList.toggle("kt-btn--quiet", !this.#is);
  }
}

/**
 * @param {{hash: string, points: number, max: number, shown?: boolean} | undefined} answer
 * @param {HTMLElement} question
 */
function settled(answer, question) {
  return Boolean(answer && answer.hash === question.dataset.hash && (answer.shown || answer.points === answer.max));
}

Done.define("kt-done");
