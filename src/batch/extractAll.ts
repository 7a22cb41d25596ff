/** Streams of documents: a stream of answers, in the same order, from as many threads as there are cores. */
import { fail } from '../document/check.ts';
import { hasher, type Line } from './answer.ts';
import { chunksOf } from './chunk.ts';
import { type WorkOptions, type WorkSettings, workSettings } from './options.ts';
import { ordered } from './ordered.ts';
import { openPool, type Pool } from './pool.ts';
import type { BatchInput, BatchRecord } from './record.ts';
import { type Step, stepOf } from './task.ts';

/** Characters of a chunk, some articles: a tenth of a second of work. */
const CHUNK = 12_000;

export interface BatchOptions extends WorkOptions {
  /** Characters of the longest document that is read; a longer one is an error record. 2,000,000. */
  readonly maxLength?: number | undefined;
  /** Ends the batch: the iterator throws the signal's reason, and the threads are stopped. */
  readonly signal?: AbortSignal | undefined;
}

type Inputs = Iterable<BatchInput> | AsyncIterable<BatchInput>;

/** A document's answer: a line of JSON, or what `recall` gave in its place. */
export type Answer<K> = { readonly hash: string } & (
  | { readonly line: Line; readonly known?: undefined }
  | { readonly known: K; readonly line?: undefined }
);
type Recall<K> = (hash: string) => K | undefined;

async function* steps<K>(
  inputs: Inputs,
  settings: WorkSettings,
  recall: Recall<K>,
): AsyncGenerator<Step | Answer<K>, void, undefined> {
  const hashOf = hasher(settings);
  let position = 0;
  for await (const input of inputs) {
    const step = stepOf(input, ++position, settings.maxLength, hashOf);
    const known = recall(step.hash);
    yield known === undefined ? step : { hash: step.hash, known };
  }
}

/** Answers as lines; those that `recall` knows by their hash are not worked on. */
export async function* answers<K>(
  inputs: Inputs,
  settings: WorkSettings,
  signal?: AbortSignal,
  recall: Recall<K> = () => undefined,
): AsyncGenerator<Answer<K>, void, undefined> {
  let pool: Promise<Pool> | undefined;
  const work = async (chunk: readonly (Step | Answer<K>)[]): Promise<Answer<K>[]> => {
    const tasks = chunk.flatMap((step) => ('task' in step ? [step.task] : []));
    const lines = tasks.length ? await (await (pool ??= openPool(settings))).run(tasks) : [];
    let i = 0;
    return chunk.map((step) => ('task' in step ? { hash: step.hash, line: lines[i++] } : step));
  };
  const weight = (step: Step | Answer<K>): number => ('task' in step ? step.task.text.length : 1);
  const chunks = chunksOf(steps(inputs, settings, recall), weight, CHUNK);
  try {
    yield* ordered(chunks, work, Math.max(settings.workers, 1) * 2 + 1, signal);
  } finally {
    await (await pool)?.close();
  }
}

/**
 * Reads many documents: one record for each, in the order of the input, the same whatever the number of threads. Takes documents only as
 * fast as the records are fetched, so that memory stays flat. What is wrong with one document is its record's `error`; it ends nothing.
 * @example for await (const { id, document, error } of extractAll(readDocuments(['archive/*.jsonl.gz']))) …
 * @throws TypeError at the first step where an option is wrong; the signal's reason when it is aborted; what `documents` throws
 */
export async function* extractAll(
  documents: Inputs,
  options: BatchOptions = {},
): AsyncGenerator<BatchRecord, void, undefined> {
  const { signal, ...work } = options;
  const settings = workSettings(work, 'extractAll: options');
  const asIterable = Object(documents) as Partial<AsyncIterable<unknown> & Iterable<unknown>>;
  if (typeof documents === 'string' || !(asIterable[Symbol.asyncIterator] ?? asIterable[Symbol.iterator]))
    fail('extractAll: documents', 'an iterable of documents', documents);
  for await (const { line } of answers(documents, settings, signal)) yield JSON.parse(line!.text) as BatchRecord;
}
