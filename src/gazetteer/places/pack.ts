/** The file of a gazetteer: a line of JSON that describes it, then columns, names and titles (see `columns.ts`). */
import { ByteReader, ByteWriter } from './columns.ts';
import { createGazetteer, type Gazetteer, type GazetteerParts } from './gazetteer.ts';
import type { PlaceColumns } from './types.ts';

const FORMAT = 'sitrep-places-1';
const ORDER = ['kind', 'country', 'admin1', 'admin2', 'latitude', 'longitude', 'geonamesId', 'population'] as const;

export function packGazetteer({ columns, countries, block, titles }: GazetteerParts): Uint8Array {
  const out = new ByteWriter();
  const head = new TextEncoder().encode(JSON.stringify({ format: FORMAT, places: columns.length, countries }));
  out.blob(head);
  for (const name of ORDER) out.column(columns[name]);
  out.blob(block);
  out.blob(titles);
  return out.finish();
}

/** @throws SyntaxError when the bytes are no gazetteer of this version. */
export function readGazetteerParts(bytes: Uint8Array, name = 'gazetteer'): GazetteerParts {
  const reader = new ByteReader(bytes);
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  if (!start.includes(FORMAT)) throw new SyntaxError(`${name}: expected a file of format ${FORMAT}`);
  const head = JSON.parse(new TextDecoder().decode(reader.blob())) as { places: number; countries: string[] };
  const n = head.places;
  const columns: PlaceColumns = {
    length: n,
    kind: reader.column(new Uint8Array(n)),
    country: reader.column(new Uint8Array(n)),
    admin1: reader.column(new Int32Array(n)),
    admin2: reader.column(new Int32Array(n)),
    latitude: reader.column(new Int16Array(n)),
    longitude: reader.column(new Int16Array(n)),
    geonamesId: reader.column(new Int32Array(n)),
    population: reader.column(new Uint8Array(n)),
  };
  // copies, so that the rest of the file can go
  return {
    columns,
    countries: head.countries,
    block: new Uint8Array(reader.blob()),
    titles: new Uint8Array(reader.blob()),
  };
}

export const readGazetteer = (bytes: Uint8Array, name?: string): Gazetteer =>
  createGazetteer(readGazetteerParts(bytes, name));
