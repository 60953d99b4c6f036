/** Grading of spot; grade.py is its twin. */

import { gradePicks } from "../picks.js";

/**
 * @param {import("../picks.js").PicksKey} key
 * @param {unknown} answer a list of line ids
 * @returns {import("../result.js").Result}
 * @throws {import("../result.js").Unusable}
 */
export function grade(key, answer) {
  return gradePicks(key, answer, "line");
}
