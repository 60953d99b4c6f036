/** A paper: which questions of a bank a learner gets at which attempt; draw.py is its twin and explains the rule. */

import { order } from "../core/chance.js";

/**
 * @typedef {{take: number, levels: Record<string, number>}} Rules
 * @typedef {{id: string, level: string | null}} Entry
 */

/**
 * @param {Rules} rules
 * @param {Entry[]} bank
 * @param {string} seed
 * @param {number} attempt
 * @returns {string[]} the ids of one paper, in the order in which they are asked
 * @throws {RangeError} a stratum is too small, the rules contradict themselves, or there is no such attempt
 */
export function draw(rules, bank, seed, attempt) {
  return drawAll([[rules, bank]], seed, attempt);
}

/**
 * @param {[Rules, Entry[]][]} parts of a paper over several banks: each one's rules and questions
 * @param {string} seed
 * @param {number} attempt
 * @returns {string[]} what they give together, shuffled
 * @throws {RangeError}
 */
export function drawAll(parts, seed, attempt) {
  const given = parts.flatMap(([rules, bank]) => places(rules, bank, seed, attempt));
  return order(given, `${seed}/${attempt}`);
}

/**
 * @param {Rules} rules
 * @param {Entry[]} bank
 * @param {string} seed
 * @param {number} attempt counts from 1
 * @returns {string[]} the ids that one set of rules gives to a paper, stratum by stratum
 * @throws {RangeError}
 */
export function places(rules, bank, seed, attempt) {
  if (attempt < 1) throw new RangeError("attempts count from 1");
  return counts(rules).flatMap(([stratum, count]) =>
    turn(members(bank, stratum, rules.levels), stratum, count, seed, attempt),
  );
}

/**
 * @param {Rules} rules
 * @returns {[string, number][]} each stratum and how many questions it gives; the rest has no name
 */
function counts({ take, levels }) {
  const asked = Object.values(levels).reduce((sum, count) => sum + count, 0);
  if (asked > take) throw new RangeError(`the levels ask for ${asked} questions, but the paper takes ${take}`);
  return [...Object.entries(levels), ["", take - asked]];
}

/**
 * @param {Entry[]} bank
 * @param {string} stratum
 * @param {Rules["levels"]} levels
 */
function members(bank, stratum, levels) {
  const inStratum = (/** @type {Entry} */ { level }) =>
    level !== null && Object.hasOwn(levels, level) ? level === stratum : stratum === "";
  return bank.filter(inStratum).map(({ id }) => id).sort();
}

/**
 * @param {string[]} members
 * @param {string} stratum
 * @param {number} count
 * @param {string} seed
 * @param {number} attempt
 */
function turn(members, stratum, count, seed, attempt) {
  if (count > members.length) {
    const where = stratum ? `at level "${stratum}"` : "at the other levels";
    throw new RangeError(`the paper takes ${count} questions ${where}, but the bank has ${members.length}`);
  }
  const dealt = order(members, `${seed}/${stratum}`);
  return Array.from({ length: count }, (_, i) => dealt[((attempt - 1) * count + i) % dealt.length]);
}
