/** Where events are kept: IndexedDB; where that is refused or full, localStorage; at last, memory. */

import { fault, make } from "./event.js";
import { attempt, database, keys, memory } from "./shelves.js";

/**
 * @typedef {import("./event.js").Event} Event
 * @typedef {import("./shelves.js").Shelf} Shelf
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
    if (this.#tabs) this.#tabs.onmessage = ({ data }) => (data === "erased" ? this.#forget() : this.read()).then(changed);
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

  /** Reads every shelf: an earlier visit may have ended on a lower one. */
  read() {
    return (this.#reading = this.#reading.then(() => this.#readAll()));
  }

  async #readAll() {
    this.unread = [];
    for (const shelf of this.#shelves) {
      await shelf.all().then(
        (found) => found.forEach(this.#keep, this),
        (error) => this.#fail(shelf, error),
      );
    }
  }

  #forget() {
    return (this.#reading = this.#reading.then(() => {
      this.#events.clear();
      this.#newest = 0;
      this.unread = [];
    }));
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
    await this.#shelf.addAll(fresh);
    fresh.forEach(this.#keep, this);
    this.#tabs?.postMessage("added");
    this.#changed();
  }

  /**
   * Erases all that this course keeps in this browser, in the other tabs as well.
   * @throws {DOMException} something could not be erased
   */
  async erase() {
    const outcomes = await Promise.allSettled(this.#shelves.map((shelf) => shelf.clear()));
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    await this.#forget();
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
