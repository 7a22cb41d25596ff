import { readFileSync } from 'node:fs';
import { createExtractor, type Document, defineEventType, type Event, extract } from 'sitrep';
import { expect, it } from 'vitest';

const lines = readFileSync(new URL('reading.cases', import.meta.url), 'utf8').split('\n');
const cases: [text: string, expected: string][] = [];
lines.forEach((line, i) => {
  if (line.startsWith('> '))
    cases.push([lines[i - 1].startsWith('> ') ? (cases.at(-1)?.[0] ?? '') : lines[i - 1], line.slice(2)]);
});

/** An event in the notation of the case file. */
function written(event: Event, { text, mentions }: Document): Set<string> {
  const parts = new Set([
    event.mode ? `${event.type}/${event.mode}` : event.type,
    event.type,
    event.status,
    event.polarity === 'negative' ? '-' : '+',
  ]);
  for (const { role, mention } of event.args) {
    const m = mentions.find(({ id }) => id === mention);
    if (m) parts.add(`${role}=${text.slice(m.start, m.end)}`);
  }
  for (const { kind, best, partOf } of event.casualties ?? [])
    parts.add(`${kind}:${best}${partOf === undefined ? '' : 'part'}`);
  if (event.background) parts.add('background');
  if (event.count) parts.add(`count:${event.count.best}`);
  return parts;
}
const wanted = (expected: string): string[] =>
  expected.split(/ (?=[-+]|[a-z]+[=:/]|(?:background|actual|attempted|threatened|planned|hypothetical|alleged))/);

/** The share of the cases that must be right: the syntax and the mentions below are learned, so single ones come and go. */
const FLOOR = 0.8;
it('reads status, roles, casualties and counts', () => {
  const wrong = cases.filter(([text, expected]) => {
    const document = extract(text);
    const found = document.events.map((event) => written(event, document));
    return !found.some((event) => wanted(expected).every((part) => event.has(part)));
  });
  const right = 1 - wrong.length / cases.length;
  expect(right, wrong.map((c) => c.join('\n> ')).join('\n')).toBeGreaterThanOrEqual(FLOOR);
});

it('reads event types of the user', () => {
  const outbreak = defineEventType({
    type: 'health:outbreak',
    description: 'A disease spreads.',
    modes: ['epidemic'],
    frames: [
      { lemma: 'break out', pos: 'VERB', slots: { 'obl:in': 'place' } },
      { lemma: 'outbreak', pos: 'NOUN', mode: 'epidemic', slots: { 'nmod:in': 'place' } },
      { lemma: 'quarantine', pos: 'VERB', weak: true },
    ],
    examples: ['An [trigger outbreak] of cholera in [place Goma].'],
  });
  const read = createExtractor({ eventTypes: [outbreak] });
  const document = read('Officials fear an outbreak in Goma. The army quarantined the village.');
  const own = document.events.filter((event) => event.type === 'health:outbreak');
  expect(own.map((event) => [event.mode, event.status])).toEqual([
    ['epidemic', 'hypothetical'],
    [undefined, 'actual'],
  ]);
  const roles = own.map((event) => event.args.map(({ role }) => role).sort());
  expect(roles[0]).toContain('place');
  expect(roles[1]).toEqual(expect.arrayContaining(['agent', 'patient']));
  expect(extract('Officials fear an outbreak in Goma.').events.some((event) => event.type === 'health:outbreak')).toBe(
    false,
  );
});
