/** Puts an archive into a queue on Redis: `REDIS=redis://host:6379 node examples/cluster/enqueue.ts FOLDER`. Run it again at will: nothing is put in twice. */
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { readDocuments } from 'sitrep/batch';
import { enqueue } from 'sitrep/bullmq';

const connection = new Redis(process.env.REDIS ?? 'redis://127.0.0.1:6379', { maxRetriesPerRequest: null });
const queue = new Queue('articles', { connection });
console.log(`${await enqueue(queue, readDocuments(process.argv.slice(2)))} documents`);
await queue.close();
connection.disconnect();
