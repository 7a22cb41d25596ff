/** Relations and arguments are compared between entities: any mention of the right entity will do. */
import type { AnnotatedMention, Annotation } from '../annotation.ts';
import { sharedPart } from './pairing.ts';

/** Mention id → gold entity id. */
export type Standing = ReadonlyMap<string, string>;

export const entitiesOf = (mentions: readonly AnnotatedMention[]): Standing =>
  new Map(mentions.map(({ id, entity }) => [id, entity]));

/** The gold entity that each predicted mention stands for: that of the gold mention which it fits best, if any. */
export function standingOf(predicted: Annotation, gold: Annotation): Standing {
  const standing = new Map<string, string>();
  for (const p of predicted.mentions) {
    let most = 0;
    for (const g of gold.mentions) {
      const shared = sharedPart(g, p);
      if (shared <= most) continue;
      most = shared;
      standing.set(p.id, g.entity);
    }
  }
  return standing;
}
