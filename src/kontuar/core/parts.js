/**
 * Small pieces of page: the data that the build left for scripts, and what scripts build.
 *
 * Data stands as JSON in a template: Material makes every script of a page anew after instant navigation, without its
 * type, so that a browser would take JSON for a program.
 */

/**
 * @param {Element | null} holder the template itself, or the element whose child it is
 * @returns {any}
 */
export function data(holder) {
  const template = holder instanceof HTMLTemplateElement ? holder : holder?.querySelector(":scope > template");
  return JSON.parse(/** @type {HTMLTemplateElement | null | undefined} */ (template)?.content.textContent || "null");
}

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
