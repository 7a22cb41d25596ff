/** Relations and arguments are compared between entities: any mention of the right entity will do. */
import type { AnnotatedMention, Annotation } from '../annotation.ts';
import { SpanIndex, sharedPart } from './pairing.ts';

/** Mention id → gold entity id. */
export type Standing = ReadonlyMap<string, string>;

export const entitiesOf = (mentions: readonly AnnotatedMention[]): Standing =>
  new Map(mentions.map(({ id, entity }) => [id, entity]));

/** The gold entity that each predicted mention stands for: that of the gold mention which it fits best, if any. */
export function standingOf(predicted: Annotation, gold: Annotation): Standing {
  const index = new SpanIndex(gold.mentions);
  const standing = new Map<string, string>();
  for (const p of predicted.mentions) {
    let most = 0;
    for (const g of index.overlapping(p)) {
      const shared = sharedPart(g, p);
      if (shared <= most) continue;
      most = shared;
      standing.set(p.id, g.entity);
    }
  }
  return standing;
}

/** The predicted mentions whose span is that of a gold mention. */
export function exactMentions(predicted: Annotation, gold: Annotation): ReadonlySet<string> {
  const spans = new Set(gold.mentions.map(({ start, end }) => `${start}:${end}`));
  return new Set(predicted.mentions.filter(({ start, end }) => spans.has(`${start}:${end}`)).map(({ id }) => id));
}
