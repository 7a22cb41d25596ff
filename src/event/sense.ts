/** The sets of words that rows ask for (`event-set.tsv`), and in which of them the words of a document are. */
import type { Columns } from '../document/columns.ts';
import { depSet } from './deps.ts';
import { conjuncts, type Graph, hasChild, hasDep, isCoordinated } from './graph.ts';
import { antecedent, mentionsAt } from './standing.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Which words are in which sets, a bit for each: those of a word in a row of `width` numbers, by the word's number. */
export class WordSets {
  readonly width: number;
  /** Every word is in set 0. */
  readonly #numbers = new Map<string, number>([['', 0]]);
  readonly bits: Int32Array;
  /** The number of a kind of mention as a word ("#militants"). */
  readonly #kinds = new Map<string, number>();

  constructor(rows: readonly { readonly set: string; readonly words: string }[], vocabulary: Vocabulary) {
    // of two rows with one name the later holds
    const sets = new Map(rows.map((r) => [r.set, r.words.split(' ')]));
    const listed: [word: number, set: number][] = [];
    for (const [name, words] of sets) {
      const set = this.#numbers.size;
      this.#numbers.set(name, set);
      for (const word of words) {
        const number = vocabulary.add(word);
        listed.push([number, set]);
        if (word.startsWith('#')) this.#kinds.set(word.slice(1), number);
      }
    }
    this.width = Math.ceil(this.#numbers.size / 32);
    this.bits = new Int32Array(this.width * (1 + listed.reduce((most, [word]) => Math.max(most, word), 0)));
    for (const [word, set] of listed) this.bits[word * this.width + (set >> 5)] |= 1 << set;
  }
  /** A set's number; undefined for one that is not known. */
  numberOf(set: string): number | undefined {
    return this.#numbers.get(set);
  }
  /** The number of a kind of mention among the words; 0 for one that is in no set. */
  ofKind(kind: string | undefined): number {
    return kind === undefined ? 0 : (this.#kinds.get(kind) ?? 0);
  }
}

const MODIFIERS = depSet('nmod', 'compound', 'amod');
/** What the words of a document are, each worked out when it is asked for. */
export class Senses {
  readonly #sets: WordSets;
  readonly width: number;
  #graph!: Graph;
  /** Where the bits of each word begin among those that are known: -1 for none. */
  #at!: Int32Array;
  #known: Int32Array;
  #used = 0;

  constructor(sets: WordSets) {
    this.#sets = sets;
    this.width = sets.width;
    this.#known = new Int32Array(64 * this.width);
  }
  open(graph: Graph, columns: Columns): void {
    this.#graph = graph;
    this.#at = columns.of(graph.tokens.length, -1);
    this.#used = 0;
  }

  /** Whether a word is in a set, or stands for a mention of such a kind, or says so by what modifies it ("peace talks", "hundreds of prisoners"). */
  isOf(token: number, set: number): boolean {
    return ((this.#known[this.#rowOf(token) + (set >> 5)] >>> set) & 1) === 1;
  }
  /** Adds to a row of bits those of what a word stands for and of those coordinated with it. */
  addPhrase(token: number, bits: Int32Array, row: number): void {
    const word = antecedent(this.#graph, token);
    this.#add(word, bits, row);
    if (isCoordinated(this.#graph, word)) for (const t of conjuncts(this.#graph, word)) this.#add(t, bits, row);
  }

  #add(token: number, bits: Int32Array, row: number): void {
    const own = this.#rowOf(token);
    for (let i = 0; i < this.width; i++) bits[row + i] |= this.#known[own + i];
  }
  #rowOf(token: number): number {
    const known = this.#at[token];
    if (known >= 0) return known;
    const { first, next, mentions } = this.#graph;
    const row = this.#newRow();
    this.#at[token] = row;
    this.#known[row] |= 1;
    this.#addWord(token, row);
    for (const m of mentionsAt(this.#graph, token)) this.#list(this.#sets.ofKind(mentions[m].kind), row);
    if (hasChild(this.#graph, token, MODIFIERS))
      for (let c = first[token]; c >= 0; c = next[c]) if (hasDep(this.#graph, c, MODIFIERS)) this.#addWord(c, row);
    return row;
  }
  #newRow(): number {
    const row = this.#used;
    this.#used += this.width;
    if (this.#used > this.#known.length) {
      const wider = new Int32Array(2 * this.#used);
      wider.set(this.#known);
      this.#known = wider;
    }
    this.#known.fill(0, row, this.#used);
    return row;
  }
  #addWord(token: number, row: number): void {
    const { base, form } = this.#graph;
    this.#list(base[token], row);
    if (form[token] !== base[token]) this.#list(form[token], row);
  }
  /** Adds the sets of a word or kind, by its number; the numbers above those of the sets' own words are in none. */
  #list(number: number, row: number): void {
    const { bits } = this.#sets;
    const from = number * this.width;
    if (from < bits.length) for (let i = 0; i < this.width; i++) this.#known[row + i] |= bits[from + i];
  }
}
