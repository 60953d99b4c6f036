/** Numbers as people type them; number.py is its twin and holds the explanation of the rule. */

import { fold } from "./text.js";

const NUMBER = new RegExp(
  "^(?<sign>[+\\u2212-]?) ?(?=[0-9.,])" +
    "(?:(?<plain>[0-9]*)|(?<grouped>[1-9][0-9]{0,2}(?<mark>[ .,])[0-9]{3}(?:\\k<mark>[0-9]{3})*)(?!\\k<mark>))" +
    "(?:[.,](?<part>[0-9]+))?$",
);

/**
 * @param {string} text
 * @param {string} [unit] may stand after the number
 * @returns {number | null} null if it is not a number, or not a finite one
 */
export function parse(text, unit = "") {
  const found = NUMBER.exec(without(fold(unit), fold(text)))?.groups;
  if (!found) return null;
  const whole = (found.grouped || found.plain || "0").replace(/[ .,]/g, "");
  const value = Number(`${whole}.${found.part ?? 0}`);
  if (value === Infinity) return null;
  return value && "-−".includes(found.sign || "+") ? -value : value; // no −0
}

/**
 * @param {string} unit
 * @param {string} text
 */
function without(unit, text) {
  const bare = unit && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
  return bare.replace(/ $/, "");
}
