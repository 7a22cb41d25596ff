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
  const slots = weights.classes > FEW_CLASSES ? Number.POSITIVE_INFINITY : slotBits(weights);
  return 2 ** slots > MOST_EMPTY * weights.buckets.length ? new SparseModel(weights) : new DirectModel(weights, slots);
}

/** The most classes whose weights fit into one number, beside a key. */
const FEW_CLASSES = 3;
/** A table with more slots than this for each feature is too big for the cache. */
const MOST_EMPTY = 8;
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
      for (let e = rows[row]; e < rows[row + 1]; e++)
        slot += Math.max(-128, Math.min(127, entries[e] >> 8)) << (8 + 8 * (entries[e] & 255));
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

const WORD = 32;
const MAX_FEATURES = 256;

/**
 * For many classes: most buckets are empty, so a bitmap says which are not, and each filled one has a row of the
 * classes that it knows of.
 */
class SparseModel implements LinearModel {
  readonly classes: number;
  readonly unit: number;
  readonly #mask: number;
  /** By turns, in one cache line: 32 bits of the bitmap, and how many buckets are filled up to their end. */
  readonly #filled: Int32Array;
  readonly #rows: Rows;
  /** The rows that the last example has. */
  readonly #hits = new Int32Array(MAX_FEATURES);
  readonly #counts = new Int32Array(MAX_FEATURES);
  readonly #lanes: Int32Array;

  constructor(weights: WeightRows) {
    const { bits, classes, unit, buckets } = weights;
    this.classes = classes;
    this.unit = unit;
    this.#mask = 2 ** bits - 1;
    this.#filled = bitmap(bits, buckets);
    this.#rows = layRows(weights);
    this.#lanes = new Int32Array(this.#rows.width);
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    const found = this.#find(features, count);
    const hits = this.#hits;
    const { begins, entries, pairs, shift, width } = this.#rows;
    const cls = (1 << shift) - 1;
    const lanes = this.#lanes.fill(0);
    const counts = this.#counts;
    // all rows are touched before the first is summed, so that the processor waits for many at once
    for (let i = 0; i < found; i++) hits[i] = begins[hits[i]];
    for (let i = 0; i < found; i++) counts[i] = entries[Math.max(0, hits[i])];
    for (let i = 0; i < found; i++) {
      const from = hits[i];
      if (from < 0) {
        for (let k = 0; k < width; k++) lanes[k] += pairs[~from + k];
        continue;
      }
      const end = from + counts[i];
      for (let e = from + 1; e <= end; e++) {
        const entry = entries[e];
        scores[entry & cls] += entry >> shift;
      }
    }
    for (let k = 0; k < width; k++) {
      const low = (lanes[k] << 16) >> 16;
      scores[2 * k] += low;
      if (2 * k + 1 < scores.length) scores[2 * k + 1] += (lanes[k] - low) >> 16;
    }
  }

  /**
   * Fills `#hits` with the rows that the features have. No branch depends on what is read, and little is done with it,
   * so that the processor waits for many reads at once.
   */
  #find(features: Int32Array, count: number): number {
    const mask = this.#mask;
    const filled = this.#filled;
    const hits = this.#hits;
    let found = 0;
    for (let i = 0; i < count; i++) {
      const bucket = features[i] & mask;
      const at = (bucket >>> 5) << 1;
      const bits = filled[at] >>> (bucket & 31);
      hits[found] = filled[at + 1] - bitCount(bits);
      found += bits & 1;
    }
    return found;
  }
}

/** The rows of a sparse model, so laid out that each one costs two reads from afar: where it begins, and what it is. */
interface Rows {
  /** Of each row its place in `entries`; below zero, inverted, its place in `pairs`. */
  readonly begins: Int32Array;
  /** How many entries a row has, then each: weight × 2 ** shift + class. */
  readonly entries: Int16Array | Int32Array;
  readonly shift: number;
  /**
   * Rows that know of most classes, which frequent features have, as two weights of 16 bits a number: half the
   * additions. A weight has a byte, so that the sum of 256 has room.
   */
  readonly pairs: Int32Array;
  /** Pairs of a row. */
  readonly width: number;
}

/** Bits of the class in an entry of 16 bits, of which twice as many stay in the cache; where one doesn't fit they have 32. */
const SHORT = 6;
const LONG = 8;

function layRows({ classes, rows, entries }: WeightRows): Rows {
  const count = rows.length - 1;
  const width = (classes + 1) >> 1;
  const full = new Uint8Array(count);
  const short = classes <= 1 << SHORT && entries.every((entry) => Math.abs(entry >> 8) < 1 << (15 - SHORT));
  const shift = short ? SHORT : LONG;
  let sizes = 0;
  let fulls = 0;
  for (let row = 0; row < count; row++) {
    full[row] = rows[row + 1] - rows[row] > width ? 1 : 0;
    for (let e = rows[row]; full[row] && e < rows[row + 1]; e++) if (Math.abs(entries[e] >> 8) >= 128) full[row] = 0;
    fulls += full[row];
    if (!full[row]) sizes += 1 + rows[row + 1] - rows[row];
  }
  const begins = new Int32Array(count);
  const pairs = new Int32Array(fulls * width);
  const laid = short ? new Int16Array(sizes + 1) : new Int32Array(sizes + 1);
  let p = 0;
  let n = 0;
  for (let row = 0; row < count; row++) {
    begins[row] = full[row] ? ~p : n;
    if (!full[row]) laid[n++] = rows[row + 1] - rows[row];
    for (let e = rows[row]; e < rows[row + 1]; e++) {
      const weight = entries[e] >> 8;
      const c = entries[e] & 255;
      if (full[row]) pairs[p + (c >> 1)] += weight << (16 * (c & 1));
      else laid[n++] = (weight << shift) | c;
    }
    if (full[row]) p += width;
  }
  return { begins, entries: laid, shift, pairs, width };
}

/** How many bits are set (Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

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
