/** A copy of a learner's progress: how the file is written, and what may be taken from one. Pure; no DOM. */

import { LATEST, fault } from "../event.js";

/**
 * @typedef {import("../event.js").Event} Event
 * @typedef {{course: string, events: Event[], unread: unknown[], name?: string, now: number}} Kept
 *   `unread`: what lies in the browser and is broken, or of a newer version
 * @typedef {"not-json" | "not-a-copy" | "other-course" | "newer"} Refusal
 *
 * `fresh`: events that are not known here; then how many are known, were left out as broken, or were given another
 * time because theirs lies in the future:
 * @typedef {{fresh: Event[], known: number, broken: number, future: number, name: string}} Found
 * @typedef {{refused: Refusal, course?: string}} Refused
 */

const FORMAT = "kontuar-progress";
const VERSION = 1;
export const MOST_BYTES = 20 * 1024 * 1024;
const DAY = 86_400_000;
const DEEPEST = 20;
const HEAVIEST = 200_000; // letters and parts of one event: a whole exam with its answers has some thousands
const LONGEST_ID = 300;
const LONGEST_NAME = 200;

/**
 * The text of a file. What is of a newer version goes along with the events, what is broken beside them, so that
 * nothing is lost.
 * @param {Kept} kept
 */
export function written({ course, events, unread, name, now }) {
  const newer = unread.filter((value) => fault(value) === "newer");
  const broken = unread.filter((value) => fault(value) !== "newer");
  const exported = new Date(now).toISOString();
  const file = { format: FORMAT, v: VERSION, course, exported, ...(name && { name }), events: [...events, ...newer] };
  return JSON.stringify(broken.length ? { ...file, unread: broken } : file);
}

/**
 * What a file holds for this course; its text may come from anybody.
 * @param {string} text
 * @param {{course: string, known: Set<string>, now: number}} here `known`: uids of the events that are there already
 * @returns {Found | Refused}
 */
export function found(text, { course, known, now }) {
  const file = parsed(text);
  if (file === undefined) return { refused: "not-json" };
  if (file?.format !== FORMAT || !Array.isArray(file.events)) return { refused: "not-a-copy" };
  const faults = file.events.map(fault);
  if (file.v > VERSION || faults.includes("newer")) return { refused: "newer" };
  if (typeof file.course !== "string") return { refused: "not-a-copy" };
  if (file.course !== course) return { refused: "other-course", course: file.course.slice(0, 100) };
  const name = typeof file.name === "string" ? file.name.slice(0, LONGEST_NAME) : "";
  const sound = file.events.filter((/** @type {any} */ event, /** @type {number} */ place) => !faults[place] && isModest(event));
  return { ...sorted(sound, known, now), broken: file.events.length - sound.length, name };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {Event[]} sound
 * @param {Set<string>} known
 * @param {number} now
 */
function sorted(sound, known, now) {
  /** @type {Map<string, Event>} of two with one uid the first */
  const fresh = new Map();
  for (const event of sound) if (!known.has(event.uid) && !fresh.has(event.uid)) fresh.set(event.uid, event);
  const future = pulled([...fresh.values()], now);
  return { fresh: [...fresh.values()], known: sound.length - fresh.size, future };
}

/**
 * Gives events of days to come the time of now, in their order: every event after them would else be dated later.
 * @param {Event[]} events
 * @param {number} now
 * @returns {number} how many
 */
function pulled(events, now) {
  const future = events.filter(({ at }) => at > now + DAY).sort((one, other) => one.at - other.at);
  future.forEach((event, place) => (event.at = Math.min(LATEST, now + place)));
  return future.length;
}

/**
 * Whether an event is of a size that the course itself could have written, and holds no key that could turn into
 * something else than a key.
 * @param {Event} event
 */
function isModest(event) {
  if (event.at < 0 || event.uid.length > LONGEST_ID || event.id.length > LONGEST_ID) return false;
  /** @type {[unknown, number][]} not by recursion: nesting must not exhaust the stack */
  const left = [[event, 1]];
  let weight = 0;
  while (left.length) {
    const [value, depth] = /** @type {[unknown, number]} */ (left.pop());
    weight += typeof value === "string" ? value.length : 1;
    if (weight > HEAVIEST || depth > DEEPEST) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const key of Object.keys(value)) {
      if (key === "__proto__") return false;
      weight += key.length;
      left.push([/** @type {any} */ (value)[key], depth + 1]);
    }
  }
  return true;
}
