/** <kt-stored>: what this browser keeps of the course, in words and numbers. */

import { Follower } from "../../core/follower.js";
import { say } from "../../core/phrases.js";
import { store } from "../recorder.js";
import { tally } from "./tally.js";
import { copied, kilobytes, moment, persisted, remembered, told } from "./told.js";

class Stored extends Follower {
  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#button?.addEventListener("click", () => this.#ask(), { signal });
    document.addEventListener("kontuar:copied", () => this.follow(), { signal });
  }

  async follow() {
    const kept = await store();
    const { events, unread, name, storage } = kept;
    const sum = events.length ? tally(events) : null;
    this.#fill("records", sum ? `${told(sum.counts).join(", ")} (${say("copies.all", { n: events.length })})` : say("copies.records-none"));
    this.#fill("unread", unread.length ? say("copies.unread-about", { n: unread.length }) : "");
    this.#fill("name", remembered(`${name}:name`) || say("copies.name-none"));
    this.#fill("storage", say(`copies.storage-${storage}`));
    this.#fill("size", sum ? say("copies.size-about", { n: kilobytes(JSON.stringify(events)) }) : "");
    this.#fill("last", sum ? moment(sum.to) : "");
    const { at } = copied(name);
    this.#fill("copied", at ? moment(at) : say("copies.copied-none"));
    await this.#promise(storage);
    this.querySelector("dl")?.removeAttribute("hidden");
  }

  /** @param {string} storage */
  async #promise(storage) {
    const promised = await persisted();
    const how = { true: "yes", false: "no" }[String(promised)] ?? "unknown";
    this.#fill("kept", storage === "memory" ? "" : say(`copies.kept-${how}`));
    this.querySelector(".kt-actions")?.toggleAttribute("hidden", storage === "memory" || how !== "no");
  }

  async #ask() {
    const granted = await navigator.storage.persist().catch(() => false);
    const output = this.querySelector("output");
    if (output) output.textContent = say(granted ? "copies.ask-yes" : "copies.ask-no");
    if (granted) this.#fill("kept", say("copies.kept-yes"));
  }

  get #button() {
    return this.querySelector("button");
  }

  /**
   * @param {string} name
   * @param {string} text a row without one is not shown
   */
  #fill(name, text) {
    const place = this.querySelector(`[data-fill=${name}]`);
    if (!place) return;
    place.textContent = text;
    place.parentElement?.toggleAttribute("hidden", !text);
  }
}

Stored.define("kt-stored");
