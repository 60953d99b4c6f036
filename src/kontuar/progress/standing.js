/** How far a learner has come: the course's outline against the state of progress. Pure; no DOM. */

/**
 * @typedef {{id: string, title: string, url: string, minutes: number}} LessonLink
 * @typedef {{id: string, url: string, mark: number}} TestLink
 * @typedef {{id: string, number: number, title: string, url: string, lessons: LessonLink[], test: TestLink | null}} ModuleLink
 * @typedef {{modules: ModuleLink[], exam?: TestLink, certificate: string, required: string[]}} Outline
 * @typedef {import("./fold.js").State} State
 * @typedef {{done: number, all: number, minutesLeft: number, share: number | null, passed: boolean, complete: boolean}} Standing
 * @typedef {{kind: "lesson" | "test" | "exam" | "certificate", title: string, url: string, minutes?: number}} Step
 */

/**
 * @param {ModuleLink} module
 * @param {State} state
 * @returns {Standing}
 */
export function standing(module, state) {
  const left = module.lessons.filter((lesson) => !state.lessons[lesson.id]);
  const test = module.test && state.tests[module.test.id];
  const passed = !module.test || Boolean(test?.passed);
  return {
    done: module.lessons.length - left.length,
    all: module.lessons.length,
    minutesLeft: left.reduce((sum, lesson) => sum + lesson.minutes, 0),
    share: test?.best?.share ?? null,
    passed,
    complete: left.length === 0 && passed,
  };
}

/**
 * What comes next: the first lesson not done, then the test not passed, module by module; then the exam; at last the
 * certificate.
 * @param {Outline} outline
 * @param {State} state
 * @returns {Step}
 */
export function next(outline, state) {
  for (const module of outline.modules) {
    const lesson = module.lessons.find(({ id }) => !state.lessons[id]);
    if (lesson) return { kind: "lesson", ...lesson };
    if (module.test && !standing(module, state).passed) {
      return { kind: "test", title: module.title, url: module.test.url };
    }
  }
  const { exam } = outline;
  if (exam && !state.tests[exam.id]?.passed) return { kind: "exam", title: "", url: exam.url };
  return { kind: "certificate", title: "", url: outline.certificate };
}

/**
 * How far the whole course has come, in steps: its lessons, its tests, the exam.
 * @param {Outline} outline
 * @param {State} state
 * @returns {{done: number, all: number, minutesLeft: number}}
 */
export function overall({ modules, exam }, state) {
  const all = modules.map((module) => standing(module, state));
  const tests = [...modules.flatMap(({ test }) => test ?? []), ...(exam ? [exam] : [])];
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);
  return {
    done: sum(all.map(({ done }) => done)) + tests.filter(({ id }) => state.tests[id]?.passed).length,
    all: sum(all.map((module) => module.all)) + tests.length,
    minutesLeft: sum(all.map((module) => module.minutesLeft)),
  };
}

/** Whether anything was studied yet. @param {State} state */
export function begun(state) {
  return [state.answers, state.lessons, state.tests, state.talks].some((part) => Object.keys(part).length > 0);
}
