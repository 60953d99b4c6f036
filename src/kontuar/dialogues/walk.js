/** A way through a dialogue, move by move, and what it earns; walk.py is its twin and explains the rules. */

/**
 * @typedef {any[] | null} Condition
 * @typedef {{id: string, points: number, effects: Record<string, number>, if: Condition, goto: string | null,
 *   recover: string | null}} Choice
 * @typedef {{next: string, side: boolean, choices: Choice[]}} Scene
 * @typedef {{start: string, max: number, meters: Record<string, {start: number, max: number}>,
 *   objectives: Record<string, string[]>, scenes: Record<string, Scene>,
 *   endings: {id: string, when: Condition, outcome: string}[]}} Script
 * @typedef {{scene: string, choice: string, points: number, counted: number, mended: boolean,
 *   meters: Record<string, number>, side: boolean}} Decision
 * @typedef {{scene: string | null, ending: string | null, outcome: string | null, score: number, max: number,
 *   objectives: Record<string, {score: number, max: number}>, meters: Record<string, number>, decisions: Decision[]}} Result
 */

const BEST = 3;
const OK = 2;

/** A move that can't be made; its text says what can. */
export class WrongMove extends Error {}

/** @type {Record<string, (one: number, other: number) => boolean>} */
const COMPARE = {
  ">=": (one, other) => one >= other,
  "<=": (one, other) => one <= other,
  ">": (one, other) => one > other,
  "<": (one, other) => one < other,
  "=": (one, other) => one === other,
  "!=": (one, other) => one !== other,
};

/**
 * @param {Condition} condition
 * @param {Record<string, number>} meters
 * @returns {boolean}
 */
export function holds(condition, meters) {
  if (condition === null) return true;
  const [word, ...parts] = condition;
  if (word === "not") return !holds(parts[0], meters);
  if (word === "and") return parts.every((part) => holds(part, meters));
  if (word === "or") return parts.some((part) => holds(part, meters));
  return COMPARE[parts[0]](meters[word], parts[1]);
}

export class Walk {
  /** @type {string | null} */
  scene = null;
  /** @type {string | null} */
  ending = null;
  /** @type {Record<string, number>} */
  meters = {};
  /** @type {Decision[]} */
  decisions = [];
  /** The fewest points of any choice ever made in a scene. @type {Map<string, number>} */
  worst = new Map();

  /** @param {Script} script */
  constructor(script) {
    this.script = script;
    for (const [name, { start }] of Object.entries(script.meters)) this.meters[name] = start;
    this.#arrive(script.start);
  }

  /** The choices that are open in this scene. */
  options() {
    if (this.scene === null) return [];
    return this.script.scenes[this.scene].choices.filter((choice) => holds(choice.if, this.meters));
  }

  /**
   * @param {string} move
   * @throws {WrongMove}
   */
  move(move) {
    if (move.startsWith("<")) return this.#back(move.slice(1));
    const choice = this.options().find(({ id }) => id === move);
    if (!choice || this.scene === null) throw new WrongMove(this.options().map(({ id }) => id).join(", ") || "–");
    this.#decide(this.scene, choice);
  }

  /** @param {string} number */
  #back(number) {
    if (!/^[0-9]+$/.test(number) || Number(number) >= this.decisions.length) {
      throw new WrongMove(this.decisions.map((_, n) => `<${n}`).join(", ") || "–");
    }
    const again = new Walk(this.script);
    again.worst = this.worst;
    for (const { choice } of this.decisions.slice(0, Number(number))) again.move(choice);
    this.scene = again.scene;
    this.ending = null;
    this.meters = again.meters;
    this.decisions = again.decisions;
  }

  /**
   * @param {string} name
   * @param {Choice} choice
   */
  #decide(name, choice) {
    const { side, next } = this.script.scenes[name];
    const { points } = choice;
    for (const [meter, change] of Object.entries(choice.effects)) {
      this.meters[meter] = Math.min(this.script.meters[meter].max, Math.max(0, this.meters[meter] + change));
    }
    const worst = Math.min(points, this.worst.get(name) ?? points);
    const mended = points > worst;
    this.worst.set(name, worst);
    if (side && points === BEST) this.#mend();
    for (const earlier of this.decisions) if (earlier.scene === name) earlier.counted = 0;
    const counted = mended ? Math.min(points, OK) : points;
    this.decisions.push({ scene: name, choice: choice.id, points, counted, mended, meters: { ...this.meters }, side });
    this.#arrive(choice.recover ?? choice.goto ?? next);
  }

  #mend() {
    const parent = this.decisions.findLast(({ side }) => !side);
    if (parent && parent.points < OK) Object.assign(parent, { counted: OK, mended: true });
  }

  /** @param {string} name */
  #arrive(name) {
    const { scenes } = this.script;
    const seen = new Set();
    while (Object.hasOwn(scenes, name) && !scenes[name].choices.length && !seen.has(name)) {
      seen.add(name);
      name = scenes[name].next;
    }
    const goesOn = Object.hasOwn(scenes, name);
    this.scene = goesOn ? name : null;
    this.ending = goesOn ? null : this.#ending(name);
  }

  /** @param {string} name */
  #ending(name) {
    if (name.includes(".")) return name.slice(name.indexOf(".") + 1);
    return this.script.endings.find(({ when }) => holds(when, this.meters))?.id ?? null;
  }

  /** @returns {Result} */
  result() {
    const { scene, ending, script } = this;
    const trunk = this.decisions.filter(({ side }) => !side);
    return {
      scene,
      ending,
      outcome: script.endings.find(({ id }) => id === ending)?.outcome ?? null,
      score: Math.min(script.max, trunk.reduce((sum, { counted }) => sum + counted, 0)),
      max: script.max,
      objectives: byObjective(script, trunk),
      meters: { ...this.meters },
      decisions: this.decisions.map((decision) => ({ ...decision, meters: { ...decision.meters } })),
    };
  }
}

/**
 * @param {Script} script
 * @param {Decision[]} trunk
 */
function byObjective(script, trunk) {
  /** @type {Record<string, {score: number, max: number}>} */
  const sums = {};
  for (const [scene, { counted }] of new Map(trunk.map((decision) => [decision.scene, decision]))) {
    for (const objective of script.objectives[scene] ?? []) {
      sums[objective] ??= { score: 0, max: 0 };
      sums[objective].score += counted;
      sums[objective].max += Math.max(...script.scenes[scene].choices.map(({ points }) => points));
    }
  }
  return sums;
}

/**
 * @param {Script} script
 * @param {string[]} moves
 * @returns {Result}
 * @throws {WrongMove}
 */
export function walk(script, moves) {
  const way = new Walk(script);
  for (const move of moves) way.move(move);
  return way.result();
}
