/** Grading of cloze; grade.py is its twin. */

import { fold } from "../../core/text.js";
import { Unusable } from "../result.js";

/**
 * @typedef {{accept?: string[], options?: string[], correct?: string[]}} Gap
 * @typedef {{gaps: Record<string, Gap>, points: number}} ClozeKey
 * @typedef {import("../result.js").Result} Result
 */

/**
 * @param {ClozeKey} key
 * @param {unknown} answer {gap: text or option id}
 * @returns {Result}
 * @throws {Unusable}
 */
export function grade({ gaps, points }, answer) {
  const filled = usable(gaps, answer);
  /** @type {Result["parts"]} */
  const parts = {};
  for (const [name, gap] of Object.entries(gaps)) parts[name] = verdict(gap, filled.get(name) ?? "");
  const verdicts = Object.values(parts);
  const right = verdicts.filter((one) => one === "right").length;
  return { points: points * (right / verdicts.length), max: points, parts };
}

/**
 * @param {Gap} gap
 * @param {string} text
 */
function verdict({ accept, correct }, text) {
  if (!fold(text)) return "missed";
  return (correct?.includes(text) ?? accept?.includes(fold(text))) ? "right" : "wrong";
}

/**
 * @param {Record<string, Gap>} gaps
 * @param {unknown} answer
 * @returns {Map<string, string>}
 */
function usable(gaps, answer) {
  const filled = Object(answer) === answer && !Array.isArray(answer) ? new Map(Object.entries(Object(answer))) : null;
  if (!filled || [...filled].some(([name, text]) => !Object.hasOwn(gaps, name) || !fits(gaps[name], text))) {
    throw new Unusable(`an object with a text or an option id for each gap: ${Object.keys(gaps).join(", ")}`);
  }
  return filled;
}

/**
 * @param {Gap} gap
 * @param {unknown} text
 */
function fits({ options }, text) {
  return typeof text === "string" && (!options || !text || options.includes(text));
}
