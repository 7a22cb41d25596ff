/**
 * Which of some tables a word of a text may be in, or begin a term of. Each table would say no to most words, after it has
 * hashed their letters and looked into memory of its own: here one look answers for all of them.
 */
import type { Tags, Tokens } from '../document/tokens.ts';
import { warm } from '../document/warm.ts';
import { firstHash, isPlainWord } from './atoms.ts';
import { wordHash } from './wordTable.ts';

const BITS = 16;

/** A bit that stands for no table: the word isn't one atom of ASCII, as most are. */
export const COMPOUND = 2 ** 15;

export class WordFilter {
  /** By hash: a bit for each table. Words of one hash share them, so that a set bit says no more than "maybe". */
  readonly #tables = new Uint16Array(2 ** BITS);

  /** @param table its bit, one of fifteen. @param hashes `wordHash` of atoms, such as begin the table's terms */
  add(table: number, hashes: Iterable<number>): this {
    for (const hash of hashes) this.#tables[hash >>> (32 - BITS)] |= table;
    return this;
  }

  /** The same for a table of whole words. */
  addWords(table: number, words: Iterable<string>): this {
    for (const word of words) this.#tables[firstHash(word, word) >>> (32 - BITS)] |= table;
    return this;
  }

  /** The tables of each word of a text, by the first atom of its form and by its base form. */
  read({ length, form, lower }: Tokens, { lemma }: Tags): Uint16Array {
    const tables = this.#tables;
    warm(tables, length);
    const found = new Uint16Array(length);
    for (let i = 0; i < length; i++) {
      const word = lower[i];
      found[i] = isPlainWord(word)
        ? tables[wordHash(word) >>> (32 - BITS)]
        : tables[firstHash(form[i], word) >>> (32 - BITS)] | COMPOUND;
      const base = lemma[i];
      if (base !== word && base) found[i] |= tables[wordHash(base) >>> (32 - BITS)];
    }
    return found;
  }
}
