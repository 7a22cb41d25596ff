/** What the tokeniser knows of single words: `lexicon/tokenization.tsv`, whose head says what each class means. */

import { type Assets, decode, resource } from '../document/assets.ts';
import { codeAt } from '../document/codeAt.ts';
import { parseTable } from '../gazetteer/table.ts';
import { WordMap } from '../gazetteer/wordMap.ts';

export type Abbreviation = 'title' | 'number' | 'month' | 'word';

export interface TokenLexicon {
  /** By the word without its point, as written. */
  readonly abbreviations: WordMap<Abbreviation>;
  readonly prefixes: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** Where a word in lower case is parted: "cannot" → 3. */
  readonly splits: ReadonlyMap<string, number>;
  /** A bit for each length of such a word, by its first and last letter (`endsOf`): a quick no for nearly all others. */
  readonly splitLengths: Int32Array;
  readonly openers: ReadonlySet<string>;
}

/** Place in `splitLengths` of words that begin and end with these ASCII letters, small or not. */
const endsOf = (first: number, last: number): number => ((first & 31) << 5) | (last & 31);

const LONGEST_SPLIT = 8;

/** Where the word between `from` and `to` is parted; undefined when it is one. */
export function splitAt(
  { splits, splitLengths }: TokenLexicon,
  text: string,
  from: number,
  to: number,
): number | undefined {
  const lengths = splitLengths[endsOf(codeAt(text, from), codeAt(text, to - 1))];
  if (to - from > LONGEST_SPLIT || !(lengths & (1 << (to - from)))) return undefined;
  return splits.get(text.slice(from, to).toLowerCase());
}

const ABBREVIATIONS = ['title', 'number', 'month', 'word'];

function parse(bytes: Uint8Array): TokenLexicon {
  const rows = parseTable(decode(bytes), 'tokenization.tsv', ['term', 'class']);
  const of = (name: string): string[] => rows.filter((row) => row.class === name).map((row) => row.term);
  const splits = new Map(of('split').map((term) => [term.replace('|', ''), term.indexOf('|')]));
  const splitLengths = new Int32Array(32 * 32);
  for (const word of splits.keys())
    splitLengths[endsOf(codeAt(word, 0), codeAt(word, word.length - 1))] |= 1 << word.length;
  return {
    abbreviations: new WordMap(
      new Map(
        rows
          .filter((row) => ABBREVIATIONS.includes(row.class))
          .flatMap(({ term, class: kind }) => {
            const upper = term.length > 1 && kind !== 'number' ? [term.toUpperCase()] : [];
            return [term, ...upper].map((form) => [form, kind as Abbreviation] as const);
          }),
      ),
    ),
    prefixes: new Set(of('prefix')),
    units: new Set(of('unit')),
    splits,
    splitLengths,
    openers: new Set(of('opener')),
  };
}

export const tokenLexicon = (assets: Assets): TokenLexicon => resource(assets, 'lexicon/tokenization.tsv', parse);
