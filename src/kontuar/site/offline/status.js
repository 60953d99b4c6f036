/** <kt-offline>: says whether the course works without internet on this device; each sentence stands in the page. */

class Status extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener("kontuar:offline", (event) => this.#show(/** @type {CustomEvent} */ (event).detail), { signal });
    this.querySelector("button")?.addEventListener("click", () => this.#want(), { signal });
    document.dispatchEvent(new CustomEvent("kontuar:offline-asked"));
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** @param {import("./register.js").Standing} standing */
  #show(standing) {
    const output = /** @type {HTMLElement} */ (this.querySelector("output"));
    if (this.dataset.standing === standing) return;
    this.dataset.standing = standing;
    output.textContent = output.dataset[standing] ?? "";
    /** @type {HTMLElement} */ (this.querySelector("button")).hidden = standing !== "sparing";
  }

  #want() {
    const output = /** @type {HTMLElement} */ (this.querySelector("output"));
    output.tabIndex = -1;
    output.focus(); // the button goes
    this.#show("saving");
    document.dispatchEvent(new CustomEvent("kontuar:offline-wanted"));
  }
}

if (!customElements.get("kt-offline")) customElements.define("kt-offline", Status);
