/**
 * Registers the service worker and has it save the course, a few files at a time, in the language that is read.
 *
 * How far that is goes to the page as `kontuar:offline`, and again whenever an element asks by `kontuar:offline-asked`;
 * `kontuar:offline-wanted` saves all in spite of a browser that saves data.
 */

/** @typedef {"ready" | "saving" | "sparing" | "stopped"} Standing all is here; more comes; not to cost data; no network or room */

/** @param {{root: string, language: string}} place the root of all languages, and the page's own */
export async function start({ root, language }) {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(`${root}sw.js`, { scope: root, updateViaCache: "none" }).catch(() => {});
  if (!registration) return; // some refuse in a private window: the course then works with internet only
  watch(registration);
  const { active } = await serviceWorker.ready;
  const { saveData, effectiveType } = /** @type {any} */ (navigator).connection ?? {};
  const sparing = saveData || /2g/.test(effectiveType);
  /** @type {Standing | undefined} */
  let now;
  const tell = () => now && document.dispatchEvent(new CustomEvent("kontuar:offline", { detail: now }));

  /** @param {boolean} more whether to fetch what is missing */
  async function save(more) {
    for (let moved = true; moved; ) {
      const { before, left } = await ask(active, { language, more });
      moved = left > 0 && left < before;
      now = left === 0 ? "ready" : moved ? "saving" : more ? "stopped" : "sparing";
      tell();
    }
  }

  document.addEventListener("kontuar:offline-asked", tell);
  document.addEventListener("kontuar:offline-wanted", () => save(true));
  addEventListener("online", () => save(!sparing));
  await save(!sparing);
}

/** The bar that tells of a lost network or a new version loads when there is something to tell. @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const bar = () => import("./bar.js").then(({ start }) => start(registration));
  if (registration.waiting || !navigator.onLine) bar();
  if (registration.active) registration.addEventListener("updatefound", bar);
  addEventListener("offline", bar);
  document.addEventListener("visibilitychange", () => document.hidden || registration.update().catch(() => {}));
}

/**
 * @param {ServiceWorker | null} worker
 * @param {object} wish
 * @returns {Promise<{before: number, left: number}>}
 */
function ask(worker, wish) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((answer) => {
    port1.onmessage = ({ data }) => answer(data);
    worker?.postMessage(wish, [port2]);
  });
}
