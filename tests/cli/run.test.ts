import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'sitrep';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { run } from '../../src/cli/run.ts';
import { type Host, wantsColours } from '../../src/cli/terminal.ts';

const TEXT = 'Rebels attacked the base near Goma on Monday.\n';

let folder: string;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-'));
  await writeFile(file('a.txt'), TEXT);
  await writeFile(file('evil.txt'), 'Rebels\u001b]0;owned\u0007 attacked \u009b31m Goma.');
  await writeFile(file('latin1.txt'), Buffer.from([0x53, 0xe9]));
});
afterAll(() => rm(folder, { recursive: true }));

async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

async function sitrep(args: string[], input?: string): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const host: Host = {
    input: bytes(input ?? ''),
    inputIsTerminal: input === undefined,
    columns: 100,
    colours: false,
    write: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
  };
  return { code: await run(args, host), out, err };
}

describe('sitrep', () => {
  it.each([['--help'], ['-h'], ['help']])('%s', async (option) => {
    expect(await sitrep([option])).toMatchObject({ code: 0, out: expect.stringContaining('Commands:'), err: '' });
  });
  it('--version', async () => {
    expect(await sitrep(['--version'])).toMatchObject({ code: 0, out: `${manifest.version}\n` });
  });
  it('extract --help has examples', async () => {
    expect((await sitrep(['extract', '--help'])).out).toContain('Examples:\n  sitrep extract article.txt');
  });
});

describe('a wrong call ends with 2, and says why', () => {
  it.each([
    [[], 'no command was given'],
    [['explode'], "no command or option 'explode'"],
    [['extract'], 'no file was named'],
    [['extract', '--colour', 'a.txt'], "Unknown option '--colour'"],
    [['extract', '--date'], "Option '--date <value>' argument missing"],
    [
      ['extract', '--date', '24/04/2024', 'a.txt'],
      "--date: expected an ISO 8601 date such as '2024-04-24', got '24/04/2024'",
    ],
    [['extract', '--json', '--annotated', 'a.txt'], "--annotated and --json don't go together"],
  ])('%j', async (args, message) => {
    const { code, out, err } = await sitrep(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toMatch(/Try "sitrep (extract )?--help"\.\n$/);
  });
});

describe('a failure ends with 1, and the other files are still read', () => {
  it.each([
    ['missing.txt', 'no such file'],
    ['', 'is a folder, not a file'],
    ['latin1.txt', 'is not UTF-8 text'],
  ])('%s', async (name, reason) => {
    const { code, out, err } = await sitrep(['extract', '--jsonl', file(name), file('a.txt')]);
    expect(code).toBe(1);
    expect(err).toContain(`${file(name)}: ${reason}`);
    expect(JSON.parse(out).text).toBe(TEXT);
  });
});

describe('sitrep extract', () => {
  it('prints a title and tables', async () => {
    const { code, out } = await sitrep(['extract', file('a.txt'), '--date', '2024-04-24']);
    expect(code).toBe(0);
    expect(out).toContain('a.txt · 2024-04-24 · 1 sentence · 9 tokens\n');
  });
  it('reads standard input', async () => {
    expect((await sitrep(['extract'], TEXT)).out).toContain('standard input · 1 sentence');
    expect((await sitrep(['extract', '-'], TEXT)).out).toContain('standard input · 1 sentence');
  });
  it('--json prints the document', async () => {
    const { out } = await sitrep(['extract', '--json', '--date', '2024-04-24', '--source', 'AFP', file('a.txt')]);
    expect(JSON.parse(out)).toEqual(extract(TEXT, { date: '2024-04-24', source: 'AFP' }));
  });
  it('--json prints an array for several files', async () => {
    const { out } = await sitrep(['extract', '--json', file('a.txt'), '-'], 'Two.');
    expect(JSON.parse(out).map((d: { text: string }) => d.text)).toEqual([TEXT, 'Two.']);
  });
  it('--jsonl prints a document a line with its file', async () => {
    const { out } = await sitrep(['extract', '--jsonl', file('a.txt'), file('evil.txt')]);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual([file('a.txt'), file('evil.txt')]);
    expect(lines[0]).toEqual({ id: file('a.txt'), ...extract(TEXT) });
  });
  it('takes off a byte order mark', async () => {
    expect(JSON.parse((await sitrep(['extract', '--json'], `\ufeff${TEXT}`)).out).text).toBe(TEXT);
  });
  it.each([[], ['--annotated'], ['--json'], ['--jsonl']])(
    'lets no control character through %s',
    async (...options) => {
      const { out } = await sitrep(['extract', ...options, file('evil.txt')]);
      expect(out).toMatch(/Rebels|evil\.txt/);
      expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    },
  );
});

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ TERM: 'dumb' }, true, false],
  ])('%j, terminal %s: %s', (env, isTerminal, expected) => {
    expect(wantsColours(env, isTerminal)).toBe(expected);
  });
});
