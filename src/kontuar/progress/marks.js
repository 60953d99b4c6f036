/**
 * Ticks at what is done: in the side navigation, and in the list of a module's steps at the foot of its lessons.
 *
 * A page without questions does not load progress: it shows what the last page that did wrote down.
 */

/**
 * @typedef {import("./fold.js").State} State
 * @typedef {Record<string, string[]>} Steps the names of each module's lessons, and "test" where it has one
 */

const LINKS = "a.md-nav__link[href], .kt-steps a";
/** @type {Promise<Steps> | undefined} */
let steps;

/**
 * Follows progress, other tabs, and instant navigation, which brings a new navigation without ticks.
 * @param {{name: string}} store
 */
export function start({ name }) {
  const key = `${name}:marks`;
  let done = noted(key);
  const mark = () => tick(done);
  document.addEventListener("kontuar:progress", async (event) => {
    const { state } = /** @type {CustomEvent} */ (event).detail;
    done = await places(state);
    note(key, done);
    mark();
  });
  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    done = noted(key);
    mark();
  });
  /** @type {any} */ (window).document$.subscribe(mark);
}

/**
 * The addresses of all that is done, from the root of a language.
 * @param {State} state
 */
async function places({ lessons, tests, talks }) {
  const done = Object.keys(lessons).filter((id) => lessons[id]).map((id) => `course/${id}/`);
  const passed = Object.keys(tests).filter((id) => tests[id].passed).map((id) => (id === "exam" ? "exam/" : `course/${id}/test/`));
  const talked = Object.keys(talks).filter((id) => talks[id].passed).map((id) => `dialogues/${id}/`);
  const all = [...done, ...passed, ...talked];
  return all.length ? [...all, ...complete(await (steps ??= load()), new Set(all))] : all;
}

/**
 * @param {Steps} modules
 * @param {Set<string>} done
 */
function complete(modules, done) {
  const whole = Object.keys(modules).filter((id) => modules[id].every((step) => done.has(`course/${id}/${step}/`)));
  return whole.map((id) => `course/${id}/`);
}

/** The steps of every module of this language; none where they can't be had. @returns {Promise<Steps>} */
async function load() {
  const { root, language = "", languages = "" } = /** @type {HTMLElement} */ (document.getElementById("kt-page")).dataset;
  const folder = languages.startsWith(language) ? "" : `${language}/`;
  try {
    return await (await fetch(new URL(`${root}/${folder}course/steps.json`, location.href))).json();
  } catch {
    steps = undefined; // the next event asks again
    return {};
  }
}

/** @param {string[]} done */
function tick(done) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(LINKS))) {
    link.querySelector(".kt-tick")?.remove();
    const leads = !link.hash && done.some((address) => link.pathname.endsWith(`/${address}`)); // no place on this page
    if (leads) link.append(made());
  }
}

function made() {
  const words = document.createElement("span");
  words.className = "kt-sr";
  words.textContent = ` (${document.getElementById("kt-page")?.dataset.done})`;
  const sign = document.createElement("span");
  sign.className = "kt-tick md-status md-status--done";
  sign.append(words);
  return sign;
}

/**
 * @param {string} key
 * @returns {string[]}
 */
function noted(key) {
  try {
    const list = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} key
 * @param {string[]} done
 */
function note(key, done) {
  try {
    if (done.length) localStorage.setItem(key, JSON.stringify(done));
    else localStorage.removeItem(key);
  } catch {
    // without storage the ticks last as long as the page
  }
}
