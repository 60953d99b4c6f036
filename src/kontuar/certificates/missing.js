/** What is still missing for the certificate: the course's outline against the state of progress. Pure; no DOM. */

/**
 * @typedef {{id: string, title: string, url: string}} LessonLink
 * @typedef {{id: string, url: string, mark: number}} TestLink
 * @typedef {{id: string, title: string, lessons: LessonLink[], test: TestLink | null}} ModuleLink
 * @typedef {{need: number, ids: string[], url: string}} Talks how many of the dialogues are asked for
 * @typedef {{modules: ModuleLink[], required: string[], talks?: Talks, exam?: TestLink & {required: boolean}}} Outline
 * @typedef {{share: number, seed: string, attempt: number}} Best
 * @typedef {{lessons: Record<string, number>, tests: Record<string, {passed: boolean, passedAt: number | null, best: Best | null}>,
 *   talks?: Record<string, {passed: boolean}>}} State
 * @typedef {{kind: "lesson" | "test" | "exam" | "talks", title: string, url: string, mark?: number, n?: number}} Missing
 */

/**
 * The modules that the certificate asks for, in the order of the course.
 * @param {Outline} outline
 */
export function required(outline) {
  return outline.modules.filter(({ id }) => outline.required.includes(id));
}

/**
 * @param {Outline} outline
 * @param {State} state
 * @returns {Missing[]} lessons not done and tests not passed, in the order of the course; talks; the exam
 */
export function missing(outline, state) {
  const own = required(outline).flatMap(({ title, lessons, test }) => {
    const unread = lessons.filter(({ id }) => !state.lessons[id]);
    const untaken = test && !state.tests[test.id]?.passed ? [test] : [];
    return [
      ...unread.map((lesson) => ({ kind: /** @type {const} */ ("lesson"), title: lesson.title, url: lesson.url })),
      ...untaken.map(({ url, mark }) => ({ kind: /** @type {const} */ ("test"), title, url, mark })),
    ];
  });
  return [...own, ...talks(outline.talks, state), ...exam(outline.exam, state)];
}

/**
 * @param {Outline["exam"]} asked
 * @param {State} state
 * @returns {Missing[]}
 */
function exam(asked, state) {
  if (!asked?.required || state.tests[asked.id]?.passed) return [];
  return [{ kind: "exam", title: "", url: asked.url, mark: asked.mark }];
}

/**
 * @param {Talks | undefined} asked
 * @param {State} state
 * @returns {Missing[]}
 */
function talks(asked, state) {
  if (!asked) return [];
  const left = asked.need - asked.ids.filter((id) => state.talks?.[id]?.passed).length;
  return left > 0 ? [{ kind: "talks", title: "", url: asked.url, n: left }] : [];
}
