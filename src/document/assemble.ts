/** From layers that point by index to the public document, whose records have ids. */
import type { DraftEntity, DraftMention, Layers } from './layers.ts';
import type { Document, Entity, Event, Mention, Relation, Span, Token } from './schema.ts';
import { depName, posName } from './tokens.ts';

const mentionId = (index: number): string => `m${index + 1}`;
const entityId = (index: number): string => `e${index + 1}`;

/** Leaves out what is undefined, so that the record equals itself after a JSON round trip. */
function defined<T extends object>(record: T): T {
  for (const key of Object.keys(record) as (keyof T)[]) if (record[key] === undefined) delete record[key];
  return record;
}

function tokensOf({ tokens, tags, tree }: Layers): Token[] {
  return Array.from({ length: tokens.length }, (_, i) => ({
    start: tokens.start[i],
    end: tokens.end[i],
    lemma: tags.lemma[i] ?? tokens.lower[i],
    pos: i < tags.pos.length ? posName(tags, i) : 'X',
    head: i < tree.head.length ? tree.head[i] : -1,
    dep: i < tree.dep.length ? depName(tree, i) : 'dep',
  }));
}

const mentionOf = (layers: Layers, m: DraftMention, index: number, chain: number): Mention =>
  defined({
    id: mentionId(index),
    start: m.start,
    end: m.end,
    head: {
      start: Math.max(m.start, layers.tokens.start[m.head]),
      end: Math.min(m.end, layers.tokens.end[m.head]),
    },
    type: m.type,
    kind: m.kind,
    level: m.level,
    entity: entityId(chain),
    actsAs: m.actsAs,
    rule: m.rule,
    confidence: m.confidence,
  }) as Mention;

const entityOf = (e: DraftEntity, index: number, chain: readonly number[]): Entity =>
  defined({
    id: entityId(index),
    type: e.type,
    kind: e.kind,
    name: e.name,
    aliases: e.aliases,
    mentions: chain.map(mentionId),
    ids: e.ids,
    ...e.attributes,
    of: e.of === undefined ? undefined : mentionId(e.of),
    sponsor: e.sponsor === undefined ? undefined : entityId(e.sponsor),
  }) as Entity;

/** The public document of finished layers. Without the entity stage each chain has no entity, and so no mention is given. */
export function assemble(layers: Layers): Document {
  const { text, date, sentences, chains, entities, relations, events, diagnostics } = layers;
  const chainOf = new Map(chains.flatMap((chain, c) => chain.map((m) => [m, c] as const)));
  return {
    text,
    date,
    sentences: Array.from(
      { length: sentences.length },
      (_, i): Span => ({
        start: sentences.start[i],
        end: sentences.end[i],
      }),
    ),
    tokens: tokensOf(layers),
    mentions: layers.mentions.map((m, i) => mentionOf(layers, m, i, chainOf.get(i) ?? -1)),
    entities: entities.map((e, i) => entityOf(e, i, chains[i])),
    relations: relations.map(
      ({ from, to, ...r }, i) =>
        defined({ id: `r${i + 1}`, ...r, from: mentionId(from), to: mentionId(to) }) as Relation,
    ),
    events: events.map(
      ({ args, casualties, ...e }, i) =>
        defined({
          id: `v${i + 1}`,
          ...e,
          args: args.map((a) => ({ ...a, mention: mentionId(a.mention) })),
          casualties: casualties?.map((c) =>
            defined({ ...c, mention: c.mention === undefined ? undefined : mentionId(c.mention) }),
          ),
        }) as Event,
    ),
    diagnostics: [...diagnostics].sort((a, b) => a.start - b.start),
  };
}
