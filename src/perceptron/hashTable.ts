import { warm } from '../document/warm.ts';

/** Small numbers by the hash of a word, in two typed arrays: a fraction of a `Map`'s memory, and no number is boxed. */
export class HashTable {
  readonly #keys: Int32Array;
  readonly #values: Uint16Array;
  readonly #mask: number;

  /** @param values from 1 to 65535, beside the hash of each. Of equal hashes the last counts. @param room slots for each, at least. */
  constructor(hashes: ArrayLike<number>, values: ArrayLike<number>, room = 1.5) {
    let size = 16;
    while (size < hashes.length * room) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#values = new Uint16Array(size);
    for (let i = 0; i < hashes.length; i++) {
      const slot = this.#slot(hashes[i]);
      this.#keys[slot] = hashes[i];
      this.#values[slot] = values[i];
    }
  }

  #slot(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#values[slot] && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** Call before a text of so many words: which slots are taken, as most words are in none. */
  warm(words: number): void {
    warm(this.#values, words);
  }

  /** 0 when there is none. */
  get(hash: number): number {
    return this.#values[this.#slot(hash)];
  }
}
