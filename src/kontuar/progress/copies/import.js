/** <kt-import>: shows what a file holds, and takes over what is new in it once that is wanted. */

import { Follower } from "../../core/follower.js";
import { part } from "../../core/parts.js";
import { say } from "../../core/phrases.js";
import { store } from "../recorder.js";
import { tally } from "./tally.js";
import { day, remember, remembered, told } from "./told.js";
import { MOST_BYTES, found } from "./transfer.js";

/** @typedef {import("./transfer.js").Found} Found */

class Import extends Follower {
  /** @type {Found | undefined} what is waiting for a decision */
  #found;

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#input.addEventListener("change", () => this.#choose(this.#input.files?.[0]), { signal });
    this.#button("load").addEventListener("click", () => this.#load(), { signal });
    this.#button("cancel").addEventListener("click", () => this.#end("copies.nothing-loaded"), { signal });
    this.addEventListener("dragover", (event) => event.preventDefault(), { signal });
    this.addEventListener("drop", (event) => this.#drop(event), { signal });
    this.querySelector("label")?.removeAttribute("hidden");
  }

  /** @param {DragEvent} event */
  #drop(event) {
    event.preventDefault();
    this.#choose(event.dataTransfer?.files[0]);
  }

  /** @param {File | undefined} file */
  async #choose(file) {
    if (!file) return;
    this.#preview.hidden = true;
    if (file.size > MOST_BYTES) return this.#refuse("too-big");
    this.#say(say("copies.reading"));
    const text = await file.text().catch(() => null);
    if (text === null) return this.#refuse("unreadable");
    const kept = await store();
    const course = document.getElementById("kt-page")?.dataset.course ?? "";
    const known = new Set(kept.events.map(({ uid }) => uid));
    const result = found(text, { course, known, now: Date.now() });
    this.#input.value = ""; // the same file may be chosen again, once it is mended
    if ("refused" in result) return this.#refuse(result.refused, result.course);
    this.#show(result, kept);
  }

  /**
   * @param {string} why
   * @param {string} [course]
   */
  #refuse(why, course = "") {
    this.#input.value = "";
    this.#say(`${say(`copies.refused-${why}`, { course })} ${say("copies.nothing-loaded")}`);
  }

  /**
   * @param {Found} result
   * @param {import("../store.js").Store} kept
   */
  #show(result, kept) {
    this.#found = result;
    const { fresh, known, broken, future } = result;
    const sum = fresh.length ? tally(fresh) : null;
    const wanted = result.name && !remembered(`${kept.name}:name`);
    const title = this.#part("title");
    title.textContent = say("copies.preview-title", { n: fresh.length + known + broken, fresh: fresh.length });
    const notes = [
      !sum && !wanted && say("copies.preview-none"),
      sum && `${say("copies.preview-new")} ${told(sum.counts).join(", ")}.`,
      sum && say("copies.preview-days", { from: day(sum.from), to: day(sum.to) }),
      known && say("copies.preview-known", { n: known }),
      broken && say("copies.preview-broken", { n: broken }),
      future && say("copies.preview-future", { n: future }),
      sum?.resets && say("copies.preview-resets"),
      wanted && say("copies.preview-name", { name: result.name }),
      sum && kept.storage === "memory" && say("copies.preview-memory"),
    ];
    this.#part("notes").replaceChildren(...notes.flatMap((note) => (note ? [part("li", "", note)] : [])));
    this.#button("load").hidden = !sum && !wanted;
    this.#preview.hidden = false;
    this.#say("");
    title.focus();
  }

  async #load() {
    const { fresh, name } = /** @type {Found} */ (this.#found);
    this.#say(say("copies.loading"));
    const kept = await store();
    try {
      await kept.addAll(fresh);
    } catch (error) {
      const full = /quota/i.test(/** @type {Error} */ (error).name);
      return this.#end(full ? "copies.import-full" : "copies.import-failed", "copies.nothing-loaded");
    }
    if (name && !remembered(`${kept.name}:name`)) remember(`${kept.name}:name`, name);
    document.dispatchEvent(new CustomEvent("kontuar:copied"));
    this.#end("copies.import-done");
  }

  /** @param {string[]} keys of what is said at the end */
  #end(...keys) {
    const n = this.#found?.fresh.length ?? 0;
    this.#found = undefined;
    this.#preview.hidden = true;
    this.#say(keys.map((key) => say(key, { n })).join(" "));
    this.#input.focus();
  }

  /** @param {string} words */
  #say(words) {
    const output = this.querySelector("output");
    if (output) output.textContent = words;
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input[type=file]"));
  }

  get #preview() {
    return this.#part("preview");
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part=${name}]`));
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`[data-do=${name}]`));
  }
}

Import.define("kt-import");
