/** Grading of picks among parts; picks.py is its twin and holds the explanation of the rule. */

import { Unusable } from "./result.js";

/**
 * @typedef {{pick: "one" | "many", score: "partial" | "all-or-nothing", points: number,
 *   options: string[], correct: string[]}} PicksKey
 * @typedef {import("./result.js").Result} Result
 */

/**
 * @param {PicksKey} key
 * @param {unknown} answer a list of ids
 * @param {string} [part] what a part is called
 * @returns {Result}
 * @throws {Unusable}
 */
export function gradePicks(key, answer, part = "option") {
  const picked = usable(key, answer, part);
  const right = picked.filter((id) => key.correct.includes(id)).length;
  /** @type {Result["parts"]} */
  const parts = {};
  for (const id of picked) parts[id] = key.correct.includes(id) ? "right" : "wrong";
  for (const id of key.correct) if (!picked.includes(id)) parts[id] = "missed";
  const whole = key.pick === "one" || key.score === "all-or-nothing";
  const exact = right === picked.length && right === key.correct.length;
  const share = whole ? Number(exact) : Math.max(0, (2 * right - picked.length) / key.correct.length);
  return { points: key.points * share, max: key.points, parts };
}

/**
 * @param {PicksKey} key
 * @param {unknown} answer
 * @param {string} part
 * @returns {string[]}
 */
function usable(key, answer, part) {
  if (!Array.isArray(answer) || answer.some((id) => !key.options.includes(id))) {
    throw new Unusable(`a list of ${part} ids: ${key.options.join(", ")}`);
  }
  if (new Set(answer).size < answer.length || (key.pick === "one" && answer.length > 1)) {
    throw new Unusable(key.pick === "many" ? `each ${part} once` : `one ${part}`);
  }
  return answer;
}
