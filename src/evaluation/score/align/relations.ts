/** Relations between entities: type, from, to; symmetric ones either way round; each once a document. */
import type { AnnotatedRelation } from '../../annotation.ts';
import { type Aligned, missed, spurious } from '../alignment.ts';
import { SYMMETRIC } from '../relations.ts';
import type { Standing } from '../standing.ts';

type Relations = readonly AnnotatedRelation[];
type Key = (relation: AnnotatedRelation) => string;

const endsOf = ({ from, to }: AnnotatedRelation, standing: Standing): [string, string] => [
  standing.get(from) ?? `?${from}`,
  standing.get(to) ?? `?${to}`,
];
const arrow =
  (standing: Standing): Key =>
  (relation) => {
    const ends = endsOf(relation, standing);
    return JSON.stringify([relation.type, ...(SYMMETRIC.has(relation.type) ? ends.sort() : ends)]);
  };
const tied =
  (standing: Standing): Key =>
  (relation) =>
    JSON.stringify(endsOf(relation, standing).sort());

/** The first relation of each key. */
function firstBy(relations: Relations, key: Key): Map<string, AnnotatedRelation> {
  const first = new Map<string, AnnotatedRelation>();
  for (const relation of relations) if (!first.has(key(relation))) first.set(key(relation), relation);
  return first;
}

/**
 * @param ours which gold entity a gold mention belongs to
 * @param theirs which gold entity a predicted mention stands for
 * @param exact the predicted mentions whose span is right
 */
export function alignRelations(
  gold: Relations,
  predicted: Relations,
  ours: Standing,
  theirs: Standing,
  exact: ReadonlySet<string>,
): Aligned<AnnotatedRelation>[] {
  const wanted = firstBy(gold, arrow(ours));
  const rows: Aligned<AnnotatedRelation>[] = [];
  const left: AnnotatedRelation[] = [];
  for (const [key, relation] of firstBy(predicted, arrow(theirs))) {
    const hit = wanted.get(key);
    if (!hit) left.push(relation);
    else {
      wanted.delete(key);
      const grade = exact.has(relation.from) && exact.has(relation.to) ? 'exact' : 'overlap';
      rows.push({ gold: hit, predicted: relation, grade });
    }
  }
  // What is left ties the right entities under another name, or ties wrong ones.
  const open = firstBy([...wanted.values()], tied(ours));
  const paired = new Set<AnnotatedRelation>();
  for (const relation of left) {
    const key = tied(theirs)(relation);
    const other = open.get(key);
    if (!other) rows.push(spurious(relation));
    else {
      open.delete(key);
      paired.add(other);
      rows.push({ gold: other, predicted: relation, grade: 'mistyped' });
    }
  }
  return [...rows, ...[...wanted.values()].filter((relation) => !paired.has(relation)).map(missed)];
}
