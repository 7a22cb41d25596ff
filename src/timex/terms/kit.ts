/** What terms are written with: words by number, their values in a class, the characters of an atom. */
import { type Matcher, type Node, reachOf, type Trial } from '../trial.ts';
import { DECIMAL, DIGITS, GROUPED, NONE, type Vocabulary } from '../vocabulary.ts';

/** The count of "several", "a few", "many": not known. */
export const VAGUE = -1;

export type Terms = [name: string, node: Node][];

export class Kit {
  readonly vocabulary: Vocabulary;
  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }
  ids<const W extends readonly string[]>(...words: W): { [K in keyof W]: number } {
    return words.map((word) => this.vocabulary.add(word)) as { [K in keyof W]: number };
  }
  /** From a word's number to its value in a class; `NONE` for what is not in it. */
  values(className: string): (id: number) => number {
    let column: Int32Array | undefined;
    return (id) => {
      column ??= this.vocabulary.column(className);
      return id < 0 ? NONE : (column[id] ?? NONE);
    };
  }
}

/** @param goesOn whether a term of several atoms may go on with a second word; never, when it isn't given. */
export const term = (
  starts: (id: number) => boolean,
  match: Matcher,
  goesOn: (first: number, second: number) => boolean = () => false,
): Node => ({ match, reach: reachOf(starts, goesOn) });

export const idAt = ({ atoms }: Trial, at: number): number => (at >= 0 && at < atoms.length ? atoms.id[at] : -1);
export const digitsAt = ({ atoms }: Trial, at: number): string => atoms.text.slice(atoms.start[at], atoms.end[at]);
export const lengthAt = ({ atoms }: Trial, at: number): number => atoms.end[at] - atoms.start[at];
/** Whether no space stands between an atom and the one in front of it. */
export const glued = ({ atoms }: Trial, at: number): boolean =>
  at > 0 && at < atoms.length && atoms.start[at] === atoms.end[at - 1];
export const isDigits = ({ atoms }: Trial, at: number): boolean => at < atoms.length && atoms.id[at] === DIGITS;
export const isNumeral = (id: number): boolean => id === DIGITS || id === GROUPED || id === DECIMAL;
export function isCapital({ atoms }: Trial, at: number): boolean {
  const code = atoms.text.charCodeAt(atoms.start[at]);
  return code >= 65 && code <= 90;
}
/** The number that digits from an atom on spell. */
export function digitValue({ atoms }: Trial, at: number): number {
  let value = 0;
  for (let i = atoms.start[at]; i < atoms.end[at]; i++) value = value * 10 + atoms.text.charCodeAt(i) - 48;
  return value;
}
export function done(trial: Trial, value: number, end: number): number {
  trial.value = value;
  return end;
}
/** What glued to a number makes it no day: "30mm", "10:30", "5%". */
export function hasTail(trial: Trial, at: number): boolean {
  if (!glued(trial, at)) return false;
  const { atoms } = trial;
  const code = atoms.text.charCodeAt(atoms.start[at]);
  const next = atoms.text.charCodeAt(atoms.end[at]);
  return (code === 58 && next >= 48 && next <= 57) || code === 37 || (code >= 65 && code <= 122);
}
