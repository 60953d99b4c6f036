/** Ticks in the side navigation at lessons that are done and tests that are passed. */

import { say } from "../core/phrases.js";

/** @typedef {import("./fold.js").State} State */

const PLACE = /\/course\/([a-z0-9-]+)\/([a-z0-9-]+)\/$/;

/** Follows progress, and instant navigation, which brings a new navigation without ticks. */
export function start() {
  /** @type {State | undefined} */
  let state;
  document.addEventListener("kontuar:progress", (event) => {
    state = /** @type {CustomEvent} */ (event).detail.state;
    mark(/** @type {State} */ (state));
  });
  /** @type {any} */ (window).document$.subscribe(() => state && mark(state));
}

/** @param {State} state */
function mark(state) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.md-nav__link[href]"))) {
    const [, module, page] = PLACE.exec(link.pathname) ?? [];
    const done = page === "test" ? state.tests[module]?.passed : state.lessons[`${module}/${page}`];
    link.querySelector(".kt-tick")?.remove();
    if (done) link.append(tick());
  }
}

function tick() {
  const words = document.createElement("span");
  words.className = "kt-sr";
  words.textContent = ` (${say("progress.lesson-done")})`;
  const made = document.createElement("span");
  made.className = "kt-tick md-status md-status--done";
  made.append(words);
  return made;
}
