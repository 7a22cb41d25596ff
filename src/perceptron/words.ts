/** What models ask of each word, hashed once when a text is read, in columns. 0 stands for "no word" and "no cluster". */
import { codeAt } from '../document/codeAt.ts';
import { newColumns } from '../document/columns.ts';
import type { Tokens } from '../document/tokens.ts';
import { ambiguityOf, type Clusters, fineOf } from './clusters.ts';
import { feature2, hashParts } from './hash.ts';

export interface WordColumns {
  readonly length: number;
  /** The word in lower case; digits count as zeros, so that numbers of one form meet. */
  readonly lower: Int32Array;
  /** Its last two and three characters and its first three, in lower case. */
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly prefix3: Int32Array;
  /** Upper and lower case, digits and signs, runs shortened: "Iran" and "Al" are "Xx", "U.S." "X.X.", "2,500" "d,d". */
  readonly shape: Int32Array;
  /** Clusters of the word, fine and wide. */
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
  /** Ambiguity class of the word: which parts of speech it may be. */
  readonly ambiguity: Uint8Array;
  /** 1 where no space stands before the word ("Iran|-|backed"). */
  readonly glued: Uint8Array;
}

const made = new WeakMap<object, { readonly columns: WordColumns; readonly clusters: Clusters }>();
/** `wordColumns` of a text's tokens, made once, whichever stage asks first. */
export function wordColumnsOf(tokens: Tokens, clusters: Clusters): WordColumns {
  const known = made.get(tokens);
  if (known?.clusters === clusters) return known.columns;
  const columns = wordColumns(tokens, clusters);
  made.set(tokens, { columns, clusters });
  return columns;
}

/** Scratch: the hashes of a word and of its parts. */
const parts = new Int32Array(4);
const ZERO = 48;
const NINE = 57;

export function wordColumns(
  { form, lower, start, end }: Pick<Tokens, 'form' | 'lower' | 'start' | 'end'>,
  clusters: Clusters,
): WordColumns {
  const length = form.length;
  const [hash, suffix2, suffix3, prefix3, shape, fines, coarse] = newColumns(length, 7);
  const columns = {
    length,
    lower: hash,
    suffix2,
    suffix3,
    prefix3,
    shape,
    fine: fines,
    coarse,
    ambiguity: new Uint8Array(length),
    glued: new Uint8Array(length),
  };
  for (let i = 0; i < length; i++) {
    const word = lower[i];
    hashParts(word, parts);
    const plain = parts[0];
    const code = codeAt(word, 0);
    columns.lower[i] = code >= ZERO && code <= NINE ? hashNumber(word) : plain;
    columns.prefix3[i] = parts[1];
    columns.suffix3[i] = parts[2];
    columns.suffix2[i] = parts[3];
    columns.shape[i] = shapeOf(form[i]);
    const entry = clusters.entry(plain);
    const fine = fineOf(entry);
    columns.fine[i] = fine;
    columns.ambiguity[i] = ambiguityOf(entry);
    columns.coarse[i] = clusters.coarse(fine);
    columns.glued[i] = i > 0 && start[i] === end[i - 1] ? 1 : 0;
  }
  return columns;
}

function hashNumber(word: string): number {
  let h = 0;
  for (let i = 0; i < word.length; i++) {
    const code = codeAt(word, i);
    h = feature2(1, h, code >= ZERO && code <= NINE ? ZERO : code);
  }
  return h;
}

const LONGEST_SHAPE = 24;
function shapeOf(form: string): number {
  let h = 0;
  let previous = 0;
  const end = Math.min(form.length, LONGEST_SHAPE);
  for (let i = 0; i < end; i++) {
    const kind = kindOf(codeAt(form, i));
    if (kind !== previous) h = feature2(2, h, kind);
    previous = kind;
  }
  return h;
}

/** The shape of a word in capitals alone: "US" isn't "us". */
export const CAPITALS = shapeOf('US');

/** 1 lower, 2 upper, 3 digit, else the character itself. */
function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= ZERO && code <= NINE) return 3;
  return code < 128 ? code : kindBeyond(code);
}
function kindBeyond(code: number): number {
  const character = String.fromCharCode(code);
  if (character.toLowerCase() !== character) return 2;
  return character.toUpperCase() !== character ? 1 : code;
}
