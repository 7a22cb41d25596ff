/** A trained linear model as the library runs it: integers in typed arrays. */
export class LinearModel {
  readonly classes: number;
  /** What a score of 1 was worth in training, for those who need margins. */
  readonly unit: number;
  readonly #mask: number;
  /** Bucket `b` has entries `rows[b]` to `rows[b + 1]`; an entry is weight × 256 + class. */
  readonly #rows: Uint32Array;
  readonly #entries: Int32Array;
  /** For few classes: four 16-bit weights a bucket, which lie in one cache line. */
  readonly #dense: Int16Array | undefined;

  constructor(bits: number, classes: number, unit: number, rows: Uint32Array, entries: Int32Array) {
    this.classes = classes;
    this.unit = unit;
    this.#mask = 2 ** bits - 1;
    this.#rows = rows;
    this.#entries = entries;
    if (classes > 4) return;
    this.#dense = new Int16Array(4 * 2 ** bits);
    for (let bucket = 0; bucket < 2 ** bits; bucket++)
      for (let e = rows[bucket]; e < rows[bucket + 1]; e++)
        this.#dense[bucket * 4 + (entries[e] & 255)] = entries[e] >> 8;
  }

  /** Fills `scores` with the sum of the weights of the first `count` features, for each class. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    if (this.#dense) this.#scoreDense(this.#dense, features, count, scores);
    else this.#scoreSparse(features, count, scores);
  }

  #scoreSparse(features: Int32Array, count: number, scores: Int32Array): void {
    const mask = this.#mask;
    const rows = this.#rows;
    const entries = this.#entries;
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const bucket = features[i] & mask;
      const end = rows[bucket + 1];
      for (let e = rows[bucket]; e < end; e++) {
        const entry = entries[e];
        scores[entry & 255] += entry >> 8;
      }
    }
  }

  #scoreDense(dense: Int16Array, features: Int32Array, count: number, scores: Int32Array): void {
    const mask = this.#mask;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < count; i++) {
      const row = (features[i] & mask) << 2;
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
