/** The library's own gazetteer and those that users make of it. */
import { type Assets, resource } from '../../document/assets.ts';
import { compilePlaces } from './compile.ts';
import { foldName } from './fold.ts';
import { createGazetteer, type Gazetteer, rowsNamed } from './gazetteer.ts';
import { readGazetteer } from './pack.ts';
import { KIND, NAME, type PlaceRow } from './types.ts';

/** `full`: towns from 1,000 people. `small`, for browsers: from 15,000 people, and no second-order divisions but those of the USA. */
export type GazetteerEdition = 'full' | 'small';
export const GAZETTEER_FILES: Readonly<Record<GazetteerEdition, string>> = {
  full: 'model/gazetteer.bin',
  small: 'model/gazetteer-small.bin',
};

/** Reads a packed gazetteer once for a set of assets. */
export const loadGazetteer = (assets: Assets, edition: GazetteerEdition = 'full'): Gazetteer =>
  resource(assets, GAZETTEER_FILES[edition], readGazetteer);

/**
 * A gazetteer with the user's places beside its own. Divisions are looked up by name; one that isn't known is left out.
 * @throws RangeError for a place without a name or with coordinates off the Earth.
 */
export function withPlaces(gazetteer: Gazetteer, rows: readonly PlaceRow[]): Gazetteer {
  const division = (name: string | undefined, kind: number, country: string | undefined): number =>
    (name === undefined ? [] : rowsNamed(gazetteer, name)).find(
      (r) => gazetteer.kind[r] === kind && (!country || gazetteer.countries[gazetteer.country[r]] === country),
    ) ?? -1;
  const compiled = rows.map((row) => {
    const names = [row.name, ...(row.others ?? [])].map(foldName).filter(Boolean);
    if (!names.length) throw new RangeError(`place: expected a name in Latin letters, got ${JSON.stringify(row.name)}`);
    if (!(Math.abs(row.latitude) <= 90 && Math.abs(row.longitude) <= 180))
      throw new RangeError(`place ${row.name}: expected degrees, got ${row.latitude}, ${row.longitude}`);
    return {
      kind: row.kind,
      title: row.name,
      names: names.map((name, i) => [name, i ? NAME.other : 0] as const),
      country: row.country ?? '',
      admin1: division(row.admin1, KIND.division1, row.country),
      admin2: division(row.admin2, KIND.division2, row.country),
      latitude: row.latitude,
      longitude: row.longitude,
      geonamesId: row.geonamesId ?? 0,
      population: row.population ?? 0,
    };
  });
  return createGazetteer(compilePlaces(compiled, gazetteer.parts));
}
