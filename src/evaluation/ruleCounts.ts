/** How often each rule of a layer was right, against annotated texts: what a rule's confidence is made from. */
import type { Event, Relation } from '../document/schema.ts';
import type { Span } from '../document/span.ts';
import type { AnnotatedRelation, Annotation } from './annotation.ts';
import type { EventCase } from './readCases.ts';
import { overlap } from './score/pairing.ts';
import { SYMMETRIC } from './score/relations.ts';
import { entitiesOf, type Standing, standingOf } from './score/standing.ts';

export interface RuleCount {
  readonly rule: string;
  right: number;
  fired: number;
}
export type RuleCounts = Map<string, RuleCount>;
/** What the library found in a text. */
type Found = Annotation & { readonly relations: readonly Relation[]; readonly events: readonly Event[] };

function tally(counts: RuleCounts, rule: string, right: boolean): void {
  const count = counts.get(rule) ?? { rule, right: 0, fired: 0 };
  counts.set(rule, count);
  count.fired++;
  if (right) count.right++;
}

/** The relations of one document; those that come from the gazetteer are left out. */
export function countRelationRules(counts: RuleCounts, gold: Annotation, found: Found): void {
  const wanted = new Set(gold.relations.map((relation) => arrow(relation, entitiesOf(gold.mentions))));
  const standing = standingOf(found, gold);
  for (const relation of found.relations)
    if (relation.origin === 'text') tally(counts, relation.rule, wanted.has(arrow(relation, standing)));
}

function arrow({ type, from, to }: AnnotatedRelation, standing: Standing): string {
  const ends = [from, to].map((mention) => standing.get(mention) ?? `?${mention}`);
  return [type, ...(SYMMETRIC.has(type) ? ends.sort() : ends)].join(' ');
}

const meet = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((a) => others.some((b) => overlap(a, b) > 0));

/** The events of one document: right are those of a gold event's type that share a trigger with it, one for each. */
export function countEventRules(counts: RuleCounts, gold: Annotation, { events }: Found): void {
  const open = new Set(gold.events);
  for (const { type, triggers, rule } of events) {
    const hit = [...open].find((g) => g.type === type && meet(g.triggers, triggers));
    if (hit) open.delete(hit);
    tally(counts, rule, hit !== undefined);
  }
}

/** The events of a case: one that tells of events says nothing of other types beside them, one that tells of none says that all are wrong. */
export function countCaseRules(counts: RuleCounts, { events: told }: EventCase, { events }: Found): void {
  for (const { type, triggers, rule } of events) {
    const same = told.filter((t) => t.type === type);
    if (same.length || !told.length)
      tally(
        counts,
        rule,
        same.some(({ trigger }) => !trigger || meet([trigger], triggers)),
      );
  }
}
