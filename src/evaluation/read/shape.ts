/** Whether a value from a file has the shape of an annotated text, so that nothing behind this door has to ask again. */
import { EVENT_MODES, LEVELS, ROLES, STATUSES } from '../../document/schema.ts';
import type { AnnotatedDocument, AnnotatedEntity, Annotation, Scope } from '../annotation.ts';
import { narrowed } from '../scope.ts';
import { expected, type Place } from './formatError.ts';

type Fields = Readonly<Record<string, unknown>>;
const POLARITIES = ['positive', 'negative'] as const;
const LAYERS = ['mentions', 'entities', 'relations', 'events'] as const;

/** Checks the parts of one record; `where` names it in errors: "mentions[3].start". */
class Shape {
  readonly #place: Place;
  readonly #text: string;
  constructor(place: Place, text: string) {
    this.#place = place;
    this.#text = text;
  }

  fail(where: string, what: string, got: unknown): never {
    return expected(this.#place, `${where} to be ${what}`, got);
  }
  fields(value: unknown, where: string): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.fail(where, 'an object', value);
    return value as Fields;
  }
  list(value: unknown, where: string): readonly unknown[] {
    if (!Array.isArray(value)) this.fail(where, 'an array', value);
    return value as unknown[];
  }
  word(value: unknown, where: string): string {
    if (typeof value !== 'string' || value === '') this.fail(where, 'a string that is not empty', value);
    return value as string;
  }
  oneOf(value: unknown, where: string, names: readonly string[]): void {
    if (!names.includes(value as string)) this.fail(where, `one of ${names.join(', ')}`, value);
  }
  span(value: unknown, where: string): void {
    const { start, end } = this.fields(value, where) as { start: number; end: number };
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > this.#text.length)
      this.fail(where, `a span of the text's ${this.#text.length} characters`, `${start}:${end}`);
  }
  /** @returns the ids. @throws FormatError for one that stands twice */
  ids(records: readonly unknown[], layer: string): Set<string> {
    const ids = new Set<string>();
    for (const [i, record] of records.entries()) {
      const id = this.word(this.fields(record, `${layer}[${i}]`).id, `${layer}[${i}].id`);
      if (ids.has(id)) this.fail(`${layer}[${i}].id`, 'an id of its own', id);
      ids.add(id);
    }
    return ids;
  }
  known(value: unknown, where: string, ids: ReadonlySet<string>, what: string): void {
    if (!ids.has(value as string)) this.fail(where, `the id of ${what}`, value);
  }
}

function checkMentions(shape: Shape, mentions: readonly unknown[], entities: ReadonlySet<string> | undefined): void {
  for (const [i, value] of mentions.entries()) {
    const where = `mentions[${i}]`;
    const mention = shape.fields(value, where);
    shape.span(mention, where);
    shape.word(mention.type, `${where}.type`);
    shape.oneOf(mention.level, `${where}.level`, LEVELS);
    if (entities) shape.known(mention.entity, `${where}.entity`, entities, 'an entity');
  }
}

function checkRelations(shape: Shape, relations: readonly unknown[], mentions: ReadonlySet<string>): void {
  for (const [i, value] of relations.entries()) {
    const relation = shape.fields(value, `relations[${i}]`);
    shape.word(relation.type, `relations[${i}].type`);
    for (const side of ['from', 'to']) shape.known(relation[side], `relations[${i}].${side}`, mentions, 'a mention');
  }
}

function checkEvents(shape: Shape, events: readonly unknown[], mentions: ReadonlySet<string>): void {
  for (const [i, value] of events.entries()) {
    const where = `events[${i}]`;
    const event = shape.fields(value, where);
    const type = shape.word(event.type, `${where}.type`);
    if (!type.includes(':')) shape.oneOf(type, `${where}.type`, Object.keys(EVENT_MODES));
    const triggers = shape.list(event.triggers, `${where}.triggers`);
    if (!triggers.length) shape.fail(`${where}.triggers`, 'one at least', triggers);
    for (const [k, trigger] of triggers.entries()) shape.span(trigger, `${where}.triggers[${k}]`);
    for (const [k, argument] of shape.list(event.args, `${where}.args`).entries()) {
      const { role, mention } = shape.fields(argument, `${where}.args[${k}]`);
      shape.oneOf(role, `${where}.args[${k}].role`, ROLES);
      shape.known(mention, `${where}.args[${k}].mention`, mentions, 'a mention');
    }
    shape.oneOf(event.status, `${where}.status`, STATUSES);
    shape.oneOf(event.polarity, `${where}.polarity`, POLARITIES);
  }
}

/** What a document says of its scope itself, and the layers that it has. */
function scopeOf(shape: Shape, record: Fields, layers: Scope | undefined): { scope?: Scope } {
  if (record.scope === undefined) return layers ? { scope: layers } : {};
  const scope = shape.fields(record.scope, 'scope');
  for (const [part, names] of Object.entries(scope)) {
    shape.oneOf(part, 'a part of scope', ['layers', 'types', 'levels', 'properties']);
    for (const name of shape.list(names, `scope.${part}`)) shape.word(name, `scope.${part}`);
  }
  return { scope: narrowed(scope as Scope, layers) };
}

/** Mentions that name no entity are one each. */
function withEntities(mentions: readonly Fields[]): Pick<Annotation, 'mentions' | 'entities'> {
  const own = mentions.map((mention): Fields => ({ ...mention, entity: `e:${mention.id}` }));
  const entities = own.map(({ entity, type, kind }): Fields => ({ id: entity, type, ...(kind ? { kind } : {}) }));
  return { mentions: own, entities } as unknown as Pick<Annotation, 'mentions' | 'entities'>;
}

/**
 * An annotated text from a parsed JSON value: an `id`, the `text`, and the layers as the schema has them. A layer that is
 * missing is taken as not annotated, and is not scored.
 *
 * @throws FormatError that names the place, the field, what was expected and what came
 */
export function documentOf(value: unknown, place: Place): AnnotatedDocument {
  const outside = new Shape(place, '');
  const record = outside.fields(value, 'a line');
  const id = outside.word(record.id, 'id');
  if (typeof record.text !== 'string') outside.fail('text', 'a string', record.text);
  const text = record.text as string;
  for (const key of ['date', 'source'])
    if (record[key] !== undefined && record[key] !== null && typeof record[key] !== 'string')
      outside.fail(key, 'a string or null', record[key]);
  const shape = new Shape(place, text);
  const [mentions, entities, relations, events] = LAYERS.map((layer) => shape.list(record[layer] ?? [], layer));
  const known = shape.ids(mentions, 'mentions');
  const owners = record.entities === undefined ? undefined : shape.ids(entities, 'entities');
  for (const [i, entity] of entities.entries()) shape.word((entity as AnnotatedEntity).type, `entities[${i}].type`);
  checkMentions(shape, mentions, owners);
  checkRelations(shape, relations, known);
  checkEvents(shape, events, known);
  const layers = LAYERS.filter((layer) => record[layer] !== undefined);
  return {
    ...(record as unknown as Annotation),
    ...({ mentions, entities, relations, events } as unknown as Annotation),
    ...(owners ? {} : withEntities(mentions as readonly Fields[])),
    id,
    text,
    date: (record.date as string | undefined) ?? null,
    source: (record.source as string | undefined) ?? null,
    ...scopeOf(outside, record, layers.length < LAYERS.length ? { layers } : undefined),
  };
}
