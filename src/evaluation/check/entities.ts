import type { AnnotatedEntity } from '../annotation.ts';
import { ATTRIBUTES, ATTRIBUTES_OF, type AttributeKind } from '../attributes.ts';
import { checkKind, TYPES } from './mentions.ts';
import { type Context, expectOneOf } from './report.ts';
import { checkOrder } from './spans.ts';

const COMMON = new Set(['id', 'type', 'kind', 'name', 'aliases', 'ids']);
const DAY = /^\d{4}-\d\d-\d\d/;
const COUNTRY = /^[A-Z]{2}$/;
const TIMEX = /^(?:[0-9X]{3,4}(?:-[0-9A-Z:]+){0,3}(?:-WE)?|P[0-9XT.]+[A-Z0-9.]*|(?:PAST|PRESENT|FUTURE)_REF)$/;

const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value);

/** What a value of each kind of attribute is expected to be. */
const EXPECTED: Readonly<Record<AttributeKind, readonly [string, (value: unknown) => boolean]>> = {
  string: ['a string', (v) => typeof v === 'string' && v !== ''],
  number: ['a number', (v) => typeof v === 'number' && Number.isFinite(v)],
  true: ['true, or left out', (v) => v === true],
  country: ['an ISO 3166-1 alpha-2 code', (v) => typeof v === 'string' && COUNTRY.test(v)],
  timex: ['a TIMEX3 value', (v) => typeof v === 'string' && TIMEX.test(v)],
  interval: ['{ start, end } in ISO 8601, start before end', isInterval],
  entity: ['an entity id', (v) => typeof v === 'string'],
  mention: ['a mention id', (v) => typeof v === 'string'],
};

function isInterval(value: unknown): boolean {
  const { start, end } = (value ?? {}) as { start?: unknown; end?: unknown };
  return isDay(start) && isDay(end) && start < end;
}

const kindOf = (entity: AnnotatedEntity, attribute: string): AttributeKind =>
  attribute === 'value' ? (entity.type === 'date' ? 'timex' : 'number') : ATTRIBUTES[attribute];

function checkAttributes({ report, file }: Context, entity: AnnotatedEntity): void {
  const { id, type } = entity;
  const allowed = ATTRIBUTES_OF[type as keyof typeof ATTRIBUTES_OF] ?? [];
  for (const [attribute, value] of Object.entries(entity)) {
    if (COMMON.has(attribute)) continue;
    if (!allowed.includes(attribute)) {
      report(id, `attributes of a ${type} (${allowed.join(', ') || 'none'})`, attribute);
      continue;
    }
    const [expected, holds] = EXPECTED[kindOf(entity, attribute)];
    if (!holds(value)) report(id, `${attribute} to be ${expected}`, value);
  }
  if (type === 'date' && entity.value === undefined) report(id, 'a date to have a value', undefined);
  if (type === 'quantity' && [entity.value, entity.minimum, entity.maximum].every((n) => n === undefined))
    report(id, 'a quantity to have a value, a minimum or a maximum', undefined);
  if (entity.of !== undefined && !file.mentions.some((m) => m.id === entity.of))
    report(id, 'of to be a mention that is in the file', entity.of);
  if (entity.sponsor !== undefined && !file.entities.some((e) => e.id === entity.sponsor))
    report(id, 'sponsor to be an entity that is in the file', entity.sponsor);
}

export function checkEntities(context: Context): void {
  const { file, report } = context;
  const first = new Map<string, number>();
  file.mentions.forEach(({ entity }, i) => {
    if (!first.has(entity)) first.set(entity, i);
  });
  for (const entity of file.entities) {
    expectOneOf(report, entity.id, 'type', TYPES, entity.type);
    checkKind(context, entity.id, entity.type, entity.kind);
    if (entity.name === '') report(entity.id, 'a name, or none', entity.name);
    if (!first.has(entity.id)) report(entity.id, 'at least one mention', 'none');
    checkAttributes(context, entity);
  }
  checkOrder(
    context,
    'entities',
    file.entities.map(({ id }) => [first.get(id) ?? Infinity]),
  );
}
