/** What recognition and resolution promise beyond the single cases. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import { resolvePlaces } from '../../src/entity/place/index.ts';
import { loadGazetteer, withPlaces } from '../../src/gazetteer/places/load.ts';
import { loadPlaceRecogniser, recognisePlaces } from '../../src/mention/place/index.ts';
import { layersOf, read, recogniser, resolver } from './read.ts';

const spans = (text: string): string[] => read(text).proposals.map((p) => text.slice(p.start, p.end));

describe('names inside names', () => {
  test('the region holds the country', () => {
    expect(spans('Troops left northern Iraq on Monday.')).toEqual(['northern Iraq', 'Iraq']);
  });
  test('the port holds the town', () => {
    expect(spans('A drone hit the port of Eilat on Monday.')).toEqual(['port of Eilat', 'Eilat']);
  });
  test('an organisation keeps its place, a person does not', () => {
    const text = 'Officials of the Illinois Department of Transportation met Paris Hilton.';
    expect(spans(text)).toEqual(['Illinois']);
  });
  test('what is known as a person holds no place', () => {
    const text = 'Jordan said that he would stay.';
    expect(read(text, null, [{ first: 0, last: 1, type: 'person' }]).proposals).toEqual([]);
  });
});

describe('what lies in what', () => {
  test('as the text says', () => {
    expect(read('Gunmen attacked Ramadi, in Anbar province, and Tulsa, Oklahoma.').said).toEqual([
      'Ramadi < Anbar province',
      'Tulsa < Oklahoma',
    ]);
  });
  test('as the gazetteer says', () => {
    expect(read('Iraq sent troops to Mosul and to Nineveh province.').known).toContain('Mosul < Nineveh province');
  });
});

describe('resolution', () => {
  test('says what spoke for a place, and how sure it is', () => {
    const [prague] = read('A tornado hit Prague, Oklahoma, on Sunday.').places;
    expect(prague.attributes.cues).toContain('parent');
    expect(prague.attributes.confidence).toBeGreaterThan(0.9);
    expect(prague.ids).toEqual({ geonames: prague.attributes.geonamesId });
  });
  test('gives countries their code', () => {
    expect(read('She left Iraq.').places[0].ids).toEqual({ iso: 'IQ', geonames: 99237 });
  });
  test('an unknown name inherits its neighbour, says so, and has no id', () => {
    const place = read('Fighters were killed in Umm Qubaybat, near Daraa, on Monday.').places.find(
      (p) => p.text === 'Umm Qubaybat',
    );
    expect(place?.attributes).toMatchObject({ country: 'SY', inherited: true });
    expect(place?.attributes.geonamesId).toBeUndefined();
    expect(place?.ids).toBeUndefined();
  });
  test('a place without a name has the country around it, or of its own demonym', () => {
    const text = 'Rockets hit the base near Mosul and an Iranian port.';
    const layers = layersOf(text);
    const names = recognisePlaces(layers, recogniser);
    const base = layers.tokens.form.indexOf('base');
    const port = layers.tokens.form.indexOf('port');
    const chains = [
      { names },
      { names: [], nominals: [{ first: base, last: base + 1 }] },
      { names: [], nominals: [{ first: port - 1, last: port + 1 }] },
    ];
    const [, a, b] = resolvePlaces(chains, layers, resolver);
    expect(a.attributes).toMatchObject({ country: 'IQ', inherited: true });
    expect(b.attributes).toMatchObject({ country: 'IR', inherited: true });
  });
  test('the outlet decides where nothing else does', () => {
    const text = 'Police in Richmond arrested a man on Monday.';
    expect(read(text, 'richmondregister.com').places[0].attributes.admin1).toBe('Kentucky');
    expect(read(text, 'London, United Kingdom').places[0].attributes.country).toBe('GB');
  });
});

test("the user's own places are found and put on the map", () => {
  const gazetteer = withPlaces(loadGazetteer(packageAssets, 'small'), [
    { kind: 'facility', name: 'Camp Zarzuela', country: 'IQ', latitude: 33.5, longitude: 44.25 },
  ]);
  const own = loadPlaceRecogniser(packageAssets, 'small', gazetteer);
  const layers = layersOf('Rockets struck Camp Zarzuela near Baghdad on Monday.');
  const names = recognisePlaces(layers, own).filter((p) => p.end - p.start === 'Camp Zarzuela'.length);
  const [place] = resolvePlaces([{ names }], layers, { ...resolver, gazetteer });
  expect(place.attributes).toMatchObject({ country: 'IQ', latitude: 33.5, longitude: 44.25 });
});

test('any text is read, twice the same', () => {
  const words = fc.constantFrom(
    'Iraq',
    'al-',
    'Anbar',
    'province',
    'Lake',
    ',',
    'in',
    '\ud800',
    '’s',
    'US',
    'Port',
    'of',
    '\u202e',
    'Jordan',
    '\n',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const once = read(text);
      for (const p of once.proposals) expect(p.start < p.end && p.end <= text.length).toBe(true);
      expect(read(text)).toEqual(once);
    }),
    { numRuns: 60, seed: 5 },
  );
});
