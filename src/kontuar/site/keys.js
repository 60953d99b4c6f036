/**
 * Keys of one letter, loaded with the first of them, and the sheet that lists them.
 *
 * The sheet stands in every page, with links for the keys that lead somewhere: what its link does, a key does.
 */

const STORED = "kontuar:keys";
const CONTROLS = "input, select, textarea, button, summary, label, audio, video, iframe, [contenteditable], [role]";

/** @type {boolean | undefined} what was chosen where nothing can be stored */
let chosen;
/** @type {Promise<unknown> | undefined} */
let dressed;
/** @type {{sheet: Element, href: string} | undefined} the page that was left last, by its sheet */
let left;

const sheet = () => /** @type {HTMLDialogElement} */ (document.getElementById("kt-keys"));
const box = () => /** @type {HTMLInputElement} */ (sheet().querySelector("input"));

/**
 * Does what a key says, if it is one of ours and nobody is typing.
 * @param {KeyboardEvent} event
 */
export function press({ key, target, ctrlKey, altKey, metaKey, isComposing, repeat }) {
  if (ctrlKey || altKey || metaKey || isComposing || repeat || !on()) return;
  if (!(target instanceof Element) || document.querySelector("dialog[open]")) return;
  if (/^[1-9]$/.test(key)) choose(target, Number(key));
  else if (target.matches(CONTROLS)) return;
  else if (key === "?") open();
  else go(key.toLowerCase());
}

/** Shows the sheet. */
export async function open() {
  await (dressed ??= dress());
  if (sheet().open) return;
  box().checked = on();
  sheet().showModal();
}

function on() {
  if (chosen !== undefined) return chosen;
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

/** @param {string} key */
function go(key) {
  if (sheet() === left?.sheet && location.href !== left.href) return; // the next page is on its way
  const link = sheet().querySelector(`a[data-kt-key="${CSS.escape(key)}"]`);
  if (!(link instanceof HTMLElement) || !mayLeave()) return;
  left = { sheet: sheet(), href: location.href };
  link.click();
}

/** A paper or a talk that is under way objects; then the learner decides. */
function mayLeave() {
  return document.dispatchEvent(new Event("kontuar:leave", { cancelable: true })) || confirm(sheet().dataset.leave);
}

/**
 * Option n of the question that has the focus; in a row of radio buttons, the nth of the row.
 * @param {Element} target
 * @param {number} n
 */
function choose(target, n) {
  const form = /** @type {HTMLFormElement | null} */ (target.closest("main [data-hash] form"));
  if (!form || target.matches("select, textarea")) return;
  const row = target instanceof HTMLInputElement && target.type === "radio" ? target.name : "";
  const every = row ? form.elements : form.querySelectorAll(".kt-row > label > input");
  const boxes = /** @type {HTMLInputElement[]} */ ([...every]).filter((found) => found.checkVisibility() && (!row || found.name === row));
  boxes[n - 1]?.focus();
  boxes[n - 1]?.click();
}

/** Its looks come when it is first wanted, and stay. */
function dress() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("look/keys.css", import.meta.url).href;
  document.body.append(link);
  return new Promise((done) => {
    link.onload = link.onerror = done;
  });
}

function keep() {
  const wanted = box().checked;
  chosen = undefined;
  delete document.body.dataset.ktKeys;
  try {
    localStorage.setItem(STORED, wanted ? "on" : "off");
  } catch {
    chosen = wanted;
    document.body.dataset.ktKeys = wanted ? "on" : "off"; // for the shell, which opens the search
  }
  const told = /** @type {HTMLOutputElement} */ (sheet().querySelector("output"));
  told.textContent = chosen === undefined ? "" : (told.dataset.lost ?? "");
}

document.addEventListener("change", ({ target }) => target === box() && keep());
document.addEventListener("click", ({ target }) => {
  if (/** @type {Element} */ (target).closest("#kt-keys :is([data-do=close], a)")) sheet().close();
});
