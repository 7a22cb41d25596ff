/** Bytes of a file or of standard input: unpacked where they are gzip, whole or line by line, never more than so many at once. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export type Bytes = AsyncIterable<Uint8Array>;

/** Unpacks what starts with gzip's two bytes, whatever its name is. @throws what is wrong with the archive, when reading comes to it */
export async function* unpacked(bytes: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  const source = bytes[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let ended = false;
  while (head.length < 2 && !ended) {
    const { value, done } = await source.next();
    if (done) ended = true;
    else head = Buffer.concat([head, value]);
  }
  const whole = (async function* () {
    try {
      if (head.length) yield head;
      if (ended) return;
      for (let step = await source.next(); !step.done; step = await source.next()) yield step.value;
    } finally {
      await source.return?.();
    }
  })();
  if (head[0] !== 0x1f || head[1] !== 0x8b) yield* whole;
  else yield* pipeline(Readable.from(whole), createGunzip(), () => {}) as AsyncIterable<Uint8Array>;
}

/** All bytes in one, or nothing where there are more than `most`. */
export async function wholeOf(bytes: Bytes, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export interface Line {
  /** Without the line feed; nothing where the line has more than `most` bytes. */
  readonly bytes: Buffer | undefined;
  /** Where it starts, and where the next one does. */
  readonly start: number;
  readonly end: number;
  /** Whether a line feed ends it. */
  readonly whole: boolean;
}

/** Lines as bytes: a broken character spoils its own line only. */
export async function* linesOf(bytes: Bytes, most: number): AsyncGenerator<Line, void, undefined> {
  let held: Uint8Array[] = [];
  let size = 0;
  let start = 0;
  const take = (end: number, whole: boolean): Line => {
    const line = { bytes: size > most ? undefined : Buffer.concat(held), start, end, whole };
    held = [];
    size = 0;
    start = end;
    return line;
  };
  const hold = (part: Uint8Array): void => {
    size += part.length;
    if (size > most) held = [];
    else held.push(part);
  };
  let read = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, at));
      from = at + 1;
      yield take(read + from, true);
    }
    if (from < chunk.length) hold(chunk.subarray(from));
    read += chunk.length;
  }
  if (read > start) yield take(read, false);
}
