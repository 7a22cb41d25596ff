/** From layers that point by index to the public document, whose records have ids. */
import type { DraftCasualties, DraftEntity, DraftEvent, DraftMention, DraftRelation, Layers } from './layers.ts';
import type { Casualties, Document, Entity, Event, Mention, Relation, Span, Token } from './schema.ts';
import { depName, posName } from './tokens.ts';

/** Ids of one letter; those that nearly every document has are made once. */
function idsOf(letter: string): (index: number) => string {
  const known: string[] = [];
  return (index) => {
    if (index >= MOST_KNOWN) return `${letter}${index + 1}`;
    while (known.length <= index) known.push(`${letter}${known.length + 1}`);
    return known[index];
  };
}
const MOST_KNOWN = 1024;
const mentionId = idsOf('m');
const entityId = idsOf('e');
const relationId = idsOf('r');
const eventId = idsOf('v');

/** A record under construction: what is undefined stays out of it, so that it equals itself after a JSON round trip. */
type Open<T> = { -readonly [K in keyof T]?: T[K] | undefined };

function sentencesOf({ sentences }: Layers): Span[] {
  const all: Span[] = [];
  for (let i = 0; i < sentences.length; i++) all.push({ start: sentences.start[i], end: sentences.end[i] });
  return all;
}

function tokensOf({ tokens, tags, tree }: Layers): Token[] {
  const all = new Array<Token>(tokens.length);
  for (let i = 0; i < tokens.length; i++)
    all[i] = {
      start: tokens.start[i],
      end: tokens.end[i],
      lemma: tags.lemma[i] ?? tokens.lower[i],
      pos: i < tags.pos.length ? posName(tags, i) : 'X',
      head: i < tree.head.length ? tree.head[i] : -1,
      dep: i < tree.dep.length ? depName(tree, i) : 'dep',
    };
  return all;
}

/** Fields that are often there are written where the record is made: one that is added later costs it room outside. */
function mentionOf({ tokens }: Layers, m: DraftMention, index: number, chain: number): Mention {
  const { start, end, type, kind, level, rule, confidence } = m;
  const id = mentionId(index);
  const entity = entityId(chain);
  const head = { start: Math.max(start, tokens.start[m.head]), end: Math.min(end, tokens.end[m.head]) };
  if (m.actsAs !== undefined) return actingMention(m, id, head, entity);
  const mention =
    confidence === undefined
      ? kind === undefined
        ? { id, start, end, head, type, level, entity, rule }
        : { id, start, end, head, type, kind, level, entity, rule }
      : kind === undefined
        ? { id, start, end, head, type, level, entity, rule, confidence }
        : { id, start, end, head, type, kind, level, entity, rule, confidence };
  return mention as Mention;
}
function actingMention(m: DraftMention, id: string, head: Span, entity: string): Mention {
  const mention: Open<Mention> = { id, start: m.start, end: m.end, head, type: m.type };
  if (m.kind !== undefined) mention.kind = m.kind;
  mention.level = m.level;
  mention.entity = entity;
  if (m.actsAs !== undefined) mention.actsAs = m.actsAs;
  mention.rule = m.rule;
  if (m.confidence !== undefined) mention.confidence = m.confidence;
  return mention as Mention;
}

function entityOf(e: DraftEntity, index: number, chain: readonly number[]): Entity {
  const { type, kind, name, aliases, ids, attributes } = e;
  const id = entityId(index);
  const mentions = idsAt(chain);
  const entity: Record<string, unknown> =
    aliases === undefined
      ? kind === undefined
        ? { id, type, name, mentions }
        : { id, type, kind, name, mentions }
      : kind === undefined
        ? { id, type, name, aliases, mentions }
        : { id, type, kind, name, aliases, mentions };
  if (ids !== undefined) entity.ids = ids;
  for (const key in attributes) if (attributes[key] !== undefined) entity[key] = attributes[key];
  if (e.of !== undefined) entity.of = mentionId(e.of);
  if (e.sponsor !== undefined) entity.sponsor = entityId(e.sponsor);
  return entity as unknown as Entity;
}
function idsAt(chain: readonly number[]): string[] {
  const ids = [mentionId(chain[0])];
  for (let k = 1; k < chain.length; k++) ids.push(mentionId(chain[k]));
  return ids;
}

function relationOf(r: DraftRelation, index: number): Relation {
  const { type, start, end, origin, rule, confidence } = r;
  const id = relationId(index);
  const from = mentionId(r.from);
  const to = mentionId(r.to);
  const relation =
    confidence === undefined
      ? { id, type, start, end, origin, rule, from, to }
      : { id, type, start, end, origin, rule, confidence, from, to };
  return relation as Relation;
}

function casualtiesOf(c: DraftCasualties): Casualties {
  const record: Open<Casualties> = { kind: c.kind, best: c.best, low: c.low, high: c.high };
  if (c.mention !== undefined) record.mention = mentionId(c.mention);
  if (c.partOf !== undefined) record.partOf = c.partOf;
  return record as Casualties;
}

/** As with mentions: nearly all events have what is written out here, and few have more. */
function eventOf(e: DraftEvent, index: number): Event {
  const { type, mode, triggers, start, end, status, polarity, codes, rule } = e;
  const id = eventId(index);
  const plain = e.background === undefined && e.count === undefined && codes !== undefined;
  const event: Open<Event> = !plain
    ? widerEvent(e, id)
    : mode === undefined
      ? { id, type, triggers, start, end, status, polarity, codes, rule }
      : { id, type, mode, triggers, start, end, status, polarity, codes, rule };
  if (e.confidence !== undefined) event.confidence = e.confidence;
  event.args = e.args.map(argumentOf);
  if (e.casualties !== undefined) event.casualties = e.casualties.map(casualtiesOf);
  return event as Event;
}
function widerEvent(e: DraftEvent, id: string): Open<Event> {
  const event: Open<Event> = { id, type: e.type };
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
  return event;
}
const argumentOf = ({ role, mention, rule }: DraftEvent['args'][number]): Event['args'][number] => ({
  role,
  mention: mentionId(mention),
  rule,
});

/** The public document of finished layers. Without the entity stage each chain has no entity, and so no mention is given. */
export function assemble(layers: Layers): Document {
  const { text, date, chains, entities, diagnostics } = layers;
  const chainOf = new Int32Array(layers.mentions.length).fill(-1);
  for (let c = 0; c < chains.length; c++) for (let k = 0; k < chains[c].length; k++) chainOf[chains[c][k]] = c;
  return {
    text,
    date,
    sentences: sentencesOf(layers),
    tokens: tokensOf(layers),
    mentions: layers.mentions.map((m, i) => mentionOf(layers, m, i, chainOf[i])),
    entities: entities.map((e, i) => entityOf(e, i, chains[i])),
    relations: layers.relations.map(relationOf),
    events: layers.events.map(eventOf),
    diagnostics: diagnostics.length > 1 ? [...diagnostics].sort((a, b) => a.start - b.start) : [...diagnostics],
  };
}
