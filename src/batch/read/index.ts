/** Documents from files, folders, patterns, gzip and standard input. */
import { createReadStream } from 'node:fs';
import { list } from '../../document/check.ts';
import { FIELDS, type FieldNames } from '../kind.ts';
import { checked, DEFAULT_LENGTH, READ_OPTIONS, type ReadOptions } from '../options.ts';
import type { BatchInput } from '../record.ts';
import { inShard } from '../shard.ts';
import { type Bytes, unpacked, wholeOf } from './bytes.ts';
import { readCsv } from './csv.ts';
import { readJsonLines } from './jsonl.ts';
import { type Source, sourcesOf } from './sources.ts';
import { bytesFor, decoder, pageText, tooLong, unreadable } from './text.ts';

/** How far reading has come, in bytes of the files as they lie there. */
export interface Gauge {
  read: number;
  /** Nothing where standard input is read, whose length nobody knows. */
  total: number | undefined;
}

interface Settings extends ReadOptions {
  readonly fields: FieldNames;
  readonly maxLength: number;
}

/** A file that is one document. */
async function* readWhole(bytes: Bytes, { name, format }: Source, { maxLength, encoding }: Settings) {
  const whole = await wholeOf(bytes, bytesFor(maxLength));
  if (!whole) yield { id: name, error: tooLong(maxLength) };
  else if (format === 'html') yield { id: name, text: pageText(whole, encoding), format };
  else {
    const text = decoder(encoding)(whole);
    if (text === undefined) yield { id: name, error: unreadable(`is not ${encoding ?? 'utf-8'} text`) };
    else yield { id: name, text };
  }
}

function documentsIn(bytes: Bytes, source: Source, settings: Settings): AsyncGenerator<BatchInput, void, undefined> {
  if (source.format === 'jsonl') return readJsonLines(bytes, { ...settings, name: source.name });
  if (source.format === 'csv') return readCsv(bytes, { ...settings, ...source });
  return readWhole(bytes, source, settings);
}

async function* counted(bytes: Bytes, gauge: Gauge): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of bytes) {
    gauge.read += chunk.length;
    yield chunk;
  }
}

/** Documents of sources that were found already. */
export async function* documentsOf(
  sources: readonly Source[],
  options: ReadOptions,
  gauge: Gauge,
  input: Bytes = process.stdin,
): AsyncGenerator<BatchInput, void, undefined> {
  const settings: Settings = {
    ...options,
    fields: { ...FIELDS, ...options.fields },
    maxLength: options.maxLength ?? DEFAULT_LENGTH,
  };
  const { shard } = options;
  for (const source of sources) {
    const opened = source.name === '-' ? input : createReadStream(source.name);
    try {
      for await (const document of documentsIn(unpacked(counted(opened, gauge)), source, settings))
        if (!shard || inShard(document.id, shard)) yield document;
    } catch (error) {
      const broken = { id: source.name, error: unreadable((error as Error).message) };
      if (!shard || inShard(broken.id, shard)) yield broken;
    }
  }
}

/**
 * The documents of files (`.txt`, `.jsonl`, `.csv`, `.tsv`, `.html`, each packed with gzip or not), of the files in folders, and of those that
 * match patterns (`news/*.txt.gz`); "-" is standard input. A document without an id is named after its file, or file and line or row
 * (`news.csv:12`). What can't be read comes as an item with an `error`, and reading goes on.
 * @throws TypeError where an option is wrong; NoSource where a name or a pattern leads to no file
 */
export async function* readDocuments(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<BatchInput, void, undefined> {
  const given = checked(READ_OPTIONS, options, 'readDocuments: options') as ReadOptions;
  const names = list(inputs, 'readDocuments: inputs', (input) => String(input));
  yield* documentsOf(await sourcesOf(names, given.from), given, { read: 0, total: undefined });
}
