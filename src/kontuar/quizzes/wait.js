/** The wait between two attempts, by a clock that may have been set back since the first. */

/** @type {{uid: string, at: number}} */
let known = { uid: "", at: Infinity };

/**
 * When the next attempt may begin, in ms since 1970. Nobody waits longer than `wait`: where the clock was set back,
 * the wait counts from the earliest moment at which the result was seen.
 * @param {{uid: string, at: number}} last the result
 * @param {number} wait in ms
 */
export function next({ uid, at }, wait) {
  return Math.min(at, seen(uid)) + wait;
}

/** @param {string} uid */
function seen(uid) {
  const before = [known, stored()].filter((one) => one?.uid === uid).map(({ at }) => at);
  known = { uid, at: Math.min(Date.now(), ...before) };
  try {
    localStorage.setItem(key(), JSON.stringify(known));
  } catch {
    // it is known as long as the page is there
  }
  return known.at;
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? "null");
  } catch {
    return null;
  }
}

/** Under the name of the course's progress: who erases that erases this too. */
function key() {
  const { course, root } = /** @type {HTMLElement} */ (document.getElementById("kt-page")).dataset;
  return `kontuar:${course}:${new URL(`${root}/`, location.href).pathname}:handed-in`;
}
