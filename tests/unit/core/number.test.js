import test from "node:test";
import assert from "node:assert/strict";
import { parse } from "../../../src/kontuar/core/number.js";

test("minus nothing is nothing", () => {
  assert(Object.is(parse("-0,0"), 0));
});
