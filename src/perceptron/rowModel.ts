/**
 * A linear model of many classes. Most buckets are empty, so a bitmap says which are not; each filled one has a row with
 * a byte for each class in one line of the processor's cache, so that a feature costs two reads from afar.
 */

import { warm } from '../document/warm.ts';
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
/** How many rows of narrow weights are summed at once: four weights of 6 bits fit into a byte as their sum. */
const TOGETHER = 4;
/** The greatest narrow weight; of others 127 is. */
export const NARROW = 31;

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
  /** Whether no weight is more than `NARROW`. */
  readonly #narrow: boolean;
  /** What stands for a weight of zero, so that none is negative. */
  readonly #zero: number;
  /** Where a row of zeros begins. */
  readonly #zeros: number;
  /** Where the rows begin that the last example has. */
  readonly #hits = new Int32Array(MAX_FEATURES + TOGETHER);
  #found = 0;

  /** @param classOf the class here of each class in the rows, where they differ */
  constructor({ bits, classes, unit, buckets, rows, entries, most }: WeightRows, classOf?: ArrayLike<number>) {
    this.classes = classes;
    this.unit = unit;
    this.#mask = 2 ** bits - 1;
    this.#filled = bitmap(bits, buckets);
    this.#narrow = most <= NARROW;
    this.#zero = this.#narrow ? 32 : 128;
    // two at least, as they are summed in pairs
    this.#shift = Math.max(1, 32 - Math.clz32((classes - 1) >> 2));
    this.#zeros = buckets.length << this.#shift;
    this.#table = new Int32Array(this.#zeros + (1 << this.#shift)).fill(this.#zero * 0x01010101);
    const table = this.#table;
    let at = 0;
    for (let row = 0; row < buckets.length; row++) {
      for (let e = rows[row]; e < rows[row + 1]; e++) {
        const entry = entries[e];
        const c = classOf ? classOf[entry & 255] : entry & 255;
        const weight = entry >> 8;
        table[at + (c >> 2)] += (weight > 127 ? 127 : weight < -127 ? -127 : weight) << (8 * (c & 3));
      }
      at += 1 << this.#shift;
    }
  }

  /** The bitmap alone: rows are too many. */
  warm(words: number): void {
    warm(this.#filled, words);
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
    while (found % TOGETHER) hits[found++] = this.#zeros;
    this.#found = found;
  }

  sum(groups: number, scores: Int32Array): void {
    for (let g = 0; 4 * g < this.classes; g += 2) {
      const wanted = (groups >>> g) & 3;
      if (!wanted) continue;
      if (this.#narrow) this.#sumNarrow(g, wanted, scores);
      else this.#sumWide(g, wanted, scores);
    }
  }

  /**
   * Two numbers of each row, as looking up where a row begins takes as long as adding a number. Weights of four rows are added as
   * they stand in the numbers; the second and fourth go to a sum of their own then, which has two bytes for each, and the others
   * to another.
   */
  #sumNarrow(g: number, wanted: number, scores: Int32Array): void {
    const table = this.#table;
    const hits = this.#hits;
    const found = this.#found;
    let even = 0;
    let odd = 0;
    let evenNext = 0;
    let oddNext = 0;
    for (let i = 0; i < found; i += TOGETHER) {
      const a = hits[i] + g;
      const b = hits[i + 1] + g;
      const c = hits[i + 2] + g;
      const d = hits[i + 3] + g;
      const four = (table[a] + table[b] + table[c] + table[d]) | 0;
      const next = (table[a + 1] + table[b + 1] + table[c + 1] + table[d + 1]) | 0;
      even = (even + (four & EVERY_OTHER)) | 0;
      odd = (odd + ((four >>> 8) & EVERY_OTHER)) | 0;
      evenNext = (evenNext + (next & EVERY_OTHER)) | 0;
      oddNext = (oddNext + ((next >>> 8) & EVERY_OTHER)) | 0;
    }
    if (wanted & 1) this.#write(scores, 4 * g, even, odd);
    if (wanted & 2) this.#write(scores, 4 * g + 4, evenNext, oddNext);
  }

  /** The same, row by row. */
  #sumWide(g: number, wanted: number, scores: Int32Array): void {
    const table = this.#table;
    const hits = this.#hits;
    const found = this.#found;
    let even = 0;
    let odd = 0;
    let evenNext = 0;
    let oddNext = 0;
    for (let i = 0; i < found; i++) {
      const one = table[hits[i] + g];
      const next = table[hits[i] + g + 1];
      even = (even + (one & EVERY_OTHER)) | 0;
      odd = (odd + ((one >>> 8) & EVERY_OTHER)) | 0;
      evenNext = (evenNext + (next & EVERY_OTHER)) | 0;
      oddNext = (oddNext + ((next >>> 8) & EVERY_OTHER)) | 0;
    }
    if (wanted & 1) this.#write(scores, 4 * g, even, odd);
    if (wanted & 2) this.#write(scores, 4 * g + 4, evenNext, oddNext);
  }

  /** The scores of four classes from `c` on. */
  #write(scores: Int32Array, c: number, even: number, odd: number): void {
    const { classes } = this;
    const zero = this.#zero * this.#found;
    if (c < classes) scores[c] = (even & 0xffff) - zero;
    if (c + 1 < classes) scores[c + 1] = (odd & 0xffff) - zero;
    if (c + 2 < classes) scores[c + 2] = (even >>> 16) - zero;
    if (c + 3 < classes) scores[c + 3] = (odd >>> 16) - zero;
  }
}
const EVERY_OTHER = 0x00ff00ff;

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
