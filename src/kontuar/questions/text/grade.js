/** Grading of text; grade.py is its twin. */

import { fold } from "../../core/text.js";
import { Unusable } from "../result.js";

/** @typedef {{accept: string[], near: string[][], points: number}} TextKey texts folded */

/**
 * @param {TextKey} key
 * @param {unknown} answer a text
 * @returns {import("../result.js").Result}
 * @throws {Unusable}
 */
export function grade(key, answer) {
  if (typeof answer !== "string") throw new Unusable("a text");
  const typed = fold(answer);
  const verdict = key.accept.includes(typed) ? "right" : typed ? "wrong" : "missed";
  return { points: verdict === "right" ? key.points : 0, max: key.points, parts: { answer: verdict } };
}

/**
 * The place of the near answer that this one is, or −1.
 * @param {TextKey} key
 * @param {unknown} answer
 */
export function near(key, answer) {
  return typeof answer === "string" ? key.near.findIndex((texts) => texts.includes(fold(answer))) : -1;
}
