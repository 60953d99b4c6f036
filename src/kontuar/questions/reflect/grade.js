/** Grading of reflect; grade.py is its twin and holds the explanation. */

import { Unusable } from "../result.js";

/**
 * @param {{rubric: string[], points: number}} key
 * @param {unknown} answer {text, ticks}
 * @returns {import("../result.js").Result}
 * @throws {Unusable}
 */
export function grade(key, answer) {
  const parts = Object.fromEntries(ticks(key, answer).map((id) => /** @type {const} */ ([id, "right"])));
  return { points: 0, max: 0, parts };
}

/**
 * @param {{rubric: string[]}} key
 * @param {any} answer
 * @returns {string[]}
 */
function ticks({ rubric }, answer) {
  const shape = answer instanceof Object && Object.keys(answer).sort().join() === "text,ticks";
  if (!shape || typeof answer.text !== "string") throw new Unusable("a text, and ticks at points of the rubric");
  const ticked = answer.ticks;
  if (!Array.isArray(ticked) || ticked.some((id) => !rubric.includes(id))) {
    throw new Unusable(`ticks at points of the rubric: ${rubric.join(", ")}`);
  }
  if (new Set(ticked).size < ticked.length) throw new Unusable("each point of the rubric once");
  return ticked;
}
