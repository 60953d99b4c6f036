/** The result of several questions by objective. */

import { part } from "../core/parts.js";
import { say, written } from "../core/phrases.js";
import { total } from "./points.js";

/**
 * @typedef {import("./points.js").Points} Points
 * @typedef {Points & {objective: string, group?: string}} Item how one question went; `group`: the module, if there are several
 * @typedef {Record<string, {text: string, lessons: {title: string, url: string}[]}>} Objectives by id, with what teaches them
 */

/**
 * @param {Item[]} items
 * @param {Objectives} objectives
 * @param {string} [level] of the heading
 * @returns {HTMLElement[]} a heading and a table, or nothing where no question names an objective
 */
export function report(items, objectives, level = "h3") {
  if (!items.some(({ objective }) => objective)) return [];
  const table = part("table", "kt-report", "");
  const head = part("thead", "", "");
  head.append(row(column(say("quizzes.objective")), column(say("quizzes.result"))));
  table.append(head, ...groups(items).map(([name, own]) => section(name, own, objectives)));
  return [part(level, "", say("quizzes.by-objective")), table];
}

/**
 * @param {Item[]} items
 * @returns {[string, Item[]][]} by group, in the order of the paper
 */
function groups(items) {
  const names = [...new Set(items.map(({ group = "" }) => group))];
  return names.map((name) => [name, items.filter(({ group = "" }) => group === name)]);
}

/**
 * @param {string} name of the group, or nothing
 * @param {Item[]} items
 * @param {Objectives} objectives
 */
function section(name, items, objectives) {
  const body = part("tbody", "", "");
  if (name) {
    const title = part("th", "", name);
    title.setAttribute("scope", "rowgroup");
    body.append(row(title, part("td", "", outOf(total(items)))));
  }
  for (const sum of byObjective(items.map(({ objective }) => objective), items)) {
    const { text = sum.objective, lessons = [] } = objectives[sum.objective] ?? {};
    const words = part("td", "", text);
    if (sum.points < sum.max) words.append(...ways(lessons));
    body.append(row(words, part("td", "", outOf(sum))));
  }
  return body;
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
 * @param {Points[]} results
 */
export function byObjective(names, results) {
  /** @type {Map<string, Points & {objective: string}>} */
  const sums = new Map();
  for (const [place, objective] of names.entries()) {
    if (!objective) continue;
    const { points, max } = sums.get(objective) ?? { points: 0, max: 0 };
    sums.set(objective, { objective, points: points + results[place].points, max: max + results[place].max });
  }
  return [...sums.values()];
}

/** @param {Points} sum */
const outOf = ({ points, max }) => `${written(points)} / ${written(max)}`;

/** @param {HTMLElement[]} cells */
function row(...cells) {
  const made = part("tr", "", "");
  made.append(...cells);
  return made;
}

/** @param {string} words */
function column(words) {
  const made = part("th", "", words);
  made.setAttribute("scope", "col");
  return made;
}
