/**
 * Values by word, for words of a text that mostly aren't there: a bit for each word says so at once, and the strings
 * themselves, which lie anywhere in memory, are compared only where their hashes agree.
 */
import { codeAt } from '../document/codeAt.ts';

const BITS = 16;

/** In lower case, where a letter is one of ASCII. */
const SMALL = 32;
/**
 * A hash of four letters and the length of the word between `from` and `to`: enough to tell nearly all words apart. Of words
 * of ASCII it is the same in capitals.
 */
export function wordHash(text: string, from = 0, to = text.length): number {
  const n = to - from;
  if (n === 0) return 0;
  const ends = ((codeAt(text, from) | SMALL) << 8) ^ (codeAt(text, to - 1) | SMALL);
  const inside = ((codeAt(text, from + (n >> 1)) | SMALL) << 8) ^ (codeAt(text, from + (n >> 2)) | SMALL);
  return Math.imul(Math.imul(ends, 0x9e3779b1) ^ inside ^ (n << 16), 0x85ebca6b);
}

export class WordTable<V> {
  readonly #bits = new Int32Array(2 ** (BITS - 5));
  /** By turns a word's hash and its number, counted from 1; at most half of them are taken. */
  #slots = new Int32Array(64);
  readonly #words: string[] = [];
  readonly #values: V[] = [];

  constructor(entries: Iterable<readonly [word: string, value: V]> = []) {
    for (const [word, value] of entries) this.set(word, value);
  }

  get words(): readonly string[] {
    return this.#words;
  }

  /** `wordHash` of each word. */
  get hashes(): readonly number[] {
    return this.#words.map((word) => wordHash(word));
  }

  get size(): number {
    return this.#words.length;
  }

  /** False when no word has this hash. */
  mayHave(hash: number): boolean {
    const bit = hash >>> (32 - BITS);
    return (this.#bits[bit >> 5] & (1 << (bit & 31))) !== 0;
  }

  has(word: string): boolean {
    return this.get(word) !== undefined;
  }

  get(word: string): V | undefined {
    const hash = wordHash(word);
    if (!this.mayHave(hash)) return undefined;
    const number = this.#slots[this.#slotOf(word, hash) + 1];
    return number ? this.#values[number - 1] : undefined;
  }

  set(word: string, value: V): this {
    const hash = wordHash(word);
    const slot = this.#slotOf(word, hash);
    const number = this.#slots[slot + 1];
    if (number) {
      this.#values[number - 1] = value;
      return this;
    }
    const bit = hash >>> (32 - BITS);
    this.#bits[bit >> 5] |= 1 << (bit & 31);
    this.#words.push(word);
    this.#values.push(value);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = this.size;
    if (this.size * 4 > this.#slots.length) this.#grow();
    return this;
  }

  /** Where the word is, or would be. */
  #slotOf(word: string, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = (hash << 1) & mask;
    for (; slots[at + 1]; at = (at + 2) & mask)
      if (slots[at] === hash && this.#words[slots[at + 1] - 1] === word) return at;
    return at;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let i = 0; i < old.length; i += 2) {
      if (!old[i + 1]) continue;
      let at = (old[i] << 1) & mask;
      while (slots[at + 1]) at = (at + 2) & mask;
      slots[at] = old[i];
      slots[at + 1] = old[i + 1];
    }
    this.#slots = slots;
  }
}
