/**
 * Where events are kept: IndexedDB; where that is refused or full, localStorage, one key an event; at last, memory.
 *
 * Tabs write at the same time. A transaction of the database is atomic across tabs, and no two events share a key;
 * to read a list, add to it and write it back would lose up to half of them.
 */

import { LATEST, fault, make } from "./event.js";

/**
 * @typedef {import("./event.js").Event} Event
 * @typedef {"indexeddb" | "localstorage" | "memory"} Storage
 *
 * `all`: whatever lies there, sound or not; `add`: the event, in time after all that lie there:
 * @typedef {{name: Storage, failed: boolean, all(): Promise<unknown[]>, add(event: Event): Promise<unknown>}} Shelf
 *
 * `work` resolves after the transaction, not after its request: only then is anything saved:
 * @typedef {<T>(mode: IDBTransactionMode, act: (events: IDBObjectStore) => IDBRequest<T> | void) => Promise<T | undefined>} Work
 * @typedef {Shelf & {work: Work, close(): void}} Database
 */

/**
 * The store, once it is read.
 * @param {string} name of the database: other courses live at the same origin
 * @param {() => void} [changed] called after more than one event has come or gone: by another tab, or by a copy
 */
export async function open(name, changed = () => {}) {
  const store = new Store(name, changed);
  await store.read();
  return store;
}

export class Store {
  /** Whether a quota was met. */
  full = false;
  /** @type {unknown[]} what lies there and is broken or of a newer version: it stays, and does not count */
  unread = [];
  /** @type {Map<string, Event>} by uid: what was ever read or written stays, whatever fails later */
  #events = new Map();
  #newest = 0;
  /** @type {Shelf[]} from the best to the last */
  #shelves;
  #changed;
  #tabs;
  /** One reading at a time: an older one must not bring back what was erased in the meantime. */
  #reading = Promise.resolve();

  /**
   * @param {string} name
   * @param {() => void} changed
   */
  constructor(name, changed) {
    this.name = name;
    this.#shelves = [database(name), keys(name), memory()];
    this.#changed = changed;
    this.#tabs = attempt(() => new BroadcastChannel(name)); // Firefox refuses it together with storage
    if (this.#tabs) this.#tabs.onmessage = ({ data }) => this.read(data === "erased").then(changed);
  }

  get events() {
    return [...this.#events.values()];
  }

  /** The place that takes new events. */
  get storage() {
    return this.#shelf.name;
  }

  /** The first that has not failed on this page; memory never does. */
  get #shelf() {
    return this.#shelves.find(({ failed }) => !failed) ?? this.#shelves[2];
  }

  /**
   * Reads every shelf: an earlier visit may have ended on a lower one.
   * @param {boolean} [erased] forgets what is known instead: to open the database would make it again
   */
  read(erased) {
    return (this.#reading = this.#reading.then(() => this.#readAll(erased)));
  }

  /** @param {boolean} [erased] */
  async #readAll(erased) {
    this.unread = [];
    if (erased) this.#newest = 0;
    if (erased) return this.#events.clear();
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

  /**
   * Takes over events as they are, all or none; what is there already stays as it is.
   * @param {Event[]} events sound ones
   * @throws {DOMException} they can't be kept
   */
  async addAll(events) {
    const fresh = events.filter(({ uid }) => !this.#events.has(uid));
    await (await import("./whole.js")).putAll(this.#shelf, this.name, fresh);
    fresh.forEach(this.#keep, this);
    this.#tabs?.postMessage("added");
    this.#changed();
  }

  /**
   * Erases all that this course keeps in this browser, in the other tabs as well.
   * @throws {DOMException} something could not be erased
   */
  async erase() {
    await (await import("./whole.js")).clearAll(this.#shelves, this.name);
    await this.read(true);
    this.#tabs?.postMessage("erased");
    this.#changed();
  }

  /** @param {any} event */
  #keep(event) {
    if (fault(event)) return this.unread.push(event);
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
 * @returns {Database}
 */
function database(name) {
  /** @type {Promise<IDBDatabase> | undefined} */
  let opened;

  /** Another tab that erases or upgrades it must not wait; whoever needs it next opens it anew. */
  function close() {
    opened?.then((database) => database.close()).catch(() => {});
    opened = undefined;
  }

  /** @type {Work} */
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
    ...{ work, close },
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
 * @param {string} name
 * @returns {Shelf}
 */
function keys(name) {
  const prefix = `${name}:event:`;
  const own = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return {
    name: "localstorage",
    failed: false,
    all: async () => own().map((key) => attempt(() => JSON.parse(localStorage[key])) ?? localStorage[key]),
    add: async (event) => localStorage.setItem(prefix + event.uid, JSON.stringify(event)),
  };
}

/** @type {() => Shelf} the store itself remembers what it was given */
const memory = () => ({ name: "memory", failed: false, all: async () => [], add: async () => {} });

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
