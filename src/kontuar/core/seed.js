/** The seed of this browser: it decides the order in which practice shows the parts of questions, today and tomorrow. */

import { seed } from "./chance.js";

const KEY = "kontuar:seed";
let known = "";

/** @returns {string} the stored seed; where nothing can be stored, one that lasts as long as the page */
export function own() {
  known ||= stored() || seed();
  return known;
}

function stored() {
  try {
    const found = localStorage.getItem(KEY) ?? seed();
    localStorage.setItem(KEY, found);
    return found;
  } catch {
    return "";
  }
}
