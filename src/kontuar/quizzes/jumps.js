/** The numbers of a paper's questions, each with how it stands, to jump by. */

import { button, part } from "../core/parts.js";
import { say } from "../core/phrases.js";

/** @typedef {{answered: boolean, flagged: boolean}} How */

/**
 * @param {number} count of questions
 * @param {(place: number) => void} go to the question at a place, counted from 0
 */
export function jumps(count, go) {
  const buttons = Array.from({ length: count }, (_, place) => jump(place, "", () => go(place)));
  const list = part("ol", "kt-list kt-jumps", "");
  list.setAttribute("role", "list");
  list.append(...buttons.map(item));
  /** @param {How[]} hows one for each question */
  const show = (hows) => hows.forEach((how, place) => mark(buttons[place], how));
  return { list, show };
}

/**
 * A few of the numbers, with words before them that say what pressing does.
 * @param {number[]} places
 * @param {(place: number) => void} go
 */
export function back(places, go) {
  const list = part("ul", "kt-list kt-jumps", "");
  list.setAttribute("role", "list");
  list.append(...places.map((place) => item(jump(place, say("quizzes.go-back"), () => go(place)))));
  return list;
}

/**
 * @param {number} place
 * @param {string} before
 * @param {() => void} go
 */
function jump(place, before, go) {
  const made = button("kt-jump", "", go);
  made.append(...(before ? [part("span", "kt-sr", `${before} `)] : []), String(place + 1));
  return made;
}

/**
 * @param {HTMLElement} jump
 * @param {How} how
 */
function mark(jump, { answered, flagged }) {
  jump.toggleAttribute("data-answered", answered);
  jump.toggleAttribute("data-flagged", flagged);
  jump.querySelector(".kt-sr")?.remove();
  const words = [say(answered ? "quizzes.is-answered" : "quizzes.is-open"), ...(flagged ? [say("quizzes.is-flagged")] : [])];
  jump.append(part("span", "kt-sr", `, ${words.join(", ")}`));
}

/** @param {HTMLElement} inside */
function item(inside) {
  const made = part("li", "", "");
  made.append(inside);
  return made;
}
