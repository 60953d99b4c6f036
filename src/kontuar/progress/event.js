/** One event of a learner's progress: how it is made, and what a sound one looks like. Events are only ever added. */

/**
 * @typedef {{v: number, uid: string, at: number, kind: string, id: string, [field: string]: any}} Event
 *   `at`: ms since 1970; `id`: of the question, test, lesson or module that it is about
 * @typedef {{kind: string, id: string, [field: string]: any}} Body what a page says; `make` adds the rest
 */

const VERSION = 1;
/** The last moment that is a date: beyond it, writing one down throws. */
export const LATEST = 8.64e15;

/** What each kind needs. A kind that is not here is of a later day: it is kept, and counts for nothing. */
const FIELDS = new Map([
  ["answer", "hash points max"],
  ["draft", "hash paper"], // an answer inside a paper: no points yet
  ["test-start", "seed attempt version questions"],
  ["test-submit", "seed attempt version paper points max pass answers"],
  ["flag", "paper on"], // a question of a paper, to come back to
  ["more-time", "paper minutes"],
  ["scene", "hash play moves"],
  ["reset", "scope"],
]);

/** What an event may lack: the first version did not write it down. */
const OPTIONAL = ["results", "timer", "more", "minutes"];

const isText = (/** @type {unknown} */ value) => typeof value === "string";
const isEarned = (/** @type {any} */ value) => Number.isFinite(value?.points) && Number.isFinite(value.max) && isText(value.hash);

/** @type {Record<string, (value: any) => boolean>} */
const CHECKS = {
  v: (value) => value === VERSION,
  at: (value) => Number.isSafeInteger(value) && Math.abs(value) <= LATEST,
  attempt: Number.isSafeInteger,
  points: Number.isFinite,
  max: Number.isFinite,
  pass: Number.isFinite,
  minutes: Number.isFinite,
  timer: Number.isFinite,
  more: Number.isFinite,
  on: (value) => typeof value === "boolean",
  questions: (value) => Array.isArray(value) && value.every((asked) => isText(asked?.id) && isText(asked.hash)),
  moves: (value) => Array.isArray(value) && value.every(isText),
  answers: (value) => Object(value) === value,
  results: (value) => Object(value) === value && Object.values(value).every(isEarned),
};

/**
 * What is wrong with a value that should be an event: nothing, it is of a newer version, or it is broken.
 * @param {any} value
 * @returns {"" | "newer" | "broken"}
 */
export function fault(value) {
  if (value?.v > VERSION) return "newer";
  const kind = value?.kind === "answer" && value.paper !== undefined ? "draft" : value?.kind;
  const fields = `v uid at kind id ${FIELDS.get(kind) ?? ""}`.trim().split(" ");
  const more = OPTIONAL.filter((field) => value?.[field] !== undefined);
  return [...fields, ...more].every((field) => (CHECKS[field] ?? isText)(value?.[field])) ? "" : "broken";
}

/**
 * @param {Body} body
 * @param {number} newest `at` of the newest event known: clocks are set back, and a millisecond is long
 * @returns {Event}
 * @throws {TypeError} the body lacks something
 */
export function make(body, newest) {
  const uid = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const event = { ...body, v: VERSION, uid, at: Math.min(LATEST, Math.max(Date.now(), newest + 1)) };
  if (fault(event)) throw new TypeError(`no event: ${JSON.stringify(body)}`);
  return event;
}
