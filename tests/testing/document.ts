/** Documents written by hand, so that tests of the matchers don't hang on what the models find. */
import type { Document } from 'sitrep';
import { readNotation } from 'sitrep/evaluation';

/** A document as `extract` returns it, from the notation of the corpus (see `src/evaluation/notation`). */
export function documentFrom(notation: string): Document {
  const { text, annotation } = readNotation(notation);
  const { mentions, entities, relations, events } = annotation;
  const rule = 'hand';
  const evidence = { start: 0, end: text.length };
  return {
    text,
    date: '2024-04-24',
    sentences: [],
    tokens: [],
    diagnostics: [],
    mentions: mentions.map((m) => ({ ...m, head: { start: m.start, end: m.end }, rule })),
    entities: entities.map((e) => ({ ...e, mentions: mentions.filter((m) => m.entity === e.id).map(({ id }) => id) })),
    relations: relations.map((r) => ({ ...r, ...evidence, origin: 'text', rule })),
    events: events.map((e) => ({ ...e, ...evidence, args: e.args.map((a) => ({ ...a, rule })), rule })),
  } as unknown as Document;
}

export const DOCUMENT =
  documentFrom(`[hamas Hamas] {raid attacked} [sderot Sderot] on [d Monday]. [n~ Three] [men~ civilians] were {kill killed} by [r~ rockets], [hamas* it] said.
---
entity hamas organization/armed-group country=PS
entity sderot place/city country=IL latitude=31.53 longitude=34.6
entity d date/date value=2024-04-22
entity n quantity/count value=3 of=men
entity men group/civilians
entity r weapon/rocket
relation counts n men
event raid assault agent=hamas patient=sderot time=d
event kill assault/rocket instrument=r patient=men killed=men source=hamas casualty=killed/3/men
`);

export const EMPTY = documentFrom('Rain.\n---\n');
