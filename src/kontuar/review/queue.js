/** The order of a day's review: the same after a reload, in each tab and in each language. */

import { orderNamed } from "../core/chance.js";

/** @typedef {import("../progress/schedule.js").Asked} Asked */

/**
 * Overdue questions first, then those of today; within each those with a confident mistake first; and within that
 * the modules take turns. The order is that of all that waited in the morning: what was answered just falls out.
 * @param {{asked: Asked[], count: number}} due
 * @param {number} today
 * @param {string} seed of this browser
 * @returns {string[]} the ids that are left
 */
export function queue({ asked, count }, today, seed) {
  const rank = (/** @type {Asked} */ { card }) => 2 * Number(card.due >= today) + Number(!card.confident);
  const ranks = [0, 1, 2, 3].map((wanted) => asked.filter((one) => rank(one) === wanted));
  const all = ranks.flatMap((those) => mixed(those, `${seed}/${today}`));
  return all.filter(({ answered }) => !answered).slice(0, count).map(({ id }) => id);
}

/**
 * One of each bank in turn; of a bank those first that have waited longest.
 * @param {Asked[]} those
 * @param {string} seed
 */
function mixed(those, seed) {
  const names = new Set(those.map(bankOf));
  const banks = orderNamed(names, seed, String).map((bank) => {
    const own = orderNamed(those.filter((one) => bankOf(one) === bank), `${seed}/${bank}`, ({ id }) => id);
    return own.sort((one, other) => one.card.due - other.card.due);
  });
  const rounds = Math.max(0, ...banks.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => banks.flatMap((bank) => bank.slice(round, round + 1))).flat();
}

/** @param {Asked} asked */
const bankOf = ({ id }) => id.split("/")[0];
