/** `sitrep/bullmq`: documents through a queue on Redis, answered by workers on as many machines as you have. Needs the package `bullmq`. */

import { createHash } from 'node:crypto';
import { type Job, type JobsOptions, type Queue, Worker, type WorkerOptions } from 'bullmq';
import { type BatchInput, type BatchOptions, type BatchRecord, openWorkers } from '../batch/index.ts';

export interface QueueOptions extends Omit<BatchOptions, 'signal'> {
  /** What BullMQ's `Worker` takes: `connection`, and whatever else you want to set. */
  readonly queue: WorkerOptions;
  /**
   * Puts a record where you want it, before its job counts as done; what it returns is kept in Redis as the job's value. After a crash it may come
   * twice for a document: with the same record, so write by `record.id`. Without it, the record itself is kept in Redis.
   */
  readonly deliver?: ((record: BatchRecord, job: Job<BatchInput>) => unknown) | undefined;
}

export interface QueueWorker {
  readonly worker: Worker<BatchInput>;
  /** Takes no more jobs, ends those under way, then stops the threads. */
  close(): Promise<void>;
}

/** Reasons that another try, perhaps on a machine with less to do, may do away with. */
const PASSING = new Set(['timeout', 'memory']);

/**
 * Starts a worker on a queue whose jobs hold documents. A document with a fault of its own is answered by a record with `error`; a failure of the
 * machine, of `deliver` or of time fails the job, and BullMQ tries it again as often as its `attempts` say. Jobs of a worker that died go to another.
 * @throws TypeError where an option is wrong
 */
export async function startWorker(queue: string, options: QueueOptions): Promise<QueueWorker> {
  const { queue: given, deliver = (record) => record, ...batch } = options;
  const workers = await openWorkers(batch);
  const answer = async (job: Job<BatchInput>): Promise<unknown> => {
    const record = await workers.answer(job.data);
    const last = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    if (record.error && PASSING.has(record.error.reason) && !last) throw new Error(record.error.message);
    return deliver(record, job);
  };
  // as many again as there are threads, so that none waits for Redis
  const worker = new Worker<BatchInput>(queue, answer, {
    concurrency: Math.max(workers.size * 2, 2),
    maxStalledCount: 5,
    ...given,
  });
  return {
    worker,
    async close() {
      await worker.close();
      await workers.close();
    },
  };
}

const ATTEMPTS: JobsOptions = { attempts: 3, backoff: { type: 'exponential', delay: 1000 } };
const MOST = 500;

/**
 * Puts documents into a queue. A document that is in it already, or whose answer is still kept there, isn't put in twice.
 * @returns how many were given
 */
export async function enqueue(
  queue: Queue,
  documents: Iterable<BatchInput> | AsyncIterable<BatchInput>,
  options: JobsOptions = {},
): Promise<number> {
  let jobs: Parameters<Queue['addBulk']>[0] = [];
  let count = 0;
  const send = async (): Promise<void> => {
    await queue.addBulk(jobs);
    count += jobs.length;
    jobs = [];
  };
  for await (const data of documents) {
    // a document that came before, with the same text, has the same job
    const jobId = `d${createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 32)}`;
    jobs.push({ name: 'document', data, opts: { ...ATTEMPTS, ...options, jobId } });
    if (jobs.length >= MOST) await send();
  }
  if (jobs.length) await send();
  return count;
}
