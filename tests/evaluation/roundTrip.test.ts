/** What the writers write, the readers give back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { extract } from 'sitrep';
import {
  type AnnotatedDocument,
  type AnnotatedMention,
  meaningOf,
  readAnnotations,
  readBrat,
  readCorpus,
  writeBio,
  writeBrat,
  writeConllu,
} from 'sitrep/evaluation';
import { afterAll, describe, expect, it } from 'vitest';
import { renumbered } from '../../src/evaluation/read/build.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { documents } = readCorpus('corpus/dispatch');

const throughBrat = (document: AnnotatedDocument): AnnotatedDocument => {
  const { id, text } = document;
  return readBrat({ id, text, annotations: writeBrat(document), file: `${id}.ann` });
};
async function throughFile(name: string, content: string): Promise<AnnotatedDocument[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const read: AnnotatedDocument[] = [];
  for await (const document of readAnnotations(path)) read.push(document);
  return read;
}
const spansOf = ({ mentions }: AnnotatedDocument): string[] =>
  mentions.map(({ start, end, type, kind, level }) => `${start}:${end} ${type} ${kind} ${level}`);
const chainsOf = ({ mentions }: AnnotatedDocument): string[][] => {
  const chains = new Map<string, string[]>();
  for (const { entity, start, end } of mentions) chains.set(entity, [...(chains.get(entity) ?? []), `${start}:${end}`]);
  return [...chains.values()];
};

const crosses = (a: AnnotatedMention, b: AnnotatedMention): boolean =>
  a.start < b.start && b.start < a.end && a.end < b.end;

/** Any text with spans in it, each not blank at its edges; some share an entity. */
const annotated: fc.Arbitrary<AnnotatedDocument> = fc
  .tuple(
    fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'ab (){}[]|=-_#%\\\t\n\r,.', '\u00a0', '\u2028', '𝔘', 'é', '🇮🇶'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 60,
    }),
    fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.nat(3), fc.constantFrom('person', 'place', 'health:disease')), {
      maxLength: 8,
    }),
  )
  .map(([text, spans]) => {
    const seen = new Set<string>();
    const mentions = spans.flatMap(([a, b, chain, type], i): AnnotatedMention[] => {
      const [start, end] = [Math.min(a, b) % text.length, Math.min(text.length, Math.max(a, b) + 1)];
      const words = text.slice(start, end);
      // Not through the middle of a character, nor at white space.
      const whole = (at: number): boolean => !/[\udc00-\udfff]/.test(text[at] ?? '');
      const key = `${start}:${end}:${type}`;
      if (!words || words !== words.trim() || !whole(start) || !whole(end) || seen.has(key)) return [];
      seen.add(key);
      const entity = `${type} ${chain}`;
      return [{ id: `x${i}`, start, end, type: type as AnnotatedMention['type'], level: 'name', entity }];
    });
    const entities = [
      ...new Map(mentions.map((m) => [m.entity, { id: m.entity, type: m.type, name: 'A name' }])).values(),
    ];
    return {
      id: 'doc',
      text,
      date: null,
      source: null,
      ...renumbered({ mentions, entities, relations: [], events: [] }),
    };
  });

describe('brat', () => {
  it.each(documents.map((document) => [document.id, document] as const))('gives %s back', (_, document) => {
    const { scope: __, ...again } = throughBrat(document);
    expect(again).toEqual({ ...document, ...renumbered(document) });
  });

  it("gives the library's own document back, in meaning", () => {
    const document = extract('İran’s 🚀 rockets hit the 𝔘S base on Monday; it was damaged.\r\nThree died.', {
      date: '2024-04-24',
    });
    const again = throughBrat({ id: 'a', source: null, ...document } as unknown as AnnotatedDocument);
    expect(meaningOf(again)).toBe(meaningOf(document));
  });

  it('counts code points, as brat does', () => {
    const text = '🚀🚀 Iran';
    const mention = {
      id: 'm1',
      start: 5,
      end: 9,
      type: 'place',
      kind: 'country',
      level: 'name',
      entity: 'e1',
    } as const;
    const entity = { id: 'e1', type: 'place', kind: 'country', name: 'Iran' } as const;
    const document = {
      id: 'a',
      text,
      date: null,
      source: null,
      mentions: [mention],
      entities: [entity],
      relations: [],
      events: [],
    };
    expect(writeBrat(document)).toContain('T1\tplace 3 7\tIran\n');
  });

  it('gives any annotation back', () => {
    fc.assert(
      fc.property(annotated, (document) => {
        const { scope: _, ...again } = throughBrat(document);
        expect(again).toEqual(document);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('CoNLL-U', () => {
  it('gives texts, mentions and chains of the corpus back', async () => {
    const read = await throughFile('corpus.conllu', documents.map(writeConllu).join(''));
    expect(read.map(({ id, text, date }) => [id, text, date])).toEqual(
      documents.map(({ id, text, date }) => [id, text, date]),
    );
    for (const [i, document] of documents.entries()) {
      expect(spansOf(read[i])).toEqual(spansOf({ ...document, ...renumbered(document) }));
      expect(chainsOf(read[i])).toEqual(chainsOf({ ...document, ...renumbered(document) }));
    }
  });

  it('holds tokens, tags and trees of the library', async () => {
    const document = extract('Rebels attacked Goma. They fled.', { date: '2024-04-24' });
    const written = writeConllu({ id: 'a', source: null, ...document } as unknown as AnnotatedDocument);
    expect(written).toMatch(/^\d+\tattacked\tattack\tVERB\t_\t_\t0\troot\t_\t_$/m);
    const [read] = await throughFile('own.conllu', written);
    expect(read.text).toBe(document.text);
    expect(spansOf(read)).toEqual(spansOf(document as unknown as AnnotatedDocument));
  });

  it('gives any annotation back', async () => {
    await fc.assert(
      fc.asyncProperty(annotated, async (document) => {
        // Brackets of one entity can nest, but not cross.
        fc.pre(!document.mentions.some((a) => document.mentions.some((b) => crosses(a, b) && a.entity === b.entity)));
        const [read] = await throughFile('any.conllu', writeConllu(document));
        // A text of white space alone has no words to hang on.
        if (document.text.trim() === '') return;
        expect(read.text).toBe(document.text);
        expect(spansOf(read)).toEqual(spansOf(document));
        expect(chainsOf(read)).toEqual(chainsOf(document));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('BIO', () => {
  it('holds the widest mentions', async () => {
    const [document] = documents;
    const [read] = await throughFile('a.bio', writeBio(document));
    let end = -1;
    const flat = [...renumbered(document).mentions].filter((m) => m.start >= end && (end = m.end));
    expect(
      read.mentions.map(({ type, start, end: to }) => [type, read.text.slice(start, to).replace(/\s/g, '')]),
    ).toEqual(flat.map(({ type, start, end: to }) => [type, document.text.slice(start, to).replace(/\s/g, '')]));
  });
});
