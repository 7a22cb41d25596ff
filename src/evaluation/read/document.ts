/** Whether a value from a file has the shape of an annotated text, so that nothing behind this door has to ask again. */
import { CASUALTY_KINDS, EVENT_MODES, LEVELS, ROLES, STATUSES } from '../../document/schema.ts';
import type { AnnotatedDocument, Annotation, Scope } from '../annotation.ts';
import { narrowed } from '../scope.ts';
import type { Place } from './formatError.ts';
import { type Fields, Shape } from './shape.ts';

const POLARITIES = ['positive', 'negative'] as const;
const LAYERS = ['mentions', 'entities', 'relations', 'events'] as const;
const AMOUNT = ['best', 'low', 'high'] as const;

function checkMentions(shape: Shape, mentions: readonly unknown[], entities: ReadonlySet<string> | undefined): void {
  for (const [i, value] of mentions.entries()) {
    const where = `mentions[${i}]`;
    const mention = shape.fields(value, where);
    shape.span(mention, where);
    shape.word(mention.type, `${where}.type`);
    shape.strings(mention, where, ['kind', 'rule', 'actsAs']);
    shape.oneOf(mention.level, `${where}.level`, LEVELS);
    if (entities) shape.known(mention.entity, `${where}.entity`, entities, 'an entity');
  }
}

function checkEntities(shape: Shape, entities: readonly unknown[], mentions: ReadonlySet<string>): void {
  for (const [i, value] of entities.entries()) {
    const where = `entities[${i}]`;
    const entity = shape.fields(value, where);
    shape.word(entity.type, `${where}.type`);
    shape.strings(entity, where, ['kind', 'name', 'sponsor']);
    shape.optional(entity.of, (of) => shape.known(of, `${where}.of`, mentions, 'a mention'));
  }
}

function checkRelations(shape: Shape, relations: readonly unknown[], mentions: ReadonlySet<string>): void {
  for (const [i, value] of relations.entries()) {
    const relation = shape.fields(value, `relations[${i}]`);
    shape.word(relation.type, `relations[${i}].type`);
    shape.strings(relation, `relations[${i}]`, ['id', 'rule', 'origin']);
    for (const side of ['from', 'to']) shape.known(relation[side], `relations[${i}].${side}`, mentions, 'a mention');
  }
}

function checkCasualties(shape: Shape, value: unknown, where: string, mentions: ReadonlySet<string>): void {
  for (const [i, item] of shape.list(value, where).entries()) {
    const record = shape.fields(item, `${where}[${i}]`);
    shape.oneOf(record.kind, `${where}[${i}].kind`, CASUALTY_KINDS);
    shape.numbers(record, `${where}[${i}]`, AMOUNT);
    shape.optional(record.mention, (mention) => shape.known(mention, `${where}[${i}].mention`, mentions, 'a mention'));
  }
}

function checkEvents(shape: Shape, events: readonly unknown[], mentions: ReadonlySet<string>): void {
  for (const [i, value] of events.entries()) {
    const where = `events[${i}]`;
    const event = shape.fields(value, where);
    shape.word(event.id, `${where}.id`);
    const type = shape.word(event.type, `${where}.type`);
    shape.strings(event, where, ['mode', 'rule']);
    shape.optional(event.count, (count) => shape.numbers(count, `${where}.count`, AMOUNT));
    shape.optional(event.casualties, (list) => checkCasualties(shape, list, `${where}.casualties`, mentions));
    if (!type.includes(':')) shape.oneOf(type, `${where}.type`, Object.keys(EVENT_MODES));
    const triggers = shape.list(event.triggers, `${where}.triggers`);
    if (!triggers.length) shape.fail(`${where}.triggers`, 'one at least', triggers);
    for (const [k, trigger] of triggers.entries()) shape.span(trigger, `${where}.triggers[${k}]`);
    for (const [k, argument] of shape.list(event.args, `${where}.args`).entries()) {
      const { role, mention, rule } = shape.fields(argument, `${where}.args[${k}]`);
      shape.optional(rule, (name) => shape.string(name, `${where}.args[${k}].rule`));
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
  checkEntities(shape, entities, known);
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
