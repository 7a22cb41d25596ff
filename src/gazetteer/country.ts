import { type Assets, decode, resource } from '../document/assets.ts';
import { parseTable } from './table.ts';
import { atomsOf } from './trie.ts';

const COLUMNS = [
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

/** ISO code of a country by any of its names, as atoms with blanks between ("u s", "united states"). */
export const loadCountryNames = (assets: Assets): ReadonlyMap<string, string> =>
  resource(assets, 'lexicon/place-country.tsv', (bytes, file) => {
    const names = new Map<string, string>();
    for (const row of parseTable(decode(bytes), file, COLUMNS))
      for (const name of [row.name, ...row.others.split(';')]) if (name) names.set(atomsOf(name).join(' '), row.iso);
    return names;
  });
