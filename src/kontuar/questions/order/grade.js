/** Grading of order; grade.py is its twin and holds the explanation of the rule. */

import { Unusable } from "../result.js";

/**
 * @param {{groups: string[][], points: number}} key
 * @param {unknown} answer a list of all ids, or an empty one for none given
 * @returns {import("../result.js").Result}
 * @throws {Unusable}
 */
export function grade({ groups, points: max }, answer) {
  const ids = groups.flat();
  if (!Array.isArray(answer) || (answer.length && !everyOnce(ids, answer))) {
    throw new Unusable(`a list of each id once: ${ids.sort().join(", ")}`);
  }
  const given = answer.map((id) => groups.findIndex((group) => group.includes(id)));
  const wanted = [...given].sort((one, other) => one - other);
  /** @type {import("../result.js").Result["parts"]} */
  const parts = {};
  for (const id of ids) parts[id] = "missed";
  for (const [place, id] of answer.entries()) parts[id] = given[place] === wanted[place] ? "right" : "wrong";
  return { points: max * share(given), max, parts };
}

/**
 * @param {string[]} ids
 * @param {unknown[]} answer
 */
function everyOnce(ids, answer) {
  return answer.length === ids.length && ids.every((id) => answer.includes(id));
}

/** @param {number[]} given the number of each item's group, in the order of the answer */
function share(given) {
  let [right, all] = [0, 0];
  for (const [place, one] of given.entries()) {
    for (const other of given.slice(place)) {
      right += Number(one < other);
      all += Number(one !== other);
    }
  }
  return Math.max(0, (2 * right - all) / (all || 1));
}
