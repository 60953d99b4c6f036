/** An evidence file made of a learner's progress: what the certificate rests on. Pure; no DOM. */

import { completed, exams, papers, talks } from "./award.js";
import { FORMAT, VERSION, written } from "./evidence.js";
import { required } from "./missing.js";

/** @typedef {{course: string, version: string, minutes: number, name?: string, now: number}} About `now`: ms since 1970 */

/**
 * @param {import("./award.js").Outline} outline
 * @param {import("./award.js").State} state
 * @param {About} about
 * @returns {string} the text of the file
 */
export function made(outline, state, { now, ...about }) {
  const modules = required(outline);
  return written({
    format: FORMAT,
    v: VERSION,
    ...about,
    made: moment(now),
    completed: moment(completed(outline, state)),
    modules: modules.map(({ id }) => id),
    lessons: modules.flatMap(({ lessons }) => lessons.map(({ id }) => ({ id, done: moment(state.lessons[id]) }))),
    papers: [...papers(outline, state), ...exams(outline, state)].map(paper),
    dialogues: talks(outline, state).map(([id, { at, ...talk }]) => ({ id, ...talk, done: moment(at) })),
  });
}

/** @param {import("./award.js").Result} result */
function paper({ id, seed, attempt, version, points, max, pass, started, at, questions, answers, results = {} }) {
  const asked = questions ?? Object.entries(results).map(([name, { hash }]) => ({ id: name, hash }));
  return {
    ...{ id, seed, attempt, version, points, max, pass },
    started: started === undefined ? undefined : moment(started),
    submitted: moment(at),
    questions: asked.map((question) => {
      const { points: earned, max: most } = results[question.id] ?? {};
      return { id: question.id, hash: question.hash, answer: answers[question.id] ?? null, points: earned, max: most };
    }),
  };
}

const LATEST = Date.UTC(9999, 0);

/**
 * @param {number} at ms since 1970
 * @returns {string} in UTC, to the second
 */
function moment(at) {
  return `${new Date(Math.min(at, LATEST)).toISOString().slice(0, 19)}Z`;
}
