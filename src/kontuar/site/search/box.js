/** The search box: a dialog that stands in every page and that the shell opens. */

import { data } from "../../core/parts.js";
import { told } from "../../core/phrases.js";
import { search } from "./engine.js";
import { asked, fits, shown } from "./found.js";

const PAUSE = 120; // ms after a letter
const PAGES = 8; // at a time
const WAY = new Map([["ArrowDown", 1], ["ArrowUp", -1]]);

/** @type {Box | undefined} */
let box;

/**
 * Sees to the dialog, which is open, whether this is the first time or not.
 * @param {HTMLDialogElement} dialog
 * @param {string} root address of the root of all languages
 */
export function start(dialog, root) {
  box ??= new Box(dialog, root);
  box.opened();
}

class Box {
  #asked = "";
  #wanted = 0;
  /** @type {import("./engine.js").Result[]} */
  #left = [];

  /**
   * @param {HTMLDialogElement} dialog
   * @param {string} root
   */
  constructor(dialog, root) {
    this.dialog = dialog;
    this.root = root;
    this.words = data(dialog);
    this.input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
    this.status = /** @type {HTMLOutputElement} */ (dialog.querySelector("output"));
    this.list = /** @type {HTMLOListElement} */ (dialog.querySelector("ol"));
    this.input.addEventListener("input", () => this.#typed());
    dialog.addEventListener("keydown", (event) => this.#key(event));
    dialog.addEventListener("click", (event) => this.#click(event));
  }

  opened() {
    this.input.select();
    this.#typed();
  }

  /** Looks for what is typed, once the typing pauses. */
  async #typed() {
    const query = asked(this.input.value, document.documentElement.lang);
    if (query === this.#asked) return;
    this.#asked = query;
    this.#wanted += 1;
    const mine = this.#wanted;
    if (!query) return this.#show([], "hint");
    await new Promise((next) => setTimeout(next, PAUSE));
    if (mine !== this.#wanted) return;
    if (!this.list.childElementCount) this.status.textContent = this.words.busy;
    try {
      const results = await search(query, this.root);
      const first = await read(results.slice(0, PAGES));
      if (mine === this.#wanted) this.#answer(query, results, first);
    } catch (error) {
      console.info(error);
      if (mine !== this.#wanted) return;
      this.#asked = "";
      this.#show([], "lost");
    }
  }

  /**
   * @param {string} query
   * @param {import("./engine.js").Result[]} results
   * @param {import("./found.js").Answer[]} first of them, read
   */
  #answer(query, results, first) {
    const fitting = first.filter((answer) => fits(query, answer));
    if (fitting.length === 0) return this.#show([], "none");
    this.#show(fitting, "");
    this.#left = results.slice(PAGES);
    this.#part("more").hidden = this.#left.length === 0;
    this.status.textContent = told(this.words.found, { n: fitting.length + this.#left.length });
  }

  /**
   * @param {import("./found.js").Answer[]} answers
   * @param {string} state what else is seen: a hint, that there is nothing, or that the search did not load
   */
  #show(answers, state) {
    for (const name of ["hint", "none", "lost", "more"]) this.#part(name).hidden = name !== state;
    this.status.textContent = state === "none" ? this.words.none : "";
    this.list.replaceChildren(...answers.map(item));
    this.dialog.scrollTop = 0;
  }

  async #more() {
    const next = this.#left.splice(0, PAGES);
    this.#part("more").hidden = this.#left.length === 0;
    const items = (await read(next)).map(item);
    this.list.append(...items);
    items[0]?.querySelector("a")?.focus();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.dialog.querySelector(`[data-part=${name}]`));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, target } = event;
    const step = WAY.get(key);
    if (step) this.#step(event, step);
    else if (key === "Enter" && target === this.input && !event.isComposing) this.list.querySelector("a")?.click();
    else if (/^\S$/u.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey) this.input.focus(); // to type on
  }

  /**
   * Up and down lead from the field through what was found, and round.
   * @param {KeyboardEvent} event
   * @param {number} step
   */
  #step(event, step) {
    const stops = [this.input, .../** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll("a"))];
    const more = /** @type {HTMLElement} */ (this.dialog.querySelector("[data-do=more]"));
    if (more.checkVisibility()) stops.push(more);
    const at = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
    event.preventDefault();
    stops[(Math.max(at, 0) + step + stops.length) % stops.length].focus();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const link = target.closest("a");
    if (target.closest("[data-do=more]")) this.#more();
    else if (target === this.dialog || target.closest("[data-do=close]")) this.dialog.close();
    else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.#leave(link);
  }

  /** Elsewhere the shell sees to the focus; on this page nothing else would. @param {HTMLAnchorElement} link */
  #leave(link) {
    this.dialog.close();
    if (link.pathname !== location.pathname) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? document.querySelector("main h1");
    if (!(target instanceof HTMLElement)) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus();
  }
}

/** @param {import("./engine.js").Result[]} results */
const read = (results) => Promise.all(results.map((result) => result.data()));

/** A page that was found. @param {import("./found.js").Answer} answer */
function item(answer) {
  const { title, section, href, parts } = shown(answer);
  const row = document.createElement("li");
  if (section) row.append(made("p", "kt-over", section));
  row.append(made("p", "kt-search__page", link(href, title)));
  for (const part of parts) {
    const excerpt = made("p", "kt-quiet", ...part.pieces.map(({ text, hit }) => (hit ? made("mark", "", text) : text)));
    row.append(made("div", "kt-search__part", ...(part.title ? [link(part.href, part.title)] : []), excerpt));
  }
  return row;
}

/**
 * @param {string} href
 * @param {string} text
 */
const link = (href, text) => Object.assign(made("a", "", text), { href });

/**
 * @param {string} tag
 * @param {string} name of its class
 * @param {...(Node | string)} content
 */
function made(tag, name, ...content) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
}
