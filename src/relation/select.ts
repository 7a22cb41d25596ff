/** One relation for a pair of entities and a type, between their closest mentions. */
import type { DraftMention, DraftRelation, Layers } from '../document/layers.ts';
import type { Found } from './match.ts';

/** Characters between two mentions; 0 when they touch or nest. */
const gap = (a: DraftMention, b: DraftMention): number => Math.max(0, a.start - b.end, b.start - a.end);

export function select(
  found: readonly Found[],
  layers: Pick<Layers, 'mentions' | 'tokens'>,
  entityOf: Int32Array,
): DraftRelation[] {
  const { mentions } = layers;
  const best = new Map<string, Found>();
  for (const one of found) {
    const { type, symmetric, coreferent } = one.definition;
    const [a, b] = coreferent ? [one.from, one.to] : [entityOf[one.from], entityOf[one.to]];
    const key = pairOf(type, symmetric, a, b);
    const other = best.get(key);
    if (!other || distance(one, mentions) < distance(other, mentions)) best.set(key, one);
  }
  for (const { definition, from, to } of [...best.values()])
    for (const type of definition.excludes ?? []) best.delete(pairOf(type, false, entityOf[from], entityOf[to]));
  return [...best.values()]
    .map((one) => relationOf(one, layers))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.from - b.from || a.to - b.to);
}

/** Of mentions about as close a name is better evidence than a description, and that than a pronoun. */
const COST = { name: 0, nominal: 20, pronoun: 40 };
const distance = ({ from, to }: Found, mentions: readonly DraftMention[]): number =>
  gap(mentions[from], mentions[to]) + COST[mentions[from].level] + COST[mentions[to].level];

const pairOf = (type: string, symmetric: boolean | undefined, a: number, b: number): string =>
  `${type} ${symmetric && a > b ? `${b} ${a}` : `${a} ${b}`}`;

/** The evidence runs from the first to the last of the two mentions and the words between which the rule went. */
function relationOf(
  { definition, rule, from, to, words }: Found,
  { mentions, tokens }: Pick<Layers, 'mentions' | 'tokens'>,
): DraftRelation {
  let start = Math.min(mentions[from].start, mentions[to].start);
  let end = Math.max(mentions[from].end, mentions[to].end);
  for (const w of words) {
    start = Math.min(start, tokens.start[w]);
    end = Math.max(end, tokens.end[w]);
  }
  return {
    type: definition.type,
    from,
    to,
    start,
    end,
    origin: 'text',
    rule: `${definition.type}: ${rule.name}`,
  };
}
