/** Chance that can be told again: an order that a seed decides; chance.py is its twin and explains the generator. */

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * @template T
 * @param {Iterable<T>} items
 * @param {string} seed
 * @returns {T[]} the items in the order that the seed gives
 */
export function order(items, seed) {
  const dealt = [...items];
  const draw = numbers(hash(seed));
  for (let last = dealt.length - 1; last > 0; last--) {
    const other = Math.floor((draw() * (last + 1)) / 2 ** 32);
    [dealt[last], dealt[other]] = [dealt[other], dealt[last]];
  }
  return dealt;
}

/**
 * Items in the order that the seed gives, the same one from whatever order they come in.
 * @template T
 * @param {Iterable<T>} items
 * @param {string} seed
 * @param {(item: T) => string} name of an item, its own among all of them
 * @returns {T[]}
 */
export function orderNamed(items, seed, name) {
  return order([...items].sort((one, other) => (name(one) < name(other) ? -1 : 1)), seed);
}

/** A new seed, as 7K2M-04QX: 40 bits in letters that are not mistaken for one another. */
export function seed() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const letters = Array.from(bytes, (byte) => CROCKFORD[byte % 32]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/**
 * FNV-1a, 32 bits.
 * @param {string} seed
 */
function hash(seed) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) value = Math.imul(value ^ byte, 0x01000193);
  return value;
}

/**
 * mulberry32: each call gives the next number from 0 to 2³² − 1.
 * @param {number} state
 */
function numbers(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
