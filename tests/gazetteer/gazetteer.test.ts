/** The packed gazetteer: what it holds, how it is read and extended. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import { ByteReader, ByteWriter } from '../../src/gazetteer/places/columns.ts';
import { countryOf, type Gazetteer, kindOf, peopleOf, rowsNamed } from '../../src/gazetteer/places/gazetteer.ts';
import { readDump } from '../../src/gazetteer/places/geonames.ts';
import { GAZETTEER_FILES, loadGazetteer, withPlaces } from '../../src/gazetteer/places/load.ts';
import { packGazetteer, readGazetteer } from '../../src/gazetteer/places/pack.ts';

const full = loadGazetteer(packageAssets);
const small = loadGazetteer(packageAssets, 'small');
const idsOf = (g: Gazetteer, name: string): number[] => rowsNamed(g, name).map((row) => g.geonamesId[row]);

describe('what it holds', () => {
  test.each([
    ['Iraq', 99237],
    ['Raqqa', 172955],
    ['al-Raqqa', 172955],
    ['Ar Raqqah', 172955],
    ['Kyiv', 703448],
    ['Kiev', 703448],
    ['The Hague', 2747373],
    ['Vigo County', 4266295],
    ['Texas', 4736286],
    ['Middle East', 0],
  ])('%s has the GeoNames id %d', (name, id) => {
    expect(idsOf(full, name)).toContain(id);
  });

  test('every town of the full edition has a country and an id; divisions have titles', () => {
    for (let row = 0; row < full.length; row++) {
      if (kindOf(full, row) === 'division1') expect(full.title(row)).not.toBe('');
      if (kindOf(full, row) === 'capital') expect(countryOf(full, row)).toMatch(/^[A-Z]{2}$/);
    }
    expect(full.length).toBeGreaterThan(150_000);
  });

  test('the small edition holds towns from 15,000 people, those that the tables name, and capitals', () => {
    const towns = Array.from({ length: small.length }, (_, row) => row).filter((row) => kindOf(small, row) === 'city');
    expect(towns.filter((row) => peopleOf(small, row) < 14_000).length).toBeLessThan(400);
    expect(idsOf(small, 'Raqqa')).toContain(172955);
    expect(small.length).toBeLessThan(40_000);
  });

  test('the packed files are small', () => {
    const bytes = (file: string): number => gzipSync(readFileSync(`src/${file}`), { level: 9 }).length;
    expect(bytes(GAZETTEER_FILES.full)).toBeLessThan(2_500_000);
    expect(bytes(GAZETTEER_FILES.small)).toBeLessThan(1_000_000);
  });
});

describe('the file', () => {
  test('is the same after it is read and packed again', () => {
    expect(Buffer.from(packGazetteer(small.parts)).equals(Buffer.from(packageAssets(GAZETTEER_FILES.small)))).toBe(
      true,
    );
  });

  test('of another kind is refused', () => {
    expect(() => readGazetteer(new TextEncoder().encode('{"format":"x"}'), 'x.bin')).toThrow(
      /x\.bin: expected a file of format/,
    );
  });

  test('columns keep numbers of either sign', () => {
    const numbers = [0, -1, 5, -18_000, 18_000, 12_345_678, -2_000_000_000, 2_000_000_000];
    const out = new ByteWriter();
    out.column(numbers);
    expect([...new ByteReader(out.finish()).column(new Int32Array(numbers.length))]).toEqual(numbers);
  });
});

describe("the user's own places", () => {
  const base = { kind: 'facility', latitude: 33.5, longitude: 44.25 } as const;

  test('are found beside the others, in the division that they name', () => {
    const own = withPlaces(small, [
      { ...base, name: 'Camp Nowhere', others: ['FOB Nowhere'], country: 'IQ', admin1: 'Al Anbar', geonamesId: 7 },
    ]);
    const [row] = rowsNamed(own, 'fob nowhere');
    expect(own.geonamesId[row]).toBe(7);
    expect(own.title(row)).toBe('Camp Nowhere');
    expect(own.title(own.admin1[row])).toBe('Al Anbar');
    expect(own.latitude[row]).toBe(3350);
    expect(idsOf(own, 'Iraq')).toEqual(idsOf(small, 'Iraq'));
    expect(rowsNamed(small, 'Camp Nowhere')).toEqual([]);
  });

  test('are refused with a reason when they are no places', () => {
    expect(() => withPlaces(small, [{ ...base, name: '…' }])).toThrow(/expected a name in Latin letters, got "…"/);
    expect(() => withPlaces(small, [{ ...base, name: 'X', latitude: 91 }])).toThrow(
      /place X: expected degrees, got 91/,
    );
  });

  test("come from a dump in GeoNames' form", () => {
    const line =
      '99532\tKhān Banī Sa‘d\tKhan Bani Sad\tKhan Beni Saad\t33.56\t44.53\tP\tPPL\tIQ\t\t10\t\t\t\t900\t\t40\tAsia/Baghdad\t2020-01-01';
    const rows = readDump(`${line}\nbroken line\n`);
    expect(rows).toEqual([
      {
        kind: 'city',
        name: 'Khān Banī Sa‘d',
        others: ['Khan Bani Sad', 'Khan Beni Saad'],
        country: 'IQ',
        latitude: 33.56,
        longitude: 44.53,
        geonamesId: 99532,
        population: 900,
      },
    ]);
    expect(idsOf(withPlaces(small, rows), 'Khan Beni Saad')).toEqual([99532]);
  });
});
