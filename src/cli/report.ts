/** A document as tables for a person: who, where, with what, when, and what happened. What is unknown is left out. */
import type { Document, Entity, Event, Mention } from '../document/schema.ts';
import { table } from './table.ts';
import { type Format, oneLine, type Paint } from './terminal.ts';

type Row = readonly string[];
interface Section {
  readonly title: string;
  readonly formats: readonly (Format | undefined)[];
  rows(index: Index): readonly Row[];
}

/** A document's records by id. */
class Index {
  readonly document: Document;
  readonly #mentions: ReadonlyMap<string, Mention>;
  readonly #entities: ReadonlyMap<string, Entity>;
  constructor(document: Document) {
    this.document = document;
    this.#mentions = new Map(document.mentions.map((mention) => [mention.id, mention]));
    this.#entities = new Map(document.entities.map((entity) => [entity.id, entity]));
  }
  entities<T extends Entity['type']>(...types: T[]): Extract<Entity, { type: T }>[] {
    return types.flatMap((type) =>
      this.document.entities.filter((e): e is Extract<Entity, { type: T }> => e.type === type),
    );
  }
  entityName(id: string | undefined): string {
    return (id && this.#entities.get(id)?.name) || '';
  }
  /** Whom a number of victims counts: nothing more where the text gives the number alone. */
  victims(id: string | undefined): string {
    return id !== undefined && this.#mentions.get(id)?.type === 'quantity' ? '' : this.words(id);
  }
  /** A mention's words; for a pronoun, its entity's name. */
  words(id: string | undefined): string {
    const mention = id === undefined ? undefined : this.#mentions.get(id);
    if (!mention) return '';
    const entity = this.#entities.get(mention.entity);
    const words = this.document.text.slice(mention.start, mention.end);
    if (entity?.type === 'date' && entity.value) return `${words} (${entity.value})`;
    return mention.level === 'pronoun' && entity && entity.name !== words ? `${entity.name} (“${words}”)` : words;
  }
}

const spaced = (name: string): string => name.replaceAll('-', ' ');
const joined = (...parts: (string | false | undefined)[]): string => [...new Set(parts)].filter(Boolean).join(', ');
const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;

function actorRow(entity: Entity, index: Index): Row {
  const kind = spaced(entity.kind ?? entity.type);
  if (entity.type === 'person') return [entity.name, kind, joined(entity.title, entity.role, entity.nationality)];
  if (entity.type !== 'organization' && entity.type !== 'group') return [entity.name, kind];
  const sponsor = index.entityName(entity.sponsor);
  return [entity.name, kind, joined(entity.country, sponsor && `backed by ${sponsor}`)];
}

function amount(entity: Extract<Entity, { type: 'quantity' }>): string {
  const { value, minimum, maximum, approximate, unit } = entity;
  const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, n % 1 ? '' : ',');
  let shown = '';
  if (value !== undefined) shown = number(value);
  else if (minimum !== undefined && maximum !== undefined) shown = `${number(minimum)} to ${number(maximum)}`;
  else if (minimum !== undefined) shown = `${number(minimum)} or more`;
  else if (maximum !== undefined) shown = `${number(maximum)} or fewer`;
  return [approximate && shown && 'about', shown, unit].filter(Boolean).join(' ');
}

const ROLE_ORDER = ['agent', 'patient', 'instrument', 'place', 'time', 'killed', 'injured', 'source'];

/** One row an argument; the trigger and the type stand in the first. */
function eventRows(event: Event, index: Index): Row[] {
  const { text } = index.document;
  const fields: [string, string][] = event.args
    .map((arg): [string, string] => [arg.role, index.words(arg.mention)])
    .sort(([a], [b]) => ROLE_ORDER.indexOf(a) - ROLE_ORDER.indexOf(b));
  for (const { kind, best, low, high, mention } of event.casualties ?? []) {
    const range = low === high ? `${best}` : `${best} (${low} to ${high})`;
    const victims = fields.findIndex(([role, words]) => role === kind && words === index.words(mention));
    const field: [string, string] = [kind, [range, index.victims(mention)].filter(Boolean).join(' ')];
    if (victims < 0) fields.push(field);
    else fields[victims] = field;
  }
  const nature = [
    event.polarity === 'negative' && 'did not happen',
    event.status !== 'actual' && event.status,
    event.background && 'background',
  ].filter((word) => word !== false && word !== undefined);
  if (nature.length) fields.push(['status', nature.join(', ')]);
  const triggers = [...new Set(event.triggers.map(({ start, end }) => text.slice(start, end)))].join(', ');
  const type = event.mode ? `${event.type}/${event.mode}` : event.type;
  if (!fields.length) fields.push(['', '']);
  return fields.map(([role, filler], i) => (i ? ['', '', role, filler] : [triggers, type, role, filler]));
}

const isShown = new Set([
  'person',
  'organization',
  'group',
  'place',
  'weapon',
  'vehicle',
  'date',
  'quantity',
  'nationality',
]);

const SECTIONS: readonly Section[] = [
  {
    title: 'Actors',
    formats: ['bold', 'cyan'],
    rows: (index) => index.entities('person', 'organization', 'group').map((entity) => actorRow(entity, index)),
  },
  {
    title: 'Places',
    formats: ['bold', 'green', undefined, 'dim'],
    rows: (index) =>
      index.entities('place').map(({ name, kind = 'place', country = '', latitude, longitude, inherited }) => [
        name,
        kind,
        // a guess from what stands around it
        country && inherited ? `${country}?` : country,
        latitude === undefined || longitude === undefined
          ? ''
          : `${degrees(latitude, 'N', 'S')} ${degrees(longitude, 'E', 'W')}`,
      ]),
  },
  {
    title: 'Weapons and vehicles',
    formats: ['bold', 'red'],
    rows: (index) => index.entities('weapon', 'vehicle').map(({ name, type, kind }) => [name, spaced(kind ?? type)]),
  },
  {
    title: 'Dates',
    formats: ['bold', 'yellow', 'dim'],
    rows: (index) =>
      index.entities('date').map(({ name, value, mod = '' }) => [name, value ?? '', spaced(mod).toLowerCase()]),
  },
  {
    title: 'Quantities',
    formats: ['bold', 'yellow'],
    rows: (index) => index.entities('quantity').map((entity) => [entity.name, amount(entity), index.words(entity.of)]),
  },
  {
    title: 'Also named',
    formats: ['bold', 'magenta'],
    rows: ({ document }) =>
      document.entities
        .filter(({ type }) => !isShown.has(type))
        .map(({ name, type, kind }) => [name, joined(type, kind)]),
  },
  {
    title: 'Relations',
    formats: ['bold', 'dim', 'bold'],
    rows: (index) =>
      index.document.relations
        .filter(({ type }) => type !== 'counts')
        .map(({ from, type, to }) => [index.words(from), spaced(type), index.words(to)]),
  },
  {
    title: 'Events',
    formats: ['bold', 'red', 'dim'],
    rows: (index) => index.document.events.flatMap((event) => eventRows(event, index)),
  },
];

/** @param line characters in a line. @returns the sections that have something to show, each with its title. */
export function report(document: Document, line: number, paint: Paint): string {
  const index = new Index(document);
  return SECTIONS.flatMap(({ title, formats, rows }) => {
    const cells = rows(index).map((row) => row.map(oneLine));
    return cells.length
      ? [`${paint(['bold', 'underline'], title.toUpperCase())}\n${table(cells, formats, line, paint)}`]
      : [];
  }).join('\n');
}
