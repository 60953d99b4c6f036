/** <kt-export>: hands over all that this browser keeps of the course, as a file. */

import { Follower } from "../../core/follower.js";
import { say } from "../../core/phrases.js";
import { store } from "../recorder.js";
import { noteCopy, remembered } from "./told.js";
import { written } from "./transfer.js";

class Export extends Follower {
  /** @param {AbortSignal} signal */
  listen(signal) {
    this.querySelector("button")?.addEventListener("click", () => this.#save(), { signal });
    this.querySelector(".kt-actions")?.removeAttribute("hidden");
  }

  async follow() {
    const { name } = await store();
    this.querySelector("label")?.toggleAttribute("hidden", !remembered(`${name}:name`));
  }

  async #save() {
    const { events, unread, name } = await store();
    const n = events.length + unread.length;
    if (!n) return this.#say(say("copies.export-none"));
    const now = Date.now();
    const course = document.getElementById("kt-page")?.dataset.course ?? "";
    const owner = this.querySelector("input")?.checked ? remembered(`${name}:name`) : "";
    const file = `kontuar-${course}-${date(now)}.json`;
    download(file, written({ course, events, unread, name: owner, now }));
    noteCopy(name, { at: now, count: events.length });
    this.#say(say("copies.export-done", { file, n }));
    document.dispatchEvent(new CustomEvent("kontuar:copied"));
  }

  /** @param {string} words */
  #say(words) {
    const output = this.querySelector("output");
    if (output) output.textContent = words;
  }
}

/** The day where the reader is, as files sort by it. @param {number} now */
function date(now) {
  const here = new Date(now);
  return [here.getFullYear(), here.getMonth() + 1, here.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * @param {string} name
 * @param {string} text
 */
function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Safari reads it late
}

Export.define("kt-export");
