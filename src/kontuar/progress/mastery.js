/** <kt-mastery>: the objectives of a module, each with how well it is known; hidden until a question was answered. */

import { data } from "../core/parts.js";
import { Follower } from "../core/follower.js";
import { say } from "../core/phrases.js";
import { note, tick } from "./drawer.js";
import { mastery } from "./objectives.js";

class MasteryView extends Follower {
  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state }) {
    /** @type {Record<string, string[]>} */
    const questions = data(this);
    let known = false;
    for (const [id, asked] of Object.entries(questions)) {
      const row = this.querySelector(`[data-kt-objective="${id}"]`);
      const how = mastery(asked, state.logs);
      known ||= how !== null;
      if (row) show(row, how);
    }
    this.hidden = !known;
    const empty = /** @type {HTMLElement | null} */ (document.querySelector("[data-kt-empty]"));
    if (known && empty) empty.hidden = true;
  }
}

/**
 * @param {Element} row
 * @param {import("./objectives.js").Mastery | null} how
 */
function show(row, how) {
  note(row, how && say("progress.objective-right", { right: how.right, n: how.answered }));
  tick(row, how ? say(how.strong ? "progress.strong" : "progress.to-repeat") : "", how?.strong ? "right" : "mended");
  /** @type {HTMLElement | null} */ (row.querySelector("[data-kt-lessons]"))?.toggleAttribute("hidden", !how || how.strong);
}

MasteryView.define("kt-mastery");
