/** Grading of truth; grade.py is its twin. */

import { Unusable } from "../result.js";

/**
 * @param {{answer: boolean, points: number}} key
 * @param {unknown} answer true, false, or null for none given
 * @returns {import("../result.js").Result}
 * @throws {Unusable}
 */
export function grade(key, answer) {
  if (answer === null) return { points: 0, max: key.points, parts: { answer: "missed" } };
  if (typeof answer !== "boolean") throw new Unusable("true or false");
  const right = answer === key.answer;
  return { points: right ? key.points : 0, max: key.points, parts: { answer: right ? "right" : "wrong" } };
}
