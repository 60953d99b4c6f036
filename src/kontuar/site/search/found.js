/** Between people and Pagefind: how a query is asked, and what of an answer is shown. */

import { fold, stripMarks } from "../../core/text.js";

/**
 * @typedef {{text: string, hit: boolean}} Piece of a text, and whether it is what was looked for
 * @typedef {{title: string, href: string, pieces: Piece[]}} Part of a page under a heading; without a title its beginning
 * @typedef {{title: string, section: string, href: string, parts: Part[]}} Found
 *
 * @typedef {{title: string, url: string, excerpt: string, locations: number[], weighted_locations: {balanced_score: number}[]}} SubResult
 * @typedef {{url: string, content: string, excerpt: string, locations: number[], meta: Record<string, string>, filters: Record<string, string[]>, sub_results: SubResult[]}} Answer
 *   a page as Pagefind gives it
 */

const STROKE = "\u0335"; // as in __init__.py, which says why
const PARTS = 3;

/** Endings that Pagefind does not take for such: klientów and klienci are forms of klient. @type {[RegExp, string][]} */
const POLISH = [
  [/(\p{L}{5})[oó]w(?!\p{L})/gu, "$1"],
  [/nci(?!\p{L})/gu, "nt"],
];

/**
 * A query as the index wants it.
 * @param {string} typed
 * @param {string} language of the page
 */
export function asked(typed, language) {
  const query = fold(typed.replaceAll(/[„”“"]/g, " ")).replaceAll("ł", `l${STROKE}`); // phrases Pagefind often misses
  return language === "pl" ? POLISH.reduce((text, [end, by]) => text.replaceAll(end, by), query) : query;
}

/**
 * Whether a page has what was asked. Pagefind shortens a word that it does not know until it knows one: the nonsense
 * “zzzz” would give every page with the word “z”.
 * @param {string} query as asked
 * @param {Answer} answer
 */
export function fits(query, answer) {
  if (answer.locations.length === 0) return true; // its title fits, say
  const words = answer.content.split(/\s+/);
  const hits = answer.locations.map((at) => letters(words[at] ?? ""));
  return letters(query).split(" ").some((word) => hits.some((hit) => hit.includes(word.slice(0, 3))));
}

/** @param {string} text */
const letters = (text) => stripMarks(fold(text)).replaceAll(/[^\p{L}\p{N} ]/gu, "");

/**
 * What is shown of a page: its most telling parts, in their order.
 * @param {Answer} answer
 * @returns {Found}
 */
export function shown(answer) {
  const title = plain(answer.meta.title ?? "");
  const telling = [...answer.sub_results].sort((one, other) => weight(other) - weight(one)).slice(0, PARTS);
  telling.sort((one, other) => one.locations[0] - other.locations[0]);
  const parts = telling.map((part) => {
    const heading = plain(part.title);
    return { title: heading === title ? "" : heading, href: part.url, pieces: pieces(part.excerpt, heading) };
  });
  const saying = parts.filter((part) => part.title || part.pieces.some(({ hit }) => hit));
  return { title, section: plain(answer.filters.section?.[0] ?? ""), href: answer.url, parts: saying.length ? saying : parts };
}

/** @param {SubResult} part */
const weight = (part) => part.weighted_locations.reduce((sum, { balanced_score: score }) => sum + score, 0);

/**
 * An excerpt in pieces, without the heading that it begins with; dots stand where the text goes on.
 * @param {string} excerpt text in which < and > are written as HTML does, and hits stand in <mark>
 * @param {string} [heading]
 * @returns {Piece[]}
 */
export function pieces(excerpt, heading = "") {
  const found = excerpt.split(/<\/?mark>/).map((text, number) => ({ text: plain(text), hit: number % 2 === 1 }));
  const whole = found.map(({ text }) => text).join("");
  const headed = heading !== "" && whole.startsWith(heading);
  let spare = headed ? heading.length + (/^[.\s]*/.exec(whole.slice(heading.length)) ?? [""])[0].length : 0;
  for (const piece of found) {
    const cut = Math.min(spare, piece.text.length);
    piece.text = piece.text.slice(cut).replaceAll(/(?:…\s*){2,}/g, "… "); // lines to write on
    spare -= cut;
  }
  const left = found.filter(({ text }) => text);
  return left.length ? [...(headed ? [] : [{ text: "… ", hit: false }]), ...left, { text: " …", hit: false }] : [];
}

/** A text of the index as people write it. @param {string} text */
function plain(text) {
  const spelled = text.replaceAll(`l${STROKE}`, "ł").replaceAll(`L${STROKE}`, "Ł");
  return spelled.replaceAll("\u00a0", " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}
