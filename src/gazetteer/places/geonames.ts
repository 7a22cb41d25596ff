/** GeoNames' dump as places of the user's own: https://download.geonames.org/export/dump/ (CC BY 4.0: credit GeoNames). */
import { foldName } from './fold.ts';
import type { PlaceKind, PlaceRow } from './types.ts';

/** By feature code, else by feature class (https://www.geonames.org/export/codes.html). */
const KINDS: Readonly<Record<string, PlaceKind>> = {
  PPLC: 'capital',
  ADM1: 'division1',
  ADM2: 'division2',
  PCLI: 'country',
  P: 'city',
  A: 'region',
  H: 'water',
  L: 'area',
  T: 'area',
  V: 'area',
  S: 'facility',
  R: 'facility',
};

/**
 * Reads a dump such as `allCountries.txt` or `IQ.txt`: nineteen columns, tab-separated, no header.
 * Lines with fewer columns, other kinds or no name in Latin letters are left out. @see withPlaces
 */
export function readDump(dump: string): PlaceRow[] {
  return dump.split('\n').flatMap((line) => {
    const f = line.split('\t');
    const kind = KINDS[f[7]] ?? KINDS[f[6]];
    const name = foldName(f[1] ?? '') ? f[1] : f[2];
    if (f.length < 15 || !kind || !foldName(name)) return [];
    const others = [...new Set([f[2], ...f[3].split(',')])].filter((other) => other !== name && foldName(other));
    return [
      {
        kind,
        name,
        others,
        country: f[8],
        latitude: Number(f[4]),
        longitude: Number(f[5]),
        geonamesId: Number(f[0]),
        population: Number(f[14]) || 0,
      },
    ];
  });
}
