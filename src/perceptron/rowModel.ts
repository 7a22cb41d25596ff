/**
 * A linear model of many classes. Most buckets are empty, so a bitmap says which are not; each filled one has a row with
 * a byte for each class in one line of the processor's cache, so that a feature costs two reads from afar.
 */
import type { LinearModel, WeightRows } from './model.ts';

/** Sums classes by fours: those that a caller doesn't ask for cost nothing. */
export interface GroupedModel extends LinearModel {
  /** Finds the weights of the first `count` features (256 at most), which `sum` then adds. */
  look(features: Int32Array, count: number): void;
  /** Fills `scores` for classes 4g to 4g + 3 of each group g whose bit in `groups` is set. */
  sum(groups: number, scores: Int32Array): void;
}

/** A bit for the group of each class. */
export function groupsOf(classes: Iterable<number>): number {
  let groups = 0;
  for (const c of classes) groups |= 1 << (c >> 2);
  return groups;
}

const MAX_FEATURES = 256;
/** Four weights of 128, which stands for zero. */
const ZERO = 0x80808080 | 0;

export class RowModel implements GroupedModel {
  readonly classes: number;
  readonly unit: number;
  readonly #mask: number;
  /** By turns, in one cache line: 32 bits of the bitmap, and how many buckets are filled up to their end. */
  readonly #filled: Int32Array;
  /** Rows one after another, four weights in each number. */
  readonly #table: Int32Array;
  /** Numbers of a row, as a power of two. */
  readonly #shift: number;
  /** Where the rows begin that the last example has. */
  readonly #hits = new Int32Array(MAX_FEATURES);
  #found = 0;

  /** @param classOf the class here of each class in the rows, where they differ */
  constructor({ bits, classes, unit, buckets, rows, entries }: WeightRows, classOf?: ArrayLike<number>) {
    this.classes = classes;
    this.unit = unit;
    this.#mask = 2 ** bits - 1;
    this.#filled = bitmap(bits, buckets);
    // two at least, as they are summed in pairs
    this.#shift = Math.max(1, 32 - Math.clz32((classes - 1) >> 2));
    this.#table = new Int32Array(buckets.length << this.#shift).fill(ZERO);
    for (let row = 0; row < buckets.length; row++)
      for (let e = rows[row]; e < rows[row + 1]; e++) {
        const given = entries[e] & 255;
        const c = classOf?.[given] ?? given;
        const weight = Math.max(-127, Math.min(127, entries[e] >> 8));
        this.#table[(row << this.#shift) + (c >> 2)] += weight << (8 * (c & 3));
      }
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    this.look(features, count);
    this.sum(-1, scores);
  }

  /** No branch depends on what is read, and little is done with it, so that the processor waits for many reads at once. */
  look(features: Int32Array, count: number): void {
    const mask = this.#mask;
    const filled = this.#filled;
    const hits = this.#hits;
    const shift = this.#shift;
    let found = 0;
    for (let i = 0; i < count; i++) {
      const bucket = features[i] & mask;
      const at = (bucket >>> 5) << 1;
      const bits = filled[at] >>> (bucket & 31);
      hits[found] = (filled[at + 1] - bitCount(bits)) << shift;
      found += bits & 1;
    }
    this.#found = found;
  }

  /**
   * Two numbers of each row at a time, as looking up where a row begins takes as long as adding a number. Of the four weights
   * in a number the second and fourth are summed by themselves, two bytes each having room for the sum of 256; the others are
   * what is left of the sum of all.
   */
  sum(groups: number, scores: Int32Array): void {
    const { classes } = this;
    const table = this.#table;
    const hits = this.#hits;
    const found = this.#found;
    for (let g = 0; 4 * g < classes; g += 2) {
      const wanted = (groups >>> g) & 3;
      if (!wanted) continue;
      let all = 0;
      let odd = 0;
      let allNext = 0;
      let oddNext = 0;
      for (let i = 0; i < found; i++) {
        const at = hits[i] + g;
        const weights = table[at];
        const next = table[at + 1];
        all = (all + weights) | 0;
        odd = (odd + ((weights >>> 8) & ODD)) | 0;
        allNext = (allNext + next) | 0;
        oddNext = (oddNext + ((next >>> 8) & ODD)) | 0;
      }
      if (wanted & 1) this.#write(scores, 4 * g, all, odd);
      if (wanted & 2) this.#write(scores, 4 * g + 4, allNext, oddNext);
    }
  }

  /** The scores of four classes from `c` on. */
  #write(scores: Int32Array, c: number, all: number, odd: number): void {
    const { classes } = this;
    const zero = 128 * this.#found;
    const even = all - (odd << 8);
    if (c < classes) scores[c] = (even & 0xffff) - zero;
    if (c + 1 < classes) scores[c + 1] = (odd & 0xffff) - zero;
    if (c + 2 < classes) scores[c + 2] = (even >>> 16) - zero;
    if (c + 3 < classes) scores[c + 3] = (odd >>> 16) - zero;
  }
}
const ODD = 0x00ff00ff;

/** How many bits are set (Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const WORD = 32;
function bitmap(bits: number, buckets: Uint32Array): Int32Array {
  const map = new Int32Array(2 * Math.max(1, 2 ** bits / WORD));
  for (const bucket of buckets) map[(bucket >>> 5) << 1] |= 1 << (bucket & 31);
  let count = 0;
  for (let w = 0; w < map.length; w += 2) {
    count += bitCount(map[w]);
    map[w + 1] = count;
  }
  return map;
}
