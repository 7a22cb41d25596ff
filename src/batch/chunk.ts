/** A stream in chunks that are worth the way to a thread: so many characters, or what has come when no more does for a moment. */

/** Milliseconds for which a chunk waits for more: a reader who asks line by line gets its answers line by line. */
const LINGER = 5;
const MOST = 64;

export async function* chunksOf<T>(
  items: AsyncIterable<T>,
  weight: (item: T) => number,
  full: number,
): AsyncGenerator<T[], void, undefined> {
  const source = items[Symbol.asyncIterator]();
  let chunk: T[] = [];
  let filled = 0;
  let next: Promise<IteratorResult<T>> | undefined;
  let ended = false;
  try {
    for (;;) {
      next ??= source.next();
      const result = chunk.length ? await within(next, LINGER) : await next;
      if (result) {
        next = undefined;
        if (result.done) {
          ended = true;
          break;
        }
        chunk.push(result.value);
        filled += weight(result.value);
      }
      if (!result || filled >= full || chunk.length >= MOST) {
        yield chunk;
        chunk = [];
        filled = 0;
      }
    }
    if (chunk.length) yield chunk;
  } finally {
    // a source that still waits for its own input would keep us waiting too
    if (!ended) {
      const returned = Promise.resolve(source.return?.()).catch(() => {});
      if (!next) await returned;
    }
  }
}

/** What a promise gives in time, or nothing. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, milliseconds, undefined);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
