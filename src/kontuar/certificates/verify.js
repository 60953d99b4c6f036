/** Whether an evidence file holds against a course; verify.py is its twin and explains the rules. Pure; no DOM. */

import { passes, TOLERANCE } from "../core/marks.js";
import { walk, WrongMove } from "../dialogues/walk.js";
import { Unusable } from "../questions/result.js";
import { drawAll } from "../quizzes/draw.js";

/**
 * @typedef {import("./evidence.js").Evidence} Evidence
 * @typedef {import("./evidence.js").Paper} Paper
 * @typedef {import("./evidence.js").Asked} Asked
 * @typedef {import("../questions/result.js").Result} Result
 * @typedef {"matches" | "differs" | "unknown" | "note"} Verdict
 * @typedef {{what: string, verdict: Verdict, args: Record<string, string | number>}} Line
 * @typedef {import("../quizzes/draw.js").Rules & {pool: import("../quizzes/draw.js").Entry[]}} Drawing
 * @typedef {{mark: number, draws: Drawing[]}} Test
 * @typedef {{type: string, hash: string, key: any}} Graded
 * @typedef {{course: string, version: string, lessons: string[], papers: string[], talks: number,
 *   tests: Record<string, Test>, questions: Record<string, Graded>,
 *   dialogues: Record<string, {hash: string, script: import("../dialogues/walk.js").Script}>}} Standard
 * @typedef {Record<string, (key: any, answer: unknown) => Result>} Graders by type
 * @typedef {Result | Unusable | null} Outcome of one answer: null where the question is another one by now
 */

const BLANKS = [null, "", [], {}]; // how the types spell "no answer"

/**
 * @param {{evidence: Evidence, sound: boolean}} file
 * @param {Standard} standard what the course says today
 * @param {Graders} graders
 * @returns {Line[]} what matches and what does not, in the order in which it is told
 */
export function verify({ evidence, sound }, standard, graders) {
  const digest = line("digest", sound ? "matches" : "differs");
  if (evidence.course !== standard.course) {
    return [digest, line("course", "differs", { given: evidence.course, found: standard.course })];
  }
  const versions = { given: evidence.version, found: standard.version };
  return [
    digest,
    line("course", "matches", { found: standard.course }),
    line("version", evidence.version === standard.version ? "matches" : "note", versions),
    ...evidence.papers.flatMap((paper) => ofPaper(paper, standard, graders)),
    ...evidence.dialogues.map((talk) => ofTalk(talk, standard, off(evidence.version, standard))),
    ...complete(evidence, standard),
  ];
}

/**
 * All in one word: one difference outweighs everything.
 * @param {Line[]} lines
 * @returns {Verdict}
 */
export function verdict(lines) {
  const all = /** @type {const} */ (["differs", "unknown"]);
  return all.find((one) => lines.some((found) => found.verdict === one)) ?? "matches";
}

/**
 * @param {string} what
 * @param {Verdict} outcome
 * @param {Record<string, string | number>} [args]
 * @returns {Line}
 */
const line = (what, outcome, args = {}) => ({ what, verdict: outcome, args });

/**
 * What it means that something does not fit.
 * @param {string} version
 * @param {Standard} standard
 * @returns {Verdict}
 */
const off = (version, standard) => (version === standard.version ? "differs" : "unknown");

/**
 * @template T
 * @param {Record<string, T>} table
 * @param {string} name may be any text, "constructor" too
 * @returns {T | undefined}
 */
const own = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);

/**
 * @param {Paper} paper
 * @param {Standard} standard
 * @param {Graders} graders
 * @returns {Line[]}
 */
function ofPaper(paper, standard, graders) {
  const wrong = off(paper.version, standard);
  const test = own(standard.tests, paper.id);
  if (!test) return [line("no-test", wrong, { paper: paper.id })];
  const drawn = JSON.stringify(paper.questions.map(({ id }) => id)) === JSON.stringify(redrawn(test, paper));
  const results = paper.questions.map((asked) => graded(asked, standard, graders));
  return [
    line("drawn", drawn ? "matches" : wrong, { paper: paper.id, seed: paper.seed, attempt: paper.attempt }),
    ...paper.questions.map((asked, place) => ofQuestion(asked, results[place], standard, wrong)),
    ...sums(paper, test, results, wrong),
  ];
}

/**
 * The questions that seed and attempt give today; none where the bank has become too small.
 * @param {Test} test
 * @param {Paper} paper
 */
function redrawn({ draws }, { seed, attempt }) {
  try {
    return drawAll(draws.map((rules) => [rules, rules.pool]), seed, attempt);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * @param {Asked} asked
 * @param {Standard} standard
 * @param {Graders} graders
 * @returns {Outcome}
 */
function graded(asked, { questions }, graders) {
  const question = own(questions, asked.id);
  if (question?.hash !== asked.hash) return null;
  let refused = new Unusable();
  for (const answer of asked.answer == null ? BLANKS : [asked.answer]) {
    try {
      return graders[question.type](question.key, answer);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      refused = error;
    }
  }
  return refused;
}

/**
 * @param {Asked} asked
 * @param {Outcome} result
 * @param {Standard} standard
 * @param {Verdict} wrong
 */
function ofQuestion(asked, result, standard, wrong) {
  const { id: question } = asked;
  if (!result) return line(own(standard.questions, question) ? "changed" : "no-question", wrong, { question });
  if (result instanceof Unusable) return line("unusable", "differs", { question });
  const found = { question, points: result.points, max: result.max };
  if (asked.points == null || asked.max == null) return line("question", "matches", found);
  const same = close(asked.points, result.points) && close(asked.max, result.max);
  return same ? line("question", "matches", found) : line("question", "differs", { ...found, given: asked.points, of: asked.max });
}

/**
 * @param {Paper} paper
 * @param {Test} test
 * @param {Outcome[]} results
 * @param {Verdict} wrong
 * @returns {Line[]}
 */
function sums(paper, test, results, wrong) {
  const given = { paper: paper.id, given: paper.points, of: paper.max };
  const sound = results.filter((result) => result !== null && !(result instanceof Unusable));
  if (sound.length < results.length) {
    return [line("points", results.some((result) => result instanceof Unusable) ? "differs" : "unknown", given)];
  }
  const points = sum(sound.map((result) => /** @type {Result} */ (result).points));
  const max = sum(sound.map((result) => /** @type {Result} */ (result).max));
  const same = close(paper.points, points) && close(paper.max, max);
  const about = { paper: paper.id, mark: test.mark };
  return [
    line("points", same ? "matches" : "differs", { ...given, points, max }),
    close(paper.pass, test.mark)
      ? line("passed", passes(points, max, test.mark) ? "matches" : "differs", about)
      : line("mark", wrong, { ...about, given: paper.pass }),
  ];
}

/**
 * @param {import("./evidence.js").Talk} talk
 * @param {Standard} standard
 * @param {Verdict} wrong
 */
function ofTalk(talk, standard, wrong) {
  const about = { dialogue: talk.id };
  const known = own(standard.dialogues, talk.id);
  if (known?.hash !== talk.hash) return line("talk-changed", wrong, about);
  try {
    const { ending, outcome } = walk(known.script, talk.moves);
    const good = ending === talk.ending && (outcome === "success" || outcome === "partial");
    return line("talk", good ? "matches" : "differs", about);
  } catch (error) {
    if (error instanceof WrongMove) return line("talk", "differs", about);
    throw error;
  }
}

/**
 * @param {Evidence} evidence
 * @param {Standard} standard
 * @returns {Line[]}
 */
function complete(evidence, standard) {
  const wrong = off(evidence.version, standard);
  const ids = (/** @type {{id: string}[]} */ list) => new Set(list.map(({ id }) => id));
  const [papers, lessons] = [ids(evidence.papers), ids(evidence.lessons)];
  const untaken = standard.papers.filter((paper) => !papers.has(paper));
  const unread = standard.lessons.filter((lesson) => !lessons.has(lesson));
  const few = standard.talks - ids(evidence.dialogues).size;
  const found = [
    ...untaken.map((paper) => line("no-paper", wrong, { paper })),
    ...(unread.length ? [line("unread", wrong, { n: unread.length, lesson: unread[0] })] : []),
    ...(few > 0 ? [line("few-talks", wrong, { n: few })] : []),
  ];
  const all = { papers: standard.papers.length, lessons: standard.lessons.length };
  return found.length ? found : [line("complete", "matches", all)];
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);

/**
 * @param {number} one
 * @param {number} other
 */
const close = (one, other) => Math.abs(one - other) <= TOLERANCE;
