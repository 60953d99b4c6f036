/** The words of the page's interface: a JSON block that the build puts into every page that needs one. */

import { data } from "./parts.js";

/** @typedef {string | Record<string, string>} Phrase a sentence, or its plural forms by category */

/** @returns {Record<string, Phrase>} */
function words() {
  return data(document.getElementById("kt-words")) ?? {};
}

/**
 * @param {string} key such as "questions.check"
 * @param {Record<string, string | number>} [values] what stands for {name} in the sentence; `n` also picks the plural form
 * @returns {string}
 */
export function say(key, values = {}) {
  const phrase = words()[key];
  if (phrase === undefined) throw new Error(`no phrase ${key} on this page`);
  return told(phrase, values);
}

/**
 * A phrase with its values, for whoever has phrases of their own.
 * @param {Phrase} phrase
 * @param {Record<string, string | number>} values
 */
export function told(phrase, values) {
  const text = typeof phrase === "object" ? form(phrase, Number(values.n)) : phrase;
  return text.replace(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? hole));
}

/**
 * @param {Record<string, string>} forms
 * @param {number} number
 */
function form(forms, number) {
  return forms[new Intl.PluralRules(locale()).select(number)] ?? forms.other;
}

/** The page's language for numbers and dates; our English is British. */
export function locale() {
  const { lang } = document.documentElement;
  return lang === "en" ? "en-GB" : lang;
}

/**
 * A number as people write it in the page's language.
 * @param {number} value
 * @param {number} [digits] most digits after the decimal sign
 */
export function written(value, digits = 2) {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

/**
 * A share of 0 to 1 in whole per cent, rounded down: 79.9 is not yet 80.
 * @param {number} share
 */
export function percent(share) {
  return written(Math.floor(share * 100 + 1e-9), 0);
}
