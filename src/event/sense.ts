/** The sets of words that rows ask for (`event-set.tsv`), and in which of them the words of a document are. */
import { depSet } from './deps.ts';
import { conjuncts, type Graph, hasChild, hasDep, isCoordinated, lemmaOf } from './graph.ts';
import { antecedent, mentionsAt } from './standing.ts';

/** A bit for each set. */
type Bits = Int32Array;
const isIn = (bits: Bits, set: number): boolean => ((bits[set >> 5] >>> (set & 31)) & 1) === 1;

export class WordSets {
  /** The number of each set. */
  readonly #numbers = new Map<string, number>();
  /** By word: the sets that it is in; likewise by kind of mention ("#militants"). */
  readonly #words = new Map<string, Bits>();
  readonly #kinds = new Map<string, Bits>();
  readonly none: Bits;

  constructor(rows: readonly { readonly set: string; readonly words: string }[]) {
    // of two rows with one name the later holds
    const sets = new Map(rows.map((r) => [r.set, r.words.split(' ')]));
    const length = Math.ceil(sets.size / 32);
    this.none = new Int32Array(length);
    for (const [set, words] of sets) {
      const number = this.#numbers.size;
      this.#numbers.set(set, number);
      for (const word of words) {
        const bits = this.#words.get(word) ?? new Int32Array(length);
        bits[number >> 5] |= 1 << (number & 31);
        this.#words.set(word, bits);
        if (word.startsWith('#')) this.#kinds.set(word.slice(1), bits);
      }
    }
  }
  /** A set's number; undefined for one that is not known. */
  numberOf(set: string): number | undefined {
    return this.#numbers.get(set);
  }
  ofWord(word: string): Bits {
    return this.#words.get(word) ?? this.none;
  }
  ofKind(kind: string): Bits {
    return this.#kinds.get(kind) ?? this.none;
  }
  union(a: Bits, b: Bits): Bits {
    if (a === b || b === this.none) return a;
    if (a === this.none) return b;
    return a.map((bits, i) => bits | b[i]);
  }
}

const MODIFIERS = depSet('nmod', 'compound', 'amod');
/** What the words of a document are, each looked up when it is asked for. */
export class Senses {
  readonly #graph: Graph;
  readonly #sets: WordSets;
  readonly #ofWord: (Bits | undefined)[];
  readonly #ofPhrase: (Bits | undefined)[];

  constructor(graph: Graph, sets: WordSets) {
    this.#graph = graph;
    this.#sets = sets;
    this.#ofWord = new Array(graph.tokens.length);
    this.#ofPhrase = new Array(graph.tokens.length);
  }

  /** Whether a word is in a set, or stands for a mention of such a kind, or says so by what modifies it ("peace talks", "hundreds of prisoners"). */
  isOf(token: number, set: number): boolean {
    return isIn(this.#bitsOf(token), set);
  }
  /** Whether that holds for what a word stands for or one coordinated with it. */
  anyIsOf(token: number, set: number): boolean {
    return isIn((this.#ofPhrase[token] ??= this.#phraseAt(token)), set);
  }

  #bitsOf(token: number): Bits {
    return (this.#ofWord[token] ??= this.#wordAt(token));
  }
  #phraseAt(token: number): Bits {
    const word = antecedent(this.#graph, token);
    let bits = this.#bitsOf(word);
    if (isCoordinated(this.#graph, word))
      for (const t of conjuncts(this.#graph, word)) bits = this.#sets.union(bits, this.#bitsOf(t));
    return bits;
  }
  #wordAt(token: number): Bits {
    const { first, next, mentions } = this.#graph;
    let bits = this.#alone(token);
    for (const m of mentionsAt(this.#graph, token)) {
      const { kind } = mentions[m];
      if (kind !== undefined) bits = this.#sets.union(bits, this.#sets.ofKind(kind));
    }
    if (hasChild(this.#graph, token, MODIFIERS))
      for (let c = first[token]; c >= 0; c = next[c])
        if (hasDep(this.#graph, c, MODIFIERS)) bits = this.#sets.union(bits, this.#alone(c));
    return bits;
  }
  #alone(token: number): Bits {
    const lemma = lemmaOf(this.#graph, token);
    const form = this.#graph.tokens.lower[token];
    const bits = this.#sets.ofWord(lemma);
    return form === lemma ? bits : this.#sets.union(bits, this.#sets.ofWord(form));
  }
}
