/** Where an outlet is at home, by its name, site or a place: a hint for the places it writes of. */
import { type Assets, decode, resource } from '../../document/assets.ts';
import { parseTable } from '../table.ts';
import { type Gazetteer, rowsNamed } from './gazetteer.ts';
import { KIND } from './types.ts';

export interface Home {
  /** Number of the country in the gazetteer's list, -1 when unknown. */
  readonly country: number;
  /** Row of the first-order division, -1 when unknown. */
  readonly admin1: number;
}
export const NO_HOME: Home = Object.freeze({ country: -1, admin1: -1 });

export type Outlets = ReadonlyMap<string, { readonly country: string; readonly division: string }>;
export const loadOutlets = (assets: Assets): Outlets =>
  resource(
    assets,
    'lexicon/place-outlet.tsv',
    (bytes, name) =>
      new Map(
        parseTable(decode(bytes), name, ['outlet', 'country', 'division']).map((row) => [
          row.outlet,
          { country: row.country, division: row.division },
        ]),
      ),
  );

const HOST = /^(?:https?:\/\/)?(?:www\.|m\.|edition\.)?([a-z0-9.-]+\.[a-z]{2,})(?:[/:?#]|$)/;

/** @param source "cambridge-news.co.uk", "https://www.dispatch.com/news", "Columbus, Ohio", "Rudaw" */
export function homeOf(source: string | null, gazetteer: Gazetteer, outlets: Outlets): Home {
  if (!source) return NO_HOME;
  const lower = source.trim().toLowerCase().slice(0, 300);
  const host = HOST.exec(lower)?.[1];
  const known = outlets.get(host ?? lower);
  if (known) return place(gazetteer, known.country, known.division);
  if (host) {
    const zone = host.slice(host.lastIndexOf('.') + 1).toUpperCase();
    return place(gazetteer, zone === 'UK' ? 'GB' : zone, '');
  }
  const parts = source
    .slice(0, 300)
    .split(',')
    .map((part) => part.trim());
  return homeTown(gazetteer, parts);
}

function place(gazetteer: Gazetteer, code: string, division: string): Home {
  const country = gazetteer.countries.indexOf(code);
  if (country <= 0) return NO_HOME;
  const rows = division ? rowsNamed(gazetteer, division) : [];
  const admin1 = rows.find((r) => gazetteer.kind[r] === KIND.division1 && gazetteer.country[r] === country) ?? -1;
  return { country, admin1 };
}

/** "Columbus, Ohio": the largest place of the first name that lies in the second. */
function homeTown(gazetteer: Gazetteer, [name, parent]: readonly string[]): Home {
  const outer = parent ? rowsNamed(gazetteer, parent) : [];
  const inside = (r: number): boolean =>
    !outer.length ||
    outer.some(
      (o) =>
        gazetteer.admin1[r] === o ||
        (gazetteer.kind[o] === KIND.country && gazetteer.country[o] === gazetteer.country[r]),
    );
  const rows = rowsNamed(gazetteer, name ?? '').filter(inside);
  rows.sort((a, b) => gazetteer.population[b] - gazetteer.population[a] || a - b);
  const row = rows[0];
  if (row === undefined) return NO_HOME;
  const division = gazetteer.kind[row] === KIND.division1 ? row : gazetteer.admin1[row];
  return { country: gazetteer.country[row] || -1, admin1: division };
}
