/**
 * <kt-dialogue>: a talk with a customer, turn by turn. All words stand in the page already, as a script to read; the
 * player walks on the bones of it, and clones what is said. Every move is kept, so that a talk goes on after a reload,
 * in another tab and in another language.
 */

import { Follower } from "../core/follower.js";
import { button, data, part } from "../core/parts.js";
import { percent, say } from "../core/phrases.js";
import { seed } from "../core/chance.js";
import { debrief } from "./debrief.js";
import { face, mood, turn } from "./turns.js";
import { Walk } from "./walk.js";

/**
 * @typedef {import("../progress/fold.js").Talk} Talk
 * @typedef {{label: string, words: string[]}} Meter
 * @typedef {{script: import("./walk.js").Script, meters: Record<string, Meter>,
 *   objectives: Record<string, {text: string, lessons: {title: string, url: string}[]}>}} Data
 */

export class Dialogue extends Follower {
  /** @type {string[]} */
  #moves = [];
  #play = "";
  /** the recorded talk that was left for a new one, which is recorded with its first move */
  #left = "";
  /** @type {Talk | undefined} */
  #known;

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#part("script").hidden = true;
    this.#part("begin").hidden = false;
    this.querySelector("[data-do=begin]")?.addEventListener("click", () => this.#begin([]), { signal });
    document.addEventListener("kontuar:leave", (event) => this.#underWay && event.preventDefault(), { signal });
  }

  /** @param {import("../core/follower.js").Progress} progress */
  follow({ state }) {
    const known = /** @type {Talk | undefined} */ (state.talks[this.#id]);
    this.#known = known;
    this.#tellKnown();
    if (!known) return this.#play ? this.#close() : undefined;
    if (known.play === this.#left) return;
    if (known.hash !== this.dataset.graph) return this.#changed();
    if (known.play === this.#play && known.moves.length <= this.#moves.length) return;
    this.#play = known.play;
    this.#moves = [...known.moves];
    this.#show();
  }

  get #id() {
    return this.dataset.id ?? "";
  }

  /** @returns {Data} */
  get data() {
    return data(this);
  }

  /** The walk that the moves so far have made. */
  get #walk() {
    const walk = new Walk(this.data.script);
    for (const move of this.#moves) walk.move(move);
    return walk;
  }

  get #underWay() {
    return this.#play !== "" && this.#walk.ending === null;
  }

  /** @param {string[]} moves with which a new talk begins: those of an earlier one, up to some decision */
  #begin(moves) {
    this.#left = this.#known?.play ?? "";
    this.#play = seed();
    this.#moves = moves;
    if (moves.length) this.#record();
    this.#show();
    this.#focus();
  }

  #close() {
    this.#play = "";
    this.#moves = [];
    this.#part("stage").hidden = true;
    this.#part("begin").hidden = false;
  }

  /** A talk with other bones can't go on. */
  #changed() {
    this.#close();
    this.#tell(say("dialogues.changed"));
  }

  /** @param {string} words */
  #tell(words) {
    /** @type {HTMLOutputElement} */ (this.querySelector("output")).textContent = words;
    this.#part("known").textContent = words;
  }

  #tellKnown() {
    const { first, endings = [] } = this.#known ?? {};
    const all = this.data.script.endings.length;
    const found = this.data.script.endings.filter(({ id }) => endings.includes(id)).length;
    const parts = found ? [say("dialogues.found", { n: found, all })] : [];
    if (first) parts.push(say("dialogues.first", { share: percent(first.points / Math.max(1, first.max)) }));
    this.#part("known").textContent = parts.join(" · ");
    const start = /** @type {HTMLElement} */ (this.querySelector("[data-do=begin]"));
    start.textContent = say(found ? "dialogues.again" : "dialogues.start");
  }

  /** @param {string} move */
  #move(move) {
    const walk = this.#walk;
    walk.move(move);
    this.#moves.push(move);
    this.#record(walk.ending === null ? null : walk.result());
    this.#show();
    this.#focus();
  }

  /** @param {import("./walk.js").Result | null} [end] */
  #record(end = null) {
    const { graph: hash } = this.dataset;
    const talk = { kind: "scene", id: this.#id, hash, play: this.#play, moves: [...this.#moves] };
    const ended = end && { ending: end.ending, outcome: end.outcome, points: end.score, max: end.max };
    this.record({ ...talk, ...ended });
  }

  /** Draws the talk as far as it has come. */
  #show() {
    const walk = this.#walk;
    this.#part("begin").hidden = true;
    const stage = this.#part("stage");
    stage.hidden = false;
    const turns = part("ol", "kt-list kt-turns", "");
    turns.setAttribute("role", "list");
    turns.append(...this.#turns(walk));
    const log = part("div", "", "");
    log.setAttribute("role", "log");
    log.setAttribute("aria-label", say("dialogues.log"));
    log.append(turns);
    stage.replaceChildren(log, ...(walk.scene ? [this.#choices(walk)] : this.#end(walk)));
  }

  /** @param {Walk} walk */
  #mood(walk) {
    const line = part("div", "kt-talk__mood", "");
    const { meters, script } = this.data;
    const [first] = Object.keys(meters);
    if (!first) return line;
    line.append(face(walk.meters[first] / script.meters[first].max));
    line.append(part("p", "kt-quiet", mood(meters, script, walk.meters)));
    return line;
  }

  /** @param {Walk} walk */
  #turns(walk) {
    /** @type {HTMLElement[]} */
    const turns = [];
    for (const [number, { scene, choice }] of walk.decisions.entries()) {
      turns.push(...this.#line(scene));
      const mine = turn(say("dialogues.you"), /** @type {Element} */ (this.#words(scene, choice, "say")), true);
      if (walk.scene) mine.append(button("kt-btn kt-btn--text kt-turn__back", say("dialogues.back"), () => this.#move(`<${number}`)));
      turns.push(mine);
      const reply = this.#words(scene, choice, "reply");
      if (reply) turns.push(turn(this.#who(scene), reply, false));
    }
    if (walk.scene) turns.push(...this.#line(walk.scene));
    return turns;
  }

  /** @param {string} scene */
  #line(scene) {
    const line = this.querySelector(`[data-scene="${scene}"] [data-line]`);
    return line ? [turn(this.#who(scene), line, false)] : [];
  }

  /** @param {string} scene */
  #who(scene) {
    return /** @type {HTMLElement | null} */ (this.querySelector(`[data-scene="${scene}"]`))?.dataset.who ?? "";
  }

  /**
   * @param {string} scene
   * @param {string} choice
   * @param {string} what
   */
  #words(scene, choice, what) {
    return this.querySelector(`[data-scene="${scene}"] [data-choice="${choice}"] [data-${what}]`);
  }

  /** @param {Walk} walk */
  #choices(walk) {
    const mine = part("div", "kt-talk__me", "");
    const list = part("ul", "kt-list", "");
    for (const { id } of walk.options()) {
      const row = part("li", "kt-row", "");
      const press = button("", "", () => this.#move(id));
      press.append(...(this.#words(walk.scene ?? "", id, "say")?.cloneNode(true).childNodes ?? []));
      row.append(press);
      list.append(row);
    }
    mine.append(this.#mood(walk), part("p", "kt-talk__which", say("dialogues.which")), list);
    return mine;
  }

  /** @param {Walk} walk */
  #end(walk) {
    const again = button("kt-btn", say("dialogues.again"), () => this.#begin([]));
    const read = button("kt-btn kt-btn--text", say("dialogues.read"), () => this.#part("script").toggleAttribute("hidden"));
    const actions = part("div", "kt-actions kt-talk__end", "");
    actions.append(again, read);
    const endings = new Set([...(this.#known?.endings ?? []), walk.ending ?? ""]);
    const found = this.data.script.endings.filter(({ id }) => endings.has(id)).length;
    const replay = (/** @type {number} */ number) => this.#begin(walk.decisions.slice(0, number).map(({ choice }) => choice));
    return [...debrief(this, walk.result(), found, replay), actions];
  }

  /** The newest line of the customer, or the ending: screen readers and the Tab key go on there. */
  #focus() {
    const target = /** @type {HTMLElement | null} */ (
      this.querySelector("[data-part=stage] [data-part=ending]") ?? [...this.querySelectorAll(".kt-turn")].at(-1)
    );
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part=${name}]`));
  }
}

Dialogue.define("kt-dialogue");
