/** What is told after a talk: how it ended, the result, and every decision with what the best one would have been. */

import { button, part } from "../core/parts.js";
import { percent, say } from "../core/phrases.js";
import { copied, mood } from "./turns.js";

const QUALITIES = ["harmful", "weak", "ok", "best"];

/**
 * @param {import("./player.js").Dialogue} talk
 * @param {import("./walk.js").Result} result
 * @param {number} found endings found so far
 * @param {(number: number) => void} replay begins again at a decision
 * @returns {HTMLElement[]}
 */
export function debrief(talk, result, found, replay) {
  return [ending(talk, result), sum(talk, result, found), ...objectives(talk, result), table(talk, result, replay)];
}

/**
 * @param {Element} talk
 * @param {import("./walk.js").Result} result
 */
function ending(talk, { ending: id, outcome }) {
  const box = part("div", "kt-talk__ending", "");
  box.setAttribute("data-part", "ending");
  const written = talk.querySelector(`[data-ending="${id}"]`);
  const mark = part("b", "kt-mark", say(`dialogues.${outcome}`));
  mark.dataset.state = { success: "right", partial: "partly", fail: "wrong" }[outcome ?? ""] ?? "note";
  box.append(mark);
  for (const name of ["text", "debrief"]) {
    const words = written?.querySelector(`[data-${name}]`);
    if (words) box.append(copied(words, name === "text" ? "kt-said" : ""));
  }
  for (const words of talk.querySelectorAll("[data-customer]")) box.append(copied(words, "kt-quiet"));
  return box;
}

/**
 * @param {import("./player.js").Dialogue} talk
 * @param {import("./walk.js").Result} result
 * @param {number} found
 */
function sum(talk, { score, max }, found) {
  const box = part("div", "kt-sum", "");
  const share = percent(score / Math.max(1, max));
  const all = talk.data.script.endings.length;
  box.append(part("p", "", say("dialogues.score", { share, mark: talk.dataset.mark ?? "" })));
  box.append(part("p", "", say("dialogues.found", { n: found, all })));
  return box;
}

/**
 * @param {import("./player.js").Dialogue} talk
 * @param {import("./walk.js").Result} result
 */
function objectives(talk, { objectives: sums }) {
  const names = Object.keys(sums);
  if (!names.length) return [];
  const list = part("ul", "", "");
  for (const name of names) {
    const text = talk.data.objectives[name]?.text ?? name;
    list.append(part("li", "", `${text}: ${percent(sums[name].score / sums[name].max)}%`));
  }
  const box = part("div", "kt-talk__objectives", "");
  box.append(part("p", "", say("dialogues.by-objective")), list);
  return [box];
}

/**
 * @param {import("./player.js").Dialogue} talk
 * @param {import("./walk.js").Result} result
 * @param {(number: number) => void} replay
 */
function table(talk, { decisions }, replay) {
  const made = part("table", "kt-debrief", "");
  made.setAttribute("role", "table"); // a phone shows its rows as blocks
  made.append(part("caption", "kt-sr", say("dialogues.debrief")));
  const heads = ["said", "how", "better-head", "mood"].map((name) => say(`dialogues.${name}`));
  const head = part("tr", "", "");
  head.append(...heads.map((words) => cell("th", "columnheader", words)));
  const top = part("thead", "", "");
  top.append(head);
  const body = part("tbody", "", "");
  body.append(...decisions.map((decision, number) => row(talk, decision, heads, () => replay(number))));
  for (const line of [head, ...body.children]) line.setAttribute("role", "row");
  made.append(top, body);
  return made;
}

/**
 * @param {import("./player.js").Dialogue} talk
 * @param {import("./walk.js").Decision} decision
 * @param {string[]} heads
 * @param {() => void} replay
 */
function row(talk, decision, heads, replay) {
  const scene = /** @type {Element} */ (talk.querySelector(`[data-scene="${decision.scene}"]`));
  const chosen = /** @type {HTMLElement} */ (scene.querySelector(`[data-choice="${decision.choice}"]`));
  const cells = [said(scene, chosen, replay), how(chosen, decision), better(scene, chosen)];
  cells.push(cell("td", "cell", mood(talk.data.meters, talk.data.script, decision.meters)));
  const made = part("tr", "", "");
  for (const [number, one] of cells.entries()) one.setAttribute("data-label", heads[number]);
  made.append(...cells);
  return made;
}

/**
 * @param {Element} scene
 * @param {Element} chosen
 * @param {() => void} replay
 */
function said(scene, chosen, replay) {
  const made = cell("td", "cell", "");
  made.append(copied(/** @type {Element} */ (scene.querySelector("[data-line]")), "kt-quiet"));
  made.append(copied(/** @type {Element} */ (chosen.querySelector("[data-say]")), "kt-said"));
  made.append(button("kt-btn kt-btn--text", say("dialogues.from-here"), replay));
  return made;
}

/**
 * @param {HTMLElement} chosen
 * @param {import("./walk.js").Decision} decision
 */
function how(chosen, { points, mended }) {
  const made = cell("td", "cell", "");
  const quality = QUALITIES[points];
  const mark = part("b", "kt-mark", say(`dialogues.${mended ? "mended" : quality}`));
  if (mended) mark.dataset.state = "mended";
  else mark.dataset.quality = quality;
  made.append(mark, copied(/** @type {Element} */ (chosen.querySelector("[data-why]")), ""));
  const { lesson, lessonTitle } = chosen.dataset;
  if (lesson) {
    const link = /** @type {HTMLAnchorElement} */ (part("a", "", lessonTitle ?? ""));
    link.href = lesson;
    const line = part("p", "kt-quiet", `${say("dialogues.lesson")}: `);
    line.append(link);
    made.append(line);
  }
  return made;
}

/**
 * @param {Element} scene
 * @param {Element} chosen
 */
function better(scene, chosen) {
  const made = cell("td", "cell", "");
  const best = scene.querySelector("[data-choice][data-quality=best]");
  if (best === chosen || !best) made.append(part("p", "kt-quiet", say("dialogues.same")));
  else {
    made.append(copied(/** @type {Element} */ (best.querySelector("[data-say]")), "kt-said"));
    made.append(copied(/** @type {Element} */ (best.querySelector("[data-why]")), "kt-quiet"));
  }
  return made;
}

/**
 * @param {"th" | "td"} name
 * @param {string} role
 * @param {string} words
 */
function cell(name, role, words) {
  const made = part(name, "", words);
  made.setAttribute("role", role);
  return made;
}
