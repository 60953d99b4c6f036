/** <kt-reset>: takes back the progress of a module, as an event that can't be undone by an import. */

import { say } from "../core/phrases.js";

class Reset extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    if (button) button.onclick = () => this.#press();
    this.querySelector(".kt-actions")?.removeAttribute("hidden");
  }

  #press() {
    const { scope, id, bank } = this.dataset;
    const detail = { kind: "reset", scope, id, bank };
    document.addEventListener("kontuar:progress", () => this.#done(), { once: true });
    document.dispatchEvent(new CustomEvent("kontuar:record", { detail }));
  }

  /** Said only once the reset is kept. */
  #done() {
    const output = this.querySelector("output");
    if (output) output.textContent = say("progress.reset-done");
  }
}

if (!customElements.get("kt-reset")) customElements.define("kt-reset", Reset);
