/** What the pages about copies tell and remember. */

import { locale, say, written } from "../../core/phrases.js";

/** @param {import("./tally.js").Counts} counts */
export function told(counts) {
  return Object.entries(counts).filter(([, n]) => n).map(([kind, n]) => say(`copies.${kind}`, { n }));
}

/** @param {number} at */
export const day = (at) => new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(at);

/** @param {number} at */
export const moment = (at) => new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(at);

/** @param {string} text */
export const kilobytes = (text) => written(Math.max(1, Math.round(new Blob([text]).size / 1024)), 0);

/**
 * What lies under a key of this course.
 * @param {string} key
 */
export function remembered(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {string} key
 * @param {string} text
 */
export function remember(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // what can't be remembered is asked or told again
  }
}

/**
 * What is known about copies that were made here.
 * @param {string} name of the store
 * @returns {import("./due.js").Copied}
 */
export function copied(name) {
  try {
    return Object(JSON.parse(remembered(`${name}:copy`)));
  } catch {
    return {};
  }
}

/**
 * @param {string} name of the store
 * @param {import("./due.js").Copied} news
 */
export function noteCopy(name, news) {
  remember(`${name}:copy`, JSON.stringify({ ...copied(name), ...news }));
}

/** Whether the browser has promised to keep what is stored; undefined where it does not say. */
export const persisted = async () => navigator.storage?.persisted?.().catch(() => undefined);
