/** Documents, folders and the command, for the tests of batches. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BatchDocument } from 'sitrep/batch';
import { afterAll, beforeAll } from 'vitest';

const TOWNS = ['Goma', 'Aleppo', 'Mosul', 'Sirte', 'Aden', 'Kunduz', 'Donetsk'];
const TEXT = (i: number): string =>
  `Rebels fired ${i + 2} rockets at a base near ${TOWNS[i % TOWNS.length]} on Monday, killing three soldiers, the army said.`;

export const documents = (count: number): BatchDocument[] =>
  Array.from({ length: count }, (_, i) => ({ id: `d${i}`, text: TEXT(i), date: '2024-04-24' }));

export const jsonLines = (records: Iterable<unknown>): string =>
  [...records].map((record) => `${JSON.stringify(record)}\n`).join('');
export const records = (lines: string) =>
  lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
export const OWN = fileURLToPath(new URL('own.mjs', import.meta.url));

/** Runs the built command. */
export const sitrep = (args: readonly string[], input = ''): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...args], { maxBuffer: 1 << 30 }, (error, out, err) =>
      resolve({ code: error ? ((error.code as unknown as number) ?? -1) : 0, out, err }),
    );
    child.stdin?.on('error', () => {}).end(input);
  });

/** A folder for one file of tests. */
export function folder(): (...names: string[]) => string {
  let path = '';
  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), 'sitrep-batch-'));
  });
  afterAll(() => rm(path, { recursive: true, force: true }));
  return (...names) => join(path, ...names);
}
