/** <kt-order>: rows that are moved by buttons, or by dragging. */

import { say } from "../../core/phrases.js";
import { Question } from "../question.js";
import { grade } from "./grade.js";

/** @typedef {HTMLLIElement} Row */

export class Order extends Question {
  #moved = false;

  get #list() {
    return /** @type {HTMLOListElement} */ (this.querySelector(".kt-order"));
  }

  get #rows() {
    return /** @type {Row[]} */ ([...this.#list.children]);
  }

  get #ids() {
    return this.#rows.map((row) => row.dataset.part ?? "");
  }

  get blank() {
    return [];
  }

  get nothing() {
    return say("order.nothing");
  }

  get first() {
    return /** @type {HTMLElement | null} */ (this.querySelector("[data-part] button[aria-disabled=false]"));
  }

  read() {
    return this.#moved ? this.#ids : null;
  }

  /** @param {unknown} answer */
  write(answer) {
    const wanted = Array.isArray(answer) ? answer : [];
    const rows = new Set(wanted.flatMap((id) => this.#rows.find((row) => row.dataset.part === id) ?? []));
    this.#moved = rows.size === this.#rows.length;
    if (this.#moved) this.#list.append(...rows);
    this.#ends();
  }

  /** @param {unknown} answer */
  grade(answer) {
    return grade(this.key, answer ?? []);
  }

  /** Never leaves the right order behind: it has to be made. @param {string} seed */
  arrange(seed) {
    super.arrange(seed);
    const { points, max } = this.grade(this.#ids);
    if (points === max) this.#list.append(...this.#rows.reverse());
    this.#moved = false;
    this.#ends();
  }

  /** @param {import("../result.js").Result} result */
  partly(result) {
    const verdicts = Object.values(result.parts);
    const n = verdicts.filter((verdict) => verdict === "right").length;
    return n ? say("questions.in-place", { n, all: verdicts.length }) : super.partly(result);
  }

  /**
   * @param {import("../result.js").Result} result
   * @param {unknown} answer
   */
  marks(result, answer) {
    return super.marks(result, answer).map((mark) => ({ ...mark, answer: this.#place(mark.row) }));
  }

  /** Where an item belongs, in words. @param {Element} row */
  #place(row) {
    const { part = "" } = /** @type {Row} */ (row).dataset;
    let from = 1;
    for (const group of /** @type {string[][]} */ (this.key.groups)) {
      const to = from + group.length - 1;
      if (group.includes(part)) return say(from === to ? "order.place" : "order.places", { n: from, from, to });
      from = to + 1;
    }
    return "";
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    this.#list.addEventListener("click", (event) => this.#press(event), { signal });
    this.#list.addEventListener("pointerdown", (event) => this.#lift(event), { signal });
  }

  /** @param {Event} event */
  #press({ target }) {
    const button = /** @type {Element} */ (target).closest("button[aria-disabled=false]");
    if (!button) return;
    const row = /** @type {Row} */ (button.closest("li"));
    this.#step(row, button.matches("[data-do=up]"));
    this.#settle(row);
  }

  /**
   * Moves the neighbour and not the row itself, which so keeps the focus and the pointer.
   * @param {Row} row
   * @param {boolean} up
   */
  #step(row, up) {
    if (up) row.after(/** @type {Row} */ (row.previousElementSibling));
    else row.before(/** @type {Row} */ (row.nextElementSibling));
    row.scrollIntoView({ block: "nearest" });
  }

  /** What follows a move. @param {Row} row */
  #settle(row) {
    this.#moved = true;
    this.#ends();
    this.changed();
    const item = (row.querySelector("[data-mark]")?.textContent ?? "").trim().replace(/^[„“"]|[.”"]+$/g, "");
    const rows = this.#rows;
    const output = /** @type {HTMLOutputElement} */ (this.querySelector("output"));
    output.textContent = say("order.moved", { item, n: rows.indexOf(row) + 1, all: rows.length });
  }

  /** At the ends there is one way only. */
  #ends() {
    const rows = this.#rows;
    for (const row of rows) {
      row.querySelector("[data-do=up]")?.setAttribute("aria-disabled", String(row === rows[0]));
      row.querySelector("[data-do=down]")?.setAttribute("aria-disabled", String(row === rows.at(-1)));
    }
  }

  /** A row is dragged by its number; whoever has no pointer misses nothing. @param {PointerEvent} event */
  #lift(event) {
    const grip = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".kt-grip"));
    if (!grip || event.button) return;
    event.preventDefault(); // or text would be selected
    grip.setPointerCapture(event.pointerId);
    const row = /** @type {Row} */ (grip.closest("li"));
    const start = this.#rows.indexOf(row);
    row.setAttribute("data-lifted", "");
    grip.onpointermove = ({ clientY }) => this.#drag(row, clientY);
    grip.onlostpointercapture = () => {
      grip.onpointermove = null;
      row.removeAttribute("data-lifted");
      if (this.#rows.indexOf(row) !== start) this.#settle(row);
    };
  }

  /**
   * @param {Row} row
   * @param {number} y where the pointer is
   */
  #drag(row, y) {
    const [above, below] = [row.previousElementSibling, row.nextElementSibling];
    if (above && y < middle(above)) this.#step(row, true);
    else if (below && y > middle(below)) this.#step(row, false);
  }
}

/** @param {Element} row */
function middle(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

Order.define("kt-order");
