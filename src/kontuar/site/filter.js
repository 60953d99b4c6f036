/** A field that leaves only those rows of a page's tables in which its words stand; diacritics need not be typed. */

import { fold, stripMarks } from "../core/text.js";

/** Sees to the field of the page, which the build put there hidden; to be called after each navigation. */
export function help() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".kt-filter"));
  const field = box?.querySelector("input");
  if (!box || !field || !box.hidden) return;
  document.querySelector("main h2")?.before(box);
  box.hidden = false;
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main tbody tr")]);
  const told = /** @type {HTMLOutputElement} */ (box.querySelector("output"));
  field.addEventListener("input", () => {
    const words = plain(field.value).split(" ");
    for (const row of rows) row.hidden = !words.every((word) => plain(row.textContent ?? "").includes(word));
    told.textContent = `${rows.filter((row) => !row.hidden).length} / ${rows.length}`;
  });
}

/** @param {string} text */
const plain = (text) => stripMarks(fold(text));
