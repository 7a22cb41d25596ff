/** Readers meet files that nobody would write: they read them, or say where they are wrong. Nothing else is thrown, and nothing hangs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type AnnotatedDocument,
  diff,
  evaluate,
  FormatError,
  meaningOf,
  readAnnotations,
  readCorpus,
  readNotation,
  writeBio,
  writeBrat,
  writeConllu,
} from 'sitrep/evaluation';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-hardening-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [document] = readCorpus('corpus/dispatch').documents;
const small: AnnotatedDocument = { ...document, id: 'small' };
const TIMEML = `<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" value="2024-01-01" functionInDocument="CREATION_TIME">x</TIMEX3></DCT><TEXT>On <TIMEX3 tid="t1" type="DATE" value="2024">2024</TIMEX3> &amp; on.</TEXT></TimeML>`;
const VALID: Readonly<Record<string, string>> = {
  'x.jsonl': `${JSON.stringify(small)}\n`,
  'x.ann': writeBrat(small),
  'x.conllu': writeConllu(small),
  'x.bio': 'EU\tB-ORG\nsaid\tO\n\nHamas\tB-ORG\nin\tO\nGaza\tB-LOC\n',
  'x.tml': TIMEML,
};
writeFileSync(join(folder, 'x.txt'), small.text);

async function readable(name: string, content: string | Uint8Array): Promise<AnnotatedDocument[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const documents: AnnotatedDocument[] = [];
  try {
    for await (const read of readAnnotations(path)) documents.push(read);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    expect(error.message.startsWith(folder)).toBe(true);
  }
  return documents;
}
/** What was read can be scored, and its spans lie in the text. */
function usable(documents: readonly AnnotatedDocument[]): void {
  for (const { text, mentions } of documents)
    for (const { start, end } of mentions) expect(start >= 0 && start < end && end <= text.length).toBe(true);
  evaluate(documents, (read) => read, { errors: 3, bootstrap: false });
}

const odd = fc.constantFrom(
  '\u0000',
  '\ufeff',
  '\r\n',
  '\n',
  '\t',
  '\u2028',
  '\ud800',
  '\\',
  '"',
  '(',
  ')',
  '<',
  '>',
  '&',
  '[',
  ']',
  '{',
  '}',
  '|',
  '=',
  '-1',
  '1e9',
  ' ',
  '🚀',
  'T1',
  'null',
);
/** A valid file with some pieces cut out, doubled, or replaced. */
const broken = (content: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(content.length), fc.nat(12), fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 4 }))), {
      minLength: 1,
      maxLength: 4,
    })
    .map((edits) =>
      edits.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), content),
    );

describe.each(Object.entries(VALID))('%s', (name, content) => {
  it('is read when it is as it should be', async () => {
    expect(await readable(name, content)).toHaveLength(1);
  });
  it('is read or refused, however it is broken', async () => {
    await fc.assert(
      fc.asyncProperty(broken(content), async (text) => usable(await readable(name, text))),
      { seed: 11, numRuns: 60 },
    );
  });
  it('is read or refused, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => usable(await readable(name, bytes))),
      { seed: 12, numRuns: 40 },
    );
  });
  it('with line ends of Windows is read the same', async () => {
    const [read] = await readable(name, content.replace(/\n/g, '\r\n'));
    const [plain] = await readable(name, content);
    expect(read.mentions.length).toBe(plain.mentions.length);
  });
});

/** Every place in a JSON value, as a path. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}
function replaced(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  const inner = replaced(copy[key], rest, put);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}
const { text, annotation } = readNotation(`[iran! Iran] {v shelled} [n~ three] [men~ men] on [d Monday].
---
entity iran place/country country=IR
entity men group/civilians sponsor=iran
entity n quantity/count value=3 of=men
entity d date/date value=2024-04-22
relation counts n men
event v assault/missile count=2 agent=iran patient=men time=d casualty=killed/3/men casualty=killed/1/part0
`);
const tiny = { id: 'tiny', text, date: '2024-04-24', source: null, scope: { types: ['place', 'date'] }, ...annotation };
const value = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    true,
    -1,
    1e9,
    1.5,
    '',
    'm1',
    'e1',
    '__proto__',
    [],
    {},
    [null],
    [[]],
    { start: 0, end: 1 },
    { length: -1 },
  ),
  fc.jsonValue({ maxDepth: 1 }),
);

describe('a document in which anything stands anywhere', () => {
  const paths = pathsOf(tiny);
  /** Whatever was read can be scored, compared, told and written. */
  function usedInEveryWay(read: AnnotatedDocument): void {
    evaluate([read], [tiny as AnnotatedDocument], { errors: 9, bootstrap: false });
    evaluate([tiny as AnnotatedDocument], [read], { errors: 9, bootstrap: false });
    diff([read], [tiny as AnnotatedDocument]);
    diff([tiny as AnnotatedDocument], [read]);
    for (const told of [meaningOf(read), writeBrat(read), writeConllu(read), writeBio(read)])
      expect(typeof told).toBe('string');
  }
  it('is refused, or is of use', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), value, async (path, put) => {
        const [read] = await readable('x.jsonl', `${JSON.stringify(replaced(tiny, path, put) ?? null)}\n`);
        if (read) usedInEveryWay(read);
        else refused++;
      }),
      { seed: 13, numRuns: 800 },
    );
    expect(refused).toBeGreaterThan(100);
  });
  it('is refused, or is of use, in notes of brat too', async () => {
    writeFileSync(join(folder, 'x.txt'), text);
    const lines = writeBrat(tiny as AnnotatedDocument).split('\n');
    const notes = lines.flatMap((line, i) => (line.startsWith('#') ? [i] : []));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...notes),
        fc.constantFrom(
          'entity',
          'casualties',
          'count',
          'head',
          'start',
          'end',
          'triggers',
          'id',
          'type',
          'from',
          'mentions',
          'name',
          'of',
          'sponsor',
        ),
        value,
        async (at, field, put) => {
          const [head, json] = [lines[at].slice(0, lines[at].indexOf('{')), lines[at].slice(lines[at].indexOf('{'))];
          const note = JSON.stringify({ ...JSON.parse(json), [field]: put });
          const [read] = await readable('x.ann', lines.with(at, head + note).join('\n'));
          if (read) usedInEveryWay(read);
        },
      ),
      { seed: 14, numRuns: 400 },
    );
    writeFileSync(join(folder, 'x.txt'), small.text);
  });
});

describe('size', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  it.each([
    ['x.jsonl', `{"id":"a","text":${nested(200_000)}}\n`],
    ['x.jsonl', `{"id":"a","text":"${'x'.repeat(5_000_000)}"}\n`],
    ['x.conllu', `1\tx\t_\t_\t_\t_\t_\t_\t_\tEntity=${'(e1-place-1-'.repeat(50_000)}\n`],
    ['x.bio', 'word\tB-PER\n'.repeat(30_000)],
    ['x.tml', `<TimeML>${'<a>'.repeat(100_000)}`],
    ['x.tml', `<TimeML><TEXT>${'<TIMEX3 type="DATE" value="2024">2024</TIMEX3> '.repeat(20_000)}</TEXT></TimeML>`],
    ['x.ann', `T1\tplace 0 ${'1 2;'.repeat(100_000)}\tx\n`],
  ])('of %s is no matter', async (name, content) => {
    const started = performance.now();
    usable(await readable(name, content));
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('of one text is no matter: mentions that all overlap, and long chains', () => {
    const count = 3000;
    const mentions = Array.from(
      { length: count },
      (_, i) =>
        ({ id: `m${i}`, start: i * 2, end: i * 2 + 3, type: 'person', level: 'name', entity: `e${i % 700}` }) as const,
    );
    const entities = Array.from({ length: 700 }, (_, i) => ({ id: `e${i}`, type: 'person' }) as const);
    const gold = {
      id: 'a',
      text: 'x'.repeat(2 * count + 4),
      date: null,
      source: null,
      mentions,
      entities,
      relations: [],
      events: [],
    };
    const other = { ...gold, mentions: mentions.map((mention, i) => ({ ...mention, entity: `e${i % 699}` })) };
    const started = performance.now();
    expect(evaluate([gold], [other]).mentions.exact.f1).toBe(100);
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});
