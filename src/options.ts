/** What callers may pass, checked and completed into settings. */
import type { Assets } from './document/assets.ts';
import { fail, frozen, list, oneOf, optional, record, text } from './document/check.ts';
import {
  defineEntityType,
  defineEventType,
  defineRelationType,
  entityType,
  kindsOf,
  patternType,
  term,
} from './document/define.ts';
import type { EntityTypeDefinition, EventTypeDefinition, RelationTypeDefinition, Term } from './document/definition.ts';
import { isBuiltIn, type LayerName, type Layers, type LexiconEntry } from './document/layers.ts';
import { type GazetteerEdition, PLACE_KINDS, type PlaceRow } from './document/placeRow.ts';
import type { EntityType } from './document/schema.ts';
import type { DateOrder, Settings } from './document/settings.ts';
import type { Stage } from './document/stage.ts';
import { PIPELINE } from './pipeline.ts';

/** What is known of a text beside its words. */
export interface ExtractOptions {
  /**
   * The article's date, `YYYY-MM-DD` with or without a time: relative dates ("last Thursday") are reckoned from it. Another
   * form ("11/28/2016", "7:58 AM ET") counts as none, and `diagnostics` says so.
   */
  readonly date?: string | null | undefined;
  /** Where the article comes from, an outlet's name, site or home ("Reuters, London"): a hint for places. */
  readonly source?: string | null | undefined;
}

/** An entry of one's own lexicon. Without `level`, a term with a capital at its start is a name, another a nominal. */
export interface LexiconTerm extends Term {
  readonly type: EntityType;
}

export type StageName =
  | 'tokenization'
  | 'tagging'
  | 'parsing'
  | 'timex'
  | 'mention'
  | 'coreference'
  | 'entity'
  | 'relation'
  | 'event';
/** The built-in stages' names, in their order. */
export const STAGES = Object.freeze(PIPELINE.map((stage) => stage.name)) as readonly StageName[];

/** Any stage, whatever it reads and writes. */
// biome-ignore lint/suspicious/noExplicitAny: a stage's layers stand on both sides of its function, so no one type holds all.
export type AnyStage = Stage<any, any>;

export interface ExtractorOptions {
  /** Names and nouns of one's own, beside the library's. */
  readonly lexicon?: readonly LexiconTerm[];
  /** Made by `defineEntityType`. */
  readonly entityTypes?: readonly EntityTypeDefinition[];
  /** Made by `defineRelationType`. */
  readonly relationTypes?: readonly RelationTypeDefinition[];
  /** Made by `defineEventType`. */
  readonly eventTypes?: readonly EventTypeDefinition[];
  /**
   * The whole pipeline, in order: names of built-in stages (`STAGES` lists them) and stages of one's own, made by
   * `defineStage`. To replace one: `STAGES.map((name) => (name === 'timex' ? myTimex : name))`. A layer that no stage writes stays empty.
   */
  readonly stages?: readonly (StageName | AnyStage)[];
  /** Which edition of the gazetteer: `full` (the default), or `small` for browsers. */
  readonly gazetteer?: GazetteerEdition;
  /** Places of one's own, beside the gazetteer's: rows, or what `readDump` makes of a GeoNames dump. */
  readonly places?: readonly PlaceRow[];
  /** How an all-numeric date is read: "04/05/2024" is April 5 (`mdy`, the default) or 4 May (`dmy`). */
  readonly dateOrder?: DateOrder;
  /**
   * The package's data files, for hosts without a file system: their bytes by name ("lexicon/weapon.tsv"), or a function
   * from a name to its bytes. `sitrep/assets.json` lists the names, and each file is exported (`sitrep/lexicon/weapon.tsv`).
   */
  readonly assets?: Assets | Readonly<Record<string, Uint8Array>>;
}

const DATE =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Whether a string is a day of the calendar in ISO 8601, with or without a time. */
function isIsoDate(value: string): boolean {
  const [, year, month, day] = DATE.exec(value) ?? [];
  if (year === undefined || +month < 1 || +month > 12) return false;
  return +day >= 1 && +day <= new Date(Date.UTC(+year, +month, 0)).getUTCDate();
}

/**
 * An article's date. What was meant for an ISO 8601 date and is none ("2023-02-29", "tomorrow") is a mistake of the caller. Archives
 * also hold "7:58 AM ET", "11/28/2016" or nothing in that field, and an article isn't lost for that: it counts as undated.
 */
function dateOf(value: unknown, where: string): Pick<Input, 'date' | 'diagnostics'> {
  if (value === undefined || value === null || value === '') return { date: null, diagnostics: [] };
  if (typeof value === 'string' && isIsoDate(value)) return { date: value, diagnostics: [] };
  if (typeof value !== 'string' || !/\d/.test(value) || /^\d{4}-\d\d-\d\d/.test(value))
    fail(where, "an ISO 8601 date such as '2024-04-24'", value);
  const reason = `the article's date is no ISO 8601 date and counts as none: ${JSON.stringify(value)}`;
  return { date: null, diagnostics: [{ start: 0, end: 0, rule: 'date/unreadable', reason }] };
}

type Input = Pick<Layers, 'text' | 'date' | 'source' | 'diagnostics'>;
/** Checks the arguments of `extract`. @throws TypeError */
export function checkInput(input: unknown, options: unknown): Input {
  if (typeof input !== 'string') fail('extract: text', 'a string', input);
  const fields = options === undefined ? {} : record(options, 'extract: options', ['date', 'source']);
  const source = fields.source ?? null;
  if (source !== null && typeof source !== 'string') fail('extract: options.source', 'a string', source);
  return { text: input, source, ...dateOf(fields.date, 'extract: options.date') };
}

const startsWithCapital = (words: string): boolean => /^\p{Lu}/u.test(words);
const entryOf = (type: EntityType, entry: Term): LexiconEntry =>
  Object.freeze({ level: startsWithCapital(entry.term) ? 'name' : 'nominal', ...entry, type });

function assetsOf(value: unknown, where: string): Assets {
  if (typeof value === 'function') return value as Assets;
  if (typeof value !== 'object' || value === null) fail(where, 'a function or a record of files', value);
  const files = value as Readonly<Record<string, Uint8Array>>;
  return (name) => {
    if (!Object.hasOwn(files, name))
      throw new Error(`assets: no file '${name}'; give the package's own, from dist/${name}`);
    return files[name];
  };
}

function stageOf(value: unknown, where: string): AnyStage {
  if (typeof value !== 'object' || value === null) return PIPELINE[STAGES.indexOf(oneOf(value, where, STAGES))];
  const stage = record(value, where, ['name', 'reads', 'writes', 'prepare']);
  text(stage.name, `${where}.name`);
  for (const layers of ['reads', 'writes']) list(stage[layers], `${where}.${layers}`, text);
  if (typeof stage.prepare !== 'function') fail(`${where}.prepare`, 'a function', stage.prepare);
  return value as AnyStage;
}

/** The chosen stages. @throws TypeError when one stands there twice, or reads a layer that none before it writes */
function stagesOf(value: unknown, where: string): readonly AnyStage[] {
  const stages = list(value, where, stageOf);
  const names = new Set<string>();
  const written = new Set<string>();
  for (const [i, { name, reads, writes }] of stages.entries()) {
    if (names.has(name)) fail(`${where}[${i}]`, "a stage that isn't in the list yet", name);
    names.add(name);
    for (const layer of reads)
      if (!written.has(layer))
        throw new TypeError(
          `${where}[${i}]: expected a stage before '${name}' that writes '${layer}', which it reads, got none`,
        );
    for (const layer of writes) written.add(layer);
  }
  return stages;
}

const OPTIONS = [
  'lexicon',
  'entityTypes',
  'relationTypes',
  'eventTypes',
  'gazetteer',
  'places',
  'stages',
  'dateOrder',
  'assets',
];

const PLACE_FIELDS = [
  'kind',
  'name',
  'others',
  'country',
  'admin1',
  'admin2',
  'latitude',
  'longitude',
  'geonamesId',
  'population',
];
function placeOf(value: unknown, where: string): PlaceRow {
  const row = record(value, where, PLACE_FIELDS);
  oneOf(row.kind, `${where}.kind`, PLACE_KINDS);
  text(row.name, `${where}.name`);
  for (const [field, most] of [
    ['latitude', 90],
    ['longitude', 180],
  ] as const) {
    const degrees = row[field];
    if (typeof degrees !== 'number' || !(Math.abs(degrees) <= most))
      fail(`${where}.${field}`, `degrees from -${most} to ${most}`, degrees);
  }
  return frozen(value as PlaceRow);
}

/** Checks the options of `createExtractor` and completes them. @throws TypeError */
export function settingsOf(
  options: unknown,
  defaults: Assets,
): { settings: Settings; stages: readonly Stage<LayerName, LayerName>[] } {
  const at = (name: string): string => `createExtractor: options.${name}`;
  const fields = options === undefined ? {} : record(options, 'createExtractor: options', OPTIONS);
  const entityTypes = definitions<EntityTypeDefinition>(fields.entityTypes, at('entityTypes'), defineEntityType);
  const own = new Map(entityTypes.map((definition) => [definition.type, definition.kinds]));
  const known = (type: EntityType, where: string): EntityType => {
    if (!isBuiltIn(type) && !own.has(type)) fail(where, 'a built-in type or one of options.entityTypes', type);
    return type;
  };
  const lexicon = list(fields.lexicon ?? [], at('lexicon'), (entry, where) => {
    const type = known(entityType(Object(entry).type, `${where}.type`), `${where}.type`);
    return entryOf(type, frozen(term(entry, where, kindsOf(type, own.get(type)), ['type'])));
  });
  const relationTypes = definitions<RelationTypeDefinition>(
    fields.relationTypes,
    at('relationTypes'),
    defineRelationType,
  );
  for (const [i, { from, to }] of relationTypes.entries())
    for (const type of [...from, ...to]) known(patternType(type), `${at('relationTypes')}[${i}]`);
  return {
    settings: Object.freeze({
      assets: optional(fields.assets, (assets) => assetsOf(assets, at('assets'))) ?? defaults,
      dateOrder:
        optional(fields.dateOrder, (order) => oneOf<DateOrder>(order, at('dateOrder'), ['mdy', 'dmy'])) ?? 'mdy',
      lexicon: Object.freeze([
        ...lexicon,
        ...entityTypes.flatMap(({ type, terms }) => terms.map((t) => entryOf(type, t))),
      ]),
      entityTypes,
      relationTypes,
      eventTypes: definitions<EventTypeDefinition>(fields.eventTypes, at('eventTypes'), defineEventType),
      gazetteer:
        optional(fields.gazetteer, (g) => oneOf<GazetteerEdition>(g, at('gazetteer'), ['full', 'small'])) ?? 'full',
      places: list(fields.places ?? [], at('places'), placeOf),
    }),
    stages: optional(fields.stages, (stages) => stagesOf(stages, at('stages'))) ?? PIPELINE,
  };
}

/** Definitions that were not made by their helper are checked by it here; its message is put behind the place. */
function definitions<T>(value: unknown, where: string, define: (definition: T) => T): readonly T[] {
  return Object.freeze(
    list(value ?? [], where, (definition, at) => {
      try {
        return define(definition as T);
      } catch (error) {
        throw new TypeError(`${at}: ${(error as Error).message}`);
      }
    }),
  );
}
