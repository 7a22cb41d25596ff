/** Words of a text that look at most parts of a table. */
const LONG = 64;
/** Bytes of memory that come into the processor's cache together. */
const LINE = 64;

type Table = Int8Array | Uint16Array | Int16Array | Int32Array;

/**
 * Reads a table once, in its order: so it comes into the processor's cache at the memory's full speed, and not line by line,
 * each waited for, as hashes point here and there. For tables of up to half a megabyte, before a text of some length, in
 * which every part of them is asked for; the stages in between have driven them out.
 * @param words how many the text has: for few nothing is done
 */
export function warm(table: Table, words: number): void {
  if (words < LONG) return;
  const step = LINE / table.BYTES_PER_ELEMENT;
  let sum = 0;
  for (let i = 0; i < table.length; i += step) sum += table[i];
  kept[0] = sum;
}

/** What was read, as the engine leaves out a loop whose result nobody keeps. */
const kept = new Int32Array(1);
