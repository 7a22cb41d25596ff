/** Lines of a file as they come, however large the file: UTF-8, gunzipped where it is gzipped. Only a line feed ends a line. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { FormatError, type Place } from './formatError.ts';

export interface Line extends Required<Place> {
  /** Without its line end, `\r\n` too. */
  readonly text: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be opened',
  Z_DATA_ERROR: 'is not gzipped',
  Z_BUF_ERROR: 'ends before its gzipped data do',
};

/** What the file system says of a file, in words. */
export function unreadable(file: string, error: unknown): FormatError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new FormatError({ file }, REASONS[code] ?? message);
}

async function* chunksOf(file: string): AsyncIterable<Uint8Array> {
  const raw = createReadStream(file);
  const source = file.endsWith('.gz') ? createGunzip() : raw;
  if (source !== raw) {
    raw.on('error', (error) => source.destroy(error));
    raw.pipe(source as ReturnType<typeof createGunzip>);
  }
  try {
    for await (const chunk of source) yield chunk as Uint8Array;
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    raw.destroy();
  }
}

/** @throws FormatError where the file can't be read or is not UTF-8 */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  // `fatal`: a wrong byte would shift every offset behind it. A byte order mark is left out.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let rest: string[] = [];
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new FormatError({ file, line: number + 1 }, 'expected UTF-8 text, got other bytes');
    }
  };
  const line = (text: string): Line => ({ file, line: ++number, text: text.endsWith('\r') ? text.slice(0, -1) : text });
  for await (const chunk of chunksOf(file)) {
    const pieces = decode(chunk).split('\n');
    const last = pieces.pop()!;
    for (const piece of pieces) {
      yield line(rest.length ? rest.join('') + piece : piece);
      rest = [];
    }
    if (last) rest.push(last);
  }
  const end = rest.join('') + decode();
  if (end) yield line(end);
}
