/** Tells plainly, on every page, when progress can't be kept. */

import { say } from "../core/phrases.js";

/** Follows progress; the notice stands above the content, and is announced once. */
export function start() {
  let kind = "";
  const show = () => {
    document.querySelector(".kt-notice")?.remove();
    if (kind) document.querySelector(".md-content__inner")?.prepend(notice(kind));
  };
  document.addEventListener("kontuar:progress", (event) => {
    const { storage, full } = /** @type {CustomEvent} */ (event).detail;
    const now = storage !== "memory" ? "" : full ? "full" : "memory";
    if (now === kind) return;
    kind = now;
    show();
  });
  /** @type {any} */ (window).document$.subscribe(show);
  document.dispatchEvent(new CustomEvent("kontuar:connected")); // the recorder may have spoken before
}

/** @param {string} kind */
function notice(kind) {
  const made = document.createElement("p");
  made.className = "kt-notice";
  made.setAttribute("role", "status");
  made.textContent = say(`progress.storage-${kind}`);
  return made;
}
