/** From records to columns: used by the build command and for places that users bring. */
import type { GazetteerParts } from './gazetteer.ts';
import { marksOf } from './names.ts';
import { KIND, type PlaceKind } from './types.ts';

/** A place whose names are folded and whose divisions are row numbers. */
export interface CompiledPlace {
  readonly kind: PlaceKind;
  /** As written; empty to save space. */
  readonly title: string;
  /** Folded names, the main one first, with their flags (see `NAME`). */
  readonly names: readonly (readonly [folded: string, flags: number])[];
  readonly country: string;
  readonly admin1: number;
  readonly admin2: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly geonamesId: number;
  readonly population: number;
}

const hundredths = (degrees: number, limit: number): number =>
  Math.max(-limit, Math.min(limit, Math.round(degrees * 100) || 0));
const grown = <T extends Uint8Array | Int16Array | Int32Array>(column: T, length: number): T => {
  const wider = new (column.constructor as new (n: number) => T)(length);
  wider.set(column);
  return wider;
};
const EMPTY: GazetteerParts = {
  columns: {
    length: 0,
    kind: new Uint8Array(0),
    country: new Uint8Array(0),
    admin1: new Int32Array(0),
    admin2: new Int32Array(0),
    latitude: new Int16Array(0),
    longitude: new Int16Array(0),
    geonamesId: new Int32Array(0),
    population: new Uint8Array(0),
  },
  countries: [''],
  block: new Uint8Array(0),
  titles: new Uint8Array(0),
};

/** Appends places to those that are there. Divisions are row numbers of the result. */
export function compilePlaces(places: readonly CompiledPlace[], base: GazetteerParts = EMPTY): GazetteerParts {
  const before = base.columns.length;
  const length = before + places.length;
  const { kind, country, admin1, admin2, latitude, longitude, geonamesId, population } = base.columns;
  const columns = {
    length,
    kind: grown(kind, length),
    country: grown(country, length),
    admin1: grown(admin1, length),
    admin2: grown(admin2, length),
    latitude: grown(latitude, length),
    longitude: grown(longitude, length),
    geonamesId: grown(geonamesId, length),
    population: grown(population, length),
  };
  const countries = [...base.countries];
  const numberOf = new Map(countries.map((code, i) => [code, i]));
  places.forEach((place, i) => {
    const r = before + i;
    if (!numberOf.has(place.country)) numberOf.set(place.country, countries.push(place.country) - 1);
    columns.kind[r] = KIND[place.kind];
    columns.country[r] = numberOf.get(place.country) ?? 0;
    columns.admin1[r] = place.admin1;
    columns.admin2[r] = place.admin2;
    columns.latitude[r] = hundredths(place.latitude, 9000);
    columns.longitude[r] = hundredths(place.longitude, 18000);
    columns.geonamesId[r] = place.geonamesId;
    columns.population[r] = place.population > 1 ? Math.min(255, Math.round(20 * Math.log10(place.population))) : 0;
  });
  const line = (p: CompiledPlace): string => p.names.map(([name, flags]) => marksOf(flags) + name).join('\t');
  return {
    columns,
    countries,
    block: joined(base.block, before, places.map(line)),
    titles: joined(
      base.titles,
      before,
      places.map((p) => p.title),
    ),
  };
}

/** Lines behind a block of lines that may have fewer than `before` (the rest are empty). */
function joined(block: Uint8Array, before: number, lines: readonly string[]): Uint8Array {
  let present = before ? 1 : 0;
  for (const b of block) if (b === 10) present++;
  const tail = lines.join('\n').replace(/\n+$/, '');
  if (!tail) return block;
  const added = new TextEncoder().encode('\n'.repeat(before ? before - present + 1 : 0) + tail);
  const all = new Uint8Array(block.length + added.length);
  all.set(block);
  all.set(added, block.length);
  return all;
}
