/** The matchers: functions for `expect.extend` of vitest and jest, which this module does not import. */
import { record as checkFields, fail } from '../document/check.ts';
import { type Document, ROLES } from '../document/schema.ts';
import { meaningOf } from '../evaluation/meaning.ts';
import { type AnnotationOptions, matchAnnotation } from './annotation/index.ts';
import { Lookup, told } from './lookup.ts';
import { documentOf, indented, isDocument, type MatcherContext, type MatcherResult } from './matcher.ts';
import { entityMismatches, eventMismatches, relationMismatches } from './mismatch.ts';
import {
  ENTITY_FIELDS,
  type EntityPattern,
  EVENT_FIELDS,
  type EventPattern,
  RELATION_FIELDS,
  type Referent,
  type RelationPattern,
} from './pattern.ts';
import { search } from './search.ts';

const isWords = (value: unknown): value is string | RegExp => typeof value === 'string' || value instanceof RegExp;

/** "type: assault, agent: Hamas" */
const tellPattern = (pattern: object): string => told(pattern).slice(2, -2) || 'anything';

function checkReferent(value: unknown, where: string): void {
  if (value === undefined || isWords(value)) return;
  checkFields(value, where, ENTITY_FIELDS);
}
/** @throws TypeError for a field that there isn't: with `.not` a misspelt one would pass for ever */
function checkEvent(pattern: unknown): asserts pattern is EventPattern {
  const fields = checkFields(pattern, 'toHaveEvent', [...EVENT_FIELDS, ...ROLES]);
  for (const role of ROLES)
    for (const referent of [fields[role]].flat()) if (referent !== null) checkReferent(referent, `toHaveEvent.${role}`);
  if (fields.casualties !== undefined && !Array.isArray(fields.casualties))
    fail('toHaveEvent.casualties', 'an array', fields.casualties);
}

function toHaveEntity(this: MatcherContext, received: unknown, expected: Referent): MatcherResult {
  const document = documentOf(received, 'toHaveEntity');
  const pattern: EntityPattern = isWords(expected) ? { name: expected } : expected;
  checkFields(pattern, 'toHaveEntity', ENTITY_FIELDS);
  const lookup = new Lookup(document);
  return search({
    what: 'an entity',
    wanted: tellPattern(pattern),
    records: document.entities,
    tell: (entity) => lookup.entity(entity),
    mismatches: (entity) => entityMismatches(lookup, entity, pattern, (a, b) => this.equals(a, b)),
  });
}

function toHaveRelation(this: MatcherContext, received: unknown, pattern: RelationPattern): MatcherResult {
  const document = documentOf(received, 'toHaveRelation');
  checkFields(pattern, 'toHaveRelation', RELATION_FIELDS);
  for (const side of ['from', 'to'] as const) checkReferent(pattern[side], `toHaveRelation.${side}`);
  const lookup = new Lookup(document);
  return search({
    what: 'a relation',
    wanted: tellPattern(pattern),
    records: document.relations,
    tell: (relation) => lookup.relation(relation),
    mismatches: (relation) => relationMismatches(lookup, relation, pattern, (a, b) => this.equals(a, b)),
  });
}

function toHaveEvent(this: MatcherContext, received: unknown, pattern: EventPattern): MatcherResult {
  const document = documentOf(received, 'toHaveEvent');
  checkEvent(pattern);
  const lookup = new Lookup(document);
  return search({
    what: 'an event',
    wanted: tellPattern(pattern),
    records: document.events,
    tell: (event) => lookup.event(event),
    mismatches: (event) => eventMismatches(lookup, event, pattern, ROLES, (a, b) => this.equals(a, b)),
  });
}

function toMatchAnnotation(
  this: MatcherContext,
  received: unknown,
  annotation: string,
  options: AnnotationOptions = {},
): MatcherResult {
  return matchAnnotation(received, annotation, options);
}

/** Lines without what all of them are set in by, so that a template in a test can be set in. */
function dedented(text: string): string {
  const lines = text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(margin)).join('\n');
}

function toMatchMeaning(this: MatcherContext, received: unknown, expected: string | Document): MatcherResult {
  const got = meaningOf(documentOf(received, 'toMatchMeaning'));
  if (typeof expected !== 'string' && !isDocument(expected))
    fail('toMatchMeaning', 'a document, or the lines of meaningOf', expected);
  const wanted = typeof expected === 'string' ? dedented(expected) : meaningOf(expected);
  const both = (): string =>
    this.utils?.diff?.(wanted, got) ?? `expected\n${indented(wanted.split('\n'))}\ngot\n${indented(got.split('\n'))}`;
  return {
    pass: wanted === got,
    message: () =>
      wanted === got
        ? `expected another meaning than\n${indented(got.split('\n'))}`
        : `expected the same meaning\n\n${both()}`,
  };
}

/** For `expect.extend`. */
export const matchers = { toHaveEntity, toHaveRelation, toHaveEvent, toMatchAnnotation, toMatchMeaning };
export type Matchers = typeof matchers;

/** The matchers as tests see them; vitest's and jest's own interfaces extend it. */
export interface SitrepMatchers<R = unknown> {
  /**
   * The document has an entity of this name (or alias, or mention), or one that fits the pattern.
   * @example expect(document).toHaveEntity({ name: 'Sderot', type: 'place', country: 'IL' })
   */
  toHaveEntity(entity: Referent): R;
  /** @example expect(document).toHaveRelation({ type: 'fights', from: 'Israel', to: 'Hamas' }) */
  toHaveRelation(relation: RelationPattern): R;
  /** @example expect(document).toHaveEvent({ type: 'assault', agent: 'Hamas', place: 'Sderot', status: 'actual' }) */
  toHaveEvent(event: EventPattern): R;
  /**
   * What stands in brackets is found, with these labels: types (`place/city`), `actor`, levels, roles (`agent`), events (`assault`), `trigger`.
   * What is expected is a document, or `extract` itself, which then reads the annotation's own text.
   * @example expect(extract).toMatchAnnotation('[actor Hamas] [assault attacked] [place Sderot]')
   */
  toMatchAnnotation(annotation: string, options?: AnnotationOptions): R;
  /** The document says the same as another one, or as the lines of `meaningOf`: ids, offsets, rules and confidence aside. */
  toMatchMeaning(expected: string | Document): R;
}
