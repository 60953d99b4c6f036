/** What is done with all that a course keeps in a browser: take over a copy, and erase. Loaded when it is wanted. */

/**
 * @typedef {import("./event.js").Event} Event
 * @typedef {import("./store.js").Shelf} Shelf
 * @typedef {import("./store.js").Database} Database
 */

/**
 * Puts events on a shelf as they are, all or none; what lies there under the same uid stays as it is.
 * @param {Shelf} shelf
 * @param {string} name of the store
 * @param {Event[]} all
 * @throws {DOMException} they can't be kept
 */
export async function putAll(shelf, name, all) {
  if (shelf.name === "localstorage") return putKeys(`${name}:event:`, all);
  if (shelf.name !== "indexeddb") return undefined;
  return /** @type {Database} */ (shelf).work("readwrite", (events) => all.forEach((event) => putNew(events, event)));
}

/**
 * @param {IDBObjectStore} events
 * @param {Event} event
 */
function putNew(events, event) {
  events.add(event).onerror = (error) => {
    if (/** @type {IDBRequest} */ (error.target).error?.name !== "ConstraintError") return;
    error.preventDefault(); // it is there already: no reason to break off
    error.stopPropagation();
  };
}

/**
 * @param {string} prefix
 * @param {Event[]} all
 */
function putKeys(prefix, all) {
  const fresh = all.filter(({ uid }) => localStorage.getItem(prefix + uid) === null);
  try {
    for (const event of fresh) localStorage.setItem(prefix + event.uid, JSON.stringify(event));
  } catch (error) {
    for (const { uid } of fresh) localStorage.removeItem(prefix + uid);
    throw error;
  }
}

/**
 * Empties shelves.
 * @param {Shelf[]} shelves
 * @param {string} name of the store
 * @throws {DOMException} something could not be erased
 */
export async function clearAll(shelves, name) {
  const outcomes = await Promise.allSettled(shelves.map((shelf) => clear(shelf, name)));
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}

/**
 * @param {Shelf} shelf
 * @param {string} name
 */
async function clear(shelf, name) {
  if (shelf.name === "localstorage") clearKeys(name);
  if (shelf.name !== "indexeddb") return;
  const { work, close } = /** @type {Database} */ (shelf);
  const emptied = await work("readwrite", (events) => events.clear()).then(() => true, () => false);
  close();
  await drop(name, emptied);
}

/**
 * Where another tab keeps it open, it goes once that is closed: well enough if it is empty by then.
 * @param {string} name
 * @param {boolean} emptied
 */
function drop(name, emptied) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(undefined);
    request.onerror = () => reject(request.error);
    request.onblocked = () => (emptied ? resolve(undefined) : reject(new DOMException("in use", "AbortError")));
  });
}

/**
 * Settings of the course go as well; the same course at another path keeps what is its own.
 * @param {string} name
 */
function clearKeys(name) {
  const course = name.split("/", 1)[0];
  const ours = (/** @type {string} */ key) => key.startsWith(`${name}:`) || (key.startsWith(course) && key[course.length] !== "/");
  for (const key of Object.keys(localStorage).filter(ours)) localStorage.removeItem(key);
}
