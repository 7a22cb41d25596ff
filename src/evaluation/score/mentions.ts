/** Mentions: exact and overlapping, with the properties of what was found. */
import type { AnnotatedEntity, AnnotatedMention, Annotation } from '../annotation.ts';
import { type Counts, mark } from './counts.ts';
import { pairUp } from './pairing.ts';
import { count } from './tally.ts';

const keyOf = ({ start, end, type }: AnnotatedMention): string => `${start}:${end}:${type}`;
const byId = (entities: readonly AnnotatedEntity[]): Map<string, AnnotatedEntity> =>
  new Map(entities.map((entity) => [entity.id, entity]));

function countExact(counts: Counts, gold: Annotation, predicted: Annotation): void {
  const open = new Map(gold.mentions.map((mention) => [keyOf(mention), mention]));
  const entities = byId(predicted.entities);
  for (const mention of predicted.mentions) {
    const hit = open.get(keyOf(mention));
    if (!hit) continue;
    open.delete(keyOf(mention));
    count(counts.mentions, mention.type, 'correct');
    if (hit.kind) mark(counts, 'kind', (mention.kind ?? entities.get(mention.entity)?.kind) === hit.kind);
    mark(counts, 'level', mention.level === hit.level);
  }
}

function countOverlapping(counts: Counts, gold: Annotation, predicted: Annotation): void {
  const goldEntities = byId(gold.entities);
  const entities = byId(predicted.entities);
  for (const [g, p] of pairUp(gold.mentions, predicted.mentions, (a, b) => a.type === b.type)) {
    count(counts.mentionsOverlap, g.type, 'correct');
    const wanted = goldEntities.get(g.entity);
    const got = entities.get(p.entity);
    if (g.type === 'date' && wanted?.value) mark(counts, 'date', got?.value === wanted.value);
    if (wanted?.country) mark(counts, 'country', got?.country === wanted.country);
  }
}

export function countMentions(counts: Counts, gold: Annotation, predicted: Annotation): void {
  for (const [annotation, field] of [
    [gold, 'gold'],
    [predicted, 'predicted'],
  ] as const)
    for (const { type } of annotation.mentions) {
      count(counts.mentions, type, field);
      count(counts.mentionsOverlap, type, field);
    }
  countExact(counts, gold, predicted);
  countOverlapping(counts, gold, predicted);
}
