/** Characters of the words of a text, starts and ends by turns: room that each text fills anew. */
export class Spans {
  #numbers = new Int32Array(4096);
  #filled = 0;

  clear(): void {
    this.#filled = 0;
  }

  add(start: number, end: number): void {
    if (this.#filled + 2 > this.#numbers.length) {
      const wider = new Int32Array(this.#numbers.length * 2);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[this.#filled++] = start;
    this.#numbers[this.#filled++] = end;
  }

  /** Those of the text at hand, until the next one. */
  all(): Int32Array {
    return this.#numbers.subarray(0, this.#filled);
  }
}
