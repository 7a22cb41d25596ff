/**
 * Answers what is in the queue, on as many machines as run this: `REDIS=redis://host:6379 node examples/cluster/worker.ts RECORDS`. Each record
 * becomes a file in the folder RECORDS, named after its hash and put in place whole, so that a document that is answered twice (a worker died
 * before it could say that it had finished) is there once. On SIGTERM it finishes what it has begun.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { startWorker } from 'sitrep/bullmq';

const folder = process.argv[2] ?? 'records';
await mkdir(folder, { recursive: true });
const connection = new Redis(process.env.REDIS ?? 'redis://127.0.0.1:6379', { maxRetriesPerRequest: null });
const { worker, close } = await startWorker('articles', {
  queue: { connection },
  async deliver(record) {
    const path = join(folder, `${record.hash}.json`);
    await writeFile(`${path}.${process.pid}`, JSON.stringify(record));
    await rename(`${path}.${process.pid}`, path);
    return { stored: path };
  },
});
worker.on('failed', (job, error) => console.error(`${job?.data.id}: ${error.message}`));
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, async () => {
    await close();
    connection.disconnect();
  });
