/** <kt-certificate>: what is still missing, or the certificate to print. The name never leaves this browser. */

import { data } from "../core/data.js";
import { Follower } from "../core/follower.js";
import { locale, percent, say } from "../core/phrases.js";
import { missing, required } from "./missing.js";
import { onPaper } from "./name.js";

/** @typedef {import("./missing.js").State} State */

const LONG = 40;

class Certificate extends Follower {
  /** @type {State | undefined} */
  #state;

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.#print.addEventListener("click", () => window.print(), { signal });
    this.#input.value = remembered(this.#key);
  }

  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state }) {
    this.#state = state;
    const list = missing(this.#outline, state);
    this.#part("missing").hidden = list.length === 0;
    this.#part("ready").hidden = list.length > 0;
    this.#part("missing").querySelector("ul")?.replaceChildren(...list.map(item));
    if (list.length) this.#sheet.hidden = true;
    else if (onPaper(remembered(this.#key))) this.#show(onPaper(remembered(this.#key)));
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const output = /** @type {HTMLOutputElement} */ (this.querySelector(".kt-noprint output"));
    const given = onPaper(this.#input.value);
    output.textContent = given ? "" : say("certificates.name-needed");
    if (!given) return;
    remember(this.#key, given);
    this.#show(given);
    this.#print.focus();
  }

  /** @param {string} name as it stands on paper */
  #show(name) {
    const line = this.#fill("name", name);
    line.classList.toggle("kt-cert__name--long", [...name].length > LONG);
    const best = this.#best;
    this.#fill("score", best.map(({ share }) => `${percent(share)}%`).join(", "));
    this.#fill("date", day(Math.max(...this.#moments)));
    this.#fill("papers", best.map(({ seed, attempt }) => say("certificates.paper", { seed, attempt })).join("; "));
    this.#sheet.hidden = false;
    this.#print.hidden = false;
    this.querySelector("button[type=submit]")?.classList.add("kt-btn--quiet");
  }

  /** The best passed papers of the required modules, in the order of the course. */
  get #best() {
    return this.#required.flatMap(({ test }) => (test && this.#state?.tests[test.id]?.best) || []);
  }

  /** When each condition was met for the first time. @returns {number[]} */
  get #moments() {
    const lessons = this.#required.flatMap((module) => module.lessons.map(({ id }) => Number(this.#state?.lessons[id])));
    const tests = this.#required.flatMap(({ test }) => (test && this.#state?.tests[test.id]?.passedAt) || []);
    return [...lessons, ...tests];
  }

  get #required() {
    return required(this.#outline);
  }

  /** @returns {import("./missing.js").Outline} */
  get #outline() {
    return data(this);
  }

  get #key() {
    const page = /** @type {HTMLElement | null} */ (document.getElementById("kt-page"));
    const root = new URL(page?.dataset.root ?? ".", location.href).pathname;
    return `kontuar:${page?.dataset.course}:${root}:name`;
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #fill(name, text) {
    const place = /** @type {HTMLElement} */ (this.querySelector(`[data-fill=${name}]`));
    place.textContent = text;
    return place;
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part=${name}]`));
  }

  get #sheet() {
    return /** @type {HTMLElement} */ (this.querySelector(".kt-cert"));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input[name=name]"));
  }

  get #print() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("[data-do=print]"));
  }
}

/** @param {number} at ms since 1970 */
function day(at) {
  const date = new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(at);
  return locale() === "pl" ? `${date} r.` : date;
}

/** @param {import("./missing.js").Missing} thing */
function item(thing) {
  const link = document.createElement("a");
  link.setAttribute("href", thing.url);
  link.textContent = say(`certificates.missing-${thing.kind}`, { title: thing.title, mark: thing.mark ?? "", n: thing.n ?? "" });
  const made = document.createElement("li");
  made.append(link);
  return made;
}

/** @param {string} key */
function remembered(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {string} key
 * @param {string} name
 */
function remember(key, name) {
  try {
    localStorage.setItem(key, name);
  } catch {
    // the name is simply asked for again next time
  }
}

Certificate.define("kt-certificate");
