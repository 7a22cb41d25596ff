/** Texts with their places marked, and the candidates of recognition in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { packageAssets } from '../../assets.ts';
import { emptyLayers, type Layers } from '../../document/layers.ts';
import type { Settings } from '../../document/settings.ts';
import type { Span } from '../../document/span.ts';
import { loadOutlets } from '../../gazetteer/places/home.ts';
import { loadGazetteer } from '../../gazetteer/places/load.ts';
import { loadClassNouns } from '../../mention/place/class.ts';
import { loadPersonNames } from '../../mention/place/people.ts';
import { type PlaceTables, type Prepared, prepare } from '../../mention/place/recognise.ts';
import { clustersOf } from '../../perceptron/index.ts';
import { tokenization } from '../../tokenization/index.ts';

export interface Gold extends Span {
  /** Neither right nor wrong to find it. */
  readonly optional: boolean;
}
export interface Item {
  /** Outlet or corpus: folds keep it together. */
  readonly group: string;
  readonly layers: Layers;
  readonly gold: readonly Gold[];
  readonly prepared: Prepared;
  /** 1, 0, or -1 for what the gold leaves open, for each candidate. */
  readonly labels: readonly number[];
  /** How much it counts in training. */
  readonly weight: number;
}
interface GeoDocument {
  readonly id: string;
  readonly text: string;
  readonly source: string | null;
  readonly toponyms: readonly (Span & { readonly sense?: string })[];
}
interface SchemaDocument {
  readonly text: string;
  readonly mentions: readonly (Span & { readonly type: string; readonly level: string })[];
}

export const tables: PlaceTables = {
  gazetteer: loadGazetteer(packageAssets),
  nouns: loadClassNouns(packageAssets),
  people: loadPersonNames(packageAssets),
  outlets: loadOutlets(packageAssets),
  clusters: clustersOf(packageAssets),
};
const words = tokenization.prepare({ assets: packageAssets } as Settings);

function labelOf(layers: Layers, prepared: Prepared, gold: readonly Gold[], i: number): number {
  const c = prepared.candidates[i];
  const start = layers.tokens.start[c.first];
  const end = layers.tokens.end[c.last - 1];
  const same = gold.find((g) => g.start === start && g.end === end);
  if (same) return same.optional ? -1 : 1;
  // the schema takes "Anbar province" whole, other gold "Anbar": recognition widens it afterwards
  if (c.noun?.note === 'small') return -1;
  return gold.some((g) => g.optional && g.start < end && start < g.end) ? -1 : 0;
}

function itemOf(layers: Layers, gold: readonly Gold[], group: string, weight: number, within = layers.sentences): Item {
  const prepared = prepare({ ...layers, sentences: within }, tables);
  const labels = prepared.candidates.map((_, i) => labelOf(layers, prepared, gold, i));
  return { group, layers, gold, prepared, labels, weight };
}
function read(text: string, source: string | null, gold: readonly Gold[], group: string, weight = 1): Item {
  const empty = emptyLayers(text, null, source);
  return itemOf({ ...empty, ...words(empty) }, gold, group, weight);
}

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

export const geoItems = (path: string): Item[] =>
  lines<GeoDocument>(path).map(({ id, text, source, toponyms }) => {
    const gold = toponyms.map(({ start, end, sense }) => ({ start, end, optional: sense === 'associative' }));
    return read(text, source, gold, id.startsWith('tr') ? 'tr' : (source ?? ''));
  });

const COMPASS = /^(?:north|south|east|west|central|upper|lower)/i;
/** Texts annotated in the project's own schema; of "northern Iraq" the name inside counts. */
export const schemaItems = (paths: readonly string[]): Item[] =>
  paths.flatMap((path) =>
    lines<SchemaDocument>(path).map(({ text, mentions }) => {
      const places = mentions.filter((m) => m.type === 'place' && m.level === 'name');
      const gold = places.filter((m) => !COMPASS.test(text.slice(m.start, m.end)));
      return read(
        text,
        null,
        gold.map(({ start, end }) => ({ start, end, optional: false })),
        'schema',
      );
    }),
  );

/** A sentence of a BIO file as text, with its spans. */
function sentenceOf(block: string): { text: string; spans: (Gold & { type: string })[] } {
  let text = '';
  const spans: { start: number; end: number; type: string; optional: boolean }[] = [];
  for (const line of block.split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const cells = line.split('\t');
    const [form, tag = 'O'] = cells.length > 2 ? [cells[1], cells[2]] : cells;
    if (text) text += ' ';
    const start = text.length;
    text += form;
    if (tag.startsWith('B-')) spans.push({ start, end: text.length, type: tag.slice(2), optional: false });
    else if (tag.startsWith('I-') && spans.length) spans[spans.length - 1].end = text.length;
  }
  return { text, spans };
}
const PLACE = /^(?:country|location|LOC)$/;
const PERSON = /^(?:person|politician|writer|PER)$/;
/** Locations and countries are places; what stands inside another name that is no person's is left open. */
export const bioItems = (folder: string, weight: number): Item[] =>
  readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split(/\n\s*\n/))
    .map(sentenceOf)
    .filter(({ text }) => text)
    .map(({ text, spans }) => {
      const gold = spans.filter(({ type }) => !PERSON.test(type));
      return read(
        text,
        null,
        gold.map((g) => ({ ...g, optional: !PLACE.test(g.type) })),
        'bio',
        weight,
      );
    });

/** Each sentence as a text of its own, so that the model doesn't lean on the rest of a document where there is none. */
export function sentencesOf({ layers, gold, group }: Item, weight: number): Item[] {
  const { sentences } = layers;
  const unhinted = { ...layers, source: null };
  return Array.from({ length: sentences.length }, (_, s) => {
    const one = (column: Int32Array): Int32Array => column.subarray(s, s + 1);
    const { start, end, first, last, paragraph } = sentences;
    return itemOf(unhinted, gold, group, weight, {
      length: 1,
      start: one(start),
      end: one(end),
      first: one(first),
      last: one(last),
      paragraph: one(paragraph),
    });
  }).filter((item) => item.prepared.candidates.length);
}
