/** The result of a paper by objective. */

import { part } from "../core/parts.js";
import { say, written } from "../core/phrases.js";

/**
 * @param {HTMLElement[]} questions
 * @param {{points: number, max: number}[]} results
 * @param {Record<string, {text: string, lessons: {title: string, url: string}[]}>} objectives by id, with what teaches them
 * @param {string} [level] of the heading
 * @returns {HTMLElement[]} a heading and a table, or nothing where no question names an objective
 */
export function report(questions, results, objectives, level = "h3") {
  const rows = byObjective(questions.map((question) => question.dataset.objective ?? ""), results);
  if (!rows.length) return [];
  const table = part("table", "kt-report", "");
  const head = part("tr", "", "");
  head.append(cell("th", say("quizzes.objective")), cell("th", say("quizzes.result")));
  table.append(head);
  for (const { objective, points, max } of rows) {
    const row = part("tr", "", "");
    const name = cell("td", objectives[objective]?.text ?? objective);
    if (points < max) name.append(...ways(objectives[objective]?.lessons ?? []));
    row.append(name, cell("td", `${written(points)} / ${written(max)}`));
    table.append(row);
  }
  return [part(level, "", say("quizzes.by-objective")), table];
}

/**
 * The way back to the lessons that teach what was not known.
 * @param {{title: string, url: string}[]} lessons
 */
function ways(lessons) {
  if (!lessons.length) return [];
  const line = part("span", "kt-report__ways", say("quizzes.lessons"));
  for (const { title, url } of lessons) {
    const link = /** @type {HTMLAnchorElement} */ (part("a", "", title));
    link.href = url;
    line.append(" ", link);
  }
  return [line];
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
