/** A whole batch: files in, files out. Killed and started again, it goes on where it was. */
import { fstat } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { answers } from './extractAll.ts';
import { Journal, type Place } from './journal.ts';
import { lock } from './lock.ts';
import { type ReadOptions, type WorkOptions, workSettings } from './options.ts';
import type { Bytes } from './read/bytes.ts';
import { documentsOf, type Gauge } from './read/index.ts';
import { NoSource, type Source, sourcesOf } from './read/sources.ts';
import { TABLES } from './write/tables.ts';
import { type TableFormat, writeTables } from './write/writer.ts';

/** How far a batch has come. */
export interface Progress {
  /** Records so far, those of an earlier run among them. */
  done: number;
  /** Records of earlier runs. */
  kept: number;
  /** Records of failure, those of earlier runs left out. */
  failed: number;
  /** Words and marks that were read. */
  tokens: number;
  readonly gauge: Gauge;
}

export interface RunOptions extends ReadOptions, WorkOptions {
  /** A file for `jsonl`, a folder for tables. Without it, lines go to `write`. */
  readonly out?: string | undefined;
  readonly to?: 'jsonl' | TableFormat | undefined;
  /** Records of failures of earlier runs are made again. */
  readonly retry?: boolean | undefined;
}

export interface RunHost {
  readonly input: Bytes;
  write(line: string): void | Promise<void>;
  progress(progress: Progress): void;
}

const STANDARD_OUTPUT = 1;

/** What tells a file from others, whatever it is called here; nothing where there is none. */
const identityOf = async (file: string | number): Promise<string | undefined> => {
  const found = await (typeof file === 'string' ? stat(file) : promisify(fstat)(file)).catch(() => undefined);
  return found?.isFile() ? `${found.dev}:${found.ino}` : undefined;
};

/**
 * The inputs without the outputs: a second run into the same folder doesn't read its own records, and `sitrep batch . > all.jsonl` comes to
 * an end.
 * @param outputs paths, or numbers of open files
 * @throws NoSource
 */
async function inputsOf(
  inputs: readonly string[],
  from: ReadOptions['from'],
  outputs: readonly (string | number)[],
): Promise<Source[]> {
  const own = new Set(await Promise.all(outputs.map(identityOf)));
  own.delete(undefined);
  const kept: Source[] = [];
  for (const source of await sourcesOf(inputs, from)) {
    if (!own.has(await identityOf(source.name))) kept.push(source);
    else if (inputs.includes(source.name)) throw new NoSource(`${source.name}: is the output too`);
  }
  return kept;
}

/** Puts a record where it belongs. */
interface Sink {
  recall(hash: string): Place | undefined;
  add(hash: string, record: string | Place): void | Promise<void>;
  finish(): Promise<void>;
  close(): Promise<void>;
}
async function fileSink(path: string, retry: boolean): Promise<Sink> {
  await mkdir(dirname(path), { recursive: true });
  const unlock = await lock(path);
  try {
    const journal = await Journal.open(path, retry);
    return {
      recall: (hash) => journal.recall(hash),
      add: (hash, record) => journal.add(hash, record),
      finish: () => journal.finish(),
      close: () => journal.close().finally(unlock),
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
const streamTo = (write: RunHost['write']): Sink => ({
  recall: () => undefined,
  add: (_, record) => write(`${record}\n`),
  finish: async () => {},
  close: async () => {},
});

/**
 * Answers all documents of the inputs. Lines of an output file are in the order of the input; tables are made of them at the end.
 * @throws TypeError where an option is wrong, NoSource where an input isn't there, WrongOutput where the output holds something else, Locked where another run
 * writes to it
 */
export async function runBatch(inputs: readonly string[], options: RunOptions, host: RunHost): Promise<Progress> {
  const { out, to = 'jsonl', retry = false, from, fields, encoding, shard, ...work } = options;
  const settings = workSettings(work, 'runBatch: options');
  const records = out !== undefined && to !== 'jsonl' ? join(out, 'records.jsonl') : out;
  const tables = records === out ? [] : TABLES.map(({ name }) => join(out!, `${name}.${to}`));
  const sources = await inputsOf(inputs, from, [records ?? STANDARD_OUTPUT, ...tables]);
  const known = sources.every(({ name }) => name !== '-');
  const gauge = { read: 0, total: known ? sources.reduce((sum, { size }) => sum + size, 0) : undefined };
  const progress: Progress = { done: 0, kept: 0, failed: 0, tokens: 0, gauge };
  const sink = records === undefined ? streamTo(host.write) : await fileSink(records, retry);
  try {
    const reading = { from, fields, encoding, shard, maxLength: settings.maxLength };
    const documents = documentsOf(sources, reading, gauge, host.input);
    for await (const { hash, line, known } of answers(documents, settings, undefined, (hash) => sink.recall(hash))) {
      await sink.add(hash, line ? line.text : known);
      progress.done++;
      if (!line) progress.kept++;
      if (line?.failed) progress.failed++;
      progress.tokens += line?.tokens ?? 0;
      host.progress(progress);
    }
    await sink.finish();
  } finally {
    await sink.close();
  }
  if (to !== 'jsonl') await writeTables(records!, out!, to);
  return progress;
}
