/** Events to test with; what a test does not name is filled in. */

/** @typedef {import("../../../src/kontuar/progress/event.js").Event} Event */

let made = 0;

/**
 * @param {number} at
 * @param {string} kind
 * @param {string} id
 * @param {object} fields
 * @returns {Event}
 */
export function event(at, kind, id, fields = {}) {
  made += 1;
  return { v: 1, uid: `uid-${made}`, at, kind, id, ...fields };
}

/**
 * @param {number} at
 * @param {string} id
 * @param {object} [fields]
 */
export const answer = (at, id, fields) =>
  event(at, "answer", id, { hash: "h1", answer: ["a"], points: 1, max: 1, ...fields });

/**
 * @param {number} at
 * @param {string} id
 */
export const done = (at, id) => event(at, "lesson-done", id);

const drawn = { seed: "7K2M-04QX", attempt: 1, version: "0123456789" };

/**
 * @param {number} at
 * @param {Event} paper
 * @param {unknown} given
 */
export const draft = (at, paper, given) =>
  event(at, "answer", `${paper.id}/q`, { paper: paper.uid, hash: "h1", answer: given });

/**
 * @param {number} at
 * @param {string} id
 * @param {object} [fields]
 */
export const start = (at, id, fields) =>
  event(at, "test-start", id, { ...drawn, questions: [{ id: `${id}/q`, hash: "h1" }], ...fields });

/**
 * @param {number} at
 * @param {Event} paper
 * @param {boolean} on
 */
export const flag = (at, paper, on) => event(at, "flag", `${paper.id}/q`, { paper: paper.uid, on });

/**
 * @param {number} at
 * @param {Event} paper
 * @param {number} minutes
 */
export const moreTime = (at, paper, minutes) => event(at, "more-time", paper.id, { paper: paper.uid, minutes });

/**
 * @param {number} at
 * @param {Event} started
 * @param {object} [fields]
 */
export const submit = (at, started, fields) =>
  event(at, "test-submit", started.id, {
    ...drawn,
    paper: started.uid,
    answers: {},
    points: 8,
    max: 10,
    pass: 80,
    ...fields,
  });

/**
 * @param {number} at
 * @param {string} scope
 * @param {string} [id]
 * @param {object} [fields]
 */
export const reset = (at, scope, id = "", fields = {}) => event(at, "reset", id, { scope, ...fields });

/**
 * @param {number} at
 * @param {string} id
 * @param {string[]} moves
 * @param {object} [fields]
 */
export const talk = (at, id, moves, fields) => event(at, "scene", id, { hash: "h1", play: "first", moves, ...fields });
