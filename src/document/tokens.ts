import type { Span } from './span.ts';
import { DEPRELS, type Deprel, UPOS, type Upos } from './ud.ts';

/** The words of a text in columns; token `i` is `text.slice(start[i], end[i])`. */
export interface Tokens {
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The token as written. */
  readonly form: readonly string[];
  /** The same in lower case, typographic apostrophes made plain. */
  readonly lower: readonly string[];
  /** The sentence that holds the token. */
  readonly sentence: Int32Array;
}

/** Sentences in columns: characters `start` to `end`, tokens `first` to `last` (exclusive), and the paragraph they stand in. */
export interface Sentences {
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly paragraph: Int32Array;
}

/** Universal Dependencies part of speech (number of `UPOS`) and base form of each token. */
export interface Tags {
  readonly pos: Uint8Array;
  /** Finer tags (verb forms, plurals), numbers of `tagging/tagset.ts` that the parser's model reads. */
  readonly fine?: Uint8Array;
  readonly lemma: readonly string[];
}

/** A dependency tree for each sentence: `head` is a token of the same sentence or -1 for its root, `dep` a number of `DEPRELS`. */
export interface Tree {
  readonly head: Int32Array;
  readonly dep: Uint8Array;
}

export const EMPTY_TOKENS: Tokens = Object.freeze({
  length: 0,
  start: new Int32Array(0),
  end: new Int32Array(0),
  form: [],
  lower: [],
  sentence: new Int32Array(0),
});
export const EMPTY_SENTENCES: Sentences = Object.freeze({
  length: 0,
  start: new Int32Array(0),
  end: new Int32Array(0),
  first: new Int32Array(0),
  last: new Int32Array(0),
  paragraph: new Int32Array(0),
});
export const EMPTY_TAGS: Tags = Object.freeze({ pos: new Uint8Array(0), lemma: [] });
export const EMPTY_TREE: Tree = Object.freeze({ head: new Int32Array(0), dep: new Uint8Array(0) });

export const posName = (tags: Tags, token: number): Upos => UPOS[tags.pos[token]];
export const depName = (tree: Tree, token: number): Deprel => DEPRELS[tree.dep[token]];
/** The characters of tokens `first` to `last` (exclusive). */
export const spanOf = (tokens: Tokens, first: number, last: number): Span => ({
  start: tokens.start[first],
  end: tokens.end[last - 1],
});
/** The first token that ends after a character offset: `tokens.length` when there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.end[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
