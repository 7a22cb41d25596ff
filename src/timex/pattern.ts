/**
 * Patterns over atoms, written like the phrase they match: `the? <direction> <count>? <units>`.
 *
 * Elements stand apart by spaces: a word or sign for itself, `<class>` for a word of a class or a term (`terms.ts`), `<class:name>` to give
 * it another name, `( a | b )` for alternatives, `~` where no space may be, `!x` for what must not follow, `[` and `]` around what the
 * expression covers when the pattern also looks at words beside it. `?` behind an element or a closing bracket makes it optional.
 * The first alternative that fits is taken and never taken back, so that a match costs no more than the pattern is long.
 */
import type { Atoms } from './atoms.ts';
import { NONE, OTHER, type Vocabulary } from './vocabulary.ts';

/** One try of a pattern: what it has captured so far, as a stack, so that a failed branch leaves nothing behind. */
export class Trial {
  readonly names: string[] = [];
  readonly values: number[] = [];
  /** How much of the stack counts. */
  depth = 0;
  readonly atoms: Atoms;
  /** The value of the term that has just matched. */
  value = 0;
  constructor(atoms: Atoms) {
    this.atoms = atoms;
  }
  keep(name: string, value: number): void {
    this.names[this.depth] = name;
    this.values[this.depth++] = value;
  }
}

/** Tries to match from an atom on. Gives the atom behind the match, or -1. */
export type Matcher = (trial: Trial, at: number) => number;
export interface Node {
  readonly match: Matcher;
  /**
   * Without a text: how far it may come in two atoms of which only the numbers are known, from the first on (0), the second
   * (1) or behind both (2). A set of such places as bits; never too few, so that a rule without any needs no trial.
   */
  readonly reach: (first: number, second: number, from: number) => number;
}
/**
 * The reach of what begins with one of a set of words, and goes on with one of another (by the number of the first).
 */
export const reachOf =
  (starts: (id: number) => boolean, goesOn: (first: number, second: number) => boolean): Node['reach'] =>
  (first, second, from) => {
    if (from === 2) return PAST;
    if (!starts(from === 0 ? first : second)) return 0;
    if (from === 1) return PAST;
    return second > OTHER && goesOn(first, second) ? SECOND | PAST : SECOND;
  };
const alone = (): boolean => false;
const SECOND = 2;
const PAST = 4;
export type Terms = ReadonlyMap<string, Node>;

export function compile(pattern: string, vocabulary: Vocabulary, terms: Terms): Node {
  const parts = pattern.split(/\s+/).filter(Boolean);
  let next = 0;
  const alternatives = (): Node => {
    const options: Node[] = [];
    do options.push(series());
    while (parts[next] === '|' && ++next);
    return options.length === 1 ? options[0] : choice(options);
  };
  const series = (): Node => {
    const nodes: Node[] = [];
    while (next < parts.length && parts[next] !== '|' && !/^\)\??$/.test(parts[next])) nodes.push(element());
    return sequence(nodes);
  };
  const element = (): Node => {
    const part = parts[next++];
    if (part === '(') {
      const inner = alternatives();
      if (!/^\)\??$/.test(parts[next] ?? '')) throw new SyntaxError(`"${pattern}": a bracket is not closed`);
      return parts[next++] === ')?' ? optional(inner) : inner;
    }
    if (part === '[' || part === ']') return mark(part);
    if (part === '~') return GLUED;
    if (part.length > 1 && part.startsWith('!')) return not(single(part.slice(1)));
    return part.length > 1 && part.endsWith('?') ? optional(single(part.slice(0, -1))) : single(part);
  };
  const single = (part: string): Node => {
    const named = /^<([a-z]+)(?::([a-z]+))?>$/.exec(part);
    if (!named) return word(vocabulary.add(part));
    const [, what, name = what] = named;
    const term = terms.get(what);
    if (term) return capture(term, name);
    if (!vocabulary.has(what)) throw new SyntaxError(`"${pattern}": "${what}" is no class and no term`);
    return capture(classNode(vocabulary, what), name);
  };
  const whole = alternatives();
  if (next < parts.length) throw new SyntaxError(`"${pattern}": "${parts[next]}" is one too many`);
  return whole;
}

const word = (wanted: number): Node => ({
  match: ({ atoms }, at) => (at < atoms.length && atoms.id[at] === wanted ? at + 1 : -1),
  reach: reachOf((id) => id === wanted, alone),
});

/** A word of a class; its value is the word's. */
export function classNode(vocabulary: Vocabulary, name: string): Node {
  let column: Int32Array | undefined;
  const valueIn = (id: number): number => {
    column ??= vocabulary.column(name);
    return column[id] ?? NONE;
  };
  return {
    match: (trial, at) => {
      if (at >= trial.atoms.length) return -1;
      const value = valueIn(trial.atoms.id[at]);
      if (value === NONE) return -1;
      trial.value = value;
      return at + 1;
    },
    reach: reachOf((id) => valueIn(id) !== NONE, alone),
  };
}

const capture = (node: Node, name: string): Node => ({
  match: (trial, at) => {
    const end = node.match(trial, at);
    if (end >= 0) trial.keep(name, trial.value);
    return end;
  },
  reach: node.reach,
});

const sequence = (nodes: readonly Node[]): Node => ({
  match: (trial, at) => {
    const { depth } = trial;
    let to = at;
    for (const node of nodes) {
      to = node.match(trial, to);
      if (to < 0) {
        trial.depth = depth;
        return -1;
      }
    }
    return to;
  },
  reach: (first, second, from) => {
    let places = 1 << from;
    for (const node of nodes) {
      let next = 0;
      for (let place = 0; place <= 2; place++) if (places & (1 << place)) next |= node.reach(first, second, place);
      places = next;
    }
    return places;
  },
});

const choice = (nodes: readonly Node[]): Node => ({
  match: (trial, at) => {
    for (const node of nodes) {
      const end = node.match(trial, at);
      if (end >= 0) return end;
    }
    return -1;
  },
  reach: (first, second, from) => nodes.reduce((places, node) => places | node.reach(first, second, from), 0),
});

const optional = (node: Node): Node => ({
  match: (trial, at) => {
    const end = node.match(trial, at);
    return end < 0 ? at : end;
  },
  reach: (first, second, from) => node.reach(first, second, from) | (1 << from),
});

const nothing = (match: Matcher): Node => ({ match, reach: (_first, _second, from) => 1 << from });
const not = (node: Node): Node =>
  nothing((trial, at) => {
    const { depth } = trial;
    const end = node.match(trial, at);
    trial.depth = depth;
    return end < 0 ? at : -1;
  });
const mark = (name: string): Node =>
  nothing((trial, at) => {
    trial.keep(name, at);
    return at;
  });
const GLUED = nothing(({ atoms }, at) => (at < atoms.length && atoms.start[at] === atoms.end[at - 1] ? at : -1));
