/** A learner's name as it may stand on paper. Pure; no DOM. */

const LONGEST = 100; // signs as a reader sees them
const JOINERS = "\u200c\u200d"; // zero-width, but part of the spelling of some names

/**
 * Without control and direction signs, which could turn the rest of the line around, and of a length that fits.
 * @param {string} name
 */
export function onPaper(name) {
  const visible = name.normalize("NFC").replace(/\s+/gu, " ").replace(/[\p{Cc}\p{Cf}]/gu, joiner);
  return [...new Intl.Segmenter().segment(visible.trim())].slice(0, LONGEST).map(({ segment }) => segment).join("");
}

/** @param {string} sign */
function joiner(sign) {
  return JOINERS.includes(sign) ? sign : "";
}
