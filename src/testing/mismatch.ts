/** Which fields of a record are not as a pattern has them. */
import type { Entity, Event, Relation, Role } from '../document/schema.ts';
import { fits, type Lookup, told } from './lookup.ts';
import type { EntityPattern, EventPattern, Referent, RelationPattern, Words } from './pattern.ts';

export interface Mismatch {
  readonly field: string;
  readonly expected: string;
  readonly got: string;
}
export type Equals = (a: unknown, b: unknown) => boolean;

const shown = (value: unknown): string =>
  value === undefined ? 'none' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Fields that are compared as they are. */
function plain(record: object, pattern: object, skipped: ReadonlySet<string>, equals: Equals): Mismatch[] {
  return Object.entries(pattern).flatMap(([field, expected]) => {
    if (skipped.has(field) || expected === undefined) return [];
    const got = (record as Record<string, unknown>)[field];
    return equals(got, expected) ? [] : [{ field, expected: told(expected), got: shown(got) }];
  });
}
const words = (field: string, pattern: Words | undefined, choices: readonly string[]): Mismatch[] =>
  pattern === undefined || choices.some((choice) => fits(pattern, choice))
    ? []
    : [{ field, expected: told(pattern), got: choices.join(' | ') || 'none' }];

const NAME = new Set(['name']);
export const entityMismatches = (
  lookup: Lookup,
  entity: Entity,
  pattern: EntityPattern,
  equals: Equals,
): Mismatch[] => [...words('name', pattern.name, lookup.wordsOf(entity)), ...plain(entity, pattern, NAME, equals)];

/** Whether a mention refers to what the pattern says. */
function refers(lookup: Lookup, mention: string, referent: Referent, equals: Equals): boolean {
  const entity = lookup.entityOf(mention);
  if (typeof referent !== 'string' && !(referent instanceof RegExp))
    return entity !== undefined && entityMismatches(lookup, entity, referent, equals).length === 0;
  const found = lookup.mention(mention);
  const choices = [...(found ? [lookup.at(found)] : []), ...(entity ? lookup.wordsOf(entity) : [])];
  return choices.some((choice) => fits(referent, choice));
}

const SIDES = new Set(['from', 'to']);
export const relationMismatches = (
  lookup: Lookup,
  relation: Relation,
  pattern: RelationPattern,
  equals: Equals,
): Mismatch[] => [
  ...plain(relation, pattern, SIDES, equals),
  ...(['from', 'to'] as const).flatMap((side) => {
    const referent = pattern[side];
    if (referent === undefined || refers(lookup, relation[side], referent, equals)) return [];
    return [{ field: side, expected: told(referent), got: lookup.describe.referent(relation[side]) }];
  }),
];

function roleMismatches(lookup: Lookup, event: Event, role: Role, pattern: EventPattern, equals: Equals): Mismatch[] {
  const wanted = pattern[role];
  if (wanted === undefined) return [];
  const fillers = event.args.filter((argument) => argument.role === role).map(({ mention }) => mention);
  const got = fillers.map((mention) => lookup.describe.referent(mention)).join(', ') || 'none';
  if (wanted === null) return fillers.length ? [{ field: role, expected: 'none', got }] : [];
  return [wanted]
    .flat()
    .filter((referent: Referent) => !fillers.some((mention) => refers(lookup, mention, referent, equals)))
    .map((referent: Referent) => ({ field: role, expected: told(referent), got }));
}

function casualtyMismatches(event: Event, pattern: EventPattern, equals: Equals): Mismatch[] {
  const { casualties = [] } = event;
  return (pattern.casualties ?? [])
    .filter((wanted) => !casualties.some((record) => plain(record, wanted, new Set(), equals).length === 0))
    .map((wanted) => ({ field: 'casualties', expected: told(wanted), got: shown(casualties) }));
}

export function eventMismatches(
  lookup: Lookup,
  event: Event,
  pattern: EventPattern,
  roles: readonly Role[],
  equals: Equals,
): Mismatch[] {
  const skipped = new Set<string>([...roles, 'trigger', 'casualties']);
  const triggers = event.triggers.map((trigger) => lookup.at(trigger));
  return [
    ...plain(event, pattern, skipped, equals),
    ...words('trigger', pattern.trigger, triggers),
    ...roles.flatMap((role) => roleMismatches(lookup, event, role, pattern, equals)),
    ...casualtyMismatches(event, pattern, equals),
  ];
}
