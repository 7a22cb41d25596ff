/** The best label sequence under a linear-chain model: Viterbi's algorithm over the transitions that are allowed. */
import type { LinearModel } from './model.ts';

export interface ChainModel {
  readonly emissions: LinearModel;
  /** labels × labels, in the units of `emissions`; `FORBIDDEN` where label b may not follow label a. */
  readonly transitions: Int32Array;
}
export const FORBIDDEN = -0x3fffffff;

/** A decoder with its own buffers; label 0 is what a sequence begins and ends beside. */
export class ChainDecoder {
  readonly #labels: number;
  readonly #model: ChainModel;
  /** For each label, those that may stand before it. */
  readonly #before: Int32Array[];
  readonly #emit: Int32Array;
  #scores: Int32Array;
  #back: Uint8Array;

  constructor(model: ChainModel) {
    const n = model.emissions.classes;
    this.#labels = n;
    this.#model = model;
    this.#emit = new Int32Array(n);
    this.#scores = new Int32Array(n * 64);
    this.#back = new Uint8Array(n * 64);
    this.#before = Array.from({ length: n }, (_, b) =>
      Int32Array.from(Array.from({ length: n }, (_, a) => a).filter((a) => model.transitions[a * n + b] > FORBIDDEN)),
    );
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
    const { emissions, transitions } = this.#model;
    const scores = this.#scores;
    for (let t = 0; t < length; t++) {
      emissions.score(buffer, features(t, buffer), this.#emit);
      for (let b = 0; b < n; b++) {
        let best = FORBIDDEN;
        let from = 0;
        if (t === 0) best = transitions[b] > FORBIDDEN ? 0 : FORBIDDEN;
        else
          for (const a of this.#before[b]) {
            const v = scores[(t - 1) * n + a] + transitions[a * n + b];
            if (v > best) {
              best = v;
              from = a;
            }
          }
        scores[t * n + b] = best > FORBIDDEN ? Math.max(best + this.#emit[b], FORBIDDEN) : FORBIDDEN;
        this.#back[t * n + b] = from;
      }
    }
    let label = 0;
    let best = FORBIDDEN;
    for (let a = 0; a < n; a++)
      if (transitions[a * n] > FORBIDDEN && scores[(length - 1) * n + a] > best) {
        best = scores[(length - 1) * n + a];
        label = a;
      }
    for (let t = length - 1; t >= 0; t--) {
      out[t] = label;
      label = this.#back[t * n + label];
    }
  }
}
