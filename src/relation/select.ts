/** One relation for a pair of entities and a type, between their closest mentions. */
import type { DraftMention, DraftRelation, Layers } from '../document/layers.ts';
import type { Confidences } from '../gazetteer/confidence.ts';
import type { Found } from './match.ts';

/** Characters between two mentions; 0 when they touch or nest. */
const gap = (a: DraftMention, b: DraftMention): number => Math.max(0, a.start - b.end, b.start - a.end);

/** @param types the number of each relation type */
export function select(
  found: readonly Found[],
  mentions: Layers['mentions'],
  entityOf: Int32Array,
  types: ReadonlyMap<string, number>,
  confidences: Confidences,
): DraftRelation[] {
  // entities are from -mentions to mentions
  const many = 2 * mentions.length + 1;
  const keyOf = (type: string, symmetric: boolean | undefined, a: number, b: number): number => {
    const isTurned = symmetric === true && a > b;
    const x = isTurned ? b : a;
    const y = isTurned ? a : b;
    return ((types.get(type) ?? -1) * many + x + mentions.length) * many + y + mentions.length;
  };
  const best = new Map<number, Found>();
  for (const one of found) {
    const { type, symmetric, coreferent } = one.accept.definition;
    const a = coreferent ? one.from : entityOf[one.from];
    const b = coreferent ? one.to : entityOf[one.to];
    const key = keyOf(type, symmetric, a, b);
    const other = best.get(key);
    if (!other || distance(one, mentions) < distance(other, mentions)) best.set(key, one);
  }
  const all = [...best.values()];
  // one that is excluded excludes others all the same
  for (const { accept, from, to } of all) {
    const { excludes } = accept.definition;
    if (excludes) for (const type of excludes) best.delete(keyOf(type, false, entityOf[from], entityOf[to]));
  }
  const left = best.size < all.length ? [...best.values()] : all;
  const relations = left.map((one) => relationOf(one, confidences));
  return relations.sort((a, b) => a.start - b.start || a.end - b.end || a.from - b.from || a.to - b.to);
}

/** Of mentions about as close a name is better evidence than a description, and that than a pronoun. */
const COST = { name: 0, nominal: 20, pronoun: 40 };
const distance = ({ from, to }: Found, mentions: readonly DraftMention[]): number =>
  gap(mentions[from], mentions[to]) + COST[mentions[from].level] + COST[mentions[to].level];

function relationOf({ accept, from, to, start, end }: Found, confidences: Confidences): DraftRelation {
  const { definition, name } = accept;
  return {
    type: definition.type,
    from,
    to,
    start,
    end,
    origin: 'text',
    rule: name,
    confidence: confidences.get(name),
  };
}
