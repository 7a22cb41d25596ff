/** What the tokeniser knows of single words: `lexicon/tokenization.tsv`, whose head says what each class means. */
import { type Assets, decode, resource } from '../document/assets.ts';
import { parseTable } from '../gazetteer/table.ts';

export type Abbreviation = 'title' | 'number' | 'month' | 'word';

export interface TokenLexicon {
  /** By the word without its point, as written. */
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  readonly prefixes: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** Where a word in lower case is parted: "cannot" → 3. */
  readonly splits: ReadonlyMap<string, number>;
  readonly openers: ReadonlySet<string>;
}

const ABBREVIATIONS = ['title', 'number', 'month', 'word'];

function parse(bytes: Uint8Array): TokenLexicon {
  const rows = parseTable(decode(bytes), 'tokenization.tsv', ['term', 'class']);
  const of = (name: string): string[] => rows.filter((row) => row.class === name).map((row) => row.term);
  return {
    abbreviations: new Map(
      rows
        .filter((row) => ABBREVIATIONS.includes(row.class))
        .flatMap(({ term, class: kind }) => {
          const upper = term.length > 1 && kind !== 'number' ? [term.toUpperCase()] : [];
          return [term, ...upper].map((form) => [form, kind as Abbreviation] as const);
        }),
    ),
    prefixes: new Set(of('prefix')),
    units: new Set(of('unit')),
    splits: new Map(of('split').map((term) => [term.replace('|', ''), term.indexOf('|')])),
    openers: new Set(of('opener')),
  };
}

export const tokenLexicon = (assets: Assets): TokenLexicon => resource(assets, 'lexicon/tokenization.tsv', parse);
