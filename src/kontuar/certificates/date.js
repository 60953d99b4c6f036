/** A day as it stands on a certificate. */

import { locale } from "../core/phrases.js";

/** @param {number} at ms since 1970 */
export function day(at) {
  const date = new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(at);
  return locale() === "pl" ? `${date} r.` : date;
}
