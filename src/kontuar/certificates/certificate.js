/**
 * <kt-certificate>: what is still missing, or the certificate: to print, as a picture, as a text for a profile, and as
 * a file to be checked. The name never leaves this browser unless the learner saves it in one of these.
 */

import { data } from "../core/parts.js";
import { Follower } from "../core/follower.js";
import { percent, say } from "../core/phrases.js";
import { completed, exams, papers, talks } from "./award.js";
import { day } from "./date.js";
import { missing } from "./missing.js";
import { onPaper } from "./name.js";

/**
 * @typedef {import("../progress/fold.js").State} State
 * @typedef {{course: string, version: string, title: string, minutes: number, scope: string, goals: string[]}} About
 */

const LONG = 40;

class Certificate extends Follower {
  /** @type {State | undefined} */
  #state;

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.#print.addEventListener("click", () => window.print(), { signal });
    this.#on("picture", () => this.#savePicture(), signal);
    this.#on("share", () => this.#share(), signal);
    this.#on("copy", () => this.#copy(), signal);
    this.#on("evidence", () => this.#saveEvidence(), signal);
    this.#part("profile").addEventListener("toggle", () => this.#profile(), { signal });
    this.#input.value = remembered(this.#key);
  }

  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state }) {
    this.#state = state;
    const list = missing(this.#outline, state);
    this.#part("missing").hidden = list.length === 0;
    this.#part("ready").hidden = list.length > 0;
    this.#part("missing").querySelector("ul")?.replaceChildren(...list.map(item));
    if (list.length) for (const part of [this.#sheet, this.#part("more")]) part.hidden = true;
    else if (onPaper(remembered(this.#key))) this.#show(onPaper(remembered(this.#key)));
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const output = /** @type {HTMLOutputElement} */ (this.querySelector("[data-says] output"));
    const given = onPaper(this.#input.value);
    output.textContent = given ? "" : say("certificates.name-needed");
    if (!given) return;
    remember(this.#key, given);
    this.#show(given);
    this.#print.focus();
  }

  /** @param {string} name as it stands on paper */
  #show(name) {
    const state = /** @type {State} */ (this.#state);
    this.#fill("name", name);
    this.querySelector(".kt-cert__name")?.classList.toggle("kt-cert__name--long", [...name].length > LONG);
    const [own, exam] = [papers(this.#outline, state), exams(this.#outline, state)];
    const listed = own.map(({ seed, attempt }) => `${seed}/${attempt}`).join(", ");
    const seeds = own.length > 1 ? [say("certificates.papers", { listed })] : own.map(({ seed, attempt }) => say("certificates.paper", { seed, attempt }));
    const examined = exam.map(({ seed, attempt }) => say("certificates.exam-paper", { seed, attempt }));
    this.#fill("score", shares(own));
    this.#fill("exam", shares(exam));
    this.#fill("talks", say("certificates.talks-done", { n: talks(this.#outline, state).length }));
    this.#fill("date", day(completed(this.#outline, state)));
    this.#fill("papers", [...seeds, ...examined].join("; "));
    for (const part of [this.#sheet, this.#print, this.#do("picture"), this.#part("more")]) part.hidden = false;
    this.#do("share").hidden = !navigator.canShare?.({ files: [new File([], "x.png", { type: "image/png" })] });
    this.querySelector("button[type=submit]")?.classList.add("kt-btn--quiet");
  }

  /** What the buttons give comes with a script that is loaded at the press. @returns {Promise<File>} */
  async #picture() {
    const { picture } = await import("./picture.js");
    return new File([await picture(this.#sheet)], this.#file("png"), { type: "image/png" });
  }

  async #savePicture() {
    download(await this.#picture());
    return say("certificates.picture-saved", { file: this.#file("png") });
  }

  async #share() {
    await navigator.share({ files: [await this.#picture()] }).catch((/** @type {Error} */ error) => {
      if (error.name !== "AbortError") throw error; // whoever changes their mind needs no message
    });
    return "";
  }

  async #profile() {
    const text = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    const { profile } = await import("./profile.js");
    const state = /** @type {State} */ (this.#state);
    const exam = exams(this.#outline, state);
    const tests = say("certificates.profile-tests", { scores: shares(papers(this.#outline, state)) });
    const scores = exam.length ? `${tests}, ${say("certificates.profile-exam", { scores: shares(exam) })}` : tests;
    text.value = profile({ ...this.#about, scores, date: day(completed(this.#outline, state)) });
  }

  async #copy() {
    await this.#profile();
    const text = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    try {
      await navigator.clipboard.writeText(text.value);
      return say("certificates.copied");
    } catch {
      text.focus();
      text.select();
      return say("certificates.copy-yourself");
    }
  }

  async #saveEvidence() {
    const { made } = await import("./made.js");
    const { course, version, minutes } = this.#about;
    const named = /** @type {HTMLInputElement} */ (this.querySelector("input[name=named]")).checked;
    const name = named ? onPaper(this.#input.value) || undefined : undefined;
    const state = /** @type {State} */ (this.#state);
    const text = made(this.#outline, state, { course, version, minutes, name, now: Date.now() });
    download(new File([text], this.#file("json"), { type: "application/json" }));
    return say("certificates.evidence-saved", { file: this.#file("json") });
  }

  /**
   * A name of course and day, never of the learner.
   * @param {string} ending
   */
  #file(ending) {
    const at = new Date(completed(this.#outline, /** @type {State} */ (this.#state)));
    const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
    return `${this.#about.course}-${parts.map((part) => String(part).padStart(2, "0")).join("-")}.${ending}`;
  }

  /**
   * @param {string} name
   * @param {() => Promise<string>} act gives what is then said
   * @param {AbortSignal} signal
   */
  #on(name, act, signal) {
    const button = this.#do(name);
    const output = /** @type {HTMLOutputElement} */ (button.closest("[data-says]")?.querySelector("output"));
    const press = async () => {
      output.textContent = "";
      output.textContent = await act().catch(() => say("certificates.failed"));
    };
    button.addEventListener("click", press, { signal });
  }

  /** @returns {import("./missing.js").Outline} */
  get #outline() {
    return data(this);
  }

  /** @returns {About} */
  get #about() {
    return data(this.querySelector("[data-part=about]"));
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
    const place = this.querySelector(`[data-fill=${name}]`);
    if (place) place.textContent = text; // a course without an exam has no place for one
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
    return this.#do("print");
  }

  /** @param {string} name */
  #do(name) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`[data-do=${name}]`));
  }
}

/** @param {{share: number}[]} results */
const shares = (results) => results.map(({ share }) => `${percent(share)}%`).join(", ");

/** @param {File} file */
function download(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers ask first where to put it
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
