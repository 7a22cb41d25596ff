/** The best label sequence under a linear-chain model: Viterbi's algorithm over the transitions that are allowed. */
import type { GroupedModel } from './rowModel.ts';
import { FORBIDDEN, type Steps, stepsOf } from './steps.ts';

export { FORBIDDEN } from './steps.ts';

export interface ChainModel {
  readonly emissions: GroupedModel;
  /** labels × labels, in the units of `emissions`; `FORBIDDEN` where label b may not follow label a. */
  readonly transitions: Int32Array;
  /** The class of each label in `emissions`, where it isn't the label itself. Label 0 is class 0. */
  readonly classOf?: ArrayLike<number>;
}
/**
 * How far below the best a closed label may lie and still be followed up, in scores of training: a label that is e ** 12 times
 * less likely at a word is never part of the best sequence in practice, and one or two are left to look at.
 */
const BEAM = 12;

/**
 * A decoder with its own buffers; label 0 is what a sequence begins and ends beside. Labels are the emissions' classes inside.
 * Many labels are closed, and all that follows these is the same: which of them to go on from is settled as soon as a word is
 * read. All others are followed up, each by few. Of equally good labels the first in their order is taken.
 */
export class ChainDecoder {
  readonly #labels: number;
  readonly #emissions: GroupedModel;
  /** The label of each class. */
  readonly #labelOf: Uint8Array;
  readonly #beam: number;
  readonly #steps: Steps;
  readonly #emit: Int32Array;
  /** By word and label: the score of the best way to it (`FORBIDDEN` for a closed label that isn't gone on from), the label in front. */
  #scores = new Int32Array(0);
  #back = new Uint8Array(0);
  /** Closed labels of the last word worth going on from. */
  readonly #alive: Int32Array;

  constructor({ emissions, transitions, classOf }: ChainModel) {
    const n = emissions.classes;
    this.#labels = n;
    this.#emissions = emissions;
    this.#beam = Math.round(BEAM / emissions.unit);
    this.#labelOf = new Uint8Array(n);
    for (let label = 0; label < n; label++) this.#labelOf[classOf?.[label] ?? label] = label;
    this.#steps = stepsOf(transitions, this.#labelOf);
    this.#emit = new Int32Array(n);
    this.#alive = new Int32Array(n);
    this.#reserve(64);
  }

  #reserve(length: number): void {
    this.#scores = new Int32Array(this.#labels * length);
    this.#back = new Uint8Array(this.#labels * length);
  }

  /** Call before a text of so many words. */
  warm(words: number): void {
    this.#emissions.warm(words);
  }

  /** Labels of `length` words into `out`. @param features writes the features of word i into the buffer and says how many. */
  decode(
    length: number,
    features: (i: number, buffer: Int32Array) => number,
    buffer: Int32Array,
    out: Int32Array,
  ): void {
    if (!length) return;
    this.#emissions.look(buffer, features(0, buffer));
    if (length === 1) {
      out[0] = this.#single();
      return;
    }
    if (this.#scores.length < length * this.#labels) this.#reserve(length);
    let alive = this.#begin();
    for (let t = 1; t < length; t++) {
      this.#emissions.look(buffer, features(t, buffer));
      alive = this.#advance(t, alive);
    }
    this.#trace(length, alive, out);
  }

  /** The label of a word that is a sequence of its own. */
  #single(): number {
    const { alone, aloneGroups } = this.#steps;
    const emit = this.#emit;
    this.#emissions.sum(aloneGroups, emit);
    let best = alone[0];
    for (let k = 1; k < alone.length; k++) if (emit[alone[k]] > emit[best]) best = alone[k];
    return this.#labelOf[best];
  }

  /** The first word's labels: as if label 0 stood before it, at no cost. @returns how many closed ones are alive */
  #begin(): number {
    const { free, freeGroups } = this.#steps;
    const scores = this.#scores.fill(FORBIDDEN, 0, this.#labels);
    const emit = this.#emit;
    this.#emissions.sum(freeGroups, emit);
    let best = FORBIDDEN;
    for (let k = 0; k < free.length; k++) {
      const v = emit[free[k]];
      scores[free[k]] = v;
      if (v > best) best = v;
    }
    return this.#prune(0, best);
  }

  /** The best way to each label of word `t` from `alive` closed labels and all others. @returns how many closed ones are alive then */
  #advance(t: number, alive: number): number {
    const { free, freeGroups, cost, held, heldGroups, starts, from, step } = this.#steps;
    const n = this.#labels;
    const at = t * n;
    const before = at - n;
    const scores = this.#scores;
    const emit = this.#emit;
    const back = this.#back;
    this.#emissions.sum(alive ? freeGroups | heldGroups : heldGroups, emit);
    for (let k = 0; k < free.length; k++) scores[at + free[k]] = FORBIDDEN;
    for (let l = 0; l < alive; l++) {
      const a = this.#alive[l];
      const start = scores[before + a];
      const row = a * n;
      for (let k = 0; k < free.length; k++) {
        const b = free[k];
        const v = start + cost[row + b] + emit[b];
        if (v <= scores[at + b]) continue;
        scores[at + b] = v;
        back[at + b] = a;
      }
    }
    let best = FORBIDDEN;
    for (let k = 0; k < free.length; k++) if (scores[at + free[k]] > best) best = scores[at + free[k]];
    for (let k = 0; k < held.length; k++) {
      const b = held[k];
      let v = FORBIDDEN;
      for (let e = starts[k]; e < starts[k + 1]; e++) {
        const a = from[e];
        const x = scores[before + a] + step[e] + emit[b];
        if (x <= v) continue;
        v = x;
        back[at + b] = a;
      }
      scores[at + b] = v;
      if (v > best) best = v;
    }
    return this.#prune(t, best);
  }

  /** Lists the closed labels of word `t` that are worth going on from. @param best the score of the best label of all */
  #prune(t: number, best: number): number {
    const { close, lead } = this.#steps;
    const scores = this.#scores;
    const alive = this.#alive;
    const at = t * this.#labels;
    const floor = best - this.#beam;
    let top = close[0];
    let highest = scores[at + top];
    for (let k = 1; k < close.length; k++) {
      const b = close[k];
      const v = scores[at + b];
      if (v <= highest) continue;
      highest = v;
      top = b;
    }
    const row = top * this.#labels;
    let count = 0;
    for (let k = 0; k < close.length; k++) {
      const b = close[k];
      const v = scores[at + b];
      // whatever comes next, the way over the top is better
      if (v < floor || (b !== top && v + lead[row + b] < highest)) {
        scores[at + b] = FORBIDDEN;
        continue;
      }
      alive[count++] = b;
    }
    return count;
  }

  #trace(length: number, alive: number, out: Int32Array): void {
    const n = this.#labels;
    const at = (length - 1) * n;
    // a mention can't stay open at the end
    if (!alive) {
      out.fill(0, 0, length);
      return;
    }
    let last = this.#alive[0];
    for (let k = 1; k < alive; k++)
      if (this.#scores[at + this.#alive[k]] > this.#scores[at + last]) last = this.#alive[k];
    for (let t = length - 1; t >= 0; t--) {
      out[t] = this.#labelOf[last];
      last = this.#back[t * n + last];
    }
  }
}
