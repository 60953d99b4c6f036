import test from "node:test";
import assert from "node:assert/strict";
import { order, seed } from "../../../src/kontuar/core/chance.js";

test("a seed is eight letters and digits that are not mistaken for one another", () => {
  const seeds = Array.from({ length: 500 }, seed);
  for (const made of seeds) assert.match(made, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(new Set(seeds).size, seeds.length);
  assert.equal(new Set(seeds.join("")).size, 33); // all of them, and the hyphen
});

test("the list that was given stays as it was", () => {
  const items = [1, 2, 3, 4];
  order(items, "seed");
  assert.deepEqual(items, [1, 2, 3, 4]);
});

test("any items can be ordered, elements of a page too", () => {
  const items = [{ a: 1 }, { b: 2 }];
  assert.deepEqual(new Set(order(items, "seed")), new Set(items));
});
