import { type Assets, decode, resource } from '../document/assets.ts';
import type { LexiconEntry } from '../document/layers.ts';
import { parseTable } from './table.ts';
import { Trie } from './trie.ts';
import { WordMap } from './wordMap.ts';

export interface Demonym extends LexiconEntry {
  readonly number: 'singular' | 'plural' | 'both';
}
interface Demonyms {
  readonly trie: Trie<Demonym>;
  readonly countryOf: WordMap<string>;
}
const load = (assets: Assets): Demonyms =>
  resource(assets, 'lexicon/demonym.tsv', (bytes, name) => {
    const trie = new Trie<Demonym>();
    const countryOf = new Map<string, string>();
    for (const { term, country, number } of parseTable(decode(bytes), name, ['term', 'country', 'number', 'note'])) {
      if (country) countryOf.set(term.toLowerCase(), country);
      trie.add(term, {
        term,
        type: 'nationality',
        level: 'name',
        ...(country && { country }),
        number: (number || 'both') as Demonym['number'],
      });
    }
    return { trie, countryOf: new WordMap(countryOf) };
  });

/** Demonyms and creeds, found in a text. */
export const loadDemonyms = (assets: Assets): Trie<Demonym> => load(assets).trie;
/** ISO code of a country by a demonym in lower case ("iraqi", "iraqis"). */
export const demonymCountries = (assets: Assets): WordMap<string> => load(assets).countryOf;
