/** Entities of two runs, paired by the mentions that they share: attributes that changed, chains that split or merged. */
import type { AnnotatedEntity, AnnotatedMention } from '../annotation.ts';
import { type Annotated, Describer } from '../report/describe.ts';
import type { Aligned } from '../score/alignment.ts';
import { type FieldChange, fieldChanges } from './change.ts';

export interface EntityPair {
  readonly before?: AnnotatedEntity;
  readonly after?: AnnotatedEntity;
  readonly fields: readonly FieldChange[];
}

/** Not compared: ids and counts of the run, and how sure it was. Chains are compared by their words. */
const UNCOMPARED = new Set(['id', 'mentions', 'confidence', 'cues', 'of', 'sponsor']);

const byEntity = (mentions: readonly AnnotatedMention[]): Map<string, AnnotatedMention[]> => {
  const chains = new Map<string, AnnotatedMention[]>();
  for (const mention of mentions) {
    const chain = chains.get(mention.entity);
    if (chain) chain.push(mention);
    else chains.set(mention.entity, [mention]);
  }
  return chains;
};

/** Best pairs first: by how many mentions they share. */
function pairsOf(rows: readonly Aligned<AnnotatedMention>[]): Map<string, string> {
  const shared = new Map<string, { before: string; after: string; count: number }>();
  for (const { gold, predicted } of rows) {
    if (!gold || !predicted) continue;
    const key = JSON.stringify([gold.entity, predicted.entity]);
    const pair = shared.get(key) ?? { before: gold.entity, after: predicted.entity, count: 0 };
    pair.count++;
    shared.set(key, pair);
  }
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const { before, after } of [...shared.values()].sort((a, b) => b.count - a.count)) {
    if (pairs.has(before) || taken.has(after)) continue;
    taken.add(after);
    pairs.set(before, after);
  }
  return pairs;
}

/** Attributes in words: a mention that a quantity counts, and a sponsor, by name. */
function comparable(entity: AnnotatedEntity, describer: Describer, chains: Map<string, AnnotatedMention[]>): object {
  const { of, sponsor } = entity;
  const backer = sponsor === undefined ? undefined : chains.get(sponsor)?.[0];
  return {
    ...Object.fromEntries(Object.entries(entity).filter(([field]) => !UNCOMPARED.has(field))),
    ...(of === undefined ? {} : { counts: describer.referent(of) }),
    ...(backer === undefined ? {} : { backer: describer.referent(backer.id) }),
  };
}

/** Whether the chains hold the same mentions, of those that both runs found. */
function chainChange(
  before: readonly AnnotatedMention[],
  after: readonly AnnotatedMention[],
  partners: Partners,
): boolean {
  const kept = before.flatMap((mention) => partners.get(mention) ?? []);
  const known = after.filter((mention) => partners.has(mention));
  const there = new Set(known);
  return kept.length !== known.length || kept.some((mention) => !there.has(mention));
}
type Partners = ReadonlyMap<AnnotatedMention, AnnotatedMention>;

export function diffEntities(
  before: Annotated,
  after: Annotated,
  rows: readonly Aligned<AnnotatedMention>[],
): EntityPair[] {
  const [chainsBefore, chainsAfter] = [byEntity(before.mentions), byEntity(after.mentions)];
  const [wordsBefore, wordsAfter] = [new Describer(before), new Describer(after)];
  const pairs = pairsOf(rows);
  const partners = new Map(
    rows.flatMap(({ gold, predicted }): [AnnotatedMention, AnnotatedMention][] =>
      gold && predicted
        ? [
            [gold, predicted],
            [predicted, gold],
          ]
        : [],
    ),
  );
  const ours = new Map(after.entities.map((entity) => [entity.id, entity]));
  const result: EntityPair[] = [];
  for (const entity of before.entities) {
    const other = ours.get(pairs.get(entity.id) ?? '');
    if (!other) {
      result.push({ before: entity, fields: [] });
      continue;
    }
    ours.delete(other.id);
    const [a, b] = [comparable(entity, wordsBefore, chainsBefore), comparable(other, wordsAfter, chainsAfter)];
    const fields = fieldChanges(a, b, [...new Set([...Object.keys(a), ...Object.keys(b)])]);
    const [from, to] = [chainsBefore.get(entity.id) ?? [], chainsAfter.get(other.id) ?? []];
    const told = (chain: readonly AnnotatedMention[], describer: Describer): string =>
      chain.map((mention) => `“${describer.at(mention)}”`).join(' ');
    const chains = chainChange(from, to, partners)
      ? [{ field: 'mentions', before: told(from, wordsBefore), after: told(to, wordsAfter) }]
      : [];
    result.push({ before: entity, after: other, fields: [...fields, ...chains] });
  }
  for (const entity of ours.values()) result.push({ after: entity, fields: [] });
  return result;
}
