/**
 * Decisions without a score: where a model has always decided in the same way in a context ("of" in front of a noun),
 * one look into a table says what some dozens of features would. Contexts have levels, from few words of them to many.
 */
import { packNumbers, unpackNumbers } from './file.ts';
import { HashTable } from './hashTable.ts';

/** Most look-ups find nothing, and a table with room says so at once. */
const ROOM = 3;

export interface ShortcutOptions {
  /** A context must have been met so often. */
  readonly count: number;
  /** The share of its decisions that must agree. */
  readonly purity: number;
}

/** Collects what a model decides in which contexts. */
export class ShortcutLearner {
  readonly #levels: number;
  readonly #keys: number[] = [];
  readonly #decisions: number[] = [];

  /** @param levels contexts of each decision. */
  constructor(levels: number) {
    this.#levels = levels;
  }

  /** @param keys the hash of the context at each level. */
  note(keys: Int32Array, decision: number): void {
    for (let level = 0; level < this.#levels; level++) this.#keys.push(keys[level]);
    this.#decisions.push(decision);
  }

  /** The contexts that decide alone; those of a level are asked only where none before it decides. */
  pack({ count, purity }: ShortcutOptions): Uint8Array {
    const sure = new Map<number, number>();
    let open = this.#decisions.map((_, i) => i);
    for (let level = 0; level < this.#levels; level++) {
      const keyOf = (i: number): number => this.#keys[i * this.#levels + level];
      const contexts = new Map<number, Map<number, number>>();
      for (const i of open) {
        let decisions = contexts.get(keyOf(i));
        if (!decisions) contexts.set(keyOf(i), (decisions = new Map()));
        decisions.set(this.#decisions[i], (decisions.get(this.#decisions[i]) ?? 0) + 1);
      }
      for (const [key, decisions] of contexts) {
        let total = 0;
        for (const n of decisions.values()) total += n;
        if (total < count) continue;
        for (const [decision, n] of decisions) if (n >= purity * total) sure.set(key, decision);
      }
      open = open.filter((i) => !sure.has(keyOf(i)));
    }
    const sorted = [...sure].sort(([a], [b]) => (a >>> 0) - (b >>> 0));
    let previous = 0;
    return packNumbers(
      sorted.flatMap(([key, decision]) => {
        const gap = (key >>> 0) - previous;
        previous = key >>> 0;
        return [gap, decision];
      }),
    );
  }
}

export class Shortcuts {
  readonly #table: HashTable;

  /** @param bytes that `ShortcutLearner.pack` made; none for a model without shortcuts. */
  constructor(bytes: Uint8Array) {
    const numbers = unpackNumbers(bytes);
    const hashes = new Int32Array(numbers.length / 2);
    const values = new Uint16Array(numbers.length / 2);
    let hash = 0;
    for (let i = 0; i < hashes.length; i++) {
      hash = (hash + numbers[2 * i]) | 0;
      hashes[i] = hash;
      values[i] = numbers[2 * i + 1] + 1;
    }
    this.#table = new HashTable(hashes, values, ROOM);
  }

  /** Call before a text of so many words. */
  warm(words: number): void {
    this.#table.warm(words);
  }

  /** The decision for a context, -1 when the model must be asked. */
  find(keys: Int32Array, levels: number): number {
    for (let level = 0; level < levels; level++) {
      const found = this.#table.get(keys[level]);
      if (found) return found - 1;
    }
    return -1;
  }
}
