/** Chunks are worked on side by side, and their answers given in the order of the input; no more is read than there is room for. */

/** What a promise has come to, to be looked at without waiting. */
interface Outcome<T> {
  value?: T;
  error?: unknown;
  state: 'pending' | 'fulfilled' | 'rejected';
}

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
  const running: Outcome<readonly U[]>[] = [];
  let next: Outcome<IteratorResult<T, void>> | undefined;
  let ended = false;
  let wake = (): void => {};
  // Not `Promise.race`: what is raced again and again, as a signal that never comes, would keep all that ever won.
  const watch = <V>(promise: Promise<V>): Outcome<V> => {
    const outcome: Outcome<V> = { state: 'pending' };
    promise
      .then(
        (value) => Object.assign(outcome, { value, state: 'fulfilled' }),
        (error) => Object.assign(outcome, { error, state: 'rejected' }),
      )
      .finally(() => wake());
    return outcome;
  };
  const taken = <V>(outcome: Outcome<V>): V => {
    if (outcome.state === 'rejected') throw outcome.error;
    return outcome.value as V;
  };
  const stop = (): void => wake();
  signal?.addEventListener('abort', stop);
  try {
    for (;;) {
      signal?.throwIfAborted();
      if (!next && !ended && running.length < room) next = watch(chunks.next());
      if (!next && !running.length) return;
      if (running.length && running[0].state !== 'pending') {
        for (const answer of taken(running.shift()!)) {
          signal?.throwIfAborted();
          yield answer;
        }
      } else if (next && next.state !== 'pending') {
        const { done, value } = taken(next);
        next = undefined;
        if (done) ended = true;
        else running.push(watch(work(value as T)));
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    const returned = chunks.return().catch(() => {});
    if (next?.state !== 'pending') await returned;
  }
}
