import { spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { extract } from 'sitrep';
import { beforeAll, describe, expect, it } from 'vitest';
import { bar, measure } from '../../src/cli/progress.ts';
import { run } from '../../src/cli/run.ts';
import type { Host } from '../../src/cli/terminal.ts';
import { documents, folder, jsonLines, MAIN, records } from '../batch/documents.ts';

const at = folder();
async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}
/** Runs the command in this thread. */
async function batch(args: readonly string[], input?: string, terminal = false) {
  let out = '';
  let err = '';
  const host: Host = {
    input: bytes(input ?? ''),
    inputIsTerminal: input === undefined,
    errorIsTerminal: terminal,
    columns: 100,
    colours: false,
    write: async (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
  };
  return { code: await run(['batch', '--workers', '0', ...args], host), out, err };
}

const GIVEN = documents(5);
beforeAll(async () => {
  await mkdir(at('news'));
  for (const { id, text } of GIVEN) await writeFile(at('news', `${id}.txt`), text);
  await writeFile(at('news.jsonl'), jsonLines(GIVEN));
});

describe('sitrep batch', () => {
  it('is a filter: a line in, a line out', async () => {
    const { code, out, err } = await batch([], `${jsonLines(GIVEN)}torn`);
    expect({ code, err }).toEqual({ code: 0, err: 'sitrep: 1 of 6 documents failed: their records have an "error"\n' });
    expect(records(out).map(({ id }) => id)).toEqual(['d0', 'd1', 'd2', 'd3', 'd4', '-:6']);
    expect(records(out)[0].document).toEqual(extract(GIVEN[0].text, { date: '2024-04-24' }));
  });

  it('reads folders, and is silent', async () => {
    const { code, out, err } = await batch([at('news'), '--date', '2024-04-24', '--source', 'AFP']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(records(out).map(({ id }) => id)).toEqual(GIVEN.map(({ id }) => at('news', `${id}.txt`)));
    expect(records(out)[0].document).toEqual(extract(GIVEN[0].text, { date: '2024-04-24', source: 'AFP' }));
  });

  it('writes tables', async () => {
    for (const to of ['csv', 'parquet']) {
      expect((await batch([at('news.jsonl'), '--to', to, '--out', at(to)])).code).toBe(0);
      expect((await readdir(at(to))).filter((name) => name.endsWith(to))).toHaveLength(6);
      expect(records(await readFile(at(to, 'records.jsonl'), 'utf8'))).toHaveLength(5);
    }
  });

  it('ends with 1 for a document that failed, if it shall', async () => {
    expect((await batch(['--strict'], 'torn')).code).toBe(1);
    expect((await batch(['--strict'], jsonLines(GIVEN))).code).toBe(0);
  });

  it('parts the work among machines', async () => {
    const parts = await Promise.all([1, 2, 3].map((part) => batch([at('news.jsonl'), '--shard', `${part}/3`])));
    expect(parts.flatMap(({ out }) => records(out).map(({ id }) => id)).sort()).toEqual(GIVEN.map(({ id }) => id));
  });

  it.each([
    [['missing'], 'missing: no such file or folder'],
    [['--workers', 'many', '-'], '--workers: expected a whole number from 0 to 1024, got NaN'],
    [['--shard', '17/16', '-'], "--shard: expected a part of a number of parts, such as '2/16', got '17/16'"],
    [['--fields', 'text', '-'], "--fields: text: expected a name, got ''"],
    [['--date-order', 'ymd', '-'], "--date-order: expected 'mdy' or 'dmy', got 'ymd'"],
    [['--to', 'xml', '-'], "--to: expected jsonl, csv, parquet, got 'xml'"],
    [['--to', 'csv', '-'], '--to csv: name a folder for the tables with --out'],
    [['--speed', '-'], "Unknown option '--speed'"],
    [[], 'no file or folder was named'],
  ])('%j ends with 2, and says why', async (args, message) => {
    const { code, out, err } = await batch(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('--help names each option', async () => {
    const { out } = await batch(['--help']);
    for (const option of ['--workers', '--timeout', '--max-length', '--date-order', '--shard', '--progress', '--to'])
      expect(out).toContain(`  ${option}`);
    expect(out.split('\n').every((line) => line.length <= 125)).toBe(true);
  });
});

describe('the built command', () => {
  it('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [MAIN, 'batch', '--workers', '1'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const document of GIVEN.slice(0, 3)) {
      child.stdin.write(jsonLines([document]));
      expect(JSON.parse((await lines.next()).value).id).toBe(document.id);
    }
    child.stdin.end();
    expect((await lines.next()).done).toBe(true);
  });
  it('does not read what it writes', async () => {
    await mkdir(at('own'));
    await writeFile(at('own/in.jsonl'), jsonLines(GIVEN));
    for (const to of ['csv', 'csv']) await batch([at('own'), '--to', to, '--out', at('own')]);
    expect(records(await readFile(at('own/records.jsonl'), 'utf8'))).toHaveLength(5);
    await rm(at('own/records.jsonl'));
    await Promise.all(
      (await readdir(at('own'))).filter((name) => name.endsWith('.csv')).map((name) => rm(at('own', name))),
    );
    const output = openSync(at('own/all.jsonl'), 'w');
    spawnSync(process.execPath, [MAIN, 'batch', at('own')], { stdio: ['ignore', output, 'inherit'], timeout: 60_000 });
    expect(records(await readFile(at('own/all.jsonl'), 'utf8'))).toHaveLength(5);
  });
  it('ends when nobody reads on', async () => {
    const child = spawn(process.execPath, [MAIN, 'batch', at('news.jsonl')], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
    expect(err).toBe('');
  });
});

describe('progress', () => {
  const state = { done: 1204, kept: 204, failed: 2, tokens: 96_040, gauge: { read: 400, total: 1000 } };
  it('is a bar with the rate and the time left', () => {
    expect(bar(measure(state, 40))).toBe(
      '████████░░░░░░░░░░░░ 40%  1,204 documents · 25/s · 2,401 tokens/s · 2 failed · 1:00 left',
    );
  });
  it('has no end where the input has none', () => {
    expect(bar(measure({ ...state, failed: 0, gauge: { read: 5, total: undefined } }, 40))).toBe(
      '1,204 documents · 25/s · 2,401 tokens/s',
    );
  });
  it('is drawn on a terminal', async () => {
    const { err } = await batch([at('news.jsonl'), '--out', at('bar.jsonl')], undefined, true);
    expect(err).toMatch(/^\r\u001b\[2K.*\n$/s);
    expect(err).toContain('████████████████████ 100%  5 documents');
  });
  it('is JSON for machines', async () => {
    const { err } = await batch([at('news.jsonl'), '--progress', 'json', '--out', at('json.jsonl')]);
    expect(JSON.parse(err.trimEnd().split('\n').at(-1)!)).toEqual({
      ...{ done: 5, kept: 0, failed: 0, fraction: 1, secondsLeft: 0 },
      seconds: expect.any(Number),
      documentsPerSecond: expect.any(Number),
      tokensPerSecond: expect.any(Number),
    });
  });
});
