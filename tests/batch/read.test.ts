import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { readDocuments } from 'sitrep/batch';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageOf } from '../../src/batch/read/page.ts';
import { collect, folder } from './documents.ts';

const at = folder();
/** Writes a file and reads its documents; names are cut to what is inside the folder. */
async function read(name: string, content: string | Uint8Array, options?: Parameters<typeof readDocuments>[1]) {
  await writeFile(at(name), content);
  const found = await collect(readDocuments([at(name)], options));
  return found.map((document) => ({ ...document, id: document.id.replace(`${at()}/`, '') }));
}

describe('files and folders', () => {
  beforeAll(async () => {
    await mkdir(at('news/deep'), { recursive: true });
    await writeFile(at('outside.txt'), 'Outside.');
    await writeFile(at('news/b.txt'), '\ufeffTwo.');
    await writeFile(at('news/a.txt.gz'), gzipSync('One.'));
    await writeFile(at('news/deep/c.jsonl'), '{"text":"Three."}\n');
    await writeFile(at('news/.hidden.txt'), 'Hidden.');
    await writeFile(at('news/picture.png'), 'No text.');
    await symlink(at('outside.txt'), at('news/link.txt'));
    await symlink(at('news'), at('news/deep/around'));
  });
  const texts = async (...inputs: string[]) =>
    (await collect(readDocuments(inputs.map((input) => at(input))))).map((d) =>
      'text' in d ? d.text : d.error.message,
    );

  it('of a folder are read in the order of their names, links and hidden ones left out', async () => {
    expect(await texts('news')).toEqual(['One.', 'Two.', 'Three.']);
  });
  it('are named by a pattern', async () => {
    expect(await texts('news/*.txt*')).toEqual(['One.', 'Two.']);
    expect(await texts('news/**/*.jsonl')).toEqual(['Three.']);
  });
  it('are each read once', async () => {
    expect(await texts('news/b.txt', 'news')).toEqual(['Two.', 'One.', 'Three.']);
  });
  it.each([
    ['nothing.txt', 'no such file or folder'],
    ['news/*.csv', 'no file matches'],
    ['news/picture.png', "no reader for '.png'; name its format with --from"],
  ])('%s: %s', async (input, message) => {
    await expect(texts(input)).rejects.toThrow(message);
  });
});

describe('JSON Lines', () => {
  it('give a document a line, and an error for a broken one', async () => {
    const lines = [
      '{"id":"a","text":"One.","date":"2024-04-24","source":"AFP","more":1}',
      '',
      '{"text":"Two.","date":null}',
      '{"id":3,"text":"Three."}',
      '{"id":"d","text":null}',
      '{"id":"e","text":"Five.","date":5}',
      '["text"]',
      '{"text":"torn',
      '{"__proto__":{"text":"x"}}',
    ];
    expect(await read('a.jsonl', `\ufeff${lines.join('\r\n')}`)).toEqual([
      { id: 'a', text: 'One.', date: '2024-04-24', source: 'AFP' },
      { id: 'a.jsonl:3', text: 'Two.' },
      { id: '3', text: 'Three.' },
      { id: 'd', error: { reason: 'unreadable', message: "field 'text': expected a string, got null" } },
      { id: 'e', error: { reason: 'unreadable', message: "field 'date': expected a string, got number" } },
      { id: 'a.jsonl:7', error: { reason: 'unreadable', message: 'is no JSON object' } },
      { id: 'a.jsonl:8', error: { reason: 'unreadable', message: 'is no line of JSON' } },
      { id: 'a.jsonl:9', error: { reason: 'unreadable', message: "field 'text': expected a string, got nothing" } },
    ]);
  });
  it('take fields of other names', async () => {
    const fields = { id: 'guid', text: 'body', date: 'published', source: 'outlet' };
    expect(
      await read('b.jsonl', '{"guid":"x","body":"One.","published":"2024-04-24","outlet":"AFP"}', { fields }),
    ).toEqual([{ id: 'x', text: 'One.', date: '2024-04-24', source: 'AFP' }]);
  });
  it('lose only the line with a broken character', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"text":"\xe9'),
      Buffer.from([0xe9, 0x22, 0x7d, 10]),
      Buffer.from('{"text":"Two."}'),
    ]);
    expect(await read('c.jsonl', bytes)).toEqual([
      { id: 'c.jsonl:1', error: { reason: 'unreadable', message: 'is not utf-8 text' } },
      { id: 'c.jsonl:2', text: 'Two.' },
    ]);
  });
  it('are not held where a line is endless', async () => {
    expect(await read('d.jsonl', `{"text":"${'x'.repeat(100_000)}"}\n{"text":"Two."}\n`, { maxLength: 1000 })).toEqual([
      { id: 'd.jsonl:1', error: { reason: 'length', message: 'longer than 1000 characters' } },
      { id: 'd.jsonl:2', text: 'Two.' },
    ]);
  });
  it('are read as far as a truncated archive goes', async () => {
    const whole = gzipSync(Array.from({ length: 9999 }, (_, i) => `{"id":"${i}","text":"${Math.sin(i)}"}\n`).join(''));
    const documents = await read('e.jsonl.gz', whole.subarray(0, whole.length - 2000));
    expect(documents.length).toBeGreaterThan(5000);
    expect(documents.at(-1)).toEqual({
      id: 'e.jsonl.gz',
      error: { reason: 'unreadable', message: 'unexpected end of file' },
    });
    expect(documents.slice(0, -1).every((document) => 'text' in document)).toBe(true);
  });
});

describe('CSV', () => {
  it('gives a document a row, by the names of its columns', async () => {
    const csv = '\ufeffid,date,text,more\r\na,2024-04-24,"One, ""two""\nthree.",x\r\n\r\n,,Four.\r\nc\r\n';
    expect(await read('a.csv', csv)).toEqual([
      { id: 'a', text: 'One, "two"\nthree.', date: '2024-04-24' },
      { id: 'a.csv:2', text: 'Four.', date: '' },
      { id: 'c', error: { reason: 'unreadable', message: "field 'text': expected a string, got nothing" } },
    ]);
  });
  it('of tabs', async () => {
    expect(await read('a.tsv', 'text\tid\nOne, two.\tx\n')).toEqual([{ id: 'x', text: 'One, two.' }]);
  });
  it('in an old encoding', async () => {
    expect(await read('b.csv', Buffer.from('id,text\nx,Citro\xebn.\n', 'latin1'), { encoding: 'latin1' })).toEqual([
      { id: 'x', text: 'Citroën.' },
    ]);
    expect(await read('c.csv', Buffer.from('id,text\nx,Citro\xebn.\ny,Two.\n', 'latin1'))).toEqual([
      { id: 'c.csv:1', error: { reason: 'unreadable', message: 'is not utf-8 text' } },
      { id: 'y', text: 'Two.' },
    ]);
  });
  it('with a broken quotation mark is an error, not an end', async () => {
    const documents = await read('d.csv', 'id,text\na,One.\nb,"Two" and more.\nc,Three.\nd,"never closed\ne,Five.\n');
    expect(documents.slice(0, 1)).toEqual([{ id: 'a', text: 'One.' }]);
    expect(documents.at(-1)).toMatchObject({
      error: { reason: 'unreadable', message: expect.stringContaining('Quote') },
    });
    expect(documents).toContainEqual({ id: 'c', text: 'Three.' });
  });
});

const PAGE = `<!doctype html><html><head><title>Attack</title>
  <meta property="og:site_name" content="Daily Wire"><meta property="article:published_time" content="2024-03-02T23:00:00-05:00">
  <style>p { color: red }</style><script>document.body.textContent = 'owned'</script></head>
  <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
  <article><h1>Rebels attack base</h1>
  <p>Rebels attacked the base near Goma on Monday, the army   said,
  killing <b>three</b> soldiers &amp; two &quot;officers&quot;, and wounding, by its count, four others.</p>
  <p>The governor, who spoke to reporters in the city,<br>condemned the attack, the third of its kind this year, and called for calm.</p>
  <ul><li>One.<li>Two.</ul><img src="https://example.org/x.png" onerror="boom()"></article>
  <footer>Copyright</footer></body></html>`;

describe('pages', () => {
  it('become their main text in paragraphs, with the date and the site that they give', () => {
    expect(pageOf(PAGE)).toEqual({
      text: `Rebels attack base

Rebels attacked the base near Goma on Monday, the army said, killing three soldiers & two "officers", and wounding, by its count, four others.

The governor, who spoke to reporters in the city,
condemned the attack, the third of its kind this year, and called for calm.

One.

Two.`,
      date: '2024-03-02',
      source: 'Daily Wire',
    });
  });
  it.each(['<p>One line.', 'One line.', '<html><body><div>One line.</div></body></html>'])('of little: %s', (html) => {
    expect(pageOf(html)).toEqual({ text: 'One line.', date: null, source: null });
  });
  it.each(['', '<html></html>', '<script>boom()</script>', '<!-- x -->'])('of nothing are an error: %s', (html) => {
    expect(() => pageOf(html)).toThrow('the page holds no text');
  });
  it('may nest as deep as they like', () => {
    const start = performance.now();
    expect(pageOf(`${'<div>'.repeat(20_000)}<p>Deep.</p>`).text).toBe('Deep.');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
  it('are read in the encoding that they name', async () => {
    const html = '<meta charset="windows-1252"><p>Citro\xebn.</p>';
    expect(await read('a.html', Buffer.from(html, 'latin1'))).toEqual([
      { id: 'a.html', text: '<meta charset="windows-1252"><p>Citroën.</p>', format: 'html' },
    ]);
  });
});

describe('options', () => {
  it.each([
    [
      { encoding: 'klingon' },
      "readDocuments: options.encoding: expected an encoding such as 'windows-1252', got 'klingon'",
    ],
    [
      { shard: { part: 3, of: 2 } },
      "readDocuments: options.shard: expected a part of a number of parts, such as '2/16', got '3/2'",
    ],
    [{ fields: { title: 'x' } }, "readDocuments: options.fields: no field 'title'; there is id, text, date, source"],
    [{ from: 'xml' }, "readDocuments: options.from: expected 'text', 'jsonl', 'csv' or 'html', got 'xml'"],
  ])('refuses %j', async (options, message) => {
    await expect(collect(readDocuments([], options as object))).rejects.toThrow(message);
  });
  it('a document belongs to one shard', async () => {
    const lines = Array.from({ length: 200 }, (_, i) => `{"id":"${i}","text":"x"}\n`).join('');
    const parts: string[][] = [];
    for (const part of [1, 2, 3])
      parts.push((await read('s.jsonl', lines, { shard: { part, of: 3 } })).map(({ id }) => id));
    expect(parts.flat().sort()).toEqual(Array.from({ length: 200 }, (_, i) => String(i)).sort());
    for (const part of parts) expect(part.length).toBeGreaterThan(40);
  });
});
