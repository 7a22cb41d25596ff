/** Streams of documents: a stream of answers, in the same order, from as many threads as there are cores. */
import { fail } from '../document/check.ts';
import { failure, hasher, type Line, type Task } from './answer.ts';
import { chunksOf } from './chunk.ts';
import { type WorkOptions, type WorkSettings, workSettings } from './options.ts';
import { ordered } from './ordered.ts';
import { openPool } from './pool.ts';
import type { BatchDocument, BatchError, BatchInput, BatchRecord } from './record.ts';

/** Characters of a chunk: some tenths of a second of work. */
const CHUNK = 30_000;

export interface BatchOptions extends WorkOptions {
  /** Characters of the longest document that is read; a longer one is an error record. 2,000,000. */
  readonly maxLength?: number | undefined;
  /** Ends the batch: the iterator throws the signal's reason, and the threads are stopped. */
  readonly signal?: AbortSignal | undefined;
}

/** A document's answer as a line of JSON, or what `recall` gave in its place. */
export interface Answer<K = never> {
  readonly hash: string;
  readonly line?: Line;
  readonly known?: K;
}

type Step<K> = Answer<K> | { readonly task: Task };
type Inputs = Iterable<BatchInput> | AsyncIterable<BatchInput>;

/** A document that can be worked on, or what is wrong with it. */
function checked(
  input: BatchInput,
  index: number,
  maxLength: number,
): BatchDocument | { id: string; error: BatchError } {
  const { id: given, text, date, source, error } = Object(input) as Partial<BatchDocument & { error: BatchError }>;
  const id = typeof given === 'string' ? given : typeof given === 'number' ? String(given) : String(index + 1);
  const bad = (field: string, expected: string, value: unknown): { id: string; error: BatchError } => {
    try {
      return fail(field, expected, value);
    } catch (error) {
      return { id, error: { reason: 'unreadable', message: (error as Error).message } };
    }
  };
  if (error) return { id, error };
  if (typeof text !== 'string') return bad('text', 'a string', text);
  if (typeof date !== 'string' && date != null) return bad('date', 'a string', date);
  if (typeof source !== 'string' && source != null) return bad('source', 'a string', source);
  if (text.length > maxLength)
    return { id, error: { reason: 'length', message: `longer than ${maxLength} characters: ${text.length}` } };
  return { id, text, date, source, format: (input as BatchDocument).format === 'html' ? 'html' : 'text' };
}

async function* steps<K>(
  inputs: Inputs,
  settings: WorkSettings,
  recall: (hash: string) => K | undefined,
): AsyncGenerator<Step<K>, void, undefined> {
  const hashOf = hasher(settings);
  let index = 0;
  for await (const input of inputs) {
    const document = checked(input, index++, settings.maxLength);
    const unread = 'error' in document ? document.error : undefined;
    const hash = hashOf(unread ? { id: document.id, text: JSON.stringify(unread) } : (document as BatchDocument));
    const known = recall(hash);
    if (known !== undefined) yield { hash, known };
    else if (unread) yield { hash, line: failure(document.id, hash, unread) };
    else yield { task: { ...(document as BatchDocument), hash } };
  }
}

/** Answers as lines; those that `recall` knows by their hash are not worked on. */
export async function* answers<K>(
  inputs: Inputs,
  settings: WorkSettings,
  signal?: AbortSignal,
  recall: (hash: string) => K | undefined = () => undefined,
): AsyncGenerator<Answer<K>, void, undefined> {
  const pool = await openPool(settings);
  const chunks = chunksOf(
    steps(inputs, settings, recall),
    (step) => ('task' in step ? step.task.text.length : 0) + 1,
    CHUNK,
  );
  const work = async (chunk: readonly Step<K>[]): Promise<Answer<K>[]> => {
    const tasks = chunk.flatMap((step) => ('task' in step ? [step.task] : []));
    const lines = tasks.length ? await pool.run(tasks) : [];
    let i = 0;
    return chunk.map((step) => ('task' in step ? { hash: step.task.hash, line: lines[i++] } : step));
  };
  try {
    yield* ordered(chunks, work, pool.size * 2 + 1, signal);
  } finally {
    await pool.close();
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
