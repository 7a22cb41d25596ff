import { expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Host } from '../../src/cli/terminal.ts';

const TEXT = 'Rebels attacked the base near Goma on Monday.\n';
async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

async function sitrep(args: string[], input?: string): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const host: Host = {
    input: bytes(input ?? ''),
    inputIsTerminal: input === undefined,
    columns: 100,
    colours: false,
    write: (text) => void (said.out += text),
    complain: (text) => void (said.err += text),
  };
  return { code: await run(['explain', ...args], host), ...said };
}

it('explains every event and relation, or the records that are named', async () => {
  const all = await sitrep(['--date', '2024-04-24'], TEXT);
  expect(all).toMatchObject({ code: 0, err: '' });
  expect(all.out).toMatch(/^v1: event assault[\s\S]*\nr1: relation located-in/);
  const one = await sitrep(['-', '--id', 'm1', '--id', 'e2'], TEXT);
  expect(one.out).toMatch(/^m1: mention group[\s\S]*\ne2: entity place/);
  expect((await sitrep([], 'Nothing.')).out).toBe('No event and no relation was found in this text.\n');
});

it('prints nothing that drives a terminal', async () => {
  const { out } = await sitrep([], 'Rebels\u001b]0;owned\u0007 attacked \u009b31m Goma.');
  expect(out).not.toMatch(/[\u0007\u001b\u009b]/);
});

it.each([
  [['--id', 'v9'], TEXT, "--id: expected the id of a record of this document ('m1' to"],
  [['--date', 'tomorrow'], TEXT, "--date: expected an ISO 8601 date such as '2024-04-24', got 'tomorrow'"],
  [[], undefined, 'no file was named'],
  [['a.txt', 'b.txt'], TEXT, 'expected one file, got 2'],
  [['--colour'], TEXT, "Unknown option '--colour'"],
])('%j is a wrong call', async (args, input, message) => {
  const { code, out, err } = await sitrep(args, input);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

it('a file that is not there', async () => {
  expect(await sitrep(['nowhere.txt'])).toMatchObject({ code: 1, err: 'sitrep: nowhere.txt: no such file\n' });
  expect((await sitrep(['--help'])).out).toContain('Usage: sitrep explain');
});
