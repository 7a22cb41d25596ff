/**
 * A trained linear model as the library runs it: integers in typed arrays. Most of a feature's buckets are empty, so a
 * bitmap says which are not, and the filled ones stand close together: what is read often stays in the cache.
 */
const BITS = 32;
/** The most that one example may have. */
const MAX_FEATURES = 256;

export class LinearModel {
  readonly classes: number;
  /** What a score of 1 was worth in training, for those who need margins. */
  readonly unit: number;
  readonly #mask: number;
  /** By turns, in one cache line: 32 bits of the bitmap, and how many buckets are filled up to their end. */
  readonly #filled: Int32Array;
  /** Filled bucket `r` has entries `rows[r]` to `rows[r + 1]`; an entry is weight × 2 ** shift + class. */
  readonly #rows: Uint32Array;
  readonly #entries: Int16Array | Int32Array;
  readonly #shift: number;
  /** The rows that the last example has. */
  readonly #hits = new Int32Array(MAX_FEATURES);
  /** For few classes instead: four weights of a byte in one number for each filled bucket. */
  readonly #dense: Int32Array | undefined;

  /**
   * @param buckets numbers of the filled buckets, ascending.
   * @param rows where each one's entries begin, and the end of the last.
   * @param entries weight × 256 + class.
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
    this.#rows = rows;
    this.#dense = classes > 4 ? undefined : denseRows(rows, entries);
    const short = this.#dense ? new Int16Array(0) : shortEntries(classes, entries);
    this.#entries = short ?? entries;
    this.#shift = short ? SHORT : 8;
  }

  /** Fills `scores` with the sum of the weights of the first `count` features, for each class. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    const found = this.#find(features, count);
    if (this.#dense) this.#scoreDense(this.#dense, found, scores);
    else this.#scoreSparse(found, scores);
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

  #scoreSparse(found: number, scores: Int32Array): void {
    const rows = this.#rows;
    const entries = this.#entries;
    const hits = this.#hits;
    const shift = this.#shift;
    const cls = (1 << shift) - 1;
    for (let i = 0; i < found; i++) {
      const end = rows[hits[i] + 1];
      for (let e = rows[hits[i]]; e < end; e++) {
        const entry = entries[e];
        scores[entry & cls] += entry >> shift;
      }
    }
  }

  #scoreDense(dense: Int32Array, found: number, scores: Int32Array): void {
    const hits = this.#hits;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < found; i++) {
      const row = dense[hits[i]];
      a += (row << 24) >> 24;
      b += (row << 16) >> 24;
      c += (row << 8) >> 24;
      d += row >> 24;
    }
    scores[0] = a;
    if (scores.length > 1) scores[1] = b;
    if (scores.length > 2) scores[2] = c;
    if (scores.length > 3) scores[3] = d;
  }
}

/** Bits of the class in an entry of 16 bits. */
const SHORT = 6;
/** The entries in 16 bits each, of which twice as many stay in the cache; undefined where one doesn't fit. */
function shortEntries(classes: number, entries: Int32Array): Int16Array | undefined {
  if (classes > 1 << SHORT) return undefined;
  const short = new Int16Array(entries.length);
  for (let e = 0; e < entries.length; e++) {
    const entry = ((entries[e] >> 8) << SHORT) | (entries[e] & 255);
    short[e] = entry;
    if (short[e] !== entry) return undefined;
  }
  return short;
}

/** How many bits are set (Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function bitmap(bits: number, buckets: Uint32Array): Int32Array {
  const map = new Int32Array(2 * Math.max(1, 2 ** bits / BITS));
  for (const bucket of buckets) map[(bucket >>> 5) << 1] |= 1 << (bucket & 31);
  let count = 0;
  for (let w = 0; w < map.length; w += 2) {
    count += bitCount(map[w]);
    map[w + 1] = count;
  }
  return map;
}

function denseRows(rows: Uint32Array, entries: Int32Array): Int32Array {
  const dense = new Int32Array(rows.length - 1);
  for (let row = 0; row + 1 < rows.length; row++)
    for (let e = rows[row]; e < rows[row + 1]; e++) {
      const weight = Math.max(-128, Math.min(127, entries[e] >> 8));
      dense[row] |= (weight & 255) << (8 * (entries[e] & 255));
    }
  return dense;
}
