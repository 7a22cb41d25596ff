import { ENTITY_KINDS, LEVELS } from '../../document/schema.ts';
import { contains } from '../../document/span.ts';
import type { AnnotatedMention } from '../annotation.ts';
import { type Context, expectOneOf } from './report.ts';
import { checkOrder, checkSpan } from './spans.ts';

export const TYPES = Object.keys(ENTITY_KINDS);
export const kindsOf = (type: string): readonly string[] => ENTITY_KINDS[type as keyof typeof ENTITY_KINDS] ?? [];

/** A kind is one of its type's; a mention of a type with kinds has one. */
export function checkKind({ report }: Context, record: string, type: string, kind: string | undefined): void {
  const kinds = kindsOf(type);
  if (kind === undefined && kinds.length === 0) return;
  expectOneOf(report, record, `kind of ${type}`, kinds, kind);
}

function checkMention(context: Context, mention: AnnotatedMention): void {
  const { report, file } = context;
  const { id, type, kind, level, head, entity, actsAs } = mention;
  checkSpan(context, id, mention);
  expectOneOf(report, id, 'type', TYPES, type);
  checkKind(context, id, type, kind);
  expectOneOf(report, id, 'level', LEVELS, level);
  if (head) checkSpan(context, `${id} head`, head);
  if (head && !contains(mention, head)) report(id, 'a head inside the mention', `${head.start}:${head.end}`);
  if (actsAs !== undefined && (actsAs !== 'government' || type !== 'place'))
    report(id, 'actsAs only as "government" and on a place', `${actsAs} on ${type}`);
  const owner = file.entities.find((e) => e.id === entity);
  if (!owner) report(id, 'an entity that is in the file', entity);
  else if (owner.type !== type) report(id, `the type of its entity ${entity}, ${owner.type}`, type);
}

export function checkMentions(context: Context): void {
  const { file, report } = context;
  const seen = new Set<string>();
  for (const mention of file.mentions) {
    checkMention(context, mention);
    const key = `${mention.start}:${mention.end}:${mention.type}`;
    if (seen.has(key)) report(mention.id, 'one mention of a type for a span', key);
    seen.add(key);
  }
  checkOrder(
    context,
    'mentions',
    file.mentions.map(({ start, end }) => [start, -end]),
  );
}
