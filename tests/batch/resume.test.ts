/** Killed at any moment and started again, a batch ends as if it had never been disturbed. */
import { spawn } from 'node:child_process';
import { appendFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { lock } from '../../src/batch/lock.ts';
import { type RunOptions, runBatch } from '../../src/batch/run.ts';
import { documents, folder, jsonLines, MAIN, records, sitrep } from './documents.ts';

const at = folder();
const KILLS = 6;

/** Starts a run and kills it when its output has so many bytes. @returns whether it came to that */
function killed(args: readonly string[], output: string, bytes: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: 'ignore' });
    const watch = setInterval(async () => {
      const { size } = await stat(output).catch(() => ({ size: 0 }));
      if (size > bytes) child.kill('SIGKILL');
    }, 2);
    child.on('exit', (_, signal) => {
      clearInterval(watch);
      resolve(signal === 'SIGKILL');
    });
  });
}

// a small generator of numbers that look like chance, the same in each run
let seed = 12345;
const chance = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;

describe('a run that is killed', () => {
  it('and started again gives each document one record, byte by byte the same', async () => {
    const given = documents(600);
    given[50] = { id: 'faulty', text: 'One.', date: 'tomorrow' };
    await writeFile(at('in.jsonl'), jsonLines(given));
    const args = ['batch', at('in.jsonl'), '--workers', '2', '--out'];
    expect((await sitrep([...args, at('whole.jsonl')])).code).toBe(0);
    const whole = await readFile(at('whole.jsonl'), 'utf8');

    let kills = 0;
    for (let i = 0; i < KILLS; i++) {
      const bytes = Math.floor((whole.length * (i + chance())) / (KILLS + 2));
      if (await killed([...args, at('out.jsonl')], at('out.jsonl'), bytes)) kills++;
      // what stands there is a beginning, torn at most in its last line
      const begun = await readFile(at('out.jsonl'), 'utf8');
      expect(whole.startsWith(begun)).toBe(true);
    }
    expect(kills).toBeGreaterThan(2);
    expect((await sitrep([...args, at('out.jsonl')])).code).toBe(0);
    expect(await readFile(at('out.jsonl'), 'utf8')).toBe(whole);
  });
});

describe('a second run', () => {
  const run = async (input: Iterable<unknown>, output: string, options: RunOptions = {}) => {
    await writeFile(at('again.jsonl'), jsonLines(input));
    const host = { input: Readable.from([]), write: () => {}, progress: () => {} };
    const { kept } = await runBatch([at('again.jsonl')], { workers: 0, out: at(output), ...options }, host);
    return { kept, text: await readFile(at(output), 'utf8') };
  };
  const leftovers = async (): Promise<string[]> => (await readdir(at())).filter((name) => name.includes('.old-'));

  it('does nothing again that has not changed', async () => {
    const given = documents(10);
    const first = await run(given, 'a.jsonl');
    const second = await run(given, 'a.jsonl');
    expect(second.kept).toBe(10);
    expect(second.text).toBe(first.text);
  });

  it('does what is new, changed or moved, and drops what is gone', async () => {
    const given = documents(10);
    await run(given, 'b.jsonl');
    const changed = [
      given[1],
      { id: 'new', text: 'Rebels attacked Goma.' },
      ...given.slice(2, 5),
      { ...given[5], text: 'Another text.' },
      given[0],
      given[9],
    ];
    const { kept, text } = await run(changed, 'b.jsonl');
    expect(kept).toBe(6);
    expect(records(text).map(({ id }) => id)).toEqual(changed.map(({ id }) => id));
    expect(text).toBe((await run(changed, 'fresh.jsonl')).text);
    expect(await leftovers()).toEqual([]);
  });

  it('drops records at the end', async () => {
    await run(documents(6), 'c.jsonl');
    const { text } = await run(documents(4), 'c.jsonl');
    expect(records(text).map(({ id }) => id)).toEqual(['d0', 'd1', 'd2', 'd3']);
  });

  it('does all again under other settings', async () => {
    const given = documents(4).map(({ id, text }) => ({ id, text }));
    await run(given, 'd.jsonl', { date: '2024-04-24' });
    expect((await run(given, 'd.jsonl', { date: '2024-04-25' })).kept).toBe(0);
    expect((await run(given, 'd.jsonl', { date: '2024-04-25' })).kept).toBe(4);
  });

  it('mends a line that was torn at any place', async () => {
    const given = documents(3);
    const { text } = await run(given, 'e.jsonl');
    for (const cut of [1, 8, 20, 60, text.length - 1, text.length - 500]) {
      await truncate(at('e.jsonl'), Math.min(cut, text.length));
      expect((await run(given, 'e.jsonl')).text).toBe(text);
    }
  });

  it('uses what an earlier one had set aside when it was killed', async () => {
    const given = documents(6);
    const { text } = await run(given, 'f.jsonl');
    await writeFile(at('f.jsonl.old-3'), text);
    await writeFile(at('f.jsonl'), `${text.split('\n')[0]}\n{"id":"d1","ver`);
    const { kept, text: after } = await run(given, 'f.jsonl');
    expect(kept).toBe(6);
    expect(after).toBe(text);
    expect(await leftovers()).toEqual([]);
  });

  it('tries failures again when it is told to', async () => {
    const given = [...documents(2), { id: 'x', text: 'One.', date: 'tomorrow' }];
    await run(given, 'g.jsonl');
    expect((await run(given, 'g.jsonl')).kept).toBe(3);
    const { kept, text } = await run(given, 'g.jsonl', { retry: true });
    expect(kept).toBe(2);
    expect(records(text).map(({ id }) => id)).toEqual(['d0', 'd1', 'x']);
  });

  it.each([
    ['{"id":"a","text":"Mine."}\n'],
    ['{"id":"a","text":"Mine."}'],
    ['{"id":"a","document":{"text":"Mine."}}\n'],
    ['notes\n'],
    ['notes'],
    ['\n'],
  ])('leaves a file alone that is not its own: %j', async (mine) => {
    await writeFile(at('mine.txt'), mine);
    await expect(run(documents(1), 'mine.txt')).rejects.toThrow('is no record of a batch');
    expect(await readFile(at('mine.txt'), 'utf8')).toBe(mine);
  });

  it('leaves a file alone behind its own records', async () => {
    await run(documents(1), 'h.jsonl');
    await appendFile(at('h.jsonl'), 'note\n');
    await expect(run(documents(1), 'h.jsonl')).rejects.toThrow('line 2 is no record of a batch');
    expect(await readFile(at('h.jsonl'), 'utf8')).toMatch(/note\n$/);
  });

  it('leaves an output alone that another run writes to, unless that is dead', async () => {
    const unlock = await lock(at('i.jsonl'));
    await expect(run(documents(1), 'i.jsonl')).rejects.toThrow(`process ${process.pid} is writing to it`);
    await unlock();
    expect(records((await run(documents(1), 'i.jsonl')).text)).toHaveLength(1);
    // a lock of a process that is dead, or whose number another has now
    for (const left of [`999999999 5 ${hostname()}`, `${process.pid} 5 ${hostname()}`, '1 5 elsewhere', 'torn', '']) {
      await writeFile(at('i.jsonl.lock'), left);
      expect(records((await run(documents(2), 'i.jsonl')).text)).toHaveLength(2);
    }
    expect((await readdir(at())).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('does not read its own output', async () => {
    await writeFile(at('again.jsonl'), jsonLines(documents(2)));
    await expect(run(documents(2), 'again.jsonl')).rejects.toThrow('is the output too');
  });
});
