/** The questions of banks, taken from the pages that show them all. */

/** @typedef {import("../questions/question.js").Question} Question */

/** Several banks; the page of each is fetched when it is needed, once, and again only after that failed. */
export class Banks {
  /** @type {Map<string, Promise<Question[]>>} */
  #pages = new Map();
  #addresses;

  /** @param {Record<string, string>} addresses of the banks' pages, by bank */
  constructor(addresses) {
    this.#addresses = addresses;
  }

  /**
   * @param {string[]} ids full ones
   * @returns {Promise<(Question | undefined)[]>} in the same order, defined but on no page yet
   * @throws {Error} a page can't be had
   */
  async find(ids) {
    const banks = [...new Set(ids.map((id) => id.split("/")[0]))];
    const found = (await Promise.all(banks.map((bank) => this.#page(bank)))).flat();
    return ids.map((id) => found.find(({ dataset }) => dataset.id === id));
  }

  /** @param {string} bank one that is no longer there has no questions */
  #page(bank) {
    if (!Object.hasOwn(this.#addresses, bank)) return [];
    const page = this.#pages.get(bank) ?? questions(this.#addresses[bank]);
    this.#pages.set(bank, page);
    page.catch(() => this.#pages.delete(bank));
    return page;
  }
}

/**
 * @param {string} address of the bank's page
 * @returns {Promise<Question[]>}
 */
async function questions(address) {
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
