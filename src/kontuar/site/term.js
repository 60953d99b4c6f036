/**
 * The meaning of a term beside the link that leads to it: on hover, on focus, and at the first tap of a finger.
 *
 * Without this script the link leads to the glossary, as it still does by mouse, by Enter and by a second tap.
 */

const PATIENCE = 200; // ms in which a pointer may cross from the link to its meaning
const EDGE = 8; // px between the meaning and the edge of the window

/** Equips the links of the page that was just loaded. */
export function help() {
  for (const meaning of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".kt-meaning[popover]"))) {
    const target = `glossary/#${meaning.id.replace("meaning-", "")}`;
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(`main a[href$="${target}"]`))) {
      if (!link.hasAttribute("aria-describedby") && "popover" in meaning) explain(link, meaning);
    }
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement} meaning
 */
function explain(link, meaning) {
  let leaving = 0;
  let tapped = false;
  const open = () => meaning.matches(":popover-open");
  const hide = () => open() && meaning.hidePopover();
  const stay = () => clearTimeout(leaving);
  const leave = () => (stay(), (leaving = window.setTimeout(hide, PATIENCE)));
  const show = () => {
    stay();
    document.querySelectorAll(".kt-meaning:popover-open").forEach((other) => /** @type {HTMLElement} */ (other).hidePopover());
    meaning.showPopover();
    place(meaning, link.getClientRects()[0]);
    window.addEventListener("scroll", hide, { once: true, passive: true });
  };
  link.classList.add("kt-term");
  link.setAttribute("aria-describedby", meaning.id);
  link.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && show());
  link.addEventListener("pointerdown", ({ pointerType }) => (tapped = pointerType === "touch" && !open()));
  link.addEventListener("focus", () => !tapped && show());
  link.addEventListener("click", (event) => {
    if (!tapped) return hide();
    event.preventDefault();
    event.stopPropagation(); // instant navigation would follow the link
    tapped = false;
    show();
  });
  link.addEventListener("blur", hide);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  for (const part of [link, meaning]) part.addEventListener("pointerleave", leave);
  meaning.addEventListener("pointerenter", stay);
}

/**
 * Below the link, or above it where there is no room, and never out of the window.
 * @param {HTMLElement} meaning
 * @param {DOMRect} link
 */
function place(meaning, link) {
  const { width, height } = meaning.getBoundingClientRect();
  const below = link.bottom + EDGE + height < window.innerHeight;
  const room = document.documentElement.clientWidth - width - EDGE;
  meaning.style.left = `${Math.max(EDGE, Math.min(link.left, room))}px`;
  meaning.style.top = `${below ? link.bottom + EDGE / 2 : Math.max(EDGE, link.top - height - EDGE / 2)}px`;
}
