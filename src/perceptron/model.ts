/**
 * A trained linear model as the library runs it: integers in typed arrays. Most of a feature's buckets are empty, so a
 * bitmap says which are not, and the filled ones stand close together: what is read often stays in the cache.
 */
import { Bitmap } from './bitmap.ts';

/** With so many classes or fewer, the weights of a bucket are the bytes of one number. */
const FEW = 4;

export class LinearModel {
  readonly classes: number;
  /** What a score of 1 was worth in training, for those who need margins. */
  readonly unit: number;
  readonly #filled: Bitmap;
  /** Filled bucket `r` has entries `rows[r]` to `rows[r + 1]`; an entry is weight × 256 + class. */
  readonly #rows: Uint32Array;
  readonly #entries: Int32Array;
  /** For few classes instead: four weights of a byte for each filled bucket. */
  readonly #bytes: Int32Array | undefined;
  /** The filled buckets of the features at hand. */
  #hits = new Int32Array(128);

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
    this.#filled = new Bitmap(bits, buckets);
    this.#rows = rows;
    this.#entries = entries;
    this.#bytes = classes > FEW ? undefined : byteRows(rows, entries);
  }

  /** Fills `scores` with the sum of the weights of the first `count` features, for each class. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    if (this.#hits.length <= count) this.#hits = new Int32Array(2 * count);
    const hits = this.#filled.ranks(features, count, this.#hits);
    scores.fill(0);
    if (this.#bytes) this.#sumBytes(this.#bytes, hits, scores);
    else this.#sumRows(hits, scores);
  }

  #sumRows(count: number, scores: Int32Array): void {
    const hits = this.#hits;
    const rows = this.#rows;
    const entries = this.#entries;
    for (let i = 0; i < count; i++) {
      const row = hits[i];
      const end = rows[row + 1];
      for (let e = rows[row]; e < end; e++) {
        const entry = entries[e];
        scores[entry & 255] += entry >> 8;
      }
    }
  }

  #sumBytes(bytes: Int32Array, count: number, scores: Int32Array): void {
    const hits = this.#hits;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < count; i++) {
      const four = bytes[hits[i]];
      a += (four << 24) >> 24;
      b += (four << 16) >> 24;
      c += (four << 8) >> 24;
      d += four >> 24;
    }
    scores[0] = a;
    if (scores.length > 1) scores[1] = b;
    if (scores.length > 2) scores[2] = c;
    if (scores.length > 3) scores[3] = d;
  }
}

function byteRows(rows: Uint32Array, entries: Int32Array): Int32Array {
  const bytes = new Int32Array(rows.length - 1);
  for (let row = 0; row < bytes.length; row++)
    for (let e = rows[row]; e < rows[row + 1]; e++) {
      const weight = Math.max(-128, Math.min(127, entries[e] >> 8));
      bytes[row] |= (weight & 255) << (8 * (entries[e] & 255));
    }
  return bytes;
}
