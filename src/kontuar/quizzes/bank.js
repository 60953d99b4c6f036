/** The questions of a bank, taken from the page that shows them all. */

/** @typedef {import("../questions/question.js").Question} Question */

/**
 * @param {string} address of the bank's page
 * @returns {Promise<Question[]>} their elements, defined but on no page yet
 * @throws {Error} the page can't be had
 */
export async function questions(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of page.querySelectorAll("[data-hash] :is([src], [href])")) settle(part, response.url);
  const found = /** @type {Question[]} */ ([...page.querySelectorAll("[data-hash]")]);
  const modules = new Set(found.map((question) => question.dataset.ktJs));
  await Promise.all([...modules].map((module) => import(new URL(`../${module}`, import.meta.url).href)));
  return found;
}

/**
 * Addresses inside a question are seen from the bank's page: they must lead to the same place from any other.
 * @param {Element} part
 * @param {string} base
 */
function settle(part, base) {
  for (const name of ["src", "href"]) {
    const address = part.getAttribute(name);
    if (address !== null) part.setAttribute(name, new URL(address, base).href);
  }
}
