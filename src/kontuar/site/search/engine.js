/** Pagefind, fetched when something is first looked for. */

/**
 * @typedef {{data: () => Promise<import("./found.js").Answer>}} Result
 * @typedef {{search: (query: string) => Promise<{results: Result[]}>}} Engine
 */

const EXCERPT = 18; // words

/** @type {Promise<Engine> | undefined} */
let engine;

/**
 * The pages that a query finds, best first; each gives its content when asked.
 * @param {string} query
 * @param {string} root address of the root of all languages
 * @returns {Promise<Result[]>}
 */
export async function search(query, root) {
  engine ??= load(new URL("pagefind/", root));
  try {
    return (await (await engine).search(query)).results;
  } catch (error) {
    engine = undefined; // the next try begins anew
    throw error;
  }
}

/**
 * Everything is fetched beforehand: Pagefind waits five seconds for its worker, then goes on where the site's policy
 * forbids it to.
 * @param {URL} folder
 */
async function load(folder) {
  const { languages } = await (await got(new URL("pagefind-entry.json", folder))).json();
  const { hash, wasm } = languages[document.documentElement.lang] ?? Object.values(languages)[0];
  const needed = [`wasm.${wasm ?? "unknown"}.pagefind`, `pagefind.${hash}.pf_meta`, "pagefind-worker.js"];
  await Promise.all(needed.map(async (name) => (await got(new URL(name, folder), "default")).arrayBuffer()));
  const { createInstance } = await import(new URL("pagefind.js", folder).href);
  const instance = createInstance({ excerptLength: EXCERPT, metaCacheTag: hash });
  await instance.init();
  return instance;
}

/**
 * @param {URL} url
 * @param {RequestCache} [cache]
 */
async function got(url, cache = "no-cache") {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${url} ${response.status}`);
  return response;
}
