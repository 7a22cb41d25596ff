/** Brings the documents of several sources together by id, in one pass over each. */

export interface Identified {
  readonly id: string;
}

/** The documents of one id, by source; undefined where a source has none. */
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
 * @throws DuplicateError where a source has an id twice
 */
export async function* joinById<T extends Identified>(sources: readonly Source<T>[]): AsyncGenerator<Joined<T>> {
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
      const { id } = next.value;
      const group = waiting.get(id) ?? new Array<T | undefined>(sources.length).fill(undefined);
      if (group[i] !== undefined || done.has(id))
        throw new DuplicateError(`expected an id of its own for each document, got ${JSON.stringify(id)} again`);
      group[i] = next.value;
      if (group.includes(undefined)) waiting.set(id, group);
      else {
        waiting.delete(id);
        done.add(id);
        yield group;
      }
    }
  yield* waiting.values();
}
