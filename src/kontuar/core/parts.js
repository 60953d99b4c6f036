/** Small pieces of page, for all that is built in the browser. */

/**
 * @param {string} name
 * @param {string} style
 * @param {string} words
 */
export function part(name, style, words) {
  const made = document.createElement(name);
  if (style) made.className = style;
  made.textContent = words;
  return made;
}

/**
 * @param {string} style
 * @param {string} words
 * @param {() => void} press
 */
export function button(style, words, press) {
  const made = /** @type {HTMLButtonElement} */ (part("button", style, words));
  made.type = "button";
  made.onclick = press;
  return made;
}

/** @param {HTMLElement[]} buttons */
export function actions(...buttons) {
  const made = part("div", "kt-actions", "");
  made.append(...buttons);
  return made;
}
