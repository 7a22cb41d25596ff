/** The best label sequence under a linear-chain model: Viterbi's algorithm over the transitions that are allowed. */
import type { LinearModel } from './model.ts';

export interface ChainModel {
  readonly emissions: LinearModel;
  /** labels × labels, in the units of `emissions`; `FORBIDDEN` where label b may not follow label a. */
  readonly transitions: Int32Array;
}
export const FORBIDDEN = -0x3fffffff;

/**
 * How far below the best a label may lie and still be followed up, in scores of training: a label that is e ** 12 times
 * less likely at a word is never part of the best sequence in practice, and few labels are left to look at.
 */
const BEAM = 12;

/** A decoder with its own buffers; label 0 is what a sequence begins and ends beside. */
export class ChainDecoder {
  readonly #labels: number;
  readonly #model: ChainModel;
  readonly #beam: number;
  /** For each label, those that may follow it. */
  readonly #after: readonly Int32Array[];
  readonly #emit: Int32Array;
  readonly #alive: Int32Array;
  #scores: Int32Array;
  #back: Uint8Array;

  constructor(model: ChainModel) {
    const n = model.emissions.classes;
    this.#labels = n;
    this.#model = model;
    this.#beam = Math.round(BEAM / model.emissions.unit);
    this.#emit = new Int32Array(n);
    this.#alive = new Int32Array(n);
    this.#scores = new Int32Array(n * 64);
    this.#back = new Uint8Array(n * 64);
    const all = Array.from({ length: n }, (_, i) => i);
    this.#after = all.map((a) => Int32Array.from(all.filter((b) => model.transitions[a * n + b] > FORBIDDEN)));
  }

  /** Labels of `length` words into `out`. @param features writes the features of word i into the buffer and says how many. */
  decode(
    length: number,
    features: (i: number, buffer: Int32Array) => number,
    buffer: Int32Array,
    out: Int32Array,
  ): void {
    const n = this.#labels;
    if (!length) return;
    if (this.#scores.length < n * length) {
      this.#scores = new Int32Array(n * length);
      this.#back = new Uint8Array(n * length);
    }
    this.#scores.fill(FORBIDDEN, 0, n * length);
    // as if label 0 stood before the first word
    this.#alive[0] = 0;
    let alive = 1;
    for (let t = 0; t < length; t++) {
      this.#model.emissions.score(buffer, features(t, buffer), this.#emit);
      alive = this.#advance(t, alive);
    }
    this.#trace(length, alive, out);
  }

  /** Scores the labels of word `t` behind those that are alive, and returns how many of them stay so. */
  #advance(t: number, count: number): number {
    const n = this.#labels;
    const { transitions } = this.#model;
    const scores = this.#scores;
    const at = t * n;
    for (let k = 0; k < count; k++) {
      const a = this.#alive[k];
      const x = t === 0 ? 0 : scores[at - n + a];
      for (const b of this.#after[a]) {
        const v = t === 0 ? 0 : x + transitions[a * n + b];
        if (v <= scores[at + b]) continue;
        scores[at + b] = v;
        this.#back[at + b] = a;
      }
    }
    let best = FORBIDDEN;
    for (let b = 0; b < n; b++) {
      if (scores[at + b] === FORBIDDEN) continue;
      scores[at + b] += this.#emit[b];
      if (scores[at + b] > best) best = scores[at + b];
    }
    let alive = 0;
    for (let b = 0; b < n; b++)
      if (scores[at + b] !== FORBIDDEN && scores[at + b] >= best - this.#beam) this.#alive[alive++] = b;
    return alive;
  }

  #trace(length: number, count: number, out: Int32Array): void {
    const n = this.#labels;
    const at = (length - 1) * n;
    let label = 0;
    let best = FORBIDDEN;
    for (let k = 0; k < count; k++) {
      const a = this.#alive[k];
      // a mention can't stay open at the end
      if (this.#model.transitions[a * n] === FORBIDDEN || this.#scores[at + a] <= best) continue;
      best = this.#scores[at + a];
      label = a;
    }
    if (best === FORBIDDEN) {
      out.fill(0, 0, length);
      return;
    }
    for (let t = length - 1; t >= 0; t--) {
      out[t] = label;
      label = this.#back[t * n + label];
    }
  }
}
