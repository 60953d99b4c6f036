/**
 * Ticks in the side navigation at lessons that are done and tests that are passed.
 *
 * A page without questions does not load progress: it shows what the last page that did wrote down.
 */

/** @typedef {import("./fold.js").State} State */

const PLACE = /\/course\/([a-z0-9-]+\/[a-z0-9-]+)\/$/;

/**
 * Follows progress, other tabs, and instant navigation, which brings a new navigation without ticks.
 * @param {{name: string}} store
 */
export function start({ name }) {
  const key = `${name}:marks`;
  let done = noted(key);
  const mark = () => tick(done);
  document.addEventListener("kontuar:progress", (event) => {
    done = places(/** @type {CustomEvent} */ (event).detail.state);
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

/** @param {State} state */
function places({ lessons, tests }) {
  const done = Object.keys(lessons).filter((id) => lessons[id]);
  const passed = Object.keys(tests).filter((id) => tests[id].passed);
  return [...done, ...passed.map((id) => `${id}/test`)];
}

/** @param {string[]} done */
function tick(done) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.md-nav__link[href]"))) {
    link.querySelector(".kt-tick")?.remove();
    const leads = !link.hash && PLACE.exec(link.pathname)?.[1]; // a page, not a place on this one
    if (leads && done.includes(leads)) link.append(made());
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
    localStorage.setItem(key, JSON.stringify(done));
  } catch {
    // without storage the ticks last as long as the page
  }
}
