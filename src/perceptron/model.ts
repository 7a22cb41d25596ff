import { RowModel } from './rowModel.ts';

/**
 * A trained linear model as the library runs it: integers in typed arrays, so small that most of what is read stays in
 * the processor's cache.
 */
export interface LinearModel {
  readonly classes: number;
  /** What a score of 1 was worth in training, for those who need margins. */
  readonly unit: number;
  /** Fills `scores` with the sum of the weights of the first `count` features (256 at most), for each class. */
  score(features: Int32Array, count: number, scores: Int32Array): void;
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
}

export function linearModel(weights: WeightRows): LinearModel {
  if (weights.classes === 1 && isFilled(weights, weights.bits)) return new ByteModel(weights);
  const slots = weights.classes > FEW_CLASSES ? Number.POSITIVE_INFINITY : slotBits(weights);
  return isFilled(weights, slots) ? new DirectModel(weights, slots) : new RowModel(weights);
}

/** The most classes whose weights fit into one number, beside a key. */
const FEW_CLASSES = 3;
/** A table with more slots than this for each feature is too big for the cache. */
const MOST_EMPTY = 8;
const isFilled = ({ buckets }: WeightRows, slots: number): boolean => 2 ** slots <= MOST_EMPTY * buckets.length;
const byteOf = (weight: number): number => Math.max(-128, Math.min(127, weight));
const KEY_BITS = 7;
const NO_KEY = 255;
/** All weights 128, which stands for zero. */
const ZERO = 0x80808000;

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
}

/**
 * For few classes: a table that is read once for each feature. A slot's number holds three weights of a byte each, and
 * as its key the rest of its bucket's number, as another feature may look there.
 */
class DirectModel implements LinearModel {
  readonly classes: number;
  readonly unit: number;
  readonly #slots: number;
  readonly #keys: number;
  readonly #table: Int32Array;

  constructor({ bits, classes, unit, buckets, rows, entries }: WeightRows, slots: number) {
    this.classes = classes;
    this.unit = unit;
    this.#slots = slots;
    this.#keys = 2 ** (bits - slots) - 1;
    this.#table = new Int32Array(2 ** slots).fill(NO_KEY);
    for (let row = 0; row < buckets.length; row++) {
      let slot = ZERO | (buckets[row] >>> slots);
      for (let e = rows[row]; e < rows[row + 1]; e++) slot += byteOf(entries[e] >> 8) << (8 + 8 * (entries[e] & 255));
      this.#table[buckets[row] & (this.#table.length - 1)] = slot;
    }
  }

  /** No branch depends on what is read; two weights are summed at a time, as two bytes have room for the sum of 256. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    const table = this.#table;
    const mask = table.length - 1;
    const slots = this.#slots;
    const keys = this.#keys;
    let outer = 0;
    let middle = 0;
    let found = 0;
    for (let i = 0; i < count; i++) {
      const feature = features[i];
      const slot = table[feature & mask];
      // all bits set where the keys agree
      const own = (((slot & 255) ^ ((feature >>> slots) & keys)) - 1) >> 31;
      const weights = (slot >>> 8) & own;
      outer = (outer + (weights & 0x00ff00ff)) | 0;
      middle += (weights >>> 8) & 255;
      found -= own;
    }
    const zero = 128 * found;
    scores[0] = (outer & 0xffff) - zero;
    if (this.classes > 1) scores[1] = middle - zero;
    if (this.classes > 2) scores[2] = (outer >>> 16) - zero;
  }
}
