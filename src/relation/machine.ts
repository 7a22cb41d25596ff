/**
 * The rules of all relation types as one automaton over edge labels, compiled once: rules that begin alike share their
 * states, so that from a mention only those steps are tried that some rule can go on with.
 */
import type { MentionPattern, RelationRule, RelationTypeDefinition } from '../document/definition.ts';
import type { RelationType } from '../document/schema.ts';
import { UPOS, type Upos } from '../document/ud.ts';
import type { Confidences } from '../gazetteer/confidence.ts';
import { labelNamed, relationOf, type Vocabulary, wordOf } from './graph.ts';
import type { Lists } from './lists.ts';
import { type Path, parsePath, type Step, type WordTest, withoutOptions } from './path.ts';

/** What a rule finds: a record of its own, as definitions have hidden classes of many kinds, and fields are read faster of one. */
export interface Accept {
  readonly type: RelationType;
  /** The number of the type, and of those that it excludes. */
  readonly number: number;
  readonly excludes: readonly number[];
  readonly symmetric: boolean;
  readonly coreferent: boolean;
  /** What a relation says of the rule that found it, and how far that is to be trusted. */
  readonly name: string;
  readonly confidence: number | undefined;
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
export interface State {
  /** Where edges lead, by relation. */
  readonly up: Map<number, Onward>;
  readonly down: Map<number, Onward>;
  readonly accepts: Accept[];
  /** The types of mention that a path through this state may start from, see `Machine.types`. */
  types: number;
}
export interface Machine {
  readonly starts: readonly Transition[];
  readonly vocabulary: Vocabulary;
  /** The words that tests ask for, as numbers above 0. */
  readonly words: ReadonlyMap<string, number>;
  /** The types of mention that rules speak of, a bit each; those that are one too many share `MANY_TYPES`. */
  readonly types: ReadonlyMap<string, number>;
}
export const MANY_TYPES = 1 << 31;

/**
 * Compiles definitions.
 * @throws SyntaxError that names the relation type and the rule whose path cannot be read.
 */
export function compile(
  definitions: readonly RelationTypeDefinition[],
  lists: Lists,
  confidences: Confidences = new Map(),
): Machine {
  const numbers = new Map(definitions.map(({ type }, i) => [type, i] as const));
  const vocabulary: Vocabulary = new Map();
  const words = new Map<string, number>();
  const types = new Map<string, number>();
  const known = new Map<string, State>();
  const starts = new Map<string, Transition>();
  const tests = new Map<string, Test | undefined>();
  for (const definition of definitions)
    for (const rule of definition.rules) {
      try {
        for (const path of withoutOptions(parsePath(rule.path, lists))) add(path, definition, rule);
      } catch (error) {
        throw new SyntaxError(`relation type "${definition.type}", rule "${rule.name}": ${(error as Error).message}`);
      }
    }
  return { starts: [...starts.values()], vocabulary, words, types };

  function add(path: Path, definition: RelationTypeDefinition, rule: RelationRule): void {
    let name = nameOf(path.start);
    if (!starts.has(name)) starts.set(name, { test: testNamed(name, path.start), state: newState() });
    let { state } = starts.get(name) as Transition;
    const from = patterns(rule.from ?? definition.from);
    const to = patterns(rule.to ?? definition.to);
    for (const { type } of to) bitOf(type, types);
    const open = (opened: State): void => {
      for (const { type } of from) opened.types |= bitOf(type, types);
    };
    open(state);
    for (const step of path.steps) {
      const test = nameOf(step.word);
      name = `${name} ${step.up ? '<' : '>'}${step.labels.join('|')} ${test}`;
      state = known.get(name) ?? connect(state, step, name, testNamed(test, step.word));
      open(state);
    }
    const { type, symmetric, coreferent, excludes = [] } = definition;
    const named = `${type}: ${rule.name}`;
    state.accepts.push({
      type,
      number: numbers.get(type) ?? -1,
      excludes: excludes.map((other) => numbers.get(other) ?? -1),
      symmetric: symmetric === true,
      coreferent: coreferent === true,
      name: named,
      confidence: confidences.get(named),
      from,
      to,
    });
  }

  function onwardFrom(state: State, relation: number, up: boolean): Onward {
    const byRelation = up ? state.up : state.down;
    const onward = byRelation.get(relation) ?? { any: [], byWord: new Map() };
    byRelation.set(relation, onward);
    return onward;
  }

  /** The test of some words, one record wherever it is asked for. */
  function testNamed(name: string, word: WordTest | undefined): Test | undefined {
    if (!tests.has(name)) tests.set(name, testOf(word, words));
    return tests.get(name);
  }

  function connect(from: State, step: Step, name: string, test: Test | undefined): State {
    const state = newState();
    known.set(name, state);
    for (const named of step.labels) {
      const edge = labelNamed(named, vocabulary);
      const { any, byWord } = onwardFrom(from, relationOf(edge), step.up);
      const word = wordOf(edge);
      const known = word ? byWord.get(word) : any;
      const transition = { test, state };
      if (known) known.push(transition);
      else byWord.set(word, [transition]);
    }
    return state;
  }
}

const patterns = (sources: readonly MentionPattern[]): Pattern[] =>
  sources.map((source) => {
    const [type, kind] = source.split('/');
    return { type, kind };
  });
const newState = (): State => ({ up: new Map(), down: new Map(), accepts: [], types: 0 });
/** A name's number, from 1 on; one that is new gets the next. */
function numbered(name: string, numbers: Map<string, number>): number {
  const number = numbers.get(name) ?? numbers.size + 1;
  numbers.set(name, number);
  return number;
}
const nameOf = (word: WordTest | undefined): string =>
  word ? `{${word.negated ? '!' : ''}${[...word.words, ...word.pos, ...word.without.map((w) => `-${w}`)].join()}}` : '';
function bitOf(type: string, bits: Map<string, number>): number {
  const bit = bits.get(type) ?? (bits.size < 31 ? 1 << bits.size : MANY_TYPES);
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
