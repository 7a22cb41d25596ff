/**
 * The automaton in columns of numbers: a walk reads a few that stand side by side for each state, and touches no object
 * until a rule accepts.
 */
import { ENTITY_KINDS } from '../document/schema.ts';
import {
  type Accept,
  MANY_TYPES,
  type Machine,
  type Onward,
  type Pattern,
  type State,
  type Transition,
} from './machine.ts';
import { TestNumbers } from './passing.ts';

/** What stands where in the row of a state: bits of relations that lead on, as in `RelationBits`, and where in `onwards` the first leads. */
export const UP = 0;
export const DOWN = 3;
export const LOW = 0;
export const HIGH = 1;
export const NEXT = 2;
/** Its accepts, first to last. */
export const ACCEPTS = 6;
export const ACCEPTS_END = 7;
export const STATE = 8;
/** In the row of an onward: its transitions for edges with any word, and its words. */
export const ANY = 0;
export const ANY_END = 1;
export const WORDS = 2;
export const WORDS_END = 3;
export const ONWARD = 4;
/** In the row of a transition: the types of mention that a path through it may start from, the number of its test, the state. */
export const TYPES = 0;
export const TEST = 1;
export const TO = 2;
export const TRANSITION = 3;

/** In the row of an accept: the types that its ends take, of any kind and of some kinds, and whether both may be one entity. */
export const FROM = 0;
export const INTO = 2;
export const OF_ANY = 0;
export const OF_SOME = 1;
export const COREFERENT = 4;
export const ACCEPT = 5;

export interface Layout extends Pick<Machine, 'types'> {
  /** The bits of `types` by `numberOfType`; 0 for the rest. */
  readonly bitOfType: Int32Array;
  readonly states: Int32Array;
  readonly onwards: Int32Array;
  readonly transitions: Int32Array;
  /** Words that edges of an onward may have, sorted, and where the transitions of each begin; they end where those of the next do. */
  readonly edgeWords: Int32Array;
  readonly ofEdgeWord: Int32Array;
  readonly accepts: readonly Accept[];
  readonly ends: Int32Array;
  readonly tests: TestNumbers['list'];
  /** How many tests paths start with, those of the first numbers: where the transitions of each begin, and where all end. */
  readonly startTests: number;
  readonly starts: Int32Array;
  /** The types of mention that any path starts from. */
  readonly startTypes: number;
  /** The most steps of a path. */
  readonly depth: number;
}

/** The bits of relations, those below 32 and those from there on. */
function maskOf(relations: Iterable<number>): [low: number, high: number] {
  let low = 0;
  let high = 0;
  for (const relation of relations)
    if (relation < 32) low |= 1 << relation;
    else high |= 1 << relation;
  return [low, high];
}

function typesOf(patterns: readonly Pattern[], types: Machine['types']): [any: number, some: number] {
  let any = 0;
  let some = 0;
  for (const { type, kind } of patterns) {
    const bit = types.get(type) ?? 0;
    if (kind === undefined && bit !== MANY_TYPES) any |= bit;
    else some |= bit;
  }
  return [any, some];
}

export function layoutOf(machine: Machine): Layout {
  const { types } = machine;
  const tests = new TestNumbers();
  /** States by their numbers, and how deep each lies. */
  const known: { readonly state: State; readonly depth: number }[] = [];
  const numbers = new Map<State, number>();
  const states: number[] = [];
  const onwards: number[] = [];
  const transitions: number[] = [];
  const edgeWords: number[] = [];
  const ofEdgeWord: number[] = [];
  const accepts: Accept[] = [];
  const ends: number[] = [];

  const addTransitions = (list: readonly Transition[], depth: number): void => {
    for (const { test, state } of list) {
      // several labels of a step lead to one state
      if (!numbers.has(state)) numbers.set(state, known.push({ state, depth }) - 1);
      transitions.push(state.types, tests.of(test), numbers.get(state) as number);
    }
  };
  const count = (): number => transitions.length / TRANSITION;
  const addOnward = ({ any, byWord }: Onward, depth: number): void => {
    const words = edgeWords.length;
    for (const [word, list] of [...byWord].sort(([a], [b]) => a - b)) {
      edgeWords.push(word);
      ofEdgeWord.push(count());
      addTransitions(list, depth);
    }
    const from = count();
    addTransitions(any, depth);
    onwards.push(from, count(), words, edgeWords.length);
  };
  const addState = ({ up, down, accepts: own }: State, depth: number): void => {
    const at = onwards.length / ONWARD;
    states.push(...maskOf(up.keys()), at, ...maskOf(down.keys()), at + up.size);
    states.push(accepts.length, accepts.length + own.length);
    for (const a of own) {
      accepts.push(a);
      ends.push(...typesOf(a.from, types), ...typesOf(a.to, types), a.coreferent ? 1 : 0);
    }
    for (const edges of [up, down])
      for (const [, onward] of [...edges].sort(([a], [b]) => a - b)) addOnward(onward, depth + 1);
  };

  // the tests of the starts get the first numbers, and among them those that list no word
  const listing = ({ test }: Transition): boolean => !!test && !test.negated && !test.pos;
  const inOrder = [...machine.starts].sort((a, b) => Number(listing(a)) - Number(listing(b)));
  const byTest: Transition[][] = [[]];
  for (const start of inOrder) (byTest[tests.of(start.test)] ??= []).push(start);
  const starts: number[] = [];
  for (const list of byTest) {
    starts.push(count());
    addTransitions(list, 0);
  }
  starts.push(count());
  let depth = 0;
  for (let s = 0; s < known.length; s++) {
    addState(known[s].state, known[s].depth);
    depth = Math.max(depth, known[s].depth);
  }

  return {
    types,
    bitOfType: Int32Array.from(['', ...Object.keys(ENTITY_KINDS)], (type) => types.get(type) ?? 0),
    states: Int32Array.from(states),
    onwards: Int32Array.from(onwards),
    transitions: Int32Array.from(transitions),
    edgeWords: Int32Array.from(edgeWords),
    ofEdgeWord: Int32Array.from(ofEdgeWord),
    accepts,
    ends: Int32Array.from(ends),
    tests: tests.list,
    startTests: byTest.length,
    starts: Int32Array.from(starts),
    startTypes: machine.starts.reduce((all, { state }) => all | state.types, 0),
    depth,
  };
}
