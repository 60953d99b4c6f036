/** Grading of sort; grade.py is its twin and holds the explanation of the rule. */

import { Unusable } from "../result.js";

/** @typedef {{bins: string[], items: Record<string, string>, points: number}} SortKey */

/**
 * @param {SortKey} key
 * @param {unknown} answer {item: bin}, where items may be missing
 * @returns {import("../result.js").Result}
 * @throws {Unusable}
 */
export function grade(key, answer) {
  const given = usable(key, answer);
  const items = Object.entries(key.items);
  /** @type {import("../result.js").Result["parts"]} */
  const parts = {};
  for (const [item, bin] of items) {
    parts[item] = !Object.hasOwn(given, item) ? "missed" : given[item] === bin ? "right" : "wrong";
  }
  const right = items.filter(([item]) => parts[item] === "right").length;
  return { points: key.points * (right / items.length), max: key.points, parts };
}

/**
 * @param {SortKey} key
 * @param {unknown} answer
 * @returns {Record<string, string>}
 */
function usable(key, answer) {
  const known = (/** @type {[string, any]} */ [item, bin]) => Object.hasOwn(key.items, item) && key.bins.includes(bin);
  if (typeof answer !== "object" || !answer || Array.isArray(answer) || !Object.entries(answer).every(known)) {
    throw new Unusable(`an object of items and their bins: ${key.bins.join(", ")}`);
  }
  return /** @type {Record<string, string>} */ (answer);
}
