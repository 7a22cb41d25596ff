/** The words of which the tables of events speak, numbered: each word of a document is looked up once for all of them. */

import { type Clusters, WordNumbers } from '../perceptron/index.ts';

/** What else is known of a word, a bit each. */
export const MARK = {
  /** A word of play ("goalkeeper"): see `event-civil.tsv`. */
  field: 1,
  /** The first word of a stretch that names no event. */
  idiom: 2,
  /** "missing", "unaccounted". */
  missing: 4,
  /** A word that rows of several words ask for beside the word at hand. */
  further: 8,
  /** Light verbs, verbs of saying, words of blame. */
  light: 16,
  saying: 32,
  blame: 64,
  /** Words that say something of an event's status: below it, of a clause, of a thing. */
  below: 128,
  clause: 256,
  thing: 512,
  /** Words that stand for what another names: "who", "others". */
  stands: 1024,
} as const;

export class Vocabulary {
  readonly #words = new Map<string, number>();
  #marks = new Int32Array(256);

  /** The number of a word, which gets one if it has none. */
  add(word: string, mark = 0): number {
    let number = this.#words.get(word);
    if (number === undefined) this.#words.set(word, (number = this.#words.size + 1));
    if (number >= this.#marks.length) {
      const wider = new Int32Array(2 * number);
      wider.set(this.#marks);
      this.#marks = wider;
    }
    this.#marks[number] |= mark;
    return number;
  }
  /** Some words by their numbers. */
  addAll(words: Iterable<string>, mark = 0): ReadonlyMap<number, true> {
    return this.byNumber(
      [...words].map((word) => [word, true] as const),
      mark,
    );
  }
  /** Values by the numbers of their words; sets are maps too, as the engine looks a number up in a map without a call. */
  byNumber<V>(entries: Iterable<readonly [word: string, value: V]>, mark = 0): ReadonlyMap<number, V> {
    const values = new Map<number, V>();
    for (const [word, value] of entries) values.set(this.add(word, mark), value);
    return values;
  }
  /** When all are added: how the words of a text find their numbers. */
  numbers(clusters: Clusters): WordNumbers {
    return new WordNumbers([...this.#words.keys()], clusters);
  }
  marksOf(number: number): number {
    return this.#marks[number];
  }
}
