/** A worker thread: loads the models once, then answers chunks of documents. Piscina runs it. */
import { workerData } from 'node:worker_threads';
import { answerer, type Line, type Task } from './answer.ts';
import type { WorkSettings } from './options.ts';

export interface Chunk {
  readonly tasks: readonly Task[];
  /** Shared with the main thread, which so sees where a thread is stuck: the index of the document at work. */
  readonly at: Int32Array;
}

const answer = await answerer(workerData as WorkSettings);

export default async ({ tasks, at }: Chunk): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const [i, task] of tasks.entries()) {
    Atomics.store(at, 0, i);
    lines.push(await answer(task));
  }
  return lines;
};
