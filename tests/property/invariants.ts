/** What holds for every document, whatever the text. */
import {
  CASUALTY_KINDS,
  type Document,
  EVENT_MODES,
  LEVELS,
  RELATION_TYPES,
  ROLES,
  type Span,
  STATUSES,
  UPOS,
} from 'sitrep';
import { expect } from 'vitest';

const sortedByStart = (spans: readonly Span[]): boolean => spans.every((s, i) => !i || spans[i - 1].start <= s.start);

function spansFit({ text, sentences, tokens, mentions, relations, events, diagnostics }: Document): void {
  const spans = [
    ...sentences,
    ...tokens,
    ...mentions,
    ...mentions.map((m) => m.head),
    ...relations,
    ...events,
    ...events.flatMap((e) => e.triggers),
  ];
  const outside = spans.filter(({ start, end }) => !(start >= 0 && start < end && end <= text.length));
  expect(outside).toEqual([]);
  expect(diagnostics.filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length))).toEqual([]);
}

function layersAreSorted({ sentences, tokens, mentions, entities, events, diagnostics }: Document): void {
  for (const layer of [sentences, tokens, mentions, diagnostics]) expect(sortedByStart(layer)).toBe(true);
  for (const layer of [sentences, tokens]) expect(layer.filter((s, i) => i && layer[i - 1].end > s.start)).toEqual([]);
  for (const event of events) expect(sortedByStart(event.triggers)).toBe(true);
  expect(sortedByStart(events.map((event) => event.triggers[0]))).toBe(true);
  const place = new Map(mentions.map((m, i) => [m.id, i]));
  const firsts = entities.map((entity) => place.get(entity.mentions[0]) ?? -1);
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
}

/** White space, control characters and what has no width stand between words. */
const BETWEEN = /^[\s\p{Cc}\p{Cf}]*$/u;

function wordsCoverTheText({ text, tokens, sentences, mentions }: Document): void {
  let at = 0;
  for (const { start, end } of tokens) {
    expect(text.slice(at, start)).toMatch(BETWEEN);
    at = end;
  }
  expect(text.slice(at)).toMatch(BETWEEN);
  let s = 0;
  for (const token of tokens) {
    while (s < sentences.length && sentences[s].end <= token.start) s++;
    expect(sentences[s]).toSatisfy((sentence: Span) => sentence.start <= token.start && token.end <= sentence.end);
  }
  expect(mentions.filter((m) => m.head.start < m.start || m.head.end > m.end)).toEqual([]);
}

function treesAreTrees({ tokens }: Document): void {
  tokens.forEach((token, i) => {
    expect(UPOS).toContain(token.pos);
    let head = i;
    for (let steps = 0; head !== -1; steps++) {
      expect(steps).toBeLessThanOrEqual(tokens.length);
      head = tokens[head].head;
    }
  });
}

function idsResolve({ mentions, entities, relations, events }: Document): void {
  const all = [...mentions, ...entities, ...relations, ...events].map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
  const mentionIds = new Set(mentions.map(({ id }) => id));
  const entityOf = new Map(entities.map((entity) => [entity.id, entity]));
  const used = [
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...events.flatMap(({ args, casualties = [] }) => [...args, ...casualties].map(({ mention }) => mention)),
    ...entities.flatMap((entity) => [...entity.mentions, ...(entity.type === 'quantity' ? [entity.of] : [])]),
  ];
  expect(used.filter((id) => id !== undefined && !mentionIds.has(id))).toEqual([]);
  for (const mention of mentions) {
    expect(entityOf.get(mention.entity)?.type).toBe(mention.type);
    expect(entityOf.get(mention.entity)?.mentions).toContain(mention.id);
  }
  for (const entity of entities)
    if ('sponsor' in entity && entity.sponsor !== undefined) expect(entityOf.has(entity.sponsor)).toBe(true);
  for (const { casualties = [] } of events)
    for (const { partOf } of casualties) if (partOf !== undefined) expect(casualties[partOf]).toBeDefined();
}

function valuesAreOfTheSchema({ mentions, relations, events }: Document): void {
  for (const { level, rule } of mentions) {
    expect(LEVELS).toContain(level);
    expect(rule).not.toBe('');
  }
  for (const { type } of relations) expect(RELATION_TYPES).toContain(type);
  for (const { type, mode, status, args, casualties = [] } of events) {
    const modes: readonly string[] | undefined = EVENT_MODES[type as keyof typeof EVENT_MODES];
    expect(modes).toBeDefined();
    if (mode !== undefined) expect(modes).toContain(mode);
    expect(STATUSES).toContain(status);
    for (const { role } of args) expect(ROLES).toContain(role);
    for (const { kind, low, best, high } of casualties) {
      expect(CASUALTY_KINDS).toContain(kind);
      expect(low <= best && best <= high).toBe(true);
    }
  }
}

export function expectSound(document: Document): void {
  spansFit(document);
  layersAreSorted(document);
  wordsCoverTheText(document);
  treesAreTrees(document);
  idsResolve(document);
  valuesAreOfTheSchema(document);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
}
