/** Walks the automaton of the rules over a document's graph, from each mention's head to those of others. */

import type { Columns } from '../document/columns.ts';
import { numberOfType } from '../document/entityType.ts';
import type { Layers } from '../document/layers.ts';
import { DEP } from '../document/ud.ts';
import { wordSet } from '../gazetteer/wordMap.ts';
import type { Clusters } from '../perceptron/index.ts';
import { type Graph, type RelationBits, relationOf, wordOf } from './graph.ts';
import {
  ACCEPT,
  ACCEPTS,
  ACCEPTS_END,
  ANY,
  ANY_END,
  COREFERENT,
  DOWN,
  FROM,
  HIGH,
  INTO,
  type Layout,
  LOW,
  layoutOf,
  NEXT,
  OF_ANY,
  OF_SOME,
  ONWARD,
  STATE,
  TEST,
  TO,
  TRANSITION,
  TYPES,
  UP,
  WORDS,
  WORDS_END,
} from './layout.ts';
import type { Accept, Machine } from './machine.ts';
import { Passing } from './passing.ts';

export type Read = Pick<Layers, 'tokens' | 'tags' | 'tree' | 'mentions' | 'chains' | 'entities'>;

/** A rule that holds between two mentions; `start` to `end` are the characters of the two and of the words between which it went. */
export interface Found {
  readonly accept: Accept;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const NEGATIONS = wordSet(['not', "n't", 'never', 'no', 'neither', 'nor']);

/** Marks words under a negation: no path leads on through them. "The group is not linked to Iran." */
function markNegated({ tokens, tree }: Read, negated: Int32Array): void {
  for (let i = 0; i < tokens.length; i++)
    if (tree.head[i] >= 0 && (tree.dep[i] === DEP.advmod || tree.dep[i] === DEP.det) && NEGATIONS.has(tokens.lower[i]))
      negated[tree.head[i]] = 1;
}

/** How many bits are set. */
function count(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Finds what the rules find in one document after the other. */
export class Walk {
  readonly #layout: Layout;
  readonly #passing: Passing;
  /** The words between the mention that the walk started from and the word that it has reached. */
  readonly #way: Int32Array;
  #length = 0;
  #start = 0;
  #type = 0;
  #layers!: Read;
  #graph!: Graph;
  #entityOf!: Int32Array;
  #negated!: Int32Array;
  /** The first mention that each word heads, the widest, and behind each mention the next with its head: -1 for none. */
  #headed!: Int32Array;
  #next!: Int32Array;
  /** The bit of each mention's type. */
  #types!: Int32Array;
  #found: Found[] = [];

  constructor(machine: Machine, clusters: Clusters) {
    this.#layout = layoutOf(machine);
    this.#passing = new Passing(this.#layout.tests, [...machine.words.keys()], clusters);
    this.#way = new Int32Array(this.#layout.depth);
  }

  /** Everything that the rules find, in the order of the mentions. */
  over(layers: Read, graph: Graph, entityOf: Int32Array, columns: Columns): readonly Found[] {
    const { tokens, mentions } = layers;
    this.#layers = layers;
    this.#graph = graph;
    this.#entityOf = entityOf;
    this.#found = [];
    this.#passing.open(layers, graph, columns);
    this.#negated = columns.of(tokens.length, 0);
    markNegated(layers, this.#negated);
    this.#headed = columns.of(tokens.length, -1);
    this.#next = columns.of(mentions.length, -1);
    this.#types = columns.of(mentions.length, 0);
    for (let m = mentions.length - 1; m >= 0; m--) {
      const { head, type } = mentions[m];
      this.#next[m] = this.#headed[head];
      this.#headed[head] = m;
      this.#types[m] = this.#layout.bitOfType[numberOfType(type)] || (this.#layout.types.get(type) ?? 0);
    }
    for (let m = 0; m < mentions.length; m++)
      if (this.#types[m] & this.#layout.startTypes) this.#from(m, mentions[m].head);
    return this.#found;
  }

  #from(mention: number, head: number): void {
    this.#start = mention;
    this.#type = this.#types[mention];
    const row = this.#passing.rowOf(head);
    const many = Math.ceil(this.#layout.startTests / 32);
    // what the base form starts comes before what the word itself does
    for (let i = 0; i < many; i++) this.#startBy(head, i, this.#passing.bits[row + i] & this.#passing.ofBase(head, i));
    for (let i = 0; i < many; i++) this.#startBy(head, i, this.#passing.bits[row + i] & ~this.#passing.ofBase(head, i));
  }
  /** @param tests the bits of those of 32 that the word passes */
  #startBy(word: number, at: number, tests: number): void {
    const { startTests, starts, transitions } = this.#layout;
    // the lowest bit is taken away each time
    for (let left = tests; left; left &= left - 1) {
      const test = 32 * at + 31 - Math.clz32(left & -left);
      if (test >= startTests) return;
      for (let t = starts[test] * TRANSITION; t < starts[test + 1] * TRANSITION; t += TRANSITION)
        if (transitions[t + TYPES] & this.#type) this.#visit(word, transitions[t + TO]);
    }
  }

  #visit(word: number, state: number): void {
    const { states } = this.#layout;
    const at = state * STATE;
    if (this.#headed[word] >= 0)
      for (let a = states[at + ACCEPTS]; a < states[at + ACCEPTS_END]; a++) this.#accept(word, a);
    if (this.#length && this.#negated[word]) return;
    const graph = this.#graph;
    if (this.#leads(graph.upward, word, at + UP))
      for (let e = graph.up[word]; e >= 0; e = graph.nextUp[e])
        this.#follow(graph.governor[e], graph.label[e], at + UP);
    if (this.#leads(graph.downward, word, at + DOWN))
      for (let e = graph.down[word]; e >= 0; e = graph.nextDown[e])
        this.#follow(graph.dependent[e], graph.label[e], at + DOWN);
  }
  /** Whether any of a word's edges leads on. */
  #leads({ low, high }: RelationBits, word: number, fan: number): boolean {
    const { states } = this.#layout;
    return ((states[fan + LOW] & low[word]) | (states[fan + HIGH] & high[word])) !== 0;
  }

  /** @param fan where the state's edges of one direction stand */
  #follow(word: number, label: number, fan: number): void {
    const { states, onwards } = this.#layout;
    const relation = relationOf(label);
    const bit = 1 << relation;
    const low = states[fan + LOW];
    const high = states[fan + HIGH];
    if (!((relation < 32 ? low : high) & bit)) return;
    const before = relation < 32 ? count(low & (bit - 1)) : count(low) + count(high & (bit - 1));
    const at = (states[fan + NEXT] + before) * ONWARD;
    const linking = wordOf(label);
    if (linking) this.#stepBy(word, linking, at);
    if (onwards[at + ANY] < onwards[at + ANY_END]) this.#step(word, onwards[at + ANY], onwards[at + ANY_END]);
  }
  /** Steps on where an edge with a certain word leads. */
  #stepBy(word: number, linking: number, onward: number): void {
    const { onwards, edgeWords, ofEdgeWord } = this.#layout;
    let low = onwards[onward + WORDS];
    let high = onwards[onward + WORDS_END];
    const end = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edgeWords[middle] < linking) low = middle + 1;
      else high = middle;
    }
    if (low < end && edgeWords[low] === linking)
      this.#step(word, ofEdgeWord[low], low + 1 < end ? ofEdgeWord[low + 1] : onwards[onward + ANY]);
  }

  #step(word: number, first: number, last: number): void {
    const { transitions } = this.#layout;
    this.#way[this.#length++] = word;
    for (let t = first * TRANSITION; t < last * TRANSITION; t += TRANSITION)
      if (transitions[t + TYPES] & this.#type && this.#passes(word, transitions[t + TEST]))
        this.#visit(word, transitions[t + TO]);
    this.#length--;
  }
  #passes(word: number, test: number): boolean {
    if (test === 0) return true;
    return ((this.#passing.bits[this.#passing.rowOf(word) + (test >> 5)] >>> test) & 1) === 1;
  }

  #accept(word: number, number: number): void {
    const at = number * ACCEPT;
    if (!this.#fits(number, at + FROM, this.#start)) return;
    const isCoreferent = this.#layout.ends[at + COREFERENT] === 1;
    let target = this.#headed[word];
    while (target >= 0 && !(this.#fits(number, at + INTO, target) && this.#mayPair(target, isCoreferent)))
      target = this.#next[target];
    if (target < 0) return;
    const { tokens, mentions } = this.#layers;
    let start = Math.min(mentions[this.#start].start, mentions[target].start);
    let end = Math.max(mentions[this.#start].end, mentions[target].end);
    for (let i = 0; i < this.#length - 1; i++) {
      start = Math.min(start, tokens.start[this.#way[i]]);
      end = Math.max(end, tokens.end[this.#way[i]]);
    }
    this.#found.push({ accept: this.#layout.accepts[number], from: this.#start, to: target, start, end });
  }

  #mayPair(m: number, isCoreferent: boolean): boolean {
    const { mentions } = this.#layers;
    const a = mentions[this.#start];
    const b = mentions[m];
    // of two mentions with one head only the wider is said to hold the narrower
    if (m === this.#start || (a.head === b.head && m < this.#start)) return false;
    const same = this.#entityOf[m] === this.#entityOf[this.#start];
    if (!isCoreferent) return !same;
    // "the Islamic Revolutionary Guard Corps (IRGC)": what the text says holds even where nothing has tied the two together yet
    const alike = a.type === b.type && (a.type !== 'place' || (a.kind === 'facility' && b.kind === 'facility'));
    return (same || alike) && a.level === 'name' && b.level === 'name';
  }

  /** Whether a mention may stand at one end of what a rule accepts. @param end where the types of that end stand */
  #fits(accept: number, end: number, m: number): boolean {
    const { ends, accepts } = this.#layout;
    const bit = this.#types[m];
    if (ends[end + OF_ANY] & bit) return true;
    if (!(ends[end + OF_SOME] & bit)) return false;
    const mention = this.#layers.mentions[m];
    const kind = mention.kind ?? this.#layers.entities[this.#entityOf[m]]?.kind;
    const patterns = end % ACCEPT === FROM ? accepts[accept].from : accepts[accept].to;
    for (const p of patterns)
      if (p.type === mention.type && (p.kind === undefined || p.kind === kind || p.kind === mention.actsAs))
        return true;
    return false;
  }
}
