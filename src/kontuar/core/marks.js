/** Points and pass marks; marks.py is its twin. */

export const TOLERANCE = 1e-9; // a third of the points, three times, must not fail for the last bit

/**
 * The part of the points that was earned, 0 to 1; 0 where there was nothing to earn.
 * @param {number} points
 * @param {number} possible
 */
export function share(points, possible) {
  return possible > 0 ? Math.min(1, Math.max(0, points / possible)) : 0;
}

/**
 * Whether the points reach a pass mark in per cent.
 * @param {number} points
 * @param {number} possible
 * @param {number} mark
 */
export function passes(points, possible, mark) {
  return share(points, possible) * 100 >= mark - TOLERANCE;
}
