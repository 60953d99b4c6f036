/** When two typed texts are the same; text.py is its twin and holds the explanation of the rule. */

// Spelled out, because Python's \s and JavaScript's differ (U+001C–1F and U+0085 there, U+FEFF here).
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;
const MARKS = /[\u0300-\u036f]/g;

/**
 * @param {string} text
 * @returns {string} the text as it is compared
 */
export function fold(text) {
  const spaced = text.normalize("NFC").replace(SPACE, " ").replace(/^ | $/g, "");
  return spaced.toLowerCase().replaceAll("ς", "σ").normalize("NFC");
}

/**
 * Whether two texts are equal but for case and white space; diacritics count.
 * @param {string} one
 * @param {string} other
 */
export function same(one, other) {
  return fold(one) === fold(other);
}

/**
 * @param {string} text
 * @returns {string} the text without diacritics, the stroke of ł among them
 */
export function stripMarks(text) {
  const bare = text.normalize("NFD").replace(MARKS, "");
  return bare.replaceAll("ł", "l").replaceAll("Ł", "L").normalize("NFC");
}

/**
 * Whether only diacritics keep two texts from being the same.
 * @param {string} one
 * @param {string} other
 */
export function nearMiss(one, other) {
  return !same(one, other) && stripMarks(fold(one)) === stripMarks(fold(other));
}
