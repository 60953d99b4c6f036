/** Records what the elements of a page report, and tells them how things stand; they know progress by events only. */

import { fold } from "./fold.js";
import { open } from "./store.js";

/** @type {Promise<import("./store.js").Store>} */
let opened;

/** The store of this page, for those who copy or erase all of it. */
export const store = () => opened;

/**
 * Listens from now on; the first `kontuar:progress` comes once the store is read. To be called once a document.
 * @param {{name: string}} store named `kontuar:<course id>:<path of the root site>`
 */
export function start({ name }) {
  /** @type {import("./fold.js").State | undefined} */
  let state;
  /** @type {Promise<void> | undefined} */
  let warned;
  opened = open(name, tell);

  async function tell() {
    const { events, storage } = await opened;
    state = fold(events);
    answer(document);
    if (storage === "memory") warned ??= import("./notice.js").then((notice) => notice.start()); // few ever need it
  }

  /** @param {EventTarget} target */
  async function answer(target) {
    const { storage, full } = await opened;
    if (state) target.dispatchEvent(new CustomEvent("kontuar:progress", { detail: { state, storage, full } }));
  }

  document.addEventListener("kontuar:record", async (event) => {
    await (await opened).add(/** @type {CustomEvent} */ (event).detail);
    tell();
  });
  document.addEventListener("kontuar:connected", ({ target }) => answer(/** @type {EventTarget} */ (target)));
  tell();
}
