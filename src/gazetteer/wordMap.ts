/**
 * A map of words that most words of a text are not in: a bit for each length of its words, by their first and last letter, says
 * no without a look at the map, which lies about in memory.
 */
import { codeAt } from '../document/codeAt.ts';

export class WordMap<V> {
  readonly #values: ReadonlyMap<string, V>;
  readonly #lengths = new Int32Array(32 * 32);

  constructor(values: ReadonlyMap<string, V>) {
    this.#values = values;
    for (const word of values.keys()) this.#lengths[endsOf(word, word.length)] |= lengthBit(word.length);
  }

  /** Whether it may have the word, in small letters or capitals. */
  mayHave(word: string): boolean {
    const { length } = word;
    return (this.#lengths[endsOf(word, length)] & lengthBit(length)) !== 0;
  }

  has(word: string): boolean {
    return this.mayHave(word) && this.#values.has(word);
  }

  get(word: string): V | undefined {
    return this.mayHave(word) ? this.#values.get(word) : undefined;
  }

  [Symbol.iterator](): Iterator<[string, V]> {
    return this.#values[Symbol.iterator]();
  }
}

/** The same for a letter and its capital. */
const endsOf = (word: string, length: number): number =>
  length === 0 ? 0 : ((codeAt(word, 0) & 31) << 5) | (codeAt(word, length - 1) & 31);
const lengthBit = (length: number): number => 1 << Math.min(31, length);

/** A set of words that most words of a text are not in. */
export type WordSet = Pick<WordMap<true>, 'has'>;
export const wordSet = (words: Iterable<string>): WordSet =>
  new WordMap(new Map(Array.from(words, (word) => [word, true] as const)));
