/**
 * The output file as its own journal. It always holds whole records in the order of the input, and perhaps a torn line at its end. A run
 * that was killed leaves a beginning, and the next one goes on behind it. Where the documents have changed in between, the file is set aside
 * (`.old-1`) and a new one made, into which unchanged records are copied; the old one is removed when the new one is complete.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { linesOf } from './read/bytes.ts';
import { envelopeOf } from './record.ts';

/** Where a record lies. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** The output can't be used: it holds something else. */
export class WrongOutput extends Error {
  override name = 'WrongOutput';
}

const LONGEST = 1 << 30;

/** Whether a line without an end may be the beginning of a record. */
function mayBeTorn(line: string): boolean {
  const rest = /^\{"id":"(?:[^"\\]|\\.)*"(.*)/s.exec(line)?.[1].slice(0, 12);
  return rest === undefined ? '{"id":"'.startsWith(line.slice(0, 7)) : ',"version":"'.startsWith(rest);
}

interface Held {
  readonly hash: string;
  readonly failed: boolean;
  readonly place: Place;
}

/** The records of a file, and where they end: behind that, a line is torn. @throws WrongOutput where it holds anything else */
async function recordsOf(file: string): Promise<{ records: Held[]; end: number }> {
  const records: Held[] = [];
  let end = 0;
  for await (const { bytes, start, end: next, whole } of linesOf(createReadStream(file), LONGEST)) {
    const line = bytes?.toString() ?? '';
    const envelope = whole ? envelopeOf(line) : undefined;
    if (envelope) {
      records.push({ hash: envelope.hash, failed: envelope.failed, place: { file, start, end: next } });
      end = next;
    } else if (whole || (start === 0 && !mayBeTorn(line)))
      throw new WrongOutput(
        `${file}: line ${records.length + 1} is no record of a batch; name another output, or remove it`,
      );
  }
  return { records, end };
}

const oldOnes = async (path: string): Promise<string[]> => {
  const prefix = `${basename(path)}.old-`;
  const names = await readdir(dirname(path));
  return names
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => join(dirname(path), name));
};

export class Journal {
  readonly #path: string;
  /** Records of earlier runs by their hashes. */
  readonly #known: ReadonlyMap<string, Place>;
  /** Those that the output holds, in order; the first `#at` of them are confirmed. */
  #held: readonly Held[];
  #at = 0;
  #output: FileHandle;
  readonly #readers = new Map<string, FileHandle>();

  private constructor(path: string, output: FileHandle, held: readonly Held[], known: ReadonlyMap<string, Place>) {
    this.#path = path;
    this.#output = output;
    this.#held = held;
    this.#known = known;
  }

  /** Opens an output, new or of an earlier run. @param retry records of failures are made again @throws WrongOutput */
  static async open(path: string, retry: boolean): Promise<Journal> {
    const exists = await stat(path).catch(() => undefined);
    const { records: held, end } = exists ? await recordsOf(path) : { records: [], end: 0 };
    const old = await Promise.all((await oldOnes(path)).map(recordsOf));
    const known = new Map<string, Place>();
    for (const { hash, failed, place } of [...old.flatMap(({ records }) => records), ...held])
      if (!(retry && failed)) known.set(hash, place);
    const output = await open(path, 'a');
    await output.truncate(end);
    return new Journal(path, output, held, known);
  }

  /** The record of a document that was answered before. */
  recall(hash: string): Place | undefined {
    return this.#known.get(hash);
  }

  /** The next record: a new line, or one that was recalled. */
  async add(hash: string, record: string | Place): Promise<void> {
    if (this.#at < this.#held.length) {
      // a failure that was not recalled was made again
      if (this.#held[this.#at].hash === hash && typeof record !== 'string') {
        this.#at++;
        return;
      }
      await this.#setAside();
    }
    await this.#output.appendFile(typeof record === 'string' ? `${record}\n` : await this.#read(record));
  }

  async #read({ file, start, end }: Place): Promise<Uint8Array> {
    let reader = this.#readers.get(file);
    if (!reader) this.#readers.set(file, (reader = await open(file)));
    return (await reader.read(Buffer.alloc(end - start), 0, end - start, start)).buffer;
  }

  /** Renames the output, which stays open for reading, and starts a new one with the records that are confirmed. */
  async #setAside(): Promise<void> {
    const confirmed = this.#held.slice(0, this.#at);
    this.#held = [];
    const reader = await open(this.#path);
    this.#readers.set(this.#path, reader);
    const numbers = (await oldOnes(this.#path)).map((name) => Number(name.slice(name.lastIndexOf('-') + 1)));
    await this.#output.close();
    await rename(this.#path, `${this.#path}.old-${Math.max(0, ...numbers) + 1}`);
    this.#output = await open(this.#path, 'ax');
    for (const { place } of confirmed) await this.#output.appendFile(await this.#read(place));
  }

  /** Drops what no document stands for any more, writes through, and removes what was set aside. */
  async finish(): Promise<void> {
    if (this.#at < this.#held.length) await this.#output.truncate(this.#held[this.#at].place.start);
    await this.#output.sync();
    for (const file of await oldOnes(this.#path)) await rm(file);
  }

  async close(): Promise<void> {
    for (const file of [this.#output, ...this.#readers.values()]) await file.close();
  }
}
