/** Brings the documents of several sources together by a key, in one pass over each. */

/** The documents of one key, by source; undefined where a source has none. */
export type Joined<T> = readonly (T | undefined)[];

export class DuplicateError extends Error {}

type Source<T> = Iterable<T> | AsyncIterable<T>;

async function* iterate<T>(source: Source<T>): AsyncGenerator<T> {
  yield* source;
}

/**
 * Reads the sources in step and gives what belongs together as soon as all have it, so that sources in the same order are
 * held in memory one document at a time; sources in another order are held as far as they differ. What only some sources
 * have comes last.
 *
 * @param keyOf what tells documents apart: their id, or their text
 * @throws DuplicateError where a source has a key twice
 */
export async function* joinBy<T>(
  keyOf: (document: T) => string,
  sources: readonly Source<T>[],
): AsyncGenerator<Joined<T>> {
  const iterators = sources.map(iterate);
  const open = sources.map(() => true);
  const waiting = new Map<string, (T | undefined)[]>();
  const done = new Set<string>();
  while (open.includes(true))
    for (const [i, iterator] of iterators.entries()) {
      if (!open[i]) continue;
      const next = await iterator.next();
      if (next.done) {
        open[i] = false;
        continue;
      }
      const key = keyOf(next.value);
      const group = waiting.get(key) ?? new Array<T | undefined>(sources.length).fill(undefined);
      if (group[i] !== undefined || done.has(key))
        throw new DuplicateError(`expected each document once, got ${JSON.stringify(key.slice(0, 80))} again`);
      group[i] = next.value;
      if (group.includes(undefined)) waiting.set(key, group);
      else {
        waiting.delete(key);
        done.add(key);
        yield group;
      }
    }
  yield* waiting.values();
}
