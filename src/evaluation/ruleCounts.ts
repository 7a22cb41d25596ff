/** How often each rule of a layer was right, against annotated texts: what a rule's confidence is made from. */
import type { AnnotatedRelation, Annotation } from './annotation.ts';
import { SYMMETRIC } from './score/relations.ts';
import { entitiesOf, type Standing, standingOf } from './score/standing.ts';

export interface RuleCount {
  readonly rule: string;
  right: number;
  fired: number;
}
/** A relation as the library gives it. */
type Ruled = AnnotatedRelation & { readonly rule?: string; readonly origin?: string };

/** Counts the relations of one document, by rule; those that come from the gazetteer are left out. */
export function countRules(counts: Map<string, RuleCount>, gold: Annotation, predicted: Annotation): void {
  const wanted = new Set(gold.relations.map((relation) => arrow(relation, entitiesOf(gold.mentions))));
  const standing = standingOf(predicted, gold);
  for (const relation of predicted.relations as readonly Ruled[]) {
    const { rule, origin } = relation;
    if (!rule || origin === 'gazetteer') continue;
    const count = counts.get(rule) ?? { rule, right: 0, fired: 0 };
    counts.set(rule, count);
    count.fired++;
    if (wanted.has(arrow(relation, standing))) count.right++;
  }
}

function arrow({ type, from, to }: AnnotatedRelation, standing: Standing): string {
  const ends = [from, to].map((mention) => standing.get(mention) ?? `?${mention}`);
  return [type, ...(SYMMETRIC.has(type) ? ends.sort() : ends)].join(' ');
}
