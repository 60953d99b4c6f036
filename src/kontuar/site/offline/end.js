/** The end of the service worker: removes itself and what it kept. Published as sw.js where offline use is off. */

const worker = /** @type {any} */ (self);

async function end() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(worker.kontuar.prefix)).map((name) => caches.delete(name)));
  await worker.registration.unregister();
  for (const page of await worker.clients.matchAll({ type: "window" })) page.navigate(page.url);
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(end()));
