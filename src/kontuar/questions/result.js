/** What grading gives; result.py is its twin. */

/**
 * @typedef {"right" | "wrong" | "missed"} Verdict
 * @typedef {{points: number, max: number, parts: Record<string, Verdict>}} Result
 */

/** An answer that is not in the shape of its question's type; its message says what was expected. */
export class Unusable extends Error {}
