/** The line at the foot of the window: there is no internet, or there is a new version, which nobody has to take now. */

let begun = false;

/** @param {ServiceWorkerRegistration} registration */
export function start(registration) {
  if (begun) return;
  begun = true;
  const { serviceWorker } = navigator;
  const bar = /** @type {HTMLElement} */ (document.querySelector(".kt-bar"));
  const line = /** @type {HTMLElement} */ (bar.querySelector("p"));
  const [now, later] = bar.querySelectorAll("button");
  /** @type {Record<string, {open?: unknown}>} */
  let tests = {};
  let controlled = Boolean(serviceWorker.controller);
  let [wanted, stale, postponed] = [false, false, false];

  /** A test on this page that is not handed in: nothing may come between. */
  const inTest = () => {
    const papers = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main kt-paper, main kt-exam"));
    return [...papers].some((paper) => tests[paper.dataset.id ?? ""]?.open);
  };

  function show() {
    const fresh = (stale || (registration.waiting && registration.active)) && !postponed && !inTest();
    const words = !navigator.onLine ? line.dataset.gone : fresh ? line.dataset.fresh : "";
    if (line.textContent !== words) line.textContent = words ?? "";
    now.hidden = later.hidden = !words || words !== line.dataset.fresh;
  }

  now.addEventListener("click", () => {
    wanted = true;
    if (stale || !registration.waiting) location.reload();
    else registration.waiting.postMessage("now");
  });
  later.addEventListener("click", () => {
    postponed = true;
    show();
    /** @type {HTMLElement | null} */ (document.querySelector("main h1"))?.focus({ preventScroll: true });
  });
  serviceWorker.addEventListener("controllerchange", () => {
    if (wanted) location.reload();
    stale = controlled; // by another window; at the very first visit there was nothing before
    controlled = true;
    show();
  });
  const watch = () => registration.installing?.addEventListener("statechange", show);
  registration.addEventListener("updatefound", watch);
  document.addEventListener("kontuar:progress", (event) => {
    tests = /** @type {CustomEvent} */ (event).detail.state.tests;
    show();
  });
  for (const change of ["online", "offline"]) addEventListener(change, show);
  /** @type {any} */ (window).document$.subscribe(show);
  document.dispatchEvent(new CustomEvent("kontuar:connected")); // the recorder may have spoken before
  watch();
}
