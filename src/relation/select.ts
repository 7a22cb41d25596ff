/** One relation for a pair of entities and a type, between their closest mentions. */
import type { DraftMention, DraftRelation, Layers } from '../document/layers.ts';
import type { Found } from './match.ts';

/** Characters between two mentions; 0 when they touch or nest. */
const gap = (a: DraftMention, b: DraftMention): number => Math.max(0, a.start - b.end, b.start - a.end);

export function select(found: readonly Found[], mentions: Layers['mentions'], entityOf: Int32Array): DraftRelation[] {
  // entities are from -mentions to mentions
  const many = 2 * mentions.length + 1;
  const keyOf = (type: number, symmetric: boolean, a: number, b: number): number => {
    const isTurned = symmetric && a > b;
    const x = isTurned ? b : a;
    const y = isTurned ? a : b;
    return (type * many + x + mentions.length) * many + y + mentions.length;
  };
  const best = new Map<number, Found>();
  for (const one of found) {
    const { number, symmetric, coreferent } = one.accept;
    const a = coreferent ? one.from : entityOf[one.from];
    const b = coreferent ? one.to : entityOf[one.to];
    const key = keyOf(number, symmetric, a, b);
    const other = best.get(key);
    if (!other || distance(one, mentions) < distance(other, mentions)) best.set(key, one);
  }
  const all = [...best.values()];
  // one that is excluded excludes others all the same
  for (const { accept, from, to } of all)
    for (const type of accept.excludes) best.delete(keyOf(type, false, entityOf[from], entityOf[to]));
  const left = best.size < all.length ? [...best.values()] : all;
  const relations = left.map(relationOf);
  return relations.sort((a, b) => a.start - b.start || a.end - b.end || a.from - b.from || a.to - b.to);
}

/** Of mentions about as close a name is better evidence than a description, and that than a pronoun. */
const costOf = ({ level }: DraftMention): number => (level === 'name' ? 0 : level === 'nominal' ? 20 : 40);
const distance = ({ from, to }: Found, mentions: readonly DraftMention[]): number =>
  gap(mentions[from], mentions[to]) + costOf(mentions[from]) + costOf(mentions[to]);

function relationOf({ accept, from, to, start, end }: Found): DraftRelation {
  return {
    type: accept.type,
    from,
    to,
    start,
    end,
    origin: 'text',
    rule: accept.name,
    confidence: accept.confidence,
  };
}
