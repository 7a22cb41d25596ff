/**
 * Which of a text's hashes it has more than once: most it has once, and what has no second is compared with nothing. Kept in so
 * few bits that now and then one that it has once is among them. Cleared and filled anew for each text.
 */
export class Repeats {
  readonly #once = new Int32Array(WORDS);
  readonly #again = new Int32Array(WORDS);

  clear(): void {
    this.#once.fill(0);
    this.#again.fill(0);
  }

  add(hash: number): void {
    const word = (hash >>> 5) & (WORDS - 1);
    const bit = 1 << (hash & 31);
    this.#again[word] |= this.#once[word] & bit;
    this.#once[word] |= bit;
  }

  has(hash: number): boolean {
    return (this.#again[(hash >>> 5) & (WORDS - 1)] & (1 << (hash & 31))) !== 0;
  }
}
const WORDS = 64;
