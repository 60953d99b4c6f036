/** What an evidence file is held against, taken from the pages of the site: questions with their keys, dialogues. */

import { data } from "../../core/parts.js";

/**
 * @typedef {import("../verify.js").Standard} Standard
 * @typedef {{requirements: Omit<Standard, "questions" | "dialogues">, banks: Record<string, string>,
 *   talks: Record<string, {title: string, url: string}>}} Sources where things are to be had
 */

/**
 * The part of the course that a file speaks of.
 * @param {import("../evidence.js").Evidence} evidence
 * @param {Sources} sources
 * @returns {Promise<Standard>}
 * @throws {Error} a page can't be had
 */
export async function standard(evidence, { requirements, banks, talks }) {
  const asked = evidence.papers.flatMap(({ questions }) => questions.map(({ id }) => id.split("/")[0]));
  const spoken = evidence.dialogues.map(({ id }) => id).filter((id) => Object.hasOwn(talks, id));
  const needed = [...new Set(asked)].filter((bank) => Object.hasOwn(banks, bank));
  const pages = Promise.all(needed.map((bank) => page(banks[bank])));
  const stages = Promise.all([...new Set(spoken)].map((id) => page(talks[id].url)));
  return {
    ...requirements,
    questions: Object.fromEntries((await pages).flatMap(questionsOf)),
    dialogues: Object.fromEntries((await stages).flatMap(dialoguesOf)),
  };
}

/**
 * The graders of the types that occur.
 * @param {Standard} course
 * @returns {Promise<import("../verify.js").Graders>}
 */
export async function graders({ questions }) {
  const types = [...new Set(Object.values(questions).map(({ type }) => type))];
  const found = types.map(async (type) => [type, (await import(`../../questions/${type}/grade.js`)).grade]);
  return Object.fromEntries(await Promise.all(found));
}

/** @param {string} address */
async function page(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/**
 * @param {Document} bank
 * @returns {[string, import("../verify.js").Graded][]}
 */
function questionsOf(bank) {
  const questions = /** @type {HTMLElement[]} */ ([...bank.querySelectorAll("[data-hash]")]);
  return questions.map((question) => {
    const { id = "", hash = "" } = question.dataset;
    return [id, { type: question.localName.replace("kt-", ""), hash, key: data(question) }];
  });
}

/**
 * @param {Document} talk
 * @returns {[string, Standard["dialogues"][string]][]}
 */
function dialoguesOf(talk) {
  const found = /** @type {HTMLElement[]} */ ([...talk.querySelectorAll("kt-dialogue")]);
  return found.map((talked) => [talked.dataset.id ?? "", { hash: talked.dataset.graph ?? "", script: data(talked).script }]);
}
