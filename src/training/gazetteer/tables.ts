/** The project's own tables of places, checked while they are read. */
import { readFileSync } from 'node:fs';
import { COUNTRY_COLUMNS } from '../../gazetteer/country.ts';
import { parseTable } from '../../gazetteer/table.ts';

const read = (name: string): string => readFileSync(`src/lexicon/${name}`, 'utf8');
const list = (cell: string): string[] => cell.split(';').filter(Boolean);

export const readCountries = () =>
  parseTable(read('place-country.tsv'), 'place-country.tsv', COUNTRY_COLUMNS).map((row) => ({
    ...row,
    others: list(row.others),
  }));

const EXTRAS = ['place-region.tsv', 'place-water.tsv', 'place-facility.tsv', 'place-town.tsv'];
export const readExtras = () =>
  EXTRAS.flatMap((name) =>
    parseTable(read(name), name, ['name', 'kind', 'latitude', 'longitude', 'country', 'geonames', 'others']),
  ).map((row) => ({ ...row, others: list(row.others) }));

export const readAliases = () => parseTable(read('place-alias.tsv'), 'place-alias.tsv', ['term', 'of', 'note']);
export const readCommonWords = (): Set<string> =>
  new Set(parseTable(read('place-word.tsv'), 'place-word.tsv', ['term']).map((row) => row.term));
