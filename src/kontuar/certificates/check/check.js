/** <kt-check>: an evidence file is dropped or chosen, graded again by the course's own rules, and reported on. */

import { Follower } from "../../core/follower.js";
import { data, part } from "../../core/parts.js";
import { say, written } from "../../core/phrases.js";
import { day } from "../date.js";
import { LARGEST, read, Refused } from "../evidence.js";
import { verdict, verify } from "../verify.js";
import { graders, standard } from "./standard.js";

/**
 * @typedef {import("../verify.js").Line} Line
 * @typedef {import("../evidence.js").Evidence} Evidence
 * @typedef {import("./standard.js").Sources & {papers: Record<string, string>}} Data
 */

const STATES = { matches: "right", differs: "wrong", unknown: "partly", note: "note" };

class Check extends Follower {
  /** of the file that was handed over last */
  #turn = 0;

  /** @param {AbortSignal} signal */
  listen(signal) {
    const drop = this.#part("drop");
    drop.hidden = false;
    this.#input.addEventListener("change", () => this.#take(this.#input.files?.[0]), { signal });
    for (const name of ["dragover", "dragleave", "drop"]) {
      drop.addEventListener(name, (event) => this.#drag(/** @type {DragEvent} */ (event)), { signal });
    }
  }

  /** @param {DragEvent} event */
  #drag(event) {
    event.preventDefault(); // or the browser would open the file
    this.#part("drop").classList.toggle("kt-drop--over", event.type === "dragover");
    if (event.type === "drop") this.#take(event.dataTransfer?.files[0]);
  }

  /** @param {File | undefined} file */
  async #take(file) {
    if (!file) return;
    this.#turn += 1;
    const turn = this.#turn;
    this.#part("report").hidden = true;
    this.#say(say("check.busy"));
    const told = await this.#checked(file);
    if (turn !== this.#turn) return; // another one was handed over meanwhile
    this.#input.value = ""; // the same file can be chosen again
    this.#say(typeof told === "string" ? told : "");
    if (typeof told !== "string") this.#report(told.evidence, told.lines);
  }

  /**
   * @param {File} file
   * @returns {Promise<string | {evidence: Evidence, lines: Line[]}>} why it could not be checked, or what came out
   */
  async #checked(file) {
    try {
      if (file.size > LARGEST) throw new Refused("too-big");
      const found = read(await text(file));
      const course = await standard(found.evidence, this.#data);
      return { evidence: found.evidence, lines: verify(found, course, await graders(course)) };
    } catch (error) {
      if (error instanceof Refused) return say(`check.refused-${error.message}`);
      return say("check.failed");
    }
  }

  /**
   * @param {Evidence} evidence
   * @param {Line[]} lines
   */
  #report(evidence, lines) {
    const all = verdict(lines);
    const heading = part("h2", "", "");
    heading.id = "kt-verdict";
    heading.append(mark(all), " ", say(`check.sum-${all}`));
    const whose = part("p", "", "");
    whose.append(evidence.name ? say("check.whose", { name: "" }) : say("check.nameless"));
    if (evidence.name) whose.append(isolated(evidence.name));
    const claims = part("p", "kt-quiet", say("check.claims", { date: dayOf(evidence.completed), version: evidence.version }));
    const matching = lines.filter((line) => line.verdict === "matches");
    const rest = part("details", "", "");
    rest.append(part("summary", "", say("check.all-matching", { n: matching.length })), this.#list(matching));
    const report = this.#part("report");
    report.replaceChildren(heading, whose, claims, this.#list(lines.filter((line) => line.verdict !== "matches")), rest);
    report.hidden = false;
    report.focus();
  }

  /** @param {Line[]} lines */
  #list(lines) {
    const list = part("ul", "kt-list kt-check", "");
    list.setAttribute("role", "list");
    for (const line of lines) {
      const item = part("li", "", "");
      item.append(mark(line.verdict), part("span", "", this.#sentence(line)));
      list.append(item);
    }
    list.hidden = lines.length === 0;
    return list;
  }

  /** @param {Line} line */
  #sentence({ what, verdict: found, args }) {
    const values = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, this.#named(name, value)]));
    if (args.n !== undefined) values.n = args.n; // picks the plural form
    const open = found === "unknown" && what === "points" ? "-open" : "";
    return say(`check.${what}${found === "matches" ? "-ok" : open}`, values);
  }

  /**
   * @param {string} name
   * @param {string | number} value
   * @returns {string | number}
   */
  #named(name, value) {
    if (typeof value === "number") return written(value);
    const { papers, talks } = this.#data;
    if (name === "paper" && Object.hasOwn(papers, value)) return papers[value];
    if (name === "dialogue" && Object.hasOwn(talks, value)) return talks[value].title;
    return value;
  }

  /** @param {string} words */
  #say(words) {
    /** @type {HTMLOutputElement} */ (this.querySelector(":scope > output")).textContent = words;
  }

  /** @returns {Data} */
  get #data() {
    return data(this);
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`:scope > [data-part=${name}]`));
  }
}

/**
 * @param {File} file
 * @throws {Refused} it is no text
 */
async function text(file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Refused("not-json");
  }
}

/** @param {import("../verify.js").Verdict} found */
function mark(found) {
  const made = part("b", "kt-mark", say(`check.verdict-${found}`));
  made.dataset.state = STATES[found];
  return made;
}

/**
 * A name from the file: it may be of another script, and must not turn the line around.
 * @param {string} name
 */
function isolated(name) {
  return part("bdi", "", name);
}

/** @param {string} moment of the file: of the right form, but perhaps on no calendar */
function dayOf(moment) {
  const at = Date.parse(moment);
  return Number.isNaN(at) ? moment : day(at);
}

Check.define("kt-check");
