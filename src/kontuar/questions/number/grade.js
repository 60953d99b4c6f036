/** Grading of number; grade.py is its twin and holds the explanations. */

import { parse } from "../../core/number.js";
import { fold } from "../../core/text.js";
import { Unusable } from "../result.js";

/** @typedef {{answer: number, tolerance: number, units: string[], near: number[], points: number}} NumberKey units folded */

const SIGNED = /^([+\u2212-]?) ?(.*)$/;

/**
 * @param {NumberKey} key
 * @param {unknown} answer a text, as it was typed
 * @returns {import("../result.js").Result}
 * @throws {Unusable}
 */
export function grade(key, answer) {
  if (typeof answer !== "string") throw new Unusable("a number as text");
  const number = typed(key, answer);
  const slack = key.tolerance + 1e-9 * Math.max(1, Math.abs(key.answer));
  const right = number !== null && Math.abs(number - key.answer) <= slack;
  const verdict = right ? "right" : fold(answer) ? "wrong" : "missed";
  return { points: right ? key.points : 0, max: key.points, parts: { answer: verdict } };
}

/**
 * @param {NumberKey} key
 * @param {unknown} text
 * @returns {number | null} the number in a text, its unit before it, after it or left out
 */
export function typed({ units }, text) {
  if (typeof text !== "string") return null;
  const [, sign, rest] = SIGNED.exec(fold(text)) ?? ["", "", ""];
  for (const unit of ["", ...units]) {
    const number = parse(text, unit) ?? (unit && rest.startsWith(unit) ? parse(sign + rest.slice(unit.length)) : null);
    if (number !== null) return number;
  }
  return null;
}

/**
 * The place of the near number that was typed, or −1.
 * @param {NumberKey} key
 * @param {unknown} answer
 */
export function near(key, answer) {
  const number = typed(key, answer);
  return number === null ? -1 : key.near.findIndex((other) => Math.abs(number - other) <= 1e-9 * Math.abs(other));
}
