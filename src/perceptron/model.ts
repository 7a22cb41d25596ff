/**
 * A trained linear model as the library runs it: integers in typed arrays. Most of a feature's buckets are empty, so a
 * bitmap says which are not, and the filled ones stand close together: what is read often stays in the cache.
 */
const BITS = 32;

export class LinearModel {
  readonly classes: number;
  /** What a score of 1 was worth in training, for those who need margins. */
  readonly unit: number;
  readonly #mask: number;
  /** A bit for each bucket that is filled, and how many are filled up to the end of each 32 of them. */
  readonly #filled: Int32Array;
  readonly #until: Int32Array;
  /** Filled bucket `r` has entries `rows[r]` to `rows[r + 1]`; an entry is weight × 256 + class. */
  readonly #rows: Uint32Array;
  readonly #entries: Int32Array;
  /** For few classes instead: four weights of a byte for each filled bucket. */
  readonly #dense: Int8Array | undefined;

  /**
   * @param buckets numbers of the filled buckets, ascending.
   * @param rows where each one's entries begin, and the end of the last.
   */
  constructor(
    bits: number,
    classes: number,
    unit: number,
    buckets: Uint32Array,
    rows: Uint32Array,
    entries: Int32Array,
  ) {
    this.classes = classes;
    this.unit = unit;
    this.#mask = 2 ** bits - 1;
    this.#filled = bitmap(bits, buckets);
    this.#until = counts(this.#filled);
    this.#rows = rows;
    this.#entries = entries;
    this.#dense = classes > 4 ? undefined : denseRows(rows, entries);
  }

  /** Fills `scores` with the sum of the weights of the first `count` features, for each class. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    if (this.#dense) this.#scoreDense(this.#dense, features, count, scores);
    else this.#scoreSparse(features, count, scores);
  }

  #scoreSparse(features: Int32Array, count: number, scores: Int32Array): void {
    const mask = this.#mask;
    const filled = this.#filled;
    const until = this.#until;
    const rows = this.#rows;
    const entries = this.#entries;
    for (let i = 0; i < count; i++) {
      const bucket = features[i] & mask;
      const at = bucket >>> 5;
      const bits = filled[at] >>> (bucket & 31);
      if (!(bits & 1)) continue;
      const row = until[at] - bitCount(bits);
      const end = rows[row + 1];
      for (let e = rows[row]; e < end; e++) {
        const entry = entries[e];
        scores[entry & 255] += entry >> 8;
      }
    }
  }

  #scoreDense(dense: Int8Array, features: Int32Array, count: number, scores: Int32Array): void {
    const mask = this.#mask;
    const filled = this.#filled;
    const until = this.#until;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < count; i++) {
      const bucket = features[i] & mask;
      const at = bucket >>> 5;
      const bits = filled[at] >>> (bucket & 31);
      if (!(bits & 1)) continue;
      const row = (until[at] - bitCount(bits)) << 2;
      a += dense[row];
      b += dense[row + 1];
      c += dense[row + 2];
      d += dense[row + 3];
    }
    scores[0] = a;
    if (scores.length > 1) scores[1] = b;
    if (scores.length > 2) scores[2] = c;
    if (scores.length > 3) scores[3] = d;
  }
}

/** How many bits are set (Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function bitmap(bits: number, buckets: Uint32Array): Int32Array {
  const map = new Int32Array(Math.max(1, 2 ** bits / BITS));
  for (const bucket of buckets) map[bucket >>> 5] |= 1 << (bucket & 31);
  return map;
}

function counts(map: Int32Array): Int32Array {
  const until = new Int32Array(map.length);
  let count = 0;
  for (let w = 0; w < map.length; w++) {
    count += bitCount(map[w]);
    until[w] = count;
  }
  return until;
}

function denseRows(rows: Uint32Array, entries: Int32Array): Int8Array {
  const dense = new Int8Array(4 * (rows.length - 1));
  for (let row = 0; row + 1 < rows.length; row++)
    for (let e = rows[row]; e < rows[row + 1]; e++)
      dense[row * 4 + (entries[e] & 255)] = Math.max(-128, Math.min(127, entries[e] >> 8));
  return dense;
}
