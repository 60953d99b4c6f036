/** The result of a paper that was handed in: the mark, what comes next, points by objective, and every question explained. */

import { part } from "../core/parts.js";
import { locale, percent, say, written } from "../core/phrases.js";
import { Unusable } from "../questions/result.js";
import { report } from "./report.js";

/**
 * @typedef {import("../questions/question.js").Question} Question
 * @typedef {import("../progress/fold.js").Result} Result
 * @typedef {import("./paper.js").Rules} Rules
 */

/**
 * @param {Result} last
 * @param {Rules} rules
 * @returns {HTMLElement[]} the first one is a heading
 */
export function outcome(last, rules) {
  const { points, max, pass, passed, attempt } = last;
  const heading = part("h2", "", say(passed ? "quizzes.passed" : "quizzes.failed", { share: percent(last.share) }));
  heading.tabIndex = -1;
  const when = new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(last.at);
  const table = report(items(last, rules), rules.objectives);
  return [
    heading,
    part("p", "", say("quizzes.points", { points: written(points), max: written(max), mark: written(pass) })),
    part("p", "kt-quiet", say("quizzes.finished", { n: attempt, when })),
    ...time(last),
    ...(passed || !table.length ? [] : [part("p", "", say("quizzes.go-back-first"))]),
    ...(passed && rules.certificate ? [certificate(rules.certificate)] : []),
    ...table,
    part("p", "kt-quiet", say("quizzes.paper", { seed: last.seed, attempt, version: last.version })),
  ];
}

/**
 * @param {Result} last results of an earlier version of Kontuar know no single questions
 * @param {Rules} rules
 */
function items({ results = {} }, { parts }) {
  return parts.flatMap(({ bank, title, questions }) =>
    questions.flatMap(([name, , objective]) => {
      const points = results[`${bank}/${name}`];
      return points ? [{ ...points, objective, group: parts.length > 1 ? title : "" }] : [];
    }),
  );
}

/** @param {Result} last */
function time({ minutes, timer, more = 0 }) {
  if (!timer) return [];
  return [part("p", "kt-quiet", say("quizzes.took", { n: minutes ?? 0, timer: timer + more }))];
}

/** @param {string} url */
function certificate(url) {
  const made = part("p", "kt-actions", "");
  const link = /** @type {HTMLAnchorElement} */ (part("a", "kt-btn", say("quizzes.to-certificate")));
  link.href = url;
  made.append(link);
  return made;
}

/**
 * Puts every question into a place as it was answered, with all explanations, in the order of the paper.
 * @param {HTMLElement} place
 * @param {(Question | undefined)[]} found the questions of the paper as they are today
 * @param {Result} last
 */
export function review(place, found, last) {
  const all = Object.entries(last.answers);
  const shown = all.map(([id, answer], n) => {
    const question = found[n] && /** @type {Question} */ (document.importNode(found[n], true)); // only then it can grade
    const top = part("p", "kt-meter kt-q__top", say("questions.of", { n: n + 1, all: all.length }));
    return question && same(question, answer, last.results?.[id]?.hash) ? explained(question, answer, top, last) : gone(top);
  });
  place.replaceChildren(part("h2", "", say("quizzes.review")), ...shown.map(({ card }) => card));
  for (const { reveal } of shown) reveal();
}

/**
 * Whether a question is still the one that was answered.
 * @param {Question} question
 * @param {unknown} answer
 * @param {string | undefined} hash
 */
function same(question, answer, hash = question.dataset.hash) {
  try {
    return question.dataset.hash === hash && Boolean(question.grade(answer));
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return false;
  }
}

/**
 * @param {Question} card
 * @param {any} answer
 * @param {HTMLElement} top
 * @param {Result} last
 */
function explained(card, answer, top, { seed, attempt }) {
  card.dataset.mode = "paper";
  for (const part of card.querySelectorAll(".kt-q__top, .kt-hint")) part.remove();
  card.querySelector("form")?.prepend(top);
  const reveal = () => {
    card.arrange(`${seed} ${attempt}`);
    if (answer !== null) card.write(answer);
    card.reveal(answer);
  };
  return { card, reveal };
}

/** @param {HTMLElement} top */
function gone(top) {
  const card = part("div", "kt-card kt-q", "");
  card.append(top, part("p", "kt-q__body", say("quizzes.gone")));
  return { card, reveal: () => {} };
}
