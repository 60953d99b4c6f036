import assert from "node:assert/strict";
import { test } from "node:test";

import { asked, fits, pieces, shown } from "../../../src/kontuar/site/search/found.js";

/** @param {string} excerpt @param {string} [heading] */
const spoken = (excerpt, heading) => pieces(excerpt, heading).map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

/** @param {object} more @returns {import("../../../src/kontuar/site/search/found.js").Answer} */
const answer = (more) => ({ url: "/", content: "", excerpt: "", locations: [], meta: {}, filters: {}, sub_results: [], ...more });

/** @param {string} title @param {number} at @param {number} score @param {string} excerpt */
const part = (title, at, score, excerpt = "<mark>x</mark>") => ({
  title,
  url: `/a/#${at}`,
  excerpt,
  locations: [at],
  weighted_locations: [{ balanced_score: score }],
});

test("a query is asked as the index spells it: ł as an l with a mark, in small letters", () => {
  assert.equal(asked("  Złość  klienta ", "pl"), "zl\u0335ość klienta");
  assert.equal(asked("„zwrot” pieniędzy", "pl"), "zwrot pieniędzy");
});

test("Polish endings that Pagefind takes for part of the word are taken off, in Polish only", () => {
  for (const form of ["klientów", "klientow", "klienci"]) assert.equal(asked(form, "pl"), "klient");
  for (const word of ["rozmów", "klientówka", "złości"]) assert.equal(asked(word, "pl"), asked(word, "en"));
  assert.equal(asked("workflow", "en"), "workflow");
});

test("a page fits when a hit begins as the query does, diacritics aside, or when only its title was hit", () => {
  const page = answer({ content: "Z początku „Zl\u0335ość” mija.", locations: [0, 2] });
  assert.equal(fits(asked("zlosc", "pl"), page), true);
  assert.equal(fits("zzzz", page), false);
  assert.equal(fits("zzzz", answer({ content: "Z początku" })), true);
});

test("hits stand out, signs of HTML stay text, and dots say where the text goes on", () => {
  assert.equal(spoken("tu <mark>zl\u0335ość</mark> mija"), "… tu [złość] mija …");
  assert.equal(spoken("&lt;img src=x onerror=alert(1)&gt; <mark>&lt;b&gt;</mark>"), "… <img src=x onerror=alert(1)> [<b>] …");
  assert.equal(spoken("cena ……… ………… tak"), "… cena … tak …");
});

test("a heading is not said twice", () => {
  assert.equal(spoken("A jeśli <mark>nie</mark>? Wtedy <mark>nie</mark>.", "A jeśli nie?"), "Wtedy [nie]. …");
  assert.equal(spoken("Rule. Say it", "Rule"), "Say it …");
  assert.equal(spoken("<mark>Rule</mark>", "Rule"), "");
});

test("of a page the three most telling parts are shown, in its order; its beginning only where something was hit", () => {
  const meta = { title: "S\u00a0l\u0335owo" };
  const parts = [part("S l\u0335owo", 1, 9, "bez"), part("A", 5, 1), part("B", 9, 3), part("C", 12, 2), part("D", 20, 8)];
  const found = shown(answer({ url: "/a/", meta, filters: { section: ["Baza"] }, sub_results: parts }));
  assert.deepEqual([found.title, found.section, found.href], ["S łowo", "Baza", "/a/"]);
  assert.deepEqual(found.parts.map(({ title, href }) => [title, href]), [["B", "/a/#9"], ["D", "/a/#20"]]);
  const alone = shown(answer({ meta, sub_results: parts.slice(0, 1) }));
  assert.deepEqual(alone.parts.map(({ title }) => title), [""]);
});
