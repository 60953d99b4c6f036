/** Grading of match; grade.py is its twin. */

import { Unusable } from "../result.js";

/**
 * @typedef {{lefts: string[], rights: string[], pairs: Record<string, string>, points: number}} MatchKey
 * @typedef {import("../result.js").Result} Result
 */

/**
 * @param {MatchKey} key
 * @param {unknown} answer {left: right}
 * @returns {Result}
 * @throws {Unusable}
 */
export function grade(key, answer) {
  const chosen = usable(key, answer);
  /** @type {Result["parts"]} */
  const parts = {};
  for (const left of key.lefts) {
    parts[left] = !chosen.has(left) ? "missed" : chosen.get(left) === key.pairs[left] ? "right" : "wrong";
  }
  const right = Object.values(parts).filter((verdict) => verdict === "right").length;
  return { points: key.points * (right / key.lefts.length), max: key.points, parts };
}

/**
 * @param {MatchKey} key
 * @param {unknown} answer
 */
function usable({ lefts, rights }, answer) {
  const chosen = Object(answer) === answer && !Array.isArray(answer) ? new Map(Object.entries(Object(answer))) : null;
  if (!chosen || [...chosen].some(([left, right]) => !lefts.includes(left) || !rights.includes(right))) {
    throw new Unusable(`an object of left ids (${lefts.join(", ")}) and right ids (${rights.join(", ")})`);
  }
  return chosen;
}
