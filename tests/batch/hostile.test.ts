/** Files may hold anything: readers answer with documents and errors, and come to an end. */
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type BatchInput, readDocuments } from 'sitrep/batch';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../src/batch/read/page.ts';
import { collect, folder } from './documents.ts';

const at = folder();
const RUNS = { numRuns: 150 };

async function read(name: string, bytes: Uint8Array): Promise<BatchInput[]> {
  await writeFile(at(name), bytes);
  return collect(readDocuments([at(name)], { maxLength: 2000 }));
}
function check(found: readonly BatchInput[]): void {
  for (const document of found) {
    expect(typeof document.id).toBe('string');
    if ('error' in document) expect(document.error.message).toBeTruthy();
    else expect(typeof document.text).toBe('string');
  }
}

const binary = fc.uint8Array({ maxLength: 5000 });
/** Bytes that look like the format, and are broken here and there. */
const broken = (pieces: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 60 })
    .map((parts) => parts.join(''));
const torn = fc
  .tuple(fc.string({ maxLength: 3000 }), fc.nat(100), fc.nat(200), fc.nat(255))
  .map(([text, cut, at, value]) => {
    const packed = gzipSync(text);
    if (at < packed.length) packed[at] = value;
    return packed.subarray(0, Math.max(2, packed.length - cut));
  });

const JSON_PIECES = [
  '{"id":"a","text":"One."}',
  '{"text":',
  '"',
  '\n',
  '\r\n',
  '{',
  '}',
  '[]',
  'null',
  '\\u',
  '\\ud800',
  '5',
  ',',
];
const CSV_PIECES = ['id,text\n', 'a,One.', '"', '""', '"a","b"', ',', '\n', '\r\n', '\r', '\ufeff', ';', '\t', '='];
const HTML_PIECES = [
  '<html>',
  '<body>',
  '<p>One.',
  '</p>',
  '<div',
  '>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<script>',
  '</script>',
  '<table><td>',
  '<svg>',
  '&amp;',
  '&#x110000;',
  '<template>',
  '<a href="javascript:x">',
  '<meta charset=x>',
  '<title>',
  '<br>',
  '<b class="',
  '"',
  '</',
];

describe('readers of anything', () => {
  it.each(['a.txt', 'a.jsonl', 'a.csv', 'a.tsv', 'a.html', 'a.txt.gz', 'a.csv.gz'])(
    '%s: bytes by chance',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(binary, async (bytes) => check(await read(name, bytes))),
        RUNS,
      );
    },
  );
  it.each(['b.txt.gz', 'b.jsonl.gz', 'b.csv', 'b.html'])('%s: torn archives', async (name) => {
    await fc.assert(
      fc.asyncProperty(torn, async (bytes) => check(await read(name, bytes))),
      RUNS,
    );
  });
  it('JSON Lines', async () => {
    await fc.assert(
      fc.asyncProperty(broken(JSON_PIECES), async (text) => check(await read('c.jsonl', Buffer.from(text)))),
      RUNS,
    );
  });
  it('CSV', async () => {
    await fc.assert(
      fc.asyncProperty(broken(CSV_PIECES), async (text) => check(await read('c.csv', Buffer.from(text)))),
      RUNS,
    );
  });
  it('pages: a text, or an error', () => {
    const page = fc.property(broken(HTML_PIECES), (html) => {
      try {
        expect(pageOf(html).text.trim()).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        expect((error as Error).message).toBe('the page holds no text');
      }
    });
    fc.assert(page, { numRuns: 300 });
  });
  it.each([
    ['one endless line', 'd.jsonl', 'x'.repeat(5_000_000)],
    ['one open quotation mark', 'd.csv', `id,text\na,"${'x\n'.repeat(2_000_000)}`],
    ['many quotation marks', 'd.csv', `id,text\n${'"'.repeat(1_000_001)}\n`],
    ['many rows', 'd.csv', `id,text\n${'a,b\n'.repeat(20_000)}`],
    ['many columns', 'd.csv', `${'text,'.repeat(50_000)}\n${'a,'.repeat(50_000)}\n`],
    ['a bomb', 'd.txt.gz', gzipSync(Buffer.alloc(50_000_000))],
  ])('%s', async (_, name, content) => {
    const start = performance.now();
    check(await read(name, Buffer.from(content)));
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});
