/** Reading an evidence file; evidence.py is its twin and explains the fields. Pure; no DOM. */

import { digest } from "../core/canonical.js";

/**
 * @typedef {{id: string, hash: string, answer?: unknown, points?: number | null, max?: number | null}} Asked
 * @typedef {{id: string, seed: string, attempt: number, version: string, points: number, max: number, pass: number,
 *   started?: string | null, submitted: string, questions: Asked[]}} Paper
 * @typedef {{id: string, hash: string, moves: string[], ending: string, done: string}} Talk
 * @typedef {{format: string, v: number, course: string, version: string, made: string, completed: string,
 *   name?: string | null, minutes: number, modules: string[], lessons: {id: string, done: string}[], papers: Paper[],
 *   dialogues: Talk[], digest: string}} Evidence
 * @typedef {(value: any) => boolean} Check
 */

export const FORMAT = "kontuar-evidence";
export const VERSION = 1;
export const LARGEST = 1_000_000; // bytes
const DEEPEST = 20;

/** Why a file can't be read: too-big, not-json, not-evidence, newer, broken. */
export class Refused extends Error {}

/** @type {(pattern: RegExp) => Check} */
const like = (pattern) => (value) => typeof value === "string" && pattern.test(value);
/** @type {(low: number, high: number, whole?: boolean) => Check} */
const between = (low, high, whole = false) => (value) =>
  (whole ? Number.isSafeInteger(value) : Number.isFinite(value)) && value >= low && value <= high;
/** @type {(check: Check) => Check} */
const maybe = (check) => (value) => value === undefined || value === null || check(value);
/** @type {(check: Check, most: number) => Check} */
const list = (check, most) => (value) => Array.isArray(value) && value.length <= most && value.every(check);
/** @type {(fields: Record<string, Check>) => Check} */
const map = (fields) => (value) =>
  Object(value) === value &&
  !Array.isArray(value) &&
  Object.keys(value).every((name) => Object.hasOwn(fields, name)) &&
  Object.entries(fields).every(([name, check]) => check(Object.hasOwn(value, name) ? value[name] : undefined));

const id = like(/^[a-z0-9-]{1,100}$/);
const fullId = like(/^[a-z0-9-]{1,100}\/[a-z0-9-]{1,100}$/);
const hash = like(/^[0-9a-f]{1,64}$/);
const moment = like(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/);
const points = between(0, 1_000_000);

const asked = map({ id: fullId, hash, answer: () => true, points: maybe(points), max: maybe(points) });
const paper = map({
  id,
  seed: like(/^[0-9A-Za-z-]{1,40}$/),
  attempt: between(1, 1_000_000, true),
  version: hash,
  points,
  max: points,
  pass: between(0, 100),
  started: maybe(moment),
  submitted: moment,
  questions: list(asked, 500),
});
const evidence = map({
  format: (value) => value === FORMAT,
  v: (value) => value === VERSION,
  course: id,
  version: hash,
  made: moment,
  completed: moment,
  name: maybe((value) => typeof value === "string" && [...value].length <= 400 && !/\p{Cs}/u.test(value)),
  minutes: between(0, Number.MAX_SAFE_INTEGER, true),
  modules: list(id, 500),
  lessons: list(map({ id: fullId, done: moment }), 5000),
  papers: list(paper, 500),
  dialogues: list(map({ id, hash, moves: list(like(/^[<a-z0-9-]{1,100}$/), 300), ending: id, done: moment }), 100),
  digest: like(/^[0-9a-f]{64}$/),
});

/**
 * Reads what somebody handed over.
 * @param {string} text
 * @returns {{evidence: Evidence, sound: boolean}} sound unless its digest shows that it was changed or damaged
 * @throws {Refused}
 */
export function read(text) {
  const given = parsed(text);
  if (!plain(given, DEEPEST)) throw new Refused("broken");
  if (Object(given) !== given || Array.isArray(given) || given.format !== FORMAT) throw new Refused("not-evidence");
  if (typeof given.v === "number" && given.v > VERSION) throw new Refused("newer");
  if (!evidence(given)) throw new Refused("broken");
  return { evidence: given, sound: digest(without(given)) === given.digest };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("not-json");
  }
}

/**
 * Neither nested too deep nor with a number that is too large for a computer.
 * @param {unknown} value
 * @param {number} room
 * @returns {boolean}
 */
function plain(value, room) {
  if (room === 0) return false;
  if (typeof value === "number") return Number.isFinite(value);
  return Object(value) !== value || Object.values(Object(value)).every((inner) => plain(inner, room - 1));
}

/** @param {Record<string, unknown>} given */
function without(given) {
  return Object.fromEntries(Object.entries(given).filter(([name]) => name !== "digest"));
}

/**
 * An evidence file's text.
 * @param {Omit<Evidence, "digest">} content
 */
export function written(content) {
  const plainly = JSON.parse(JSON.stringify(content)); // what is undefined is not there
  return `${JSON.stringify({ ...plainly, digest: digest(plainly) }, null, 2)}\n`;
}
