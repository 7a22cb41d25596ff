/** Scores of choices by a trained model. */
import { warm } from '../../document/warm.ts';
import type { LinearModel } from '../../perceptron/index.ts';
import type { Read } from '../profile.ts';
import { aloneFeatures, GROUPS, keysOf, lexicalFeatures, MOST_FEATURES, pairFeatures } from './feature.ts';
import type { Anaphor, Pair } from './pair.ts';

const BITS = 13;

/**
 * A score is a sum, and most of a pair's features are of small numbers that come again in every text: what each group of them
 * adds is remembered under its key, a slot for the last key that fell there, so that seven looks into a small table stand for
 * 25 into the model's, which lie far apart.
 */
export class Scorer {
  readonly #model: LinearModel;
  /** By turns a key and the sum. */
  readonly #sums = new Int32Array(2 ** (BITS + 1)).fill(-1);
  readonly #keys = new Int32Array(GROUPS.length);
  readonly #features = new Int32Array(MOST_FEATURES);
  readonly #score = new Int32Array(1);

  constructor(model: LinearModel) {
    this.#model = model;
  }

  /** Call before a text of so many words. */
  warm(words: number): void {
    warm(this.#sums, words);
    this.#model.warm(words);
  }

  alone(layers: Read, anaphor: Anaphor): number {
    return this.#scoreOf(aloneFeatures(layers, anaphor, this.#features));
  }

  pair(pair: Pair): number {
    const keys = this.#keys;
    if (!keysOf(pair, keys)) return this.#scoreOf(pairFeatures(pair, this.#features));
    const sums = this.#sums;
    let sum = this.#scoreOf(lexicalFeatures(pair, this.#features, 0));
    for (let g = 0; g < keys.length; g++) {
      const at = (Math.imul(keys[g], 0x9e3779b1) >>> (32 - BITS)) << 1;
      if (sums[at] !== keys[g]) {
        sums[at] = keys[g];
        sums[at + 1] = this.#scoreOf(GROUPS[g](pair, this.#features, 0));
      }
      sum += sums[at + 1];
    }
    return sum;
  }

  #scoreOf(count: number): number {
    this.#model.score(this.#features, count, this.#score);
    return this.#score[0];
  }
}
