/** <kt-reminder>: a word about making a copy, where a browser may delete progress by itself and much is new. */

import { Follower } from "../../core/follower.js";
import { store } from "../recorder.js";
import { due } from "./due.js";
import { copied, noteCopy, persisted } from "./told.js";

class Reminder extends Follower {
  /** @param {AbortSignal} signal */
  listen(signal) {
    this.querySelector("button")?.addEventListener("click", () => this.#later(), { signal });
  }

  async follow() {
    const { events, name, storage } = await store();
    const first = events.reduce((least, { at }) => Math.min(least, at), Infinity);
    const keeps = storage === "memory" || installed() || (!deletesEarly() && (await persisted()) === true);
    this.hidden = !due({ count: events.length, first, copied: copied(name), keeps, now: Date.now() });
  }

  async #later() {
    const { name } = await store();
    noteCopy(name, { later: Date.now() });
    this.hidden = true;
  }
}

/** An installed app keeps its own storage, also in WebKit. */
function installed() {
  return matchMedia("(display-mode: standalone)").matches || /** @type {any} */ (navigator).standalone === true;
}

/** WebKit deletes after seven days of use without a visit, whatever it has promised. */
function deletesEarly() {
  return navigator.vendor.startsWith("Apple");
}

Reminder.define("kt-reminder");
