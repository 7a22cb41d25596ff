/** What matching works on: a try of a pattern, and the terms that patterns are made of. */
import { type Atoms, emptyAtoms } from './atoms.ts';
import { OTHER } from './vocabulary.ts';

/** Tries of patterns, one after the other: what one has captured so far, as a stack, so that a failed branch leaves nothing behind. */
export class Trial {
  /** Numbers of `Patterns.names`. */
  readonly names: number[] = [];
  readonly values: number[] = [];
  /** How much of the stack counts. */
  depth = 0;
  atoms: Atoms = emptyAtoms();
  /** The value of the term that has just matched. */
  value = 0;
  keep(name: number, value: number): void {
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
export type Terms = ReadonlyMap<string, Node>;

/** Places as bits. */
export const FIRST = 1;
export const SECOND = 2;
export const PAST = 4;

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
