/**
 * JSON that the build gives to a page's elements.
 *
 * It stands in a template: Material makes every script of a page anew after instant navigation, without its type,
 * so that a browser would take JSON for a program.
 */

/**
 * @param {Element | null} holder the template itself, or the element whose child it is
 * @returns {any}
 */
export function data(holder) {
  const template = holder instanceof HTMLTemplateElement ? holder : holder?.querySelector(":scope > template");
  return JSON.parse(/** @type {HTMLTemplateElement | null | undefined} */ (template)?.content.textContent || "null");
}
