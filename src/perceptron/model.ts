import { warm } from '../document/warm.ts';
import { RowModel } from './rowModel.ts';

/**
 * A trained linear model as the library runs it: integers in typed arrays, so small that most of what is read stays in
 * the processor's cache.
 */
export interface LinearModel {
  readonly classes: number;
  /** What a score of 1 was worth in training, for those who need margins. */
  readonly unit: number;
  /**
   * Fills `scores` with the sum of the weights of the first `count` features (256 at most), for each class; with two or
   * three classes by how much it differs from the first one's.
   */
  score(features: Int32Array, count: number, scores: Int32Array): void;
  /** Call before a text of so many words. */
  warm(words: number): void;
}

/** Weights as they are unpacked: those of `buckets[r]` are entries `rows[r]` to `rows[r + 1]`. */
export interface WeightRows {
  readonly bits: number;
  readonly classes: number;
  readonly unit: number;
  /** Numbers of the filled buckets, ascending. */
  readonly buckets: Uint32Array;
  /** Where each one's entries begin, and the end of the last. */
  readonly rows: Uint32Array;
  /** weight × 256 + class. */
  readonly entries: Int32Array;
  /** The greatest weight, whatever its sign. */
  readonly most: number;
}

export function linearModel(weights: WeightRows): LinearModel {
  if (weights.classes === 1) return isFilled(weights, weights.bits) ? new ByteModel(weights) : new RowModel(weights);
  const slots = weights.classes > FEW_CLASSES ? Number.POSITIVE_INFINITY : slotBits(weights);
  return isFilled(weights, slots) ? new PairModel(weights, slots) : new RowModel(weights);
}

/** The most classes whose weights fit into one number, beside a key. */
const FEW_CLASSES = 3;
/** A table with more slots than this for each feature is too big for the cache. */
const MOST_EMPTY = 8;
const isFilled = ({ buckets }: WeightRows, slots: number): boolean => 2 ** slots <= MOST_EMPTY * buckets.length;
const byteOf = (weight: number): number => Math.max(-128, Math.min(127, weight));
const KEY_BITS = 4;

/** The low bits of a bucket's number that tell all filled buckets apart. */
function slotBits({ bits, buckets }: WeightRows): number {
  for (let slots = Math.max(bits - KEY_BITS, 0); slots < bits; slots++) {
    const taken = new Uint8Array(2 ** slots);
    if (2 ** slots >= buckets.length && buckets.every((bucket) => !taken[bucket & (taken.length - 1)]++)) return slots;
  }
  return bits;
}

/** For one class: a byte for each bucket. */
class ByteModel implements LinearModel {
  readonly classes = 1;
  readonly unit: number;
  readonly #table: Int8Array;
  constructor({ bits, unit, buckets, rows, entries }: WeightRows) {
    this.unit = unit;
    this.#table = new Int8Array(2 ** bits);
    for (let row = 0; row < buckets.length; row++) this.#table[buckets[row]] = byteOf(entries[rows[row]] >> 8);
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const table = this.#table;
    const mask = table.length - 1;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += table[features[i] & mask];
    scores[0] = sum;
  }

  warm(words: number): void {
    warm(this.#table, words);
  }
}

/**
 * For two or three classes: a table that is read once for each feature. A slot has 16 bits, so that the table fits into the
 * cache with much else. They hold by how much the weights of the second and the third class differ from the first one's, 5
 * bits each; two that say how often these must be doubled, as few features say very much; and as a key the rest of the
 * bucket's number, as another feature may look there.
 */
class PairModel implements LinearModel {
  readonly classes: number;
  readonly unit: number;
  readonly #slots: number;
  readonly #keys: number;
  readonly #table: Int16Array;

  constructor({ bits, classes, unit, buckets, rows, entries }: WeightRows, slots: number) {
    this.classes = classes;
    this.unit = unit;
    this.#slots = slots;
    this.#keys = 2 ** (bits - slots) - 1;
    this.#table = new Int16Array(2 ** slots);
    const weights = new Int32Array(FEW_CLASSES);
    for (let row = 0; row < buckets.length; row++) {
      weights.fill(0);
      for (let e = rows[row]; e < rows[row + 1]; e++) weights[entries[e] & 255] = entries[e] >> 8;
      const slot = pairOf(weights[1] - weights[0], classes > 2 ? weights[2] - weights[0] : 0);
      this.#table[buckets[row] & (this.#table.length - 1)] = slot | (buckets[row] >>> slots);
    }
  }

  /** Scores are relative to the first class. No branch depends on what is read. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    const table = this.#table;
    const mask = table.length - 1;
    const slots = this.#slots;
    const keys = this.#keys;
    let both = 0;
    for (let i = 0; i < count; i++) {
      const feature = features[i];
      const slot = table[feature & mask];
      // all bits set where the keys agree
      const own = (((slot ^ (feature >>> slots)) & keys) - 1) >> 31;
      both = (both + (PAIRS[(slot >>> KEY_BITS) & (PAIRS.length - 1)] & own)) | 0;
    }
    const third = (both << 16) >> 16;
    scores[0] = 0;
    scores[1] = (both - third) >> 16;
    if (this.classes > 2) scores[2] = third;
  }

  warm(words: number): void {
    warm(this.#table, words);
  }
}

/** Both weights of each slot without its key, the second class's 16 bits above the third's: so one addition serves both. */
const PAIRS = new Int32Array(2 ** (16 - KEY_BITS));
for (let pair = 0; pair < PAIRS.length; pair++) {
  const slot = (pair << (16 + KEY_BITS)) >> 16;
  const doublings = (slot >> 4) & 3;
  const second = ((slot << 21) >> 27) << doublings;
  const third = (slot >> 11) << doublings;
  PAIRS[pair] = (second << 16) + third;
}

/** Both weights as a slot holds them: bits 4 and 5 are the doublings, 6 to 10 the one, 11 to 15 the other. */
function pairOf(second: number, third: number): number {
  const most = Math.max(Math.abs(second), Math.abs(third));
  const doublings = most < 16 ? 0 : most < 31 ? 1 : most < 62 ? 2 : 3;
  const short = (weight: number): number => Math.max(-16, Math.min(15, Math.round(weight / 2 ** doublings))) & 31;
  return (short(third) << 11) | (short(second) << 6) | (doublings << 4);
}
