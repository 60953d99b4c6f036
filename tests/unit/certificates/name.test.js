import assert from "node:assert/strict";
import { test } from "node:test";

import { onPaper } from "../../../src/kontuar/certificates/name.js";

test("Polish letters stay, however they were typed", () => {
  assert.equal(onPaper("  Świętosława   Żółć-Gałązka "), "Świętosława Żółć-Gałązka");
  assert.equal(onPaper("Z\u0307o\u0301łc\u0301"), "Żółć");
});

test("direction and control signs go, so that they can't turn the line around", () => {
  assert.equal(onPaper("Jan \u202eawik\u202c\u0000\u2066 Kowal"), "Jan awik Kowal");
});

test("right-to-left names and joiners stay", () => {
  assert.equal(onPaper("محمد علی"), "محمد علی");
  assert.equal(onPaper("میر\u200cحسین"), "میر\u200cحسین");
});

test("markup is text like any other", () => {
  assert.equal(onPaper("<img src=x onerror=alert(1)>"), "<img src=x onerror=alert(1)>");
});

test("a name ends after a hundred signs as a reader counts them", () => {
  assert.equal(onPaper("ż".repeat(300)).length, 100);
  assert.equal([...new Intl.Segmenter().segment(onPaper("👩‍👩‍👧".repeat(120)))].length, 100);
});
