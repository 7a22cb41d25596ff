/**
 * The helpers by which types are defined. Each checks its record wholly, and returns a frozen copy whose literal types
 * the compiler keeps (`definition.type` is `'health:disease'`, not `string`).
 */
import { alternatives, fail, frozen, list, oneOf, optional, record, text } from './check.ts';
import type {
  EntityTypeDefinition,
  EventTypeDefinition,
  MentionPattern,
  RelationTypeDefinition,
  Term,
} from './definition.ts';
import {
  ENTITY_KINDS,
  type EntityType,
  EVENT_MODES,
  type EventType,
  LEVELS,
  type OwnType,
  RELATION_TYPES,
  type RelationType,
  ROLES,
  STATUSES,
} from './schema.ts';

const OWN_TYPE = /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/;
const keysOf = <K extends string>(object: Readonly<Record<K, unknown>>): K[] => Object.keys(object) as K[];
const ENTITY_TYPES = keysOf(ENTITY_KINDS);
const EVENT_TYPES = keysOf(EVENT_MODES);

/** A built-in type's name, or one of one's own, with a prefix. */
function typeName<T extends string>(value: unknown, where: string, builtIn: readonly T[]): T | OwnType {
  if (builtIn.includes(value as T)) return value as T;
  if (typeof value !== 'string' || !OWN_TYPE.test(value))
    fail(where, `a type of your own with a prefix, such as 'health:disease', or ${alternatives(builtIn)}`, value);
  return value as OwnType;
}
export const entityType = (value: unknown, where: string): EntityType => typeName(value, where, ENTITY_TYPES);
const relationType = (value: unknown, where: string): RelationType => typeName(value, where, RELATION_TYPES);
const eventType = (value: unknown, where: string): EventType => typeName(value, where, EVENT_TYPES);

const flag = (value: unknown, where: string): void => {
  if (value !== true && value !== undefined) fail(where, 'true, or nothing', value);
};

/** Bracket notation: "[health:disease Cholera] spread in Goma." */
function example(value: unknown, where: string): string {
  const sentence = text(value, where);
  let depth = 0;
  for (const c of sentence) {
    if (c === '[') depth++;
    if (c === ']' && --depth < 0) break;
  }
  if (depth) fail(where, 'as many closing brackets as opening ones', value);
  return sentence;
}

function noneOrOne(value: unknown, where: string, names: readonly string[], what: string): void {
  if (value === undefined) return;
  if (!names.length) fail(where, `nothing, since the type has no ${what}s`, value);
  oneOf(value, where, names);
}

function checkIds(value: unknown, where: string): void {
  const ids = record(value, where, ['iso', 'geonames', 'wikidata']);
  optional(ids.iso, (iso) => text(iso, `${where}.iso`));
  optional(ids.wikidata, (wikidata) => text(wikidata, `${where}.wikidata`));
  if (ids.geonames !== undefined && typeof ids.geonames !== 'number')
    fail(`${where}.geonames`, 'a number', ids.geonames);
}

const TERM_KEYS = ['term', 'kind', 'level', 'canonical', 'country', 'sponsor', 'ids', 'weak'] as const;
/** Checks a term of a lexicon; `more` are the keys that an entry has beside a term's. */
export function term(value: unknown, where: string, kinds: readonly string[], more: readonly string[] = []): Term {
  const fields = record(value, where, [...TERM_KEYS, ...more]);
  if (!/[\p{L}\p{N}]/u.test(text(fields.term, `${where}.term`)))
    fail(`${where}.term`, 'a term with letters or digits', fields.term);
  noneOrOne(fields.kind, `${where}.kind`, kinds, 'kind');
  optional(fields.level, (level) => oneOf(level, `${where}.level`, LEVELS));
  for (const key of ['canonical', 'sponsor']) optional(fields[key], (name) => text(name, `${where}.${key}`));
  if (fields.country !== undefined && !/^[A-Z]{2}$/.test(String(fields.country)))
    fail(`${where}.country`, "an ISO 3166-1 alpha-2 code such as 'IQ'", fields.country);
  optional(fields.ids, (ids) => checkIds(ids, `${where}.ids`));
  flag(fields.weak, `${where}.weak`);
  return fields as unknown as Term;
}

/** The kinds that a type may have: the built-in ones for a built-in type, else those of its definition. */
export const kindsOf = (type: EntityType, own: readonly string[] = []): readonly string[] =>
  Object.hasOwn(ENTITY_KINDS, type) ? ENTITY_KINDS[type as keyof typeof ENTITY_KINDS] : own;

function checkEntityType(value: unknown, where: string): void {
  const fields = record(value, where, ['type', 'description', 'kinds', 'terms', 'examples']);
  const type = entityType(fields.type, `${where}.type`);
  text(fields.description, `${where}.description`);
  const builtIn = Object.hasOwn(ENTITY_KINDS, type);
  const own = optional(fields.kinds, (kinds) =>
    list(kinds, `${where}.kinds`, (kind, at) => (builtIn ? oneOf(kind, at, kindsOf(type)) : text(kind, at))),
  );
  list(fields.terms, `${where}.terms`, (entry, at) => term(entry, at, kindsOf(type, own)));
  list(fields.examples, `${where}.examples`, example);
}

/** A mention's type without its kind: "place" of "place/country". */
export const patternType = (pattern: MentionPattern): EntityType => pattern.split('/')[0] as EntityType;
const pattern = (value: unknown, where: string): EntityType =>
  entityType(typeof value === 'string' ? patternType(value as MentionPattern) : value, where);

const LABEL = '[a-z]+(?::@?[a-z-]+)*';
const STEP = new RegExp(`^(?:[<>]${LABEL}(?:\\|${LABEL})*\\??|\\{[^{},]+(?:,[^{},]+)*\\})$`);
function checkRule(value: unknown, where: string): void {
  const fields = record(value, where, ['name', 'path', 'from', 'to', 'examples']);
  text(fields.name, `${where}.name`);
  const steps = text(fields.path, `${where}.path`).match(/\{[^}]*\}|\S+/g) ?? [];
  for (const step of steps)
    if (!STEP.test(step)) fail(`${where}.path`, "steps such as '<nsubj', '>obj|obl:in' or '{attack,raid}'", step);
  for (const end of ['from', 'to']) optional(fields[end], (types) => list(types, `${where}.${end}`, pattern));
  list(fields.examples, `${where}.examples`, example);
}

function checkRelationType(value: unknown, where: string): void {
  const fields = record(value, where, [
    'type',
    'description',
    'from',
    'to',
    'symmetric',
    'coreferent',
    'excludes',
    'rules',
    'counterexamples',
  ]);
  relationType(fields.type, `${where}.type`);
  text(fields.description, `${where}.description`);
  for (const end of ['from', 'to']) list(fields[end], `${where}.${end}`, pattern);
  flag(fields.symmetric, `${where}.symmetric`);
  flag(fields.coreferent, `${where}.coreferent`);
  optional(fields.excludes, (types) => list(types, `${where}.excludes`, relationType));
  optional(fields.counterexamples, (sentences) => list(sentences, `${where}.counterexamples`, example));
  list(fields.rules, `${where}.rules`, checkRule);
}

function checkFrame(value: unknown, where: string, modes: readonly string[]): void {
  const fields = record(value, where, ['lemma', 'pos', 'mode', 'slots', 'status', 'weak', 'needs']);
  text(fields.lemma, `${where}.lemma`);
  oneOf(fields.pos, `${where}.pos`, ['VERB', 'NOUN', 'ADJ']);
  noneOrOne(fields.mode, `${where}.mode`, modes, 'mode');
  const slots = optional(fields.slots, (s) => record(s, `${where}.slots`, Object.keys(Object(s)))) ?? {};
  for (const [slot, role] of Object.entries(slots)) {
    if (!/^[a-z]+(?::[a-z_]+)*$/.test(slot)) fail(`${where}.slots`, "relations such as 'nsubj' or 'obl:with'", slot);
    oneOf(role, `${where}.slots['${slot}']`, ROLES);
  }
  optional(fields.status, (status) => oneOf(status, `${where}.status`, STATUSES));
  flag(fields.weak, `${where}.weak`);
  optional(fields.needs, (needs) => list(needs, `${where}.needs`, text));
}

function checkEventType(value: unknown, where: string): void {
  const fields = record(value, where, ['type', 'description', 'modes', 'frames', 'examples']);
  const type = eventType(fields.type, `${where}.type`);
  text(fields.description, `${where}.description`);
  const own = optional(fields.modes, (modes) => list(modes, `${where}.modes`, text)) ?? [];
  const builtIn = Object.hasOwn(EVENT_MODES, type) ? EVENT_MODES[type as keyof typeof EVENT_MODES] : [];
  list(fields.frames, `${where}.frames`, (frame, at) => checkFrame(frame, at, [...builtIn, ...own]));
  list(fields.examples, `${where}.examples`, example);
}

/**
 * Defines a type of entity, or adds terms to a built-in one.
 * @param definition `type` (one's own has a prefix: `health:disease`), `description`, `kinds`, `terms`, `examples` in bracket notation.
 * @returns a frozen copy, for `createExtractor({ entityTypes })`.
 * @throws TypeError that names the field, what was expected and what came.
 */
export function defineEntityType<const T extends EntityTypeDefinition>(definition: T): Readonly<T> {
  checkEntityType(definition, 'defineEntityType');
  return frozen(definition);
}

/**
 * Defines a type of relation, or adds rules to a built-in one.
 * @param definition `type`, `description`, the entity types that it goes `from` and `to`, and `rules`: paths through the dependency tree.
 * @returns a frozen copy, for `createExtractor({ relationTypes })`.
 * @throws TypeError that names the field, what was expected and what came.
 */
export function defineRelationType<const T extends RelationTypeDefinition>(definition: T): Readonly<T> {
  checkRelationType(definition, 'defineRelationType');
  return frozen(definition);
}

/**
 * Defines a type of event, or adds frames to a built-in one.
 * @param definition `type`, `description`, `modes`, `frames` (the words that name it and where their arguments stand), `examples`.
 * @returns a frozen copy, for `createExtractor({ eventTypes })`.
 * @throws TypeError that names the field, what was expected and what came.
 */
export function defineEventType<const T extends EventTypeDefinition>(definition: T): Readonly<T> {
  checkEventType(definition, 'defineEventType');
  return frozen(definition);
}
