/** Points of several questions together. Pure; no DOM. */

/** @typedef {{points: number, max: number}} Points */

/**
 * @param {Points[]} results
 * @returns {Points}
 */
export function total(results) {
  const points = results.reduce((all, result) => all + result.points, 0);
  return { points, max: results.reduce((all, result) => all + result.max, 0) };
}
