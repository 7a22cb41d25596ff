/**
 * Sums by what they are of and by number, in one table of typed numbers: no memory is taken for each that is counted, and those
 * that a text asks for lie side by side.
 */
export class Tally {
  /** By turns a key, from 1, and its sum. */
  #slots: Int32Array;
  #mask: number;
  #filled = 0;

  /** @param room for about as many sums */
  constructor(room: number) {
    let size = 16;
    while (size < 2 * room) size *= 2;
    this.#slots = new Int32Array(2 * size);
    this.#mask = size - 1;
  }

  clear(): void {
    this.#slots.fill(0);
    this.#filled = 0;
  }

  /** @param what below `WHATS` */
  add(what: number, number: number, by: number): void {
    const key = keyOf(what, number);
    const slot = this.#find(key);
    if (!this.#slots[slot]) {
      if (2 * this.#filled > this.#mask) {
        this.#widen();
        this.add(what, number, by);
        return;
      }
      this.#filled++;
      this.#slots[slot] = key;
    }
    this.#slots[slot + 1] += by;
  }

  of(what: number, number: number): number {
    return this.#slots[this.#find(keyOf(what, number)) + 1];
  }

  #find(key: number): number {
    let at = Math.imul(key, 0x9e3779b1) >>> 16;
    for (;;) {
      const slot = 2 * (at & this.#mask);
      if (this.#slots[slot] === key || this.#slots[slot] === 0) return slot;
      at++;
    }
  }

  #widen(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    this.#mask = 2 * this.#mask + 1;
    for (let slot = 0; slot < old.length; slot += 2)
      if (old[slot]) {
        const to = this.#find(old[slot]);
        this.#slots[to] = old[slot];
        this.#slots[to + 1] = old[slot + 1];
      }
  }
}
const WHATS = 8;
const keyOf = (what: number, number: number): number => number * WHATS + what + 1;
