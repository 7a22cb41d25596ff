import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { extract } from 'sitrep';
import type { BatchRecord } from 'sitrep/batch';
import { enqueue, startWorker } from 'sitrep/bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documents, OWN } from '../batch/documents.ts';
import { REDIS } from './redis.ts';

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));

describe.skipIf(!REDIS)('a queue on Redis', () => {
  let connection: Redis;
  const queues: Queue[] = [];
  const children: ChildProcess[] = [];
  const open = (): Queue => {
    const queue = new Queue(`sitrep-${randomUUID()}`, { connection });
    queues.push(queue);
    return queue;
  };
  beforeAll(() => {
    connection = new Redis(REDIS!, { maxRetriesPerRequest: null });
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    for (const queue of queues) {
      await queue.obliterate({ force: true });
      await queue.close();
    }
    connection.disconnect();
  });

  const start = async (queue: Queue): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [WORKER, queue.name], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    await new Promise((resolve) => child.stdout!.once('data', resolve));
    return child;
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
  };
  const answers = async (queue: Queue): Promise<BatchRecord[]> =>
    (await queue.getJobs(['completed'], 0, -1)).map(({ returnvalue }) => returnvalue);

  it('answers each document exactly once, though a worker is killed amid its jobs and another is stopped', async () => {
    const queue = open();
    const given = documents(300);
    expect(await enqueue(queue, given)).toBe(300);
    // a second time they are no other jobs
    await enqueue(queue, given.slice(0, 50));
    expect(await queue.count()).toBe(300);

    const [killed, stopped] = [await start(queue), await start(queue)];
    await until(async () => (await queue.getCompletedCount()) >= 40 && (await queue.getActiveCount()) > 0);
    killed.kill('SIGKILL');
    await until(async () => (await queue.getCompletedCount()) >= 80);
    const ended = new Promise((resolve) => stopped.once('exit', resolve));
    stopped.kill('SIGTERM');
    expect(await ended).toBe(0);
    // the stopped worker has finished what it had; what the killed one had is still marked as under way
    await start(queue);
    await until(async () => (await queue.getCompletedCount()) + (await queue.getFailedCount()) >= 300);

    const records = await answers(queue);
    const jobs = await queue.getJobs(['completed'], 0, -1);
    expect(jobs.some(({ stalledCounter }) => stalledCounter > 0)).toBe(true);
    expect(await queue.getFailedCount()).toBe(0);
    expect(records.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
    for (const { id, text, date } of given.slice(0, 20))
      expect(records.find((record) => record.id === id)?.document).toEqual(extract(text, { date }));
  });

  it('delivers records, tries a failed delivery again, and answers faulty documents', async () => {
    const queue = open();
    const given = [...documents(3), { id: 'faulty', text: 'One.', date: 'tomorrow' }, { id: 'hangs', text: 'HANG' }];
    await enqueue(queue, given, { backoff: 10, attempts: 2 });
    const delivered: BatchRecord[] = [];
    let refused = 0;
    const { close } = await startWorker(queue.name, {
      queue: { connection: connection.duplicate() },
      ...{ workers: 1, config: OWN, timeout: 2 },
      deliver(record) {
        if (record.id === 'd1' && !refused++) throw new Error('the disk is full');
        delivered.push(record);
        return { stored: record.id };
      },
    });
    await until(async () => (await queue.getCompletedCount()) === 5);
    await close();
    // the first delivery failed, the second didn't
    expect(refused).toBe(2);
    expect(delivered.map(({ id }) => id).sort()).toEqual(['d0', 'd1', 'd2', 'faulty', 'hangs']);
    const reasons = new Map(delivered.map(({ id, error }) => [id, error?.reason]));
    expect([reasons.get('faulty'), reasons.get('hangs'), reasons.get('d0')]).toEqual([
      'rejected',
      'timeout',
      undefined,
    ]);
    expect(await answers(queue)).toContainEqual({ stored: 'd0' });
  });
});
