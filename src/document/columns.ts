/**
 * Memory for the columns that a stage works out for each document: used again for the next one, so that none is allocated
 * anew and what is in the processor's caches stays of use. What is taken from it is lost with the next document.
 */
export class Columns {
  readonly #columns: Int32Array[] = [];
  readonly #several: Int32Array[] = [];
  #used = 0;

  /** Gives back all columns. */
  reset(): void {
    this.#used = 0;
  }
  /** Several columns of one length, by the number that each is filled with. */
  all(length: number, values: readonly number[]): readonly Int32Array[] {
    for (let i = 0; i < values.length; i++) this.#several[i] = this.of(length, values[i]);
    return this.#several;
  }
  /** A column of numbers, all the same: as long as is asked for, and then some, for whoever looks at the words behind the last. */
  of(length: number, value: number): Int32Array {
    const at = this.#used++;
    const needed = length + BEHIND;
    let column = this.#columns[at];
    if (!column || column.length < needed) this.#columns[at] = column = new Int32Array(needed + (needed >> 1));
    return column.fill(value, 0, needed);
  }
}
const BEHIND = 8;

/**
 * So many new columns of one length, all 0, in one piece of memory: the engine takes longer to find memory outside of its heap,
 * and to give it back, than a stage takes to fill a column of some hundred numbers.
 */
export function newColumns(length: number, count: number): Int32Array[] {
  const memory = new ArrayBuffer(Int32Array.BYTES_PER_ELEMENT * length * count);
  const columns: Int32Array[] = [];
  for (let i = 0; i < count; i++)
    columns.push(new Int32Array(memory, Int32Array.BYTES_PER_ELEMENT * length * i, length));
  return columns;
}
