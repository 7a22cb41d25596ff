/** The words that a stage's tables speak of, by the hashes that a text's words have been given already. */
import { codeAt } from '../document/codeAt.ts';
import type { Tags, Tokens } from '../document/tokens.ts';
import { warm } from '../document/warm.ts';
import type { Clusters } from './clusters.ts';
import { hashString } from './hash.ts';
import { wordColumnsOf } from './words.ts';

const startsWithDigit = (word: string): boolean => {
  const code = codeAt(word, 0);
  return code >= 48 && code <= 57;
};

/** Numbers by hash, both side by side: one line of memory for a word. 0 is none. */
function tableOf(words: readonly string[]): Int32Array {
  let size = 16;
  while (size < words.length * 2) size *= 2;
  const table = new Int32Array(2 * size);
  words.forEach((word, i) => {
    const hash = hashString(word);
    const at = placeOf(table, hash);
    table[at] = hash;
    table[at + 1] = i + 1;
  });
  return table;
}
/** Where a hash stands, or may stand. */
function placeOf(table: Int32Array, hash: number): number {
  const mask = table.length - 1;
  let at = (2 * hash) & mask;
  while (table[at] !== hash && table[at + 1] !== 0) at = (at + 2) & mask;
  return at;
}

const made = new WeakMap<Tags, Int32Array>();
/** The hashes of base forms, made once, whichever stage asks first: a word that is its own base form has the one that it has as a word. */
function lemmasOf(tokens: Tokens, tags: Tags, forms: Int32Array): Int32Array {
  let hashes = made.get(tags);
  if (hashes) return hashes;
  hashes = forms.slice();
  for (let i = 0; i < hashes.length; i++) {
    const lemma = tags.lemma[i] ?? tokens.lower[i];
    if (lemma !== tokens.lower[i]) hashes[i] = hashString(lemma);
  }
  made.set(tags, hashes);
  return hashes;
}

/** The numbers of words in one text after the other: 0 for a word that the tables don't speak of. */
export class WordNumbers {
  readonly #table: Int32Array;
  readonly #clusters: Clusters;
  /** Whether a word of the tables starts with a digit: in a text's columns all digits are one. */
  readonly #digits: boolean;
  #tokens!: Tokens;
  #forms!: Int32Array;
  #lemmas!: Int32Array;

  /** @param words the number of each is its place, from 1 on */
  constructor(words: readonly string[], clusters: Clusters) {
    this.#table = tableOf(words);
    this.#clusters = clusters;
    this.#digits = words.some(startsWithDigit);
  }

  open(tokens: Tokens, tags: Tags): void {
    this.#tokens = tokens;
    warm(this.#table, tokens.length);
    this.#forms = wordColumnsOf(tokens, this.#clusters).lower;
    this.#lemmas = lemmasOf(tokens, tags, this.#forms);
  }
  /** The number of a token's word in lower case. */
  ofForm(token: number): number {
    if (this.#digits && startsWithDigit(this.#tokens.lower[token])) return this.of(this.#tokens.lower[token]);
    return this.#numberOf(this.#forms[token]);
  }
  /** The number of its base form, @param form that of the word itself */
  ofLemma(token: number, form: number): number {
    if (this.#lemmas[token] === this.#forms[token]) return form;
    return this.#numberOf(this.#lemmas[token]);
  }
  of(word: string, length = word.length): number {
    return this.#numberOf(hashString(word, 0, length));
  }
  #numberOf(hash: number): number {
    return this.#table[placeOf(this.#table, hash) + 1];
  }
}
