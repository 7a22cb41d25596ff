/**
 * Which of some tables a word of a text may be in, or begin a term of. Each table would say no to most words, after it has
 * hashed their letters and looked into memory of its own: here one look answers for all of them.
 */
import type { Tags, Tokens } from '../document/tokens.ts';
import { firstHash } from './trie.ts';
import { wordHash } from './wordTable.ts';

const BITS = 16;

export class WordFilter {
  /** By hash: a bit for each table. Words of one hash share them, so that a set bit says no more than "maybe". */
  readonly #tables = new Uint16Array(2 ** BITS);

  /** @param table its bit, one of sixteen. @param hashes `wordHash` of the first atom of each of its terms */
  add(table: number, hashes: Iterable<number>): this {
    for (const hash of hashes) this.#tables[hash >>> (32 - BITS)] |= table;
    return this;
  }

  /** The same for a table of whole words. */
  addWords(table: number, words: Iterable<string>): this {
    for (const word of words) this.#tables[firstHash(word, word) >>> (32 - BITS)] |= table;
    return this;
  }

  /** The tables of each word of a text, by its form and by its base form. */
  read({ length, form, lower }: Tokens, { lemma }: Tags): Uint16Array {
    const tables = this.#tables;
    const found = new Uint16Array(length);
    for (let i = 0; i < length; i++) {
      found[i] = tables[firstHash(form[i], lower[i]) >>> (32 - BITS)];
      const base = lemma[i];
      if (base !== lower[i] && base) found[i] |= tables[wordHash(base) >>> (32 - BITS)];
    }
    return found;
  }
}
