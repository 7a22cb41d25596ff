/** Which buckets of a table are filled, and the how-manieth of the filled ones each is. */
const BITS = 32;

export class Bitmap {
  readonly #mask: number;
  /** By turns: 32 bits, and the number of buckets that are filled up to their end. */
  readonly #words: Int32Array;

  /** @param bits the table has 2 ** bits buckets. @param buckets the filled ones, ascending. */
  constructor(bits: number, buckets: Uint32Array) {
    const words = new Int32Array(2 * Math.max(1, 2 ** bits / BITS));
    for (let i = 0; i < buckets.length; i++) {
      const at = (buckets[i] >>> 5) << 1;
      words[at] |= 1 << (buckets[i] & 31);
      words[at + 1]++;
    }
    for (let at = 3; at < words.length; at += 2) words[at] += words[at - 2];
    this.#mask = 2 ** bits - 1;
    this.#words = words;
  }

  /**
   * Writes which of the filled buckets the first `count` features fall into, and returns how many do. Nothing branches,
   * as nothing could be foretold: look-ups that miss the cache then run side by side.
   * @param out one longer than `count`
   */
  ranks(features: Int32Array, count: number, out: Int32Array): number {
    const mask = this.#mask;
    const words = this.#words;
    let n = 0;
    for (let i = 0; i < count; i++) {
      const bucket = features[i] & mask;
      const at = (bucket >>> 5) << 1;
      const bits = words[at] >>> (bucket & 31);
      out[n] = words[at + 1] - bitCount(bits);
      n += bits & 1;
    }
    return n;
  }
}

/** How many bits are set (Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
