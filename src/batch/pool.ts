/** Chunks of documents go to threads; a document that a thread doesn't get over becomes an error record, and the others are done again. */
import { type Answerer, answerer, failure, type Line, type Task } from './answer.ts';
import type { WorkSettings } from './options.ts';
import type { Reason } from './record.ts';
import type { Chunk } from './worker.ts';

export interface Pool {
  /** Chunks that are worked on at the same time. */
  readonly size: number;
  /** The documents' lines, in their order. Rejects where no document is to blame: a configuration that can't be loaded, a pool that was closed. */
  run(tasks: readonly Task[]): Promise<Line[]>;
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

/** No threads: this one, which no timeout can stop. Other work gets a turn between documents. */
function ownThread(settings: WorkSettings): Pool {
  let answer: Promise<Answerer> | undefined;
  return {
    size: 1,
    async run(tasks) {
      const lines: Line[] = [];
      for (const task of tasks) {
        lines.push(await (await (answer ??= answerer(settings)))(task));
        await new Promise(setImmediate);
      }
      return lines;
    },
    close: async () => {},
  };
}

/** Calls `stop` when the index has stood at one document for too long. @returns ends the watch */
function watch(at: Int32Array, seconds: number, stop: (index: number) => void): () => void {
  let seen = -1;
  let since = 0;
  const timer = setInterval(
    () => {
      const now = Atomics.load(at, 0);
      if (now !== seen) [seen, since] = [now, performance.now()];
      else if (now >= 0 && performance.now() - since >= seconds * 1000) stop(now);
    },
    Math.min(Math.max(seconds * 100, 10), 1000),
  );
  return () => clearInterval(timer);
}

// The longest documents by default, two million characters, take 700 MB.
const MEGABYTES = 1024;
const CHARACTERS = 2000;

async function threads(settings: WorkSettings): Promise<Pool> {
  const { Piscina } = await import('piscina');
  const { workers, timeout, maxLength } = settings;
  const pool = new Piscina<Chunk, Line[]>({
    filename: new URL('./worker.js', import.meta.url).href,
    workerData: settings,
    minThreads: workers,
    maxThreads: workers,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: Math.max(MEGABYTES, Math.ceil(maxLength / CHARACTERS)) },
  });
  // a thread that dies between two chunks is replaced
  pool.on('error', () => {});

  async function run(tasks: readonly Task[]): Promise<Line[]> {
    if (!tasks.length) return [];
    const at = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    const stuck = new AbortController();
    let late: number | undefined;
    const endWatch = watch(at, timeout, (index) => {
      late ??= index;
      stuck.abort();
    });
    try {
      return await pool.run({ tasks, at }, { signal: stuck.signal });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const memory = code === 'ERR_WORKER_OUT_OF_MEMORY';
      const i = late ?? (memory ? Atomics.load(at, 0) : -1);
      if (i < 0) throw error;
      endWatch();
      const { id, hash } = tasks[i];
      const reason: Reason = late === undefined ? 'memory' : 'timeout';
      const why = late === undefined ? message : `took longer than ${timeout} s`;
      return [
        ...(await run(tasks.slice(0, i))),
        failure(id, hash, { reason, message: why }),
        ...(await run(tasks.slice(i + 1))),
      ];
    } finally {
      endWatch();
    }
  }
  return { size: workers, run, close: () => pool.destroy() };
}

export const openPool = async (settings: WorkSettings): Promise<Pool> =>
  settings.workers === 0 ? ownThread(settings) : threads(settings);
