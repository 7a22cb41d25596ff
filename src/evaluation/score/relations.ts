/** Relations between entities: type, from, to; symmetric ones either way round; each once a document. */
import type { AnnotatedRelation, Annotation } from '../annotation.ts';
import type { Counts } from './counts.ts';
import { entitiesOf, type Standing } from './standing.ts';
import { count } from './tally.ts';

export const SYMMETRIC: ReadonlySet<string> = new Set(['allied-with', 'fights', 'meets', 'alias-of']);

/** Arrow → relation type. */
type Arrows = ReadonlyMap<string, string>;

function arrows(relations: readonly AnnotatedRelation[], standing: Standing): Arrows {
  const side = (mention: string): string => standing.get(mention) ?? `?${mention}`;
  return new Map(
    relations.map(({ type, from, to }) => {
      const ends = [side(from), side(to)];
      if (SYMMETRIC.has(type)) ends.sort();
      return [JSON.stringify([type, ...ends]), type];
    }),
  );
}

export function countRelations(counts: Counts, gold: Annotation, predicted: Annotation, standing: Standing): void {
  const wanted = arrows(gold.relations, entitiesOf(gold.mentions));
  for (const type of wanted.values()) count(counts.relations, type, 'gold');
  for (const [arrow, type] of arrows(predicted.relations, standing)) {
    count(counts.relations, type, 'predicted');
    if (wanted.has(arrow)) count(counts.relations, type, 'correct');
  }
}
