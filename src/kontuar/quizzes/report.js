/** The result of a paper by objective. */

import { say, written } from "../core/phrases.js";
import { part } from "./parts.js";

/**
 * @param {HTMLElement[]} questions
 * @param {import("../questions/result.js").Result[]} results
 * @param {Record<string, string>} objectives text by id
 * @returns {HTMLElement[]} a heading and a table, or nothing where no question names an objective
 */
export function report(questions, results, objectives) {
  const rows = byObjective(questions.map((question) => question.dataset.objective ?? ""), results);
  if (!rows.length) return [];
  const table = part("table", "kt-report", "");
  const head = part("tr", "", "");
  head.append(cell("th", say("quizzes.objective")), cell("th", say("quizzes.result")));
  table.append(head);
  for (const { objective, points, max } of rows) {
    const row = part("tr", "", "");
    row.append(cell("td", objectives[objective] ?? objective), cell("td", `${written(points)} / ${written(max)}`));
    table.append(row);
  }
  return [part("h3", "", say("quizzes.by-objective")), table];
}

/**
 * @param {string[]} names the objective of each question
 * @param {{points: number, max: number}[]} results
 */
export function byObjective(names, results) {
  /** @type {Map<string, {objective: string, points: number, max: number}>} */
  const sums = new Map();
  for (const [place, objective] of names.entries()) {
    if (!objective) continue;
    const sum = sums.get(objective) ?? { objective, points: 0, max: 0 };
    sum.points += results[place].points;
    sum.max += results[place].max;
    sums.set(objective, sum);
  }
  return [...sums.values()];
}

/**
 * @param {"th" | "td"} name
 * @param {string} words
 */
function cell(name, words) {
  const made = part(name, "", words);
  if (name === "th") made.setAttribute("scope", "col");
  return made;
}
