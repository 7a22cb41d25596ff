/** The library's own gazetteer and those that users make of it. */
import { type Assets, resource } from '../../document/assets.ts';
import type { GazetteerEdition } from '../../document/placeRow.ts';
import type { Settings } from '../../document/settings.ts';
import { compilePlaces } from './compile.ts';
import { foldName } from './fold.ts';
import { createGazetteer, type Gazetteer, rowsNamed } from './gazetteer.ts';
import { readGazetteer } from './pack.ts';
import { KIND, NAME, type PlaceRow } from './types.ts';

export type { GazetteerEdition } from '../../document/placeRow.ts';
export const GAZETTEER_FILES: Readonly<Record<GazetteerEdition, string>> = {
  full: 'model/gazetteer.bin',
  small: 'model/gazetteer-small.bin',
};

/** Reads a packed gazetteer once for a set of assets. */
export const loadGazetteer = (assets: Assets, edition: GazetteerEdition = 'full'): Gazetteer =>
  resource(assets, GAZETTEER_FILES[edition], readGazetteer);

const made = new WeakMap<Settings, Gazetteer>();
/** The gazetteer that an extractor's settings ask for, made once for all its stages. */
export function gazetteerOf(settings: Settings): Gazetteer {
  let gazetteer = made.get(settings);
  if (!gazetteer) {
    gazetteer = loadGazetteer(settings.assets, settings.gazetteer);
    if (settings.places?.length) gazetteer = withPlaces(gazetteer, settings.places);
    made.set(settings, gazetteer);
  }
  return gazetteer;
}

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
