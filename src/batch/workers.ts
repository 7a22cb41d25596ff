/** Threads that answer single documents: for queues and servers, which come with one at a time. */
import { hasher } from './answer.ts';
import type { BatchOptions } from './extractAll.ts';
import { workSettings } from './options.ts';
import { openPool } from './pool.ts';
import type { BatchInput, BatchRecord } from './record.ts';
import { stepOf } from './task.ts';

export interface Workers {
  /** Documents that are worked on at the same time; others wait. */
  readonly size: number;
  /** A document's record, as `extractAll` gives it. Rejects only where no document is to blame: a `config` that fails, closed workers. */
  answer(document: BatchInput): Promise<BatchRecord>;
  /** Stops the threads, whatever they do. */
  close(): Promise<void>;
}

/** @throws TypeError where an option is wrong */
export async function openWorkers(options: Omit<BatchOptions, 'signal'> = {}): Promise<Workers> {
  const settings = workSettings(options, 'openWorkers: options');
  const hashOf = hasher(settings);
  const pool = await openPool(settings);
  let position = 0;
  return {
    size: pool.size,
    async answer(document) {
      const step = stepOf(document, ++position, settings.maxLength, hashOf);
      const [line] = 'line' in step ? [step.line] : await pool.run([step.task]);
      return JSON.parse(line.text);
    },
    close: () => pool.close(),
  };
}
