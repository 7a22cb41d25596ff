/**
 * Compiled patterns, all of them in one column of small integers: most tries of a pattern fail within a word or two, and the
 * few numbers that such a try reads are in the cache, where a tree of closures for each pattern is not.
 */
import { FIRST, type Node, PAST, SECOND, type Trial } from './trial.ts';
import { NONE, type Vocabulary } from './vocabulary.ts';

/** Instructions, each with its operands. What holds others is followed by them, and by their length before. */
export const OP = {
  /** number of a word */
  word: 0,
  /** number of a class, number of the name that its value is kept under */
  class: 1,
  /** number of a term, number of the name */
  term: 2,
  /** number of the name under which the place is kept */
  mark: 3,
  /** no space here */
  glued: 4,
  /** length; what may be there */
  optional: 5,
  /** length; what must not follow */
  not: 6,
  /** length of all; then each alternative's length and itself */
  choice: 7,
} as const;

/** Where a pattern stands in the program. */
export interface Entry {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export class Program {
  readonly #vocabulary: Vocabulary;
  readonly #parts: number[] = [];
  readonly #classes: string[] = [];
  readonly #terms: Node[] = [];
  #code = new Int32Array(0);
  #columns: readonly Int32Array[] = [];
  /** What is captured, by number. */
  readonly names: string[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  nameOf(name: string): number {
    return numberIn(this.names, name);
  }
  classOf(name: string): number {
    return numberIn(this.#classes, name);
  }
  termOf(node: Node): number {
    return numberIn(this.#terms, node);
  }

  add(code: readonly number[]): Entry {
    const from = this.#parts.length;
    for (const part of code) this.#parts.push(part);
    return { from, to: this.#parts.length };
  }

  /** Call when all patterns and words are known. */
  seal(): void {
    this.#code = Int32Array.from(this.#parts);
    this.#columns = this.#classes.map((name) => this.#vocabulary.column(name));
  }

  /** Tries what stands `from` … `to` from atom `at` on. Gives the atom behind the match, or -1 with nothing kept. */
  match(trial: Trial, from: number, to: number, at: number): number {
    const code = this.#code;
    const { atoms, depth } = trial;
    let fits = true;
    for (let i = from; fits && i < to; ) {
      const operand = code[i + 1];
      switch (code[i]) {
        case OP.word:
          fits = at < atoms.length && atoms.id[at] === operand;
          at++;
          i += 2;
          break;
        case OP.class: {
          const value = at < atoms.length ? this.#columns[operand][atoms.id[at]] : NONE;
          fits = value !== NONE;
          if (fits) trial.keep(code[i + 2], value);
          at++;
          i += 3;
          break;
        }
        case OP.term:
          at = this.#terms[operand].match(trial, at);
          fits = at >= 0;
          if (fits) trial.keep(code[i + 2], trial.value);
          i += 3;
          break;
        case OP.mark:
          trial.keep(operand, at);
          i += 2;
          break;
        case OP.glued:
          fits = at < atoms.length && atoms.start[at] === atoms.end[at - 1];
          i++;
          break;
        case OP.optional: {
          const end = this.match(trial, i + 2, i + 2 + operand, at);
          if (end >= 0) at = end;
          i += 2 + operand;
          break;
        }
        case OP.not: {
          const kept = trial.depth;
          fits = this.match(trial, i + 2, i + 2 + operand, at) < 0;
          trial.depth = kept;
          i += 2 + operand;
          break;
        }
        default: {
          const past = i + 2 + operand;
          let end = -1;
          for (let a = i + 2; end < 0 && a < past; a += 1 + code[a])
            end = this.match(trial, a + 1, a + 1 + code[a], at);
          fits = end >= 0;
          at = end;
          i = past;
        }
      }
    }
    if (fits) return at;
    trial.depth = depth;
    return -1;
  }

  /** The places (see `Node.reach`) that what stands `from` … `to` may come to from some places. */
  reach(first: number, second: number, from: number, to: number, places: number): number {
    const code = this.#code;
    for (let i = from; places && i < to; ) {
      const operand = code[i + 1];
      switch (code[i]) {
        case OP.word:
          places = step(places, first === operand, second === operand);
          i += 2;
          break;
        case OP.class: {
          const column = this.#columns[operand];
          places = step(places, column[first] !== NONE, column[second] !== NONE);
          i += 3;
          break;
        }
        case OP.term: {
          let next = 0;
          for (let place = 0; place <= 2; place++)
            if (places & (1 << place)) next |= this.#terms[operand].reach(first, second, place);
          places = next;
          i += 3;
          break;
        }
        case OP.mark:
          i += 2;
          break;
        case OP.glued:
          i++;
          break;
        case OP.optional:
          places |= this.reach(first, second, i + 2, i + 2 + operand, places);
          i += 2 + operand;
          break;
        case OP.not:
          i += 2 + operand;
          break;
        default: {
          const past = i + 2 + operand;
          let next = 0;
          for (let a = i + 2; a < past; a += 1 + code[a])
            next |= this.reach(first, second, a + 1, a + 1 + code[a], places);
          places = next;
          i = past;
        }
      }
    }
    return places;
  }
}

/** One word on. */
const step = (places: number, first: boolean, second: boolean): number =>
  (places & FIRST && first ? SECOND : 0) | (places & SECOND && second ? PAST : 0) | (places & PAST);

function numberIn<T>(all: T[], one: T): number {
  const known = all.indexOf(one);
  return known >= 0 ? known : all.push(one) - 1;
}
