/** Grading of guess. */

import { Unusable } from "../result.js";

/**
 * @param {{number: number, points: number}} key
 * @param {unknown} answer
 * @returns {import("../result.js").Result}
 */
export function grade(key, answer) {
  if (typeof answer !== "string") throw new Unusable("digits");
  const right = answer.trim() === String(key.number);
  return { points: right ? key.points : 0, max: key.points, parts: { answer: right ? "right" : "wrong" } };
}
