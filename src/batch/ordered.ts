/** Chunks are worked on side by side, and their answers given in the order of the input; no more is read than there is room for. */

const never = new Promise<never>(() => {});

/**
 * @param room chunks that are under way or wait to be fetched
 * @throws the signal's reason; what `work` or the source throws
 */
export async function* ordered<T, U>(
  chunks: AsyncGenerator<T, void, undefined>,
  work: (chunk: T) => Promise<readonly U[]>,
  room: number,
  signal?: AbortSignal,
): AsyncGenerator<U, void, undefined> {
  const running: Promise<readonly U[]>[] = [];
  let next: Promise<IteratorResult<T, void>> | undefined;
  let ended = false;
  let stop = (): void => {};
  const stopped = signal
    ? new Promise<never>((_, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted) stop();
        signal.addEventListener('abort', stop);
      })
    : never;
  stopped.catch(() => {});
  try {
    for (;;) {
      if (!next && !ended && running.length < room) next = chunks.next();
      if (!next && !running.length) return;
      const first = running.length ? running[0].then(() => 'answered' as const) : never;
      const turn = await Promise.race([stopped, first, next ? next.then((result) => result) : never]);
      if (turn === 'answered') {
        for (const answer of await running.shift()!) {
          signal?.throwIfAborted();
          yield answer;
        }
      } else {
        next = undefined;
        if (turn.done) ended = true;
        else {
          const answers = work(turn.value);
          // one that fails before its turn comes isn't unhandled: it is thrown in its turn
          answers.catch(() => {});
          running.push(answers);
        }
      }
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    const returned = chunks.return().catch(() => {});
    if (!next) await returned;
  }
}
