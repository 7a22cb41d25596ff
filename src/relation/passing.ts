/** The tests of words in all rules, numbered: which of them a word passes is worked out at once, a bit for each. */
import type { Columns } from '../document/columns.ts';
import type { Layers } from '../document/layers.ts';
import { POS, UPOS } from '../document/ud.ts';
import { wordSet } from '../gazetteer/wordMap.ts';
import { type Clusters, WordNumbers } from '../perceptron/index.ts';
import type { Graph } from './graph.ts';
import type { Test } from './machine.ts';

/** Passed by every word, so that its bit says too that the bits of a word are known. */
const NO_TEST: Test = { negated: true, words: new Set(), pos: 0, without: [] };

/** Numbers tests; nothing to test is number 0. */
export class TestNumbers {
  readonly list: Test[] = [NO_TEST];
  readonly #numbers = new Map<Test, number>();

  of(test: Test | undefined): number {
    if (!test) return 0;
    const known = this.#numbers.get(test);
    if (known !== undefined) return known;
    this.#numbers.set(test, this.list.length);
    return this.list.push(test) - 1;
  }
}

/** Bits of tests in columns, `width` numbers for each row. */
interface TestBits {
  readonly width: number;
  /** The tests that list a word, by its number, and a part of speech. */
  readonly ofWord: Int32Array;
  readonly ofPos: Int32Array;
  /** The tests that are passed by words that they don't list. */
  readonly negated: Int32Array;
  /** The tests that ask for relations which a word must not govern. */
  readonly bare: readonly { readonly test: number; readonly relations: readonly number[] }[];
}
function bitsOf(tests: readonly Test[], words: number): TestBits {
  const width = Math.ceil(tests.length / 32);
  const bits = {
    width,
    ofWord: new Int32Array((words + 1) * width),
    ofPos: new Int32Array(UPOS.length * width),
    negated: new Int32Array(width),
  };
  tests.forEach(({ negated, words, pos }, test) => {
    const add = (column: Int32Array, row: number): void => {
      column[row * width + (test >> 5)] |= 1 << test;
    };
    for (const word of words) add(bits.ofWord, word);
    for (let p = 0; p < UPOS.length; p++) if ((pos >> p) & 1) add(bits.ofPos, p);
    if (negated) add(bits.negated, 0);
  });
  const bare = tests.map(({ without }, test) => ({ test, relations: without })).filter((t) => t.relations.length);
  return { ...bits, bare };
}

type Read = Pick<Layers, 'tokens' | 'tags' | 'tree'>;
const DEPUTY = 'deputy';
const DEPUTIES = wordSet([DEPUTY, 'vice', 'assistant', 'undersecretary']);
/** How far in front of a noun its rank may stand. */
const RANK = 4;

/** "deputy Middle East director", "Vice President": who stands under somebody leads nothing. */
function isDeputy({ tokens, tree, tags }: Read, word: number): boolean {
  if (tags.pos[word] !== POS.NOUN && tags.pos[word] !== POS.PROPN) return false;
  for (let i = word - 1; i >= 0 && word - i <= RANK; i--)
    if ((i === word - 1 || tree.head[i] === word) && DEPUTIES.has(tokens.lower[i])) return true;
  return false;
}

/** Which tests the words of a document pass, each word looked up once and only when it is asked for. */
export class Passing {
  /** By word, `width` numbers each; nothing is known of a word whose first is 0. */
  bits: Int32Array = new Int32Array(0);
  readonly width: number;
  readonly #tests: TestBits;
  /** The base form of a word of which two forms are listed. */
  #bases!: Int32Array;
  readonly #numbers: WordNumbers;
  readonly #deputy: number;
  #layers!: Read;
  #graph!: Graph;

  /** @param words those that tests list, by number from 1 on */
  constructor(tests: readonly Test[], words: readonly string[], clusters: Clusters) {
    this.#tests = bitsOf(tests, words.length);
    this.width = this.#tests.width;
    this.#numbers = new WordNumbers(words, clusters);
    this.#deputy = this.#numbers.of(DEPUTY);
  }

  open(layers: Read, graph: Graph, columns: Columns): void {
    this.#layers = layers;
    this.#graph = graph;
    this.#numbers.open(layers.tokens, layers.tags);
    this.bits = columns.of(layers.tokens.length * this.width, 0);
    this.#bases = columns.of(layers.tokens.length, 0);
  }

  /** Where the bits of a word begin. */
  rowOf(word: number): number {
    const row = word * this.width;
    if (this.bits[row] === 0) this.#lookUp(word, row);
    return row;
  }

  /** Those of 32 tests that a word passes by its base form alone, for a word of which two forms are listed: else all. */
  ofBase(word: number, at: number): number {
    const base = this.#bases[word];
    if (!base) return -1;
    const { width, ofWord, ofPos, negated } = this.#tests;
    return (ofWord[base * width + at] | ofPos[this.#layers.tags.pos[word] * width + at]) ^ negated[at];
  }

  /** The base form and the word itself; plurals that the tagger takes for names ("Coalition Commanders") have no base form. */
  #lookUp(word: number, row: number): void {
    const { tags, tokens } = this.#layers;
    const { width, ofPos, negated, bare } = this.#tests;
    const lower = tokens.lower[word];
    const pos = tags.pos[word];
    const form = this.#numbers.ofForm(word);
    const base = this.#numbers.ofLemma(word, form);
    const own = form === base ? 0 : form;
    const plural = pos === POS.PROPN && lower.endsWith('s');
    const singular = plural ? this.#numbers.of(lower, lower.length - 1) : 0;
    for (let i = 0; i < width; i++) this.bits[row + i] = ofPos[pos * width + i];
    if (base || own || singular)
      if (isDeputy(this.#layers, word)) this.#list(row, this.#deputy);
      else {
        this.#list(row, base);
        this.#list(row, own);
        this.#list(row, singular);
        if (base && (own || singular)) this.#bases[word] = base;
      }
    for (let i = 0; i < width; i++) this.bits[row + i] ^= negated[i];
    for (const { test, relations } of bare)
      for (const relation of relations)
        if (this.#graph.has(word, relation)) this.bits[row + (test >> 5)] &= ~(1 << test);
  }
  #list(row: number, number: number): void {
    const { width, ofWord } = this.#tests;
    if (number) for (let i = 0; i < width; i++) this.bits[row + i] |= ofWord[number * width + i];
  }
}
