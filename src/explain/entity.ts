/** What is known of an entity, from which of its mentions, and where it takes part. */
import type { Entity } from '../document/schema.ts';
import { type Reader, section } from './reader.ts';

const COMMON = new Set(['id', 'type', 'kind', 'name', 'mentions']);

const shownValue = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value);

/** The relations and events that name one of its mentions. */
function partsOf({ document }: Reader, mentions: ReadonlySet<string>): string[] {
  return [
    ...document.relations.flatMap(({ id, type, from, to }) =>
      mentions.has(from) || mentions.has(to) ? [`${id} ${type}, ${mentions.has(from) ? 'from' : 'to'} it`] : [],
    ),
    ...document.events.flatMap(({ id, type, args }) => {
      const roles = args.filter((a) => mentions.has(a.mention)).map((a) => a.role);
      return roles.length ? [`${id} ${type}, as ${[...new Set(roles)].join(', ')}`] : [];
    }),
  ];
}

export function explainEntity(reader: Reader, entity: Entity): string[] {
  const { id, type, kind, name, mentions } = entity;
  const spans = mentions.map((m) => reader.mention(m));
  const attributes = Object.entries(entity).filter(([key, value]) => !COMMON.has(key) && value !== undefined);
  return [
    `${id}: entity ${kind ? `${type}/${kind}` : type}, "${name}"`,
    ...section(
      'attributes',
      attributes.map(([key, value]) => `${key}: ${shownValue(value)}`),
    ),
    ...section(
      'mentions',
      spans.map((m) => `${reader.shown(m.id)}, ${m.level}, rule ${m.rule}`),
    ),
    ...section('takes part in', partsOf(reader, new Set(mentions))),
    ...reader.sentences(spans.slice(0, 1)),
  ];
}
