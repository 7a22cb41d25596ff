/** What the mention tagger asks of each word, as numbers in columns, made once for a document. */
import { codeAt } from '../document/codeAt.ts';
import { newColumns } from '../document/columns.ts';
import type { DraftMention } from '../document/layers.ts';
import { type Clusters, hashString, type WordColumns, wordColumnsOf } from '../perceptron/index.ts';
import type { Read } from './proposal.ts';

/** What tables know of each word: bit sets that `evidence.ts` fills. */
export interface Evidence {
  /** Number of the lexicon class whose term covers the word, with the word's part in the term; 0 for none. */
  readonly lexicon: Int32Array;
  /** The same of the gazetteer. */
  readonly place: Int32Array;
  /** 1 for words of a country's or capital's name, 2 where it does what governments do (`place/act.ts`). */
  readonly acts: Uint8Array;
  /** Single words that are given names, titles, head nouns …: a bit each. */
  readonly bits: Int32Array;
  /** What the same word shows elsewhere in the document: a bit each. */
  readonly elsewhere: Int32Array;
}

/** Bits of single words, in `Evidence.bits`. */
export const BIT = {
  title: 1,
  modifier: 2,
  country: 4,
  role: 8,
  leads: 16,
  suffix: 32,
  of: 64,
  particle: 128,
  given: 256,
  weakGiven: 512,
} as const;

export interface Columns {
  readonly length: number;
  readonly words: WordColumns;
  readonly lemma: Int32Array;
  readonly pos: Uint8Array;
  readonly dep: Uint8Array;
  readonly head: Int32Array;
  readonly evidence: Evidence;
  /** 0, or which deterministic mention covers the word (date, quantity, nationality, pronoun, identifier). */
  readonly covered: Uint8Array;
  /** The word's sentence: its first token, and the one behind its last. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly capitalised: Uint8Array;
  /** The outer layer's label, for the inner layer. */
  readonly outer: Int32Array;
}

const isCapital = (form: string): boolean => {
  const c = codeAt(form, 0);
  return c < 128 ? c >= 65 && c <= 90 : form[0] !== form[0].toLowerCase();
};

export function columnsOf(
  { tokens, sentences, tags, tree }: Read,
  evidence: Evidence,
  covered: Uint8Array,
  clusters: Clusters,
): Columns {
  const n = tokens.length;
  const words = wordColumnsOf(tokens, clusters);
  const [lemma, first, last, outer] = newColumns(n, 4);
  const capitalised = new Uint8Array(n);
  for (let s = 0; s < sentences.length; s++) {
    first.fill(sentences.first[s], sentences.first[s], sentences.last[s]);
    last.fill(sentences.last[s], sentences.first[s], sentences.last[s]);
  }
  for (let i = 0; i < n; i++) {
    // most words are their own base form
    lemma[i] = tags.lemma[i] === tokens.lower[i] ? words.lower[i] : hashString(tags.lemma[i]);
    capitalised[i] = isCapital(tokens.form[i]) ? 1 : 0;
  }
  const { pos } = tags;
  const { dep, head } = tree;
  return {
    length: n,
    words,
    lemma,
    pos,
    dep,
    head,
    evidence,
    covered,
    first,
    last,
    capitalised,
    outer,
  };
}

/** Marks the words that mentions found by grammars cover. */
export function coveredBy(length: number, mentions: readonly DraftMention[]): Uint8Array {
  const kinds = ['', 'date', 'quantity', 'nationality', 'identifier'];
  const covered = new Uint8Array(length);
  for (const m of mentions) {
    const kind = kinds.indexOf(m.type);
    if (kind > 0 && m.level !== 'pronoun') covered.fill(kind, m.first, m.last);
  }
  return covered;
}
