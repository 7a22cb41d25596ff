/**
 * A document's words as a graph with labelled edges: what paths walk over. An edge runs from a dependent up to its
 * governor; its label holds a relation ("obl") and the word that goes with it, such as the preposition "in".
 */
import { Columns } from '../document/columns.ts';
import { DEPRELS } from '../document/ud.ts';

/** Relations that the graph has beside those of Universal Dependencies: see `surface.ts` and `tree.ts`. */
const OWN = [
  'inside',
  'through',
  'same',
  'comma',
  'bracket',
  'title',
  'copula',
  'before',
  'next',
  'fronted',
  'again',
] as const;
export type Own = (typeof OWN)[number];

const RELATIONS: readonly string[] = [...DEPRELS, ...OWN];
const ids = new Map(RELATIONS.map((name, i) => [name, i]));
/** `REL.inside` is the number of one of the graph's own relations; those of the tree keep their numbers (`DEP`). */
export const REL = Object.fromEntries(OWN.map((name) => [name, ids.get(name)])) as Record<Own, number>;

/** Whether a relation is one of the tree's, not one that the order of words gives. */
export const isOfTree = (relation: number): boolean => relation < DEPRELS.length;
const isNesting = (relation: number): boolean =>
  relation === REL.inside || relation === REL.through || relation === REL.same;
/** Their bits: they come behind the tree's, so that they are among the higher ones. */
const NESTED = (1 << REL.inside) | (1 << REL.through) | (1 << REL.same);
/** A label's lower bits are the word, the others the relation. */
const WORD_BITS = 12;
export const label = (relation: number, word: number): number => (relation << WORD_BITS) | word;
export const relationOf = (edgeLabel: number): number => edgeLabel >> WORD_BITS;
export const wordOf = (edgeLabel: number): number => edgeLabel & OTHER_WORD;

/** A preposition that no rule speaks of: "hijacked it despite the warships" has no warships for an object. */
export const OTHER_WORD = (1 << WORD_BITS) - 1;

/** The prepositions and linking words that rules speak of, as numbers; all others are 0. */
export type Vocabulary = Map<string, number>;

/**
 * The number of a label in a path: "obj", "nmod:poss", "nmod:in". New words are added to the vocabulary.
 * @throws SyntaxError when there is no such relation.
 */
export function labelNamed(name: string, vocabulary: Vocabulary): number {
  const whole = ids.get(name);
  if (whole !== undefined) return label(whole, 0);
  const colon = name.lastIndexOf(':');
  const relation = ids.get(name.slice(0, colon));
  if (relation === undefined) throw new SyntaxError(`no relation "${name}" among ${RELATIONS.join(', ')}`);
  const word = name.slice(colon + 1);
  if (!vocabulary.has(word)) vocabulary.set(word, vocabulary.size + 1);
  return label(relation, vocabulary.get(word) as number);
}

const NONE: readonly number[] = [];
/** The edges of a word that lead up, or down, by their relations: a bit each, those below 32 and those from there on. */
export interface RelationBits {
  readonly low: Int32Array;
  readonly high: Int32Array;
}
const HALF = 32;
function addRelation({ low, high }: RelationBits, word: number, relation: number): void {
  if (relation < HALF) low[word] |= 1 << relation;
  else high[word] |= 1 << (relation - HALF);
}
const hasRelation = ({ low, high }: RelationBits, word: number, relation: number): boolean =>
  (((relation < HALF ? low[word] : high[word]) >>> relation) & 1) === 1;

export class Graph {
  /** How many edges there are. The columns of edges have room for more. */
  size = 0;
  dependent: Int32Array;
  governor: Int32Array;
  label: Int32Array;
  /** The next edge of the same dependent, of the same governor; -1 behind the last. */
  nextUp: Int32Array;
  nextDown: Int32Array;
  /** A word's first edge up to a governor, and down to a dependent; -1 when it has none. */
  up: Int32Array = new Int32Array(0);
  down: Int32Array = this.up;
  upward: RelationBits = { low: this.up, high: this.up };
  downward: RelationBits = this.upward;
  readonly #columns = new Columns();

  constructor(words = 0) {
    const room = 2 * words + 8;
    this.dependent = new Int32Array(room);
    this.governor = new Int32Array(room);
    this.label = new Int32Array(room);
    this.nextUp = new Int32Array(room);
    this.nextDown = new Int32Array(room);
    this.reset(words);
  }

  /** Takes out all edges, for a document of as many words. */
  reset(words: number): void {
    const columns = this.#columns;
    columns.reset();
    this.size = 0;
    this.up = columns.of(words, -1);
    this.down = columns.of(words, -1);
    this.upward = { low: columns.of(words, 0), high: columns.of(words, 0) };
    this.downward = { low: columns.of(words, 0), high: columns.of(words, 0) };
  }

  add(dependent: number, governor: number, edgeLabel: number): void {
    if (this.size === this.label.length) this.#grow();
    const edge = this.size++;
    this.dependent[edge] = dependent;
    this.governor[edge] = governor;
    this.label[edge] = edgeLabel;
    this.nextUp[edge] = this.up[dependent];
    this.nextDown[edge] = this.down[governor];
    this.up[dependent] = edge;
    this.down[governor] = edge;
    addRelation(this.upward, dependent, relationOf(edgeLabel));
    addRelation(this.downward, governor, relationOf(edgeLabel));
  }

  #grow(): void {
    for (const column of ['dependent', 'governor', 'label', 'nextUp', 'nextDown'] as const) {
      const wider = new Int32Array(2 * this.size);
      wider.set(this[column]);
      this[column] = wider;
    }
  }

  /** Whether the one stands inside the other, as the words' order says. */
  nested(dependent: number, governor: number): boolean {
    if (!(this.upward.high[dependent] & NESTED)) return false;
    for (let e = this.up[dependent]; e >= 0; e = this.nextUp[e])
      if (this.governor[e] === governor && isNesting(relationOf(this.label[e]))) return true;
    return false;
  }

  /** Whether a word has a dependent in one relation. */
  has(governor: number, relation: number): boolean {
    return hasRelation(this.downward, governor, relation);
  }

  /** The last dependent of a word in one relation to it that stands before another word; -1 when there is none. */
  dependentBefore(governor: number, relation: number, before: number): number {
    if (!this.has(governor, relation)) return -1;
    for (let e = this.down[governor]; e >= 0; e = this.nextDown[e])
      if (relationOf(this.label[e]) === relation && this.dependent[e] < before) return this.dependent[e];
    return -1;
  }

  /** The dependents of a word that stand in one relation to it, the last first. */
  dependents(governor: number, relation: number): readonly number[] {
    if (!this.has(governor, relation)) return NONE;
    const found: number[] = [];
    this.addDependents(governor, relation, found);
    return found;
  }
  /** Adds them to others. */
  addDependents(governor: number, relation: number, found: number[]): void {
    if (!this.has(governor, relation)) return;
    for (let e = this.down[governor]; e >= 0; e = this.nextDown[e])
      if (relationOf(this.label[e]) === relation) found.push(this.dependent[e]);
  }
}
