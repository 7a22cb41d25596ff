/** The identities that are remembered, found by their names; those seen least recently are forgotten first. */
import type { EntityType } from '../document/schema.ts';
import { Known, keysOf, type Profile } from './profile.ts';

/** So many identities of one key are compared, the latest seen. */
const MOST_OF_KEY = 32;
const MOST_WORDS = 50_000;

export class Store {
  readonly #most: number;
  /** In the order in which they were last seen. */
  readonly #known = new Map<string, Known>();
  readonly #byKey = new Map<string, Set<string>>();
  /** How many documents each word was the context in. */
  readonly #words = new Map<string, number>();
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  values = (): IterableIterator<Known> => this.#known.values();

  /** Those that share a key with an entity, each once. */
  candidates(profile: Profile): Known[] {
    const ids = new Set<string>();
    for (const key of keysOf(profile.type, profile.names, profile.ids)) {
      const all = this.#byKey.get(key);
      if (all) for (const id of [...all].slice(-MOST_OF_KEY)) ids.add(id);
    }
    return [...ids].map((id) => this.#known.get(id) as Known);
  }

  create(type: EntityType): Known {
    return new Known(`i${++this.#count}`, type);
  }

  /** Takes in what a document says of an identity. */
  learn(known: Known, profile: Profile, document: number): void {
    known.learn(profile, document);
    this.#known.delete(known.id);
    this.#known.set(known.id, known);
    for (const key of keysOf(known.type, profile.names, profile.ids)) {
      let all = this.#byKey.get(key);
      if (!all) this.#byKey.set(key, (all = new Set()));
      all.delete(known.id);
      all.add(known.id);
    }
    for (const word of profile.context) this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
    if (this.#words.size > MOST_WORDS) for (const [word, n] of this.#words) if (n < 2) this.#words.delete(word);
    if (this.#words.size > MOST_WORDS) this.#words.clear();
    while (this.#known.size > this.#most) this.#forget(this.#known.values().next().value as Known);
  }

  #forget(known: Known): void {
    this.#known.delete(known.id);
    for (const key of keysOf(
      known.type,
      [...known.names.values()].map(({ name }) => name),
      known.ids,
    )) {
      const all = this.#byKey.get(key);
      all?.delete(known.id);
      if (!all?.size) this.#byKey.delete(key);
    }
  }

  /** From 1 for a word never met to little for one that is everywhere. */
  rarity = (word: string): number => 1 / Math.log2(2 + (this.#words.get(word) ?? 0));
}
