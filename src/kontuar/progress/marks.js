/** Ticks in the side navigation at lessons that are done and tests that are passed. */

import { say } from "../core/phrases.js";

const PLACE = /\/course\/([a-z0-9-]+)\/(?:([a-z0-9-]+)\/)?$/;

/** @param {import("./fold.js").State} state */
export function mark(state) {
  for (const link of document.querySelectorAll(".md-nav__link[href]")) {
    const [, module, page] = PLACE.exec(/** @type {HTMLAnchorElement} */ (link).pathname) ?? [];
    const done = page === "test" ? state.tests[module]?.passed : page && state.lessons[`${module}/${page}`];
    link.querySelector(".kt-tick")?.remove();
    if (done) link.append(tick());
  }
}

function tick() {
  const made = document.createElement("span");
  made.className = "kt-tick md-status md-status--done";
  const words = document.createElement("span");
  words.className = "kt-sr";
  words.textContent = ` (${say("progress.lesson-done")})`;
  made.append(words);
  return made;
}
