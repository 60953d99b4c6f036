/**
 * What every page needs, also after instant navigation, which replaces the content but not the header:
 * focus, language links, the hint that there is another language, and the scripts of what the page holds.
 *
 * The page says in `#kt-page` where it is; see frame.py.
 */

/** @type {{document$: {subscribe: (next: () => void) => void}}} */
const { document$ } = /** @type {any} */ (window);
const page = () => /** @type {HTMLElement} */ (document.getElementById("kt-page")).dataset;
/** @param {string | undefined} path under the root of all languages */
const inRoot = (path) => new URL(path ?? "", new URL(`${page().root}/`, location.href));
const inPackage = (/** @type {string} */ path) => new URL(`../${path}`, import.meta.url).href;
const offer = () => `kontuar:${page().course}:offer`;

const LATER = 2000;
let visits = 0;
/** The ticks must listen before progress speaks. */
const PROGRESS = ["marks", "recorder"];
const listening = new Set();

function arrive() {
  if (!import.meta.url.includes(`/${page().assets}/`)) return location.reload(); // published anew in the meantime
  visits += 1;
  if (visits > 1) focus();
  links();
  keepStyles();
  reach();
  if (visits === 1) greet();
  else equip();
  if (visits === 1 && page().offline && navigator.serviceWorker) setTimeout(save, LATER);
}

/** Screen readers and the Tab key go on where the new page begins. */
function focus() {
  const target = document.getElementById(fragment()) ?? document.querySelector("main h1");
  if (!(target instanceof HTMLElement)) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/** Leads the language links to this page in each language. */
function links() {
  const alternates = JSON.parse(page().alternates ?? "{}");
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-kt-to]"))) {
    const path = alternates[link.dataset.ktTo ?? ""];
    link.href = path === undefined ? location.pathname : inRoot(path).href;
  }
}

/** A style sheet that stays does not make the next page of its kind flicker. */
function keepStyles() {
  for (const sheet of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("main link[rel=stylesheet]"))) {
    const known = [.../** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("body > link"))];
    if (!known.some((kept) => kept.href === sheet.href)) document.body.append(sheet.cloneNode());
  }
}

/** Whatever scrolls sideways can be scrolled by keys; Safari does not see to that by itself. */
function reach() {
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".md-typeset__scrollwrap"))) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

function needed() {
  return named("data-kt-js");
}

/** @param {string} attribute that names a script */
function named(attribute) {
  const elements = [...document.querySelectorAll(`main [${attribute}]`)];
  return new Set(elements.map((element) => element.getAttribute(attribute) ?? ""));
}

/** Elements come after progress listens: what the first of them records must not fall on deaf ears. */
async function equip() {
  for (const path of named("data-kt-aid")) import(inPackage(path)).then(({ help }) => help());
  await record();
  for (const path of needed()) import(inPackage(path));
}

/** Once a visit: the ticks in the navigation, and the learner's progress as soon as a page has something to record. */
async function record() {
  const { course, kind } = page();
  if (!course || kind === "lost") return;
  const parts = needed().size ? PROGRESS : PROGRESS.slice(0, 1);
  const modules = await Promise.all(parts.map((part) => import(inPackage(`progress/${part}.js`))));
  for (const module of modules) {
    if (!listening.has(module)) module.start({ name: `kontuar:${course}:${inRoot("").pathname}` });
    listening.add(module);
  }
}

/** Once a visit, when the page has what it needs: the course is kept for use without internet. */
async function save() {
  const { start } = await import(inPackage("site/offline/register.js"));
  start({ root: inRoot("").href, language: page().language });
}

/** Once a visit: the hint in the language that the browser prefers. */
function greet() {
  const { language = "", languages = "" } = page();
  const offered = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => languages.split(" ").includes(tag));
  const hint = document.querySelector(`.kt-offer[lang="${offered}"]`);
  if (hint && offered !== language && !remembered()) hint.toggleAttribute("hidden", false);
  document.addEventListener("click", choose);
}

/** Closing the hint, or choosing a language anywhere, ends the matter for good; a button opens the list of keys. @param {Event} event */
function choose(event) {
  const target = /** @type {Element} */ (event.target);
  if (target.closest("[data-kt-keys]")) keys().then(({ open }) => open());
  const closing = target.closest(".kt-offer button");
  if (closing || target.closest("a[data-kt-to]")) remember();
  if (!closing) return;
  closing.closest(".kt-offer")?.toggleAttribute("hidden", true);
  focus();
}

function remembered() {
  try {
    return localStorage.getItem(offer());
  } catch {
    return "refused"; // better no hint than one on every page
  }
}

function remember() {
  try {
    localStorage.setItem(offer(), "seen");
  } catch {
    // nothing to be done: the hint is gone for this page at least
  }
}

/** Material's keys for leaving the page (p n , .) and for a search that we do not use (f s /). */
const LETTERS = new Set("pn,.fs/");
const CONTROLS = "input, select, textarea, button, summary, label, [contenteditable], [role]";
const keys = () => import(inPackage("site/keys.js"));

document.addEventListener("keydown", async (event) => {
  const { key, target } = event;
  if (LETTERS.has(key)) event.stopPropagation(); // Material listens further out, on the window
  if (seeks(event)) return seek(event);
  const typing = /** @type {Element} */ (target).matches(":read-write");
  if (key.length === 1 && !typing) (await keys()).press(event);
});
document.addEventListener("click", (event) => {
  if (/** @type {Element} */ (event.target).closest("[data-kt-search]")) seek(event);
});

/** Ctrl or ⌘ with K always; single letters as site/keys.js has them. @param {KeyboardEvent} event */
function seeks({ key, target, ctrlKey, metaKey, altKey }) {
  if (altKey || ctrlKey || metaKey) return key === "k" && !altKey;
  const free = !(/** @type {Element} */ (target).matches(CONTROLS)) && !document.querySelector("dialog[open]");
  return free && "fs/".includes(key) && !quiet();
}

/** Whether single letters are switched off, in the browser or, where that keeps nothing, on this page. */
function quiet() {
  try {
    return (document.body.dataset.ktKeys ?? localStorage.getItem("kontuar:keys")) === "off";
  } catch {
    return false;
  }
}

/** Opens the search at once, so that a phone shows its letters, and then fetches it. @param {Event} event */
function seek(event) {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("kt-search"));
  if (!dialog) return;
  event.preventDefault();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.focus();
  const lost = /** @type {HTMLElement} */ (dialog.querySelector("[role=alert]"));
  import(inPackage("site/search/box.js")).then(({ start }) => start(dialog, inRoot("").href), () => (lost.hidden = false));
}

addEventListener("resize", reach);
equip(); // the page is read; the theme says so only when all its own scripts are done
document$.subscribe(arrive);
