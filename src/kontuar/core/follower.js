/** An element that follows the learner's progress for as long as it is on the page, instant navigation included. */

/**
 * @typedef {{state: any, storage: string, full: boolean}} Progress
 *   how things stand (progress/fold.js), where they are kept, and whether that place is full
 */

export class Follower extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;

  /** @param {string} tag */
  static define(tag) {
    if (!customElements.get(tag)) customElements.define(tag, this);
  }

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.listen(signal);
    for (const target of [this, document]) {
      target.addEventListener("kontuar:progress", (event) => this.follow(/** @type {CustomEvent} */ (event).detail), { signal });
    }
    this.dispatchEvent(new CustomEvent("kontuar:connected", { bubbles: true }));
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /**
   * Adds the element's own listeners, which end with the signal.
   * @param {AbortSignal} _signal
   */
  listen(_signal) {}

  /**
   * Takes over how things stand: after load, after each event, after another tab's.
   * @param {Progress} _progress
   */
  follow(_progress) {}

  /**
   * Hands an event of progress to whoever keeps it.
   * @param {object} detail
   */
  record(detail) {
    document.dispatchEvent(new CustomEvent("kontuar:record", { detail }));
  }
}
