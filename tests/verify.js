/** Checks evidence files: {standard, files} by standard input, their lines or why they are refused by standard output. */

import { readFileSync } from "node:fs";

import { read, Refused } from "../src/kontuar/certificates/evidence.js";
import { verdict, verify } from "../src/kontuar/certificates/verify.js";

const { standard, files } = JSON.parse(readFileSync(0, "utf-8"));
const questions = new URL("../src/kontuar/questions/", import.meta.url);
const types = new Set(Object.values(standard.questions).map(({ type }) => type));
/** @type {import("../src/kontuar/certificates/verify.js").Graders} */
const graders = {};
for (const type of types) graders[type] = (await import(new URL(`${type}/grade.js`, questions).href)).grade;

const answers = files.map((/** @type {string} */ text) => {
  try {
    const lines = verify(read(text), standard, graders);
    return { verdict: verdict(lines), lines };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
});
console.log(JSON.stringify(answers));
