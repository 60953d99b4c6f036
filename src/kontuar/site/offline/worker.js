/**
 * The service worker: keeps one version of the site on the device, and answers from it.
 *
 * It is published as sw.js at the root of all languages, below a line that says whose it is; see worker.py. A cache
 * holds files of one version only, each held against its fingerprint: a page never meets another version's scripts.
 */

const worker = /** @type {any} */ (self);
/** @type {{prefix: string, version: string, list: string}} */
const { prefix, version, list } = worker.kontuar;
const ROOT = new URL("./", worker.location.href).href;
const AT_ONCE = 4;
const BATCH = 24;

/** @typedef {Record<string, Record<string, string>>} List fingerprints of files by address, by language; "" is for all */
/** @type {Promise<List> | undefined} */
let listed;

const mine = () => caches.open(prefix + version);
const names = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));
const path = (/** @type {string} */ url) => url.slice(ROOT.length).split(/[?#]/)[0].replace(/(^|\/)index\.html$/, "$1");
const get = (/** @type {Cache} */ cache, /** @type {string} */ of) => cache.match(ROOT + of, { ignoreVary: true });

/** What belongs to this version; its address changes with it. */
function files() {
  listed ??= read();
  listed.catch(() => (listed = undefined));
  return listed;
}

async function read() {
  const cache = await mine();
  const kept = await get(cache, list);
  if (kept) return kept.json();
  const answer = await fetch(ROOT + list);
  if (!answer.ok) throw new Error(list);
  await cache.put(ROOT + list, answer.clone());
  return answer.json();
}

/** All fingerprints, whatever their language. */
const every = async () => Object.assign({}, ...Object.values(await files()));

/** @param {Response} answer */
async function fingerprint(answer) {
  const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest, 0, 6)));
}

/**
 * Keeps an answer, if it is the whole file of this version.
 * @param {string} at
 * @param {Response} answer
 * @param {string} wanted
 */
async function keep(at, answer, wanted) {
  if (answer.status !== 200 || answer.type !== "basic" || answer.redirected) return;
  if ((await fingerprint(answer.clone())) === wanted) await (await mine()).put(ROOT + at, answer);
}

/** @param {Cache} cache */
const paths = async (cache) => (await cache.keys()).map(({ url }) => path(url));

/**
 * What is not here yet.
 * @param {Record<string, string>} wanted
 */
async function missing(wanted) {
  const here = new Set(await paths(await mine()));
  return Object.keys(wanted).filter((at) => !here.has(at));
}

/**
 * Fetches files, or takes them from an older version that had the same.
 * @param {string[]} queue
 * @param {Record<string, string>} wanted
 */
async function gather(queue, wanted) {
  const old = await Promise.all((await names()).map((name) => caches.open(name)));
  const one = async (/** @type {string} */ at) => {
    for (const cache of old) {
      const kept = await get(cache, at);
      if (kept) await keep(at, kept, wanted[at]);
    }
    if (await get(await mine(), at)) return;
    await keep(at, await fetch(ROOT + at, /** @type {RequestInit} */ ({ cache: "no-cache", priority: "low" })), wanted[at]);
  };
  const line = async () => {
    while (queue.length) await one(queue.pop() ?? "");
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
}

/** A new version is in only when it has all that the old one had: what worked without internet goes on working. */
async function install() {
  const all = await every();
  const held = await Promise.all((await names()).map(async (name) => paths(await caches.open(name))));
  const wanted = { ...(await files())[""] };
  for (const at of held.flat()) if (all[at]) wanted[at] = all[at];
  await gather(await missing(wanted), wanted);
  if ((await missing(wanted)).length) throw new Error("not all of it could be saved");
}

/** Of the version before, pages that are still open may need more scripts: these stay one version longer. */
async function activate() {
  const old = (await names()).filter((name) => name !== prefix + version);
  const last = old.pop();
  await Promise.all(old.map((name) => caches.delete(name)));
  if (last) {
    const cache = await caches.open(last);
    for (const request of await cache.keys()) if (!path(request.url).startsWith("assets/")) await cache.delete(request);
  }
  await worker.clients.claim();
}

/**
 * Saves the next files of a language, and says how many are left.
 * @param {{language: string, more: boolean}} wish
 */
async function save({ language, more }) {
  const known = await files();
  const wanted = { ...known[""], ...known[language] };
  const before = await missing(wanted);
  if (more) await gather(before.slice(0, BATCH), wanted).catch(() => {}); // no network or no room: what is here stays
  return { before: before.length, left: (await missing(wanted)).length };
}

/**
 * From the device where it is there, else from the network; what comes from there is kept behind the reader's back.
 * @param {any} event
 */
async function answer(event) {
  const at = path(event.request.url);
  const kept = (await get(await mine(), at)) ?? (await before(at));
  if (kept) return kept;
  try {
    const fresh = await fetch(event.request);
    const copy = fresh.clone();
    event.waitUntil(every().then((all) => all[at] && keep(at, copy, all[at])).catch(() => {}));
    return fresh;
  } catch {
    return absent(at, event.request.mode);
  }
}

/**
 * What stands for a file that is not here, without internet.
 * @param {string} at
 * @param {string} mode
 */
async function absent(at, mode) {
  const cache = await mine();
  if (mode !== "navigate") return Response.error();
  if (await get(cache, `${at}/`)) return Response.redirect(`${ROOT}${at}/`);
  return (await get(cache, "offline.html")) ?? Response.error();
}

/** A script or style of the version before: its address holds its fingerprint. @param {string} at */
async function before(at) {
  if (!at.startsWith("assets/")) return;
  for (const name of await names()) {
    const kept = await get(await caches.open(name), at);
    if (kept) return kept;
  }
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "now") worker.skipWaiting();
  else event.waitUntil(save(event.data).then((state) => event.ports[0].postMessage(state)));
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.headers.has("range")) return;
  event.respondWith(answer(event));
});
