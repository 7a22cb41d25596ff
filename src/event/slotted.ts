/** What the words in the slots of an event word are: worked out for a slot when a row asks for it, for all sets at once. */
import type { Senses } from './sense.ts';
import type { Slot } from './slot.ts';

const NOTHING: readonly Slot[] = [];
/** The slots of one word at a time. */
export class Slotted {
  readonly #keys: readonly string[];
  readonly #senses: Senses;
  /** By slot, the sets of the words that stand in it; set 0, in which all words are, says that there is such a slot. */
  readonly #bits: Int32Array;
  readonly #known: Uint8Array;
  #slots = NOTHING;

  /** @param keys the slots that rows ask for */
  constructor(keys: readonly string[], senses: Senses) {
    this.#keys = keys;
    this.#senses = senses;
    this.#bits = new Int32Array(keys.length * senses.width);
    this.#known = new Uint8Array(keys.length);
  }
  open(slots: readonly Slot[]): void {
    this.#slots = slots;
    this.#known.fill(0);
  }

  has(key: number): boolean {
    return this.isOf(key, 0);
  }
  /** Whether one of the words that stand in a slot, or of those coordinated with them, is of a set. */
  isOf(key: number, set: number): boolean {
    const { width } = this.#senses;
    if (this.#known[key] === 0) this.#read(key);
    return ((this.#bits[key * width + (set >> 5)] >>> set) & 1) === 1;
  }
  #read(key: number): void {
    const { width } = this.#senses;
    const row = key * width;
    const name = this.#keys[key];
    this.#known[key] = 1;
    this.#bits.fill(0, row, row + width);
    for (const s of this.#slots) if (s.key === name) this.#senses.addPhrase(s.token, this.#bits, row);
  }
}
