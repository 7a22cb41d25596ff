/**
 * The rules of all relation types as one automaton over edge labels, compiled once: rules that begin alike share their
 * states, so that from a mention only those steps are tried that some rule can go on with.
 */
import type { MentionPattern, RelationRule, RelationTypeDefinition } from '../document/definition.ts';
import { UPOS, type Upos } from '../document/ud.ts';
import { anyWord, labelNamed, relationOf, type Vocabulary } from './graph.ts';
import type { Lists } from './lists.ts';
import { type Path, parsePath, type Step, type WordTest, withoutOptions } from './path.ts';

export interface Accept {
  readonly definition: RelationTypeDefinition;
  readonly rule: RelationRule;
  /** What a relation says of the rule that found it. */
  readonly name: string;
  readonly from: readonly Pattern[];
  readonly to: readonly Pattern[];
}
/** "place/country" read: without a kind, any mention of the type. */
export interface Pattern {
  readonly type: string;
  readonly kind: string | undefined;
}
export interface Test {
  readonly negated: boolean;
  /** Numbers of words, see `Machine.words`. */
  readonly words: ReadonlySet<number>;
  /** Parts of speech: bit `n` stands for number `n` of `UPOS`. */
  readonly pos: number;
  /** Numbers of relations. */
  readonly without: readonly number[];
}
export interface Transition {
  readonly test: Test | undefined;
  readonly state: State;
}
/** Where edges of one relation lead: those with any word, and those with a certain word. */
export interface Onward {
  readonly any: Transition[];
  readonly byWord: Map<number, Transition[]>;
}
/** Which edges of one direction lead on: a bit for each relation, as in `RelationBits`, and where in `next` the first leads. */
export interface Fan {
  readonly low: number;
  readonly high: number;
  readonly at: number;
}
export interface State {
  up: Fan;
  down: Fan;
  /** Where edges lead, those up by their relation and then those down; no more than there are. */
  next: readonly Onward[];
  readonly accepts: Accept[];
  /** The types of mention that a path through this state may start from, see `Machine.types`. */
  types: number;
}
export interface Machine {
  /** Where paths begin that ask for one of some words, by word, and all others. */
  readonly startsBy: ReadonlyMap<number, readonly Transition[]>;
  readonly starts: readonly Transition[];
  readonly vocabulary: Vocabulary;
  /** The words that tests ask for, as numbers above 0. */
  readonly words: ReadonlyMap<string, number>;
  /** The types that paths start from, a bit each; types of one's own may share one, since it only spares steps. */
  readonly types: ReadonlyMap<string, number>;
}

const HALF = 32;
/** How many bits are set. */
function count(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
/** Where an edge leads from a state. */
export function onwardOf({ next }: State, { low, high, at }: Fan, relation: number): Onward | undefined {
  const bit = 1 << relation;
  if (relation < HALF) return low & bit ? next[at + count(low & (bit - 1))] : undefined;
  return high & bit ? next[at + count(low) + count(high & (bit - 1))] : undefined;
}

/**
 * Compiles definitions.
 * @throws SyntaxError that names the relation type and the rule whose path cannot be read.
 */
export function compile(definitions: readonly RelationTypeDefinition[], lists: Lists): Machine {
  const vocabulary: Vocabulary = new Map();
  const words = new Map<string, number>();
  const types = new Map<string, number>();
  const known = new Map<string, State>();
  const starts = new Map<string, Transition>();
  const edges = new Map<State, Edges>();
  for (const definition of definitions)
    for (const rule of definition.rules) {
      try {
        for (const path of withoutOptions(parsePath(rule.path, lists))) add(path, definition, rule);
      } catch (error) {
        throw new SyntaxError(`relation type "${definition.type}", rule "${rule.name}": ${(error as Error).message}`);
      }
    }
  for (const [state, onward] of edges) pack(state, onward);
  return { ...indexed([...starts.values()]), vocabulary, words, types };

  function add(path: Path, definition: RelationTypeDefinition, rule: RelationRule): void {
    let name = nameOf(path.start);
    if (!starts.has(name)) starts.set(name, { test: testOf(path.start, words), state: newState() });
    let { state } = starts.get(name) as Transition;
    const from = patterns(rule.from ?? definition.from);
    const open = (opened: State): void => {
      for (const { type } of from) opened.types |= bitOf(type, types);
    };
    open(state);
    for (const step of path.steps) {
      name = `${name} ${step.up ? '<' : '>'}${step.labels.join('|')} ${nameOf(step.word)}`;
      state = known.get(name) ?? connect(state, step, name);
      open(state);
    }
    state.accepts.push({
      definition,
      rule,
      name: `${definition.type}: ${rule.name}`,
      from,
      to: patterns(rule.to ?? definition.to),
    });
  }

  function onwardFrom(state: State, relation: number, up: boolean): Onward {
    const from = edges.get(state) ?? { up: new Map(), down: new Map() };
    edges.set(state, from);
    const byRelation = up ? from.up : from.down;
    const onward = byRelation.get(relation) ?? { any: [], byWord: new Map() };
    byRelation.set(relation, onward);
    return onward;
  }

  function connect(from: State, step: Step, name: string): State {
    const state = newState();
    known.set(name, state);
    for (const named of step.labels) {
      const edge = labelNamed(named, vocabulary);
      const { any, byWord } = onwardFrom(from, relationOf(edge), step.up);
      const word = edge - anyWord(edge);
      const known = word ? byWord.get(word) : any;
      const transition = { test: testOf(step.word, words), state };
      if (known) known.push(transition);
      else byWord.set(word, [transition]);
    }
    return state;
  }
}

/** Where the edges of a state lead, by relation. */
interface Edges {
  readonly up: Map<number, Onward>;
  readonly down: Map<number, Onward>;
}
function pack(state: State, { up, down }: Edges): void {
  const byRelation = (edges: Map<number, Onward>) => [...edges].sort(([a], [b]) => a - b);
  state.up = fanOf([...up.keys()], 0);
  state.down = fanOf([...down.keys()], up.size);
  state.next = [...byRelation(up), ...byRelation(down)].map(([, onward]) => onward);
}
function fanOf(relations: readonly number[], at: number): Fan {
  const bits = (within: (relation: number) => boolean) =>
    relations.filter(within).reduce((all, relation) => all | (1 << relation), 0);
  return { low: bits((r) => r < HALF), high: bits((r) => r >= HALF), at };
}

function indexed(starts: readonly Transition[]): Pick<Machine, 'starts' | 'startsBy'> {
  const startsBy = new Map<number, Transition[]>();
  const named = (test: Test | undefined): boolean => !!test && !test.negated && !test.pos;
  for (const start of starts)
    if (named(start.test))
      for (const word of start.test?.words ?? []) startsBy.set(word, [...(startsBy.get(word) ?? []), start]);
  return { startsBy, starts: starts.filter(({ test }) => !named(test)) };
}

const patterns = (sources: readonly MentionPattern[]): Pattern[] =>
  sources.map((source) => {
    const [type, kind] = source.split('/');
    return { type, kind };
  });
const NO_FAN: Fan = { low: 0, high: 0, at: 0 };
const newState = (): State => ({
  up: NO_FAN,
  down: NO_FAN,
  next: [],
  accepts: [],
  types: 0,
});
/** A name's number, from 1 on; one that is new gets the next. */
function numbered(name: string, numbers: Map<string, number>): number {
  const number = numbers.get(name) ?? numbers.size + 1;
  numbers.set(name, number);
  return number;
}
const nameOf = (word: WordTest | undefined): string =>
  word ? `{${word.negated ? '!' : ''}${[...word.words, ...word.pos, ...word.without.map((w) => `-${w}`)].join()}}` : '';
function bitOf(type: string, bits: Map<string, number>): number {
  const bit = bits.get(type) ?? 1 << (bits.size % 31);
  bits.set(type, bit);
  return bit;
}
const testOf = (word: WordTest | undefined, words: Map<string, number>): Test | undefined =>
  word && {
    negated: word.negated,
    words: new Set([...word.words].map((w) => numbered(w, words))),
    pos: [...word.pos].reduce((bits, name) => bits | (1 << UPOS.indexOf(name as Upos)), 0),
    without: word.without.map((name) => relationOf(labelNamed(name, new Map()))),
  };
