/** Calls functions of our modules: [module, name, arguments] by standard input, the answers by standard output. */

import { readFileSync } from "node:fs";

/** @type {[string, string, unknown[]][]} */
const calls = JSON.parse(readFileSync(0, "utf-8"));
const answers = [];
for (const [module, name, given] of calls) {
  const found = await import(new URL(`../src/kontuar/${module}`, import.meta.url).href);
  try {
    answers.push(found[name](...given));
  } catch (error) {
    answers.push({ error: error instanceof Error ? error.message : String(error) });
  }
}
console.log(JSON.stringify(answers));
