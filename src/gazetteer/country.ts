import { type Assets, decode, resource } from '../document/assets.ts';
import { atomsOf } from './atoms.ts';
import { parseTable } from './table.ts';
import { Trie } from './trie.ts';
import { WordMap } from './wordMap.ts';

/** Columns of `place-country.tsv`. */
export const COUNTRY_COLUMNS = [
  'iso',
  'geonames',
  'name',
  'latitude',
  'longitude',
  'capital',
  'population',
  'continent',
  'neighbours',
  'others',
] as const;

interface Countries {
  readonly byName: WordMap<string>;
  readonly trie: Trie<string>;
  readonly capitals: readonly string[];
  readonly byCapital: WordMap<string>;
}
const load = (assets: Assets): Countries =>
  resource(assets, 'lexicon/place-country.tsv', (bytes, file) => {
    const rows = parseTable(decode(bytes), file, COUNTRY_COLUMNS);
    const byName = new Map<string, string>();
    const trie = new Trie<string>();
    for (const row of rows)
      for (const name of [row.name, ...row.others.split(';')]) {
        if (!name) continue;
        byName.set(atomsOf(name).join(' '), row.iso);
        trie.add(name, row.iso);
      }
    const governed = rows.filter((row) => row.capital);
    return {
      byName: new WordMap(byName),
      trie,
      capitals: governed.map((row) => row.capital),
      byCapital: new WordMap(new Map(governed.map((row) => [atomsOf(row.capital).join(' '), row.iso]))),
    };
  });

/** ISO code of a country by any of its names, as atoms with blanks between ("u s", "united states"). */
export const loadCountryNames = (assets: Assets): WordMap<string> => load(assets).byName;
/** The names of countries, found in a text. */
export const countryTrie = (assets: Assets): Trie<string> => load(assets).trie;
export const capitalsOf = (assets: Assets): readonly string[] => load(assets).capitals;
/** ISO code of a country by its capital's name, as atoms with blanks between. */
export const capitalNames = (assets: Assets): WordMap<string> => load(assets).byCapital;
