/**
 * Where events are kept: IndexedDB; where that is refused or full, localStorage, one key an event; at last, memory.
 *
 * Tabs write at the same time. A transaction of the database is atomic across tabs, and no two events share a key;
 * to read a list, add to it and write it back would lose up to half of them.
 */

import { fault, make } from "./event.js";

/**
 * @typedef {import("./event.js").Event} Event
 * @typedef {"indexeddb" | "localstorage" | "memory"} Storage
 * @typedef {{name: Storage, failed: boolean, all(): Promise<unknown[]>, add(event: Event): Promise<unknown>}} Shelf
 */

/**
 * The store, once it is read.
 * @param {string} name of the database: other courses live at the same origin
 * @param {() => void} [changed] called after another tab has written
 */
export async function open(name, changed) {
  const store = new Store(name, changed);
  await store.read();
  return store;
}

class Store {
  /** Whether a quota was met. */
  full = false;
  /** @type {Map<string, Event>} by uid: what was ever read or written stays, whatever fails later */
  #events = new Map();
  #newest = 0;
  /** @type {Shelf[]} from the best to the last */
  #shelves;
  #tabs;

  /**
   * @param {string} name
   * @param {() => void} [changed]
   */
  constructor(name, changed) {
    this.#shelves = [database(name), keys(name), memory];
    this.#tabs = attempt(() => new BroadcastChannel(name)); // Firefox refuses it together with storage
    if (this.#tabs) this.#tabs.onmessage = () => this.read().then(changed);
  }

  get events() {
    return [...this.#events.values()];
  }

  /** The place that takes new events: the first that has not failed on this page. */
  get storage() {
    return (this.#shelves.find(({ failed }) => !failed) ?? memory).name;
  }

  /** Reads every shelf: an earlier visit may have ended on a lower one. */
  async read() {
    for (const shelf of this.#shelves) {
      await shelf.all().then(
        (found) => found.forEach(this.#keep, this),
        (error) => this.#fail(shelf, error),
      );
    }
  }

  /**
   * Resolves once the event is kept, as safely as it can be.
   * @param {import("./event.js").Body} body
   * @throws {TypeError} the body lacks something
   */
  async add(body) {
    const event = make(body, this.#newest);
    for (const shelf of this.#shelves.filter(({ failed }) => !failed)) {
      try {
        await shelf.add(event);
        break;
      } catch (error) {
        this.#fail(shelf, error);
      }
    }
    this.#keep(event);
    this.#tabs?.postMessage("added");
  }

  /** @param {any} event a broken one, or one of a newer version, stays on its shelf and does not count */
  #keep(event) {
    if (fault(event)) return;
    this.#events.set(event.uid, event);
    this.#newest = Math.max(this.#newest, event.at);
  }

  /**
   * @param {Shelf} shelf
   * @param {any} error
   */
  #fail(shelf, error) {
    shelf.failed = true;
    this.full ||= /quota/i.test(error?.name);
  }
}

/**
 * @param {string} name
 * @returns {Shelf}
 */
function database(name) {
  const opened = connect(name);

  /**
   * Resolves after the transaction, not after its request: only then is anything saved.
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(events: IDBObjectStore) => IDBRequest<T>} act
   * @returns {Promise<T>}
   */
  async function work(mode, act) {
    const transaction = (await opened).transaction("events", mode);
    const request = act(transaction.objectStore("events"));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    name: "indexeddb",
    failed: false,
    all: () => work("readonly", (events) => events.getAll()),
    add: (event) => work("readwrite", (events) => put(events, event)),
  };
}

/**
 * Asks inside the transaction which event is the newest: another tab may just have written.
 * @param {IDBObjectStore} events
 * @param {Event} event
 */
function put(events, event) {
  const newest = events.index("at").openKeyCursor(null, "prev");
  newest.onsuccess = () => {
    event.at = Math.max(event.at, Number(newest.result?.key ?? 0) + 1);
    events.add(event);
  };
  return newest;
}

/**
 * @param {string} name
 * @returns {Promise<IDBDatabase>}
 */
function connect(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("events", { keyPath: "uid" }).createIndex("at", "at");
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close(); // another tab erases or upgrades it
      resolve(request.result);
    };
  });
}

/**
 * @param {string} name
 * @returns {Shelf}
 */
function keys(name) {
  const prefix = `${name}:event:`;
  return {
    name: "localstorage",
    failed: false,
    async all() {
      const own = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
      return own.map((key) => attempt(() => JSON.parse(localStorage[key])));
    },
    async add(event) {
      localStorage.setItem(prefix + event.uid, JSON.stringify(event));
    },
  };
}

/** @type {Shelf} the store itself remembers what it was given */
const memory = { name: "memory", failed: false, all: async () => [], add: async () => {} };

/**
 * @template T
 * @param {() => T} act
 * @returns {T | undefined} nothing if it fails
 */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
