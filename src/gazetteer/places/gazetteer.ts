/** Places in columns with an index of their names: what recognition and resolution ask. */
import { codeAt } from '../../document/codeAt.ts';
import { foldName } from './fold.ts';
import { FNV_START, fnv, indexNames, type NameIndex } from './names.ts';
import { PLACE_KINDS, type PlaceColumns, type PlaceKind } from './types.ts';

export interface Gazetteer extends PlaceColumns {
  readonly countries: readonly string[];
  readonly names: NameIndex;
  /** For countries, divisions and what users bring: the name as written. Empty for others. */
  title(row: number): string;
  /** What it was made of, to be extended. */
  readonly parts: GazetteerParts;
}

export interface GazetteerParts {
  readonly columns: PlaceColumns;
  readonly countries: readonly string[];
  readonly block: Uint8Array;
  /** Names as written of the first rows, a line each. */
  readonly titles: Uint8Array;
}

export function createGazetteer(parts: GazetteerParts): Gazetteer {
  const { columns, countries, block, titles } = parts;
  let written: readonly string[] | undefined;
  return Object.freeze({
    ...columns,
    countries,
    names: indexNames(block),
    title: (row: number) => (written ??= new TextDecoder().decode(titles).split('\n'))[row] ?? '',
    parts,
  });
}

const key = new Uint8Array(256);

/** The first entry of the index that has a name, -1 for none. */
export function entryNamed(gazetteer: Gazetteer, name: string): number {
  const folded = foldName(name);
  if (!folded || folded.length > key.length) return -1;
  let hash = FNV_START;
  for (let i = 0; i < folded.length; i++) {
    key[i] = codeAt(folded, i);
    hash = fnv(hash, key[i]);
  }
  return gazetteer.names.find(key, folded.length, hash);
}

/** Rows that have a name, in no order of likelihood. */
export function rowsNamed(gazetteer: Gazetteer, name: string): number[] {
  const rows: number[] = [];
  const { names } = gazetteer;
  for (let e = entryNamed(gazetteer, name); e >= 0; e = names.next[e])
    if (!rows.includes(names.row[e])) rows.push(names.row[e]);
  return rows;
}

export const kindOf = (gazetteer: Gazetteer, row: number): PlaceKind => PLACE_KINDS[gazetteer.kind[row]];
export const countryOf = (gazetteer: Gazetteer, row: number): string => gazetteer.countries[gazetteer.country[row]];
export const peopleOf = (gazetteer: Gazetteer, row: number): number => 10 ** (gazetteer.population[row] / 20);
