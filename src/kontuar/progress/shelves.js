/**
 * The places where events can lie: the browser's database, localStorage with one key an event, and memory.
 *
 * Tabs write at the same time. A transaction of the database is atomic across tabs, and no two events share a key;
 * to read a list, add to it and write it back would lose up to half of them.
 */

import { LATEST } from "./event.js";

/**
 * @typedef {import("./event.js").Event} Event
 * @typedef {"indexeddb" | "localstorage" | "memory"} Storage
 *
 * `all`: whatever lies there, sound or not; `add`: the event, in time after all that lie there; `addAll`: all of
 * them, with the times they have, or none, and what lies there under the same uid stays as it is:
 * @typedef {{name: Storage, failed: boolean, all(): Promise<unknown[]>, add(event: Event): Promise<unknown>,
 *   addAll(events: Event[]): Promise<unknown>, clear(): Promise<unknown>}} Shelf
 */

/**
 * @param {string} name
 * @returns {Shelf}
 */
export function database(name) {
  /** @type {Promise<IDBDatabase> | undefined} */
  let opened;

  /** Another tab that erases or upgrades it must not wait; whoever needs it next opens it anew. */
  function close() {
    opened?.then((database) => database.close()).catch(() => {});
    opened = undefined;
  }

  /**
   * Resolves after the transaction, not after its request: only then is anything saved.
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(events: IDBObjectStore) => IDBRequest<T> | void} act
   * @returns {Promise<T | undefined>}
   */
  async function work(mode, act) {
    opened ??= connect(name, close);
    const transaction = (await opened).transaction("events", mode);
    const request = act(transaction.objectStore("events"));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    name: "indexeddb",
    failed: false,
    all: async () => (await work("readonly", (events) => events.getAll())) ?? [],
    add: (event) => work("readwrite", (events) => put(events, event)),
    addAll: (all) => work("readwrite", (events) => all.forEach((event) => putNew(events, event))),
    async clear() {
      const emptied = await work("readwrite", (events) => events.clear()).then(() => true, () => false);
      close();
      await drop(name, emptied);
    },
  };
}

/**
 * Asks inside the transaction which event is the newest: another tab may just have written. A corrupt one may have
 * something else for a time, which sorts after all numbers.
 * @param {IDBObjectStore} events
 * @param {Event} event
 */
function put(events, event) {
  const newest = events.index("at").openKeyCursor(IDBKeyRange.upperBound(LATEST, true), "prev");
  newest.onsuccess = () => {
    event.at = Math.max(event.at, Number(newest.result?.key ?? 0) + 1);
    events.add(event);
  };
  return newest;
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
 * @param {string} name
 * @param {() => void} close called when another tab wants it closed
 * @returns {Promise<IDBDatabase>}
 */
function connect(name, close) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("events", { keyPath: "uid" }).createIndex("at", "at");
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = request.result.onclose = close;
      resolve(request.result);
    };
  });
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
 * @param {string} name
 * @returns {Shelf}
 */
export function keys(name) {
  const prefix = `${name}:event:`;
  const course = name.split("/", 1)[0];
  const found = (/** @type {string} */ start) => Object.keys(localStorage).filter((key) => key.startsWith(start));
  return {
    name: "localstorage",
    failed: false,
    all: async () => found(prefix).map((key) => attempt(() => JSON.parse(localStorage[key])) ?? localStorage[key]),
    async add(event) {
      localStorage.setItem(prefix + event.uid, JSON.stringify(event));
    },
    async addAll(all) {
      const fresh = all.filter(({ uid }) => localStorage.getItem(prefix + uid) === null);
      try {
        for (const event of fresh) await this.add(event);
      } catch (error) {
        for (const { uid } of fresh) localStorage.removeItem(prefix + uid);
        throw error;
      }
    },
    /** Settings of the course go as well; the same course at another path keeps what is its own. */
    async clear() {
      const settings = found(course).filter((key) => key[course.length] !== "/");
      for (const key of [...found(`${name}:`), ...settings]) localStorage.removeItem(key);
    },
  };
}

/** @returns {Shelf} the store itself remembers what it was given */
export function memory() {
  const nothing = async () => {};
  return { name: "memory", failed: false, all: async () => [], add: nothing, addAll: nothing, clear: nothing };
}

/**
 * @template T
 * @param {() => T} act
 * @returns {T | undefined} nothing if it fails
 */
export function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
