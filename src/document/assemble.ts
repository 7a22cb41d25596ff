/** From layers that point by index to the public document, whose records have ids. */
import type { DraftCasualties, DraftEntity, DraftEvent, DraftMention, DraftRelation, Layers } from './layers.ts';
import type { Casualties, Document, Entity, Event, Mention, Relation, Span, Token } from './schema.ts';
import { depName, posName } from './tokens.ts';

const mentionId = (index: number): string => `m${index + 1}`;
const entityId = (index: number): string => `e${index + 1}`;
const relationId = (index: number): string => `r${index + 1}`;
const eventId = (index: number): string => `v${index + 1}`;

/** A record under construction: what is undefined stays out of it, so that it equals itself after a JSON round trip. */
type Open<T> = { -readonly [K in keyof T]?: T[K] | undefined };

function tokensOf({ tokens, tags, tree }: Layers): Token[] {
  const all: Token[] = [];
  for (let i = 0; i < tokens.length; i++)
    all.push({
      start: tokens.start[i],
      end: tokens.end[i],
      lemma: tags.lemma[i] ?? tokens.lower[i],
      pos: i < tags.pos.length ? posName(tags, i) : 'X',
      head: i < tree.head.length ? tree.head[i] : -1,
      dep: i < tree.dep.length ? depName(tree, i) : 'dep',
    });
  return all;
}

function mentionOf({ tokens }: Layers, m: DraftMention, index: number, chain: number): Mention {
  const mention: Open<Mention> = {
    id: mentionId(index),
    start: m.start,
    end: m.end,
    head: { start: Math.max(m.start, tokens.start[m.head]), end: Math.min(m.end, tokens.end[m.head]) },
    type: m.type,
  };
  if (m.kind !== undefined) mention.kind = m.kind;
  mention.level = m.level;
  mention.entity = entityId(chain);
  if (m.actsAs !== undefined) mention.actsAs = m.actsAs;
  mention.rule = m.rule;
  if (m.confidence !== undefined) mention.confidence = m.confidence;
  return mention as Mention;
}

function entityOf(e: DraftEntity, index: number, chain: readonly number[]): Entity {
  const entity: Record<string, unknown> = { id: entityId(index), type: e.type };
  if (e.kind !== undefined) entity.kind = e.kind;
  entity.name = e.name;
  if (e.aliases !== undefined) entity.aliases = e.aliases;
  entity.mentions = chain.map(mentionId);
  if (e.ids !== undefined) entity.ids = e.ids;
  for (const key of Object.keys(e.attributes)) if (e.attributes[key] !== undefined) entity[key] = e.attributes[key];
  if (e.of !== undefined) entity.of = mentionId(e.of);
  if (e.sponsor !== undefined) entity.sponsor = entityId(e.sponsor);
  return entity as unknown as Entity;
}

function relationOf(r: DraftRelation, index: number): Relation {
  const relation: Open<Relation> = {
    id: relationId(index),
    type: r.type,
    start: r.start,
    end: r.end,
    origin: r.origin,
  };
  relation.rule = r.rule;
  if (r.confidence !== undefined) relation.confidence = r.confidence;
  relation.from = mentionId(r.from);
  relation.to = mentionId(r.to);
  return relation as Relation;
}

function casualtiesOf(c: DraftCasualties): Casualties {
  const record: Open<Casualties> = { kind: c.kind, best: c.best, low: c.low, high: c.high };
  if (c.mention !== undefined) record.mention = mentionId(c.mention);
  if (c.partOf !== undefined) record.partOf = c.partOf;
  return record as Casualties;
}

function eventOf(e: DraftEvent, index: number): Event {
  const event: Open<Event> = { id: eventId(index), type: e.type };
  if (e.mode !== undefined) event.mode = e.mode;
  event.triggers = e.triggers;
  event.start = e.start;
  event.end = e.end;
  event.status = e.status;
  event.polarity = e.polarity;
  if (e.background !== undefined) event.background = e.background;
  if (e.count !== undefined) event.count = e.count;
  if (e.codes !== undefined) event.codes = e.codes;
  event.rule = e.rule;
  if (e.confidence !== undefined) event.confidence = e.confidence;
  event.args = e.args.map(({ role, mention, rule }) => ({ role, mention: mentionId(mention), rule }));
  if (e.casualties !== undefined) event.casualties = e.casualties.map(casualtiesOf);
  return event as Event;
}

/** The public document of finished layers. Without the entity stage each chain has no entity, and so no mention is given. */
export function assemble(layers: Layers): Document {
  const { text, date, sentences, chains, entities, diagnostics } = layers;
  const chainOf = new Int32Array(layers.mentions.length).fill(-1);
  for (let c = 0; c < chains.length; c++) for (const m of chains[c]) chainOf[m] = c;
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
    mentions: layers.mentions.map((m, i) => mentionOf(layers, m, i, chainOf[i])),
    entities: entities.map((e, i) => entityOf(e, i, chains[i])),
    relations: layers.relations.map(relationOf),
    events: layers.events.map(eventOf),
    diagnostics: [...diagnostics].sort((a, b) => a.start - b.start),
  };
}
