/** Small pieces of a talk: turns, the customer's face, how the meters stand in words. */

import { part } from "../core/parts.js";

/**
 * One turn of the talk.
 * @param {string} who
 * @param {Element} words cloned
 * @param {boolean} mine
 */
export function turn(who, words, mine) {
  const made = part("li", mine ? "kt-turn kt-turn--me" : "kt-turn", "");
  made.append(part("p", "kt-quiet", who), copied(words, "kt-said"));
  return made;
}

/**
 * A paragraph with words of the script.
 * @param {Element} words cloned
 * @param {string} style
 */
export function copied(words, style) {
  const line = part("p", style, "");
  line.append(...words.cloneNode(true).childNodes);
  return line;
}

const SVG = "http://www.w3.org/2000/svg";
const FACES = 5;

/**
 * The customer's face; it stands beside words and says nothing of its own.
 * @param {number} share 0 to 1
 */
export function face(share) {
  const number = Math.min(FACES, 1 + Math.floor(share * FACES));
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "kt-face");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  const address = new URL(`../site/look/mood.svg#mood-${number}`, import.meta.url);
  use.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", address.href);
  picture.append(use);
  return picture;
}

/**
 * How the meters stand, in words.
 * @param {Record<string, {label: string, words: string[]}>} meters
 * @param {import("./walk.js").Script} script
 * @param {Record<string, number>} values
 */
export function mood(meters, script, values) {
  const told = Object.entries(meters).map(([name, { label, words }]) => {
    const place = Math.floor((values[name] * words.length) / (script.meters[name].max + 1));
    return `${label}: ${words[Math.min(words.length - 1, place)]}`;
  });
  return told.join(" · ");
}
