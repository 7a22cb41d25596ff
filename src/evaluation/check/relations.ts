import { RELATION_TYPES } from '../../document/schema.ts';
import type { AnnotatedMention, AnnotatedRelation } from '../annotation.ts';
import { type Context, expectOneOf } from './report.ts';
import { RELATION_SIGNATURES } from './signatures.ts';
import { checkOrder } from './spans.ts';

function checkRelation(
  { report }: Context,
  id: string,
  relation: AnnotatedRelation,
  mentions: ReadonlyMap<string, AnnotatedMention>,
): void {
  const { type } = relation;
  expectOneOf(report, id, 'type', RELATION_TYPES, type);
  const signature = RELATION_SIGNATURES[type as keyof typeof RELATION_SIGNATURES];
  for (const side of ['from', 'to'] as const) {
    const mention = mentions.get(relation[side]);
    if (!mention) report(id, `${side} to be a mention that is in the file`, relation[side]);
    else if (signature) expectOneOf(report, id, `${side} of ${type}`, signature[side], mention.type);
  }
  const [from, to] = [mentions.get(relation.from), mentions.get(relation.to)];
  if (from && to && from.entity === to.entity && type !== 'alias-of')
    report(id, 'two entities', `${relation.from} and ${relation.to} of ${from.entity}`);
}

export function checkRelations(context: Context): void {
  const { relations, mentions } = context.file;
  const byId = new Map(mentions.map((m) => [m.id, m]));
  const place = new Map(mentions.map(({ id }, i) => [id, i]));
  const seen = new Set<string>();
  relations.forEach((relation, i) => {
    const id = relation.id ?? `relations[${i}]`;
    checkRelation(context, id, relation, byId);
    const key = `${relation.type} ${relation.from} ${relation.to}`;
    if (seen.has(key)) context.report(id, 'a relation once', key);
    seen.add(key);
  });
  checkOrder(
    context,
    'relations',
    relations.map(({ from, to }) => [place.get(from) ?? 0, place.get(to) ?? 0]),
  );
}
