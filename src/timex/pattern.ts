/**
 * Patterns over atoms, written like the phrase they match: `the? <direction> <count>? <units>`.
 *
 * Elements stand apart by spaces: a word or sign for itself, `<class>` for a word of a class or a term (`terms.ts`), `<class:name>` to give
 * it another name, `( a | b )` for alternatives, `~` where no space may be, `!x` for what must not follow, `[` and `]` around what the
 * expression covers when the pattern also looks at words beside it. `?` behind an element or a closing bracket makes it optional.
 * The first alternative that fits is taken and never taken back, so that a match costs no more than the pattern is long.
 */
import type { Atoms } from './atoms.ts';
import { NONE, type Vocabulary } from './vocabulary.ts';

/** One try of a pattern: what it has captured so far, as a stack, so that a failed branch leaves nothing behind. */
export class Trial {
  readonly names: string[] = [];
  readonly values: number[] = [];
  readonly atoms: Atoms;
  /** The value of the term that has just matched. */
  value = 0;
  constructor(atoms: Atoms) {
    this.atoms = atoms;
  }
  keep(name: string, value: number): void {
    this.names.push(name);
    this.values.push(value);
  }
  dropTo(depth: number): void {
    this.names.length = depth;
    this.values.length = depth;
  }
}

/** Tries to match from an atom on. Gives the atom behind the match, or -1. */
export type Matcher = (trial: Trial, at: number) => number;
export interface Node {
  readonly match: Matcher;
  /** Whether it may begin with a word. */
  readonly starts: (id: number) => boolean;
  /** Whether it may match nothing. */
  readonly empty: boolean;
}
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
  starts: (id) => id === wanted,
  empty: false,
});

/** A word of a class; its value is the word's. */
export function classNode(vocabulary: Vocabulary, name: string): Node {
  let column: Int32Array | undefined;
  const valueOf = (id: number): number => (column ??= vocabulary.column(name))[id] ?? NONE;
  return {
    match: (trial, at) => {
      if (at >= trial.atoms.length) return -1;
      const value = valueOf(trial.atoms.id[at]);
      if (value === NONE) return -1;
      trial.value = value;
      return at + 1;
    },
    starts: (id) => valueOf(id) !== NONE,
    empty: false,
  };
}

const capture = (node: Node, name: string): Node => ({
  ...node,
  match: (trial, at) => {
    const end = node.match(trial, at);
    if (end >= 0) trial.keep(name, trial.value);
    return end;
  },
});

const sequence = (nodes: readonly Node[]): Node => ({
  match: (trial, at) => {
    const depth = trial.names.length;
    let to = at;
    for (const node of nodes) {
      to = node.match(trial, to);
      if (to < 0) {
        trial.dropTo(depth);
        return -1;
      }
    }
    return to;
  },
  starts: (id) => {
    for (const node of nodes) {
      if (node.starts(id)) return true;
      if (!node.empty) return false;
    }
    return false;
  },
  empty: nodes.every((node) => node.empty),
});

const choice = (nodes: readonly Node[]): Node => ({
  match: (trial, at) => {
    for (const node of nodes) {
      const end = node.match(trial, at);
      if (end >= 0) return end;
    }
    return -1;
  },
  starts: (id) => nodes.some((node) => node.starts(id)),
  empty: nodes.some((node) => node.empty),
});

const optional = (node: Node): Node => ({
  match: (trial, at) => {
    const end = node.match(trial, at);
    return end < 0 ? at : end;
  },
  starts: node.starts,
  empty: true,
});

const nothing = (match: Matcher): Node => ({ match, starts: () => false, empty: true });
const not = (node: Node): Node =>
  nothing((trial, at) => {
    const depth = trial.names.length;
    const end = node.match(trial, at);
    trial.dropTo(depth);
    return end < 0 ? at : -1;
  });
const mark = (name: string): Node =>
  nothing((trial, at) => {
    trial.keep(name, at);
    return at;
  });
const GLUED = nothing(({ atoms }, at) => (at < atoms.length && atoms.start[at] === atoms.end[at - 1] ? at : -1));
