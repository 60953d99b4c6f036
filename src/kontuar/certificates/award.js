/** What a certificate rests on: the papers that count, the talks, and the day. Pure; no DOM. */

import { required } from "./missing.js";

/**
 * @typedef {import("./missing.js").Outline} Outline
 * @typedef {import("../progress/fold.js").State} State
 * @typedef {import("../progress/fold.js").Result} Result
 * @typedef {NonNullable<import("../progress/fold.js").Talk["good"]>} Good
 */

/**
 * The best passed papers of the required modules, in the order of the course.
 * @param {Outline} outline
 * @param {State} state
 * @returns {Result[]}
 */
export function papers(outline, state) {
  return tests(outline).flatMap((id) => state.tests[id]?.best ?? []);
}

/**
 * The best passed paper of the exam, where the certificate asks for one.
 * @param {Outline} outline
 * @param {State} state
 * @returns {Result[]}
 */
export function exams({ exam }, state) {
  return (exam?.required && [state.tests[exam.id]?.best ?? []].flat()) || [];
}

/**
 * The dialogues that went well, where the certificate asks for some: the first talk of each that did.
 * @param {Outline} outline
 * @param {State} state
 * @returns {[string, Good][]} by id
 */
export function talks(outline, state) {
  return (outline.talks?.ids ?? []).flatMap((id) => {
    const good = state.talks[id]?.good;
    return good ? [/** @type {[string, Good]} */ ([id, good])] : [];
  });
}

/**
 * When the last condition was met for the first time, ms since 1970.
 * @param {Outline} outline
 * @param {State} state
 */
export function completed(outline, state) {
  const read = required(outline).flatMap((module) => module.lessons.map(({ id }) => state.lessons[id] || 0));
  const asked = outline.exam?.required ? [...tests(outline), outline.exam.id] : tests(outline);
  const passed = asked.map((id) => state.tests[id]?.passedAt ?? 0);
  const talked = talks(outline, state).map(([, { at }]) => at).sort((one, other) => one - other);
  return Math.max(0, ...read, ...passed, ...talked.slice(0, outline.talks?.need ?? 0));
}

/** @param {Outline} outline */
function tests(outline) {
  return required(outline).flatMap(({ test }) => (test ? [test.id] : []));
}
