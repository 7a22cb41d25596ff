/**
 * Memory for the columns that a stage works out for each document: one block, used again for the next document, so that none is
 * allocated anew and what is in the processor's caches stays of use. What is taken from it is lost with the next document.
 */
export class Columns {
  #block = new Int32Array(0);
  #used = 0;

  /** Gives back all columns, and makes room for as many numbers. */
  reset(room: number): void {
    if (this.#block.length < room) this.#block = new Int32Array(room + (room >> 1));
    this.#used = 0;
  }
  /** A column of numbers, all the same. */
  of(length: number, value: number): Int32Array {
    const column = this.#block.subarray(this.#used, this.#used + length);
    this.#used += length;
    return column.fill(value);
  }
}
