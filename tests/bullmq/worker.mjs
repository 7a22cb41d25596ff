// A worker as a process of its own, which a test can kill: node worker.mjs QUEUE
import { Redis } from 'ioredis';
import { startWorker } from 'sitrep/bullmq';

const connection = new Redis(process.env.SITREP_REDIS, { maxRetriesPerRequest: null });
const { worker, close } = await startWorker(process.argv[2], {
  queue: { connection, concurrency: 4, lockDuration: 2000, stalledInterval: 1000 },
  workers: 1,
});
worker.on('error', (error) => console.error(error));
process.once('SIGTERM', async () => {
  await close();
  connection.disconnect();
});
console.log('ready');
