/** <kt-erase>: deletes all that this browser keeps of the course, after asking once more. */

import { Follower } from "../../core/follower.js";
import { say } from "../../core/phrases.js";
import { store } from "../recorder.js";

class Erase extends Follower {
  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#button("ask").addEventListener("click", () => this.#ask(true), { signal });
    this.#button("keep").addEventListener("click", () => this.#ask(false), { signal });
    this.#button("erase").addEventListener("click", () => this.#erase(), { signal });
    this.querySelector(".kt-actions")?.removeAttribute("hidden");
  }

  /** @param {boolean} asking */
  #ask(asking) {
    this.#sure.hidden = !asking;
    this.#button("ask").hidden = asking;
    (asking ? this.#sure : this.#button("ask")).focus();
    this.#say("");
  }

  async #erase() {
    const outcome = await (await store()).erase().then(() => "done", () => "failed");
    this.#ask(false);
    this.#say(say(`copies.erase-${outcome}`));
  }

  /** @param {string} words */
  #say(words) {
    const output = this.querySelector("output");
    if (output) output.textContent = words;
  }

  get #sure() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-part=sure]"));
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`[data-do=${name}]`));
  }
}

Erase.define("kt-erase");
