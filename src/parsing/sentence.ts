/** The columns of one sentence that the parser's features read, words numbered from 1, with nothing at 0 and behind the end. */
import type { WordColumns } from '../perceptron/index.ts';

const FIRST_SIZE = 128;
const COMMA = ',';
/** Fine tags are shifted by one, so that 0 is "no word". */
const NONE = 0;

export class SentenceColumns {
  length = 0;
  word = new Int32Array(0);
  suffix = new Int32Array(0);
  shape = new Int32Array(0);
  fine = new Int32Array(0);
  tag = new Int32Array(0);
  pos = new Int32Array(0);
  glued = new Int32Array(0);
  /** How many verbs (with auxiliaries), commas and conjunctions stand before each word. */
  verbs = new Int32Array(0);
  commas = new Int32Array(0);
  conjunctions = new Int32Array(0);

  /** @param tag fine tags of the text. @param pos parts of speech. */
  load(
    words: WordColumns,
    lower: readonly string[],
    tag: Uint8Array,
    pos: Uint8Array,
    kinds: WordKinds,
    first: number,
    last: number,
  ): void {
    const n = last - first;
    if (this.word.length < n + 4) this.#grow(Math.max(FIRST_SIZE, 2 * (n + 4)));
    this.length = n;
    this.#clear(0);
    for (let k = 1; k <= n; k++) {
      const i = first + k - 1;
      this.word[k] = words.lower[i];
      this.suffix[k] = words.suffix3[i];
      this.shape[k] = words.shape[i];
      this.fine[k] = words.fine[i];
      this.glued[k] = k > 1 ? words.glued[i] : 0;
      this.tag[k] = tag[i] + 1;
      this.pos[k] = pos[i] + 1;
      this.verbs[k + 1] = this.verbs[k] + (kinds.verb === pos[i] || kinds.auxiliary === pos[i] ? 1 : 0);
      this.commas[k + 1] = this.commas[k] + (lower[i] === COMMA ? 1 : 0);
      this.conjunctions[k + 1] = this.conjunctions[k] + (kinds.conjunction === pos[i] ? 1 : 0);
    }
    this.#clear(n + 1);
    this.#clear(n + 2);
    this.#clear(n + 3);
  }

  #clear(k: number): void {
    this.word[k] = NONE;
    this.suffix[k] = NONE;
    this.shape[k] = NONE;
    this.fine[k] = NONE;
    this.tag[k] = NONE;
    this.pos[k] = NONE;
    this.glued[k] = NONE;
  }

  #grow(size: number): void {
    for (const name of [
      'word',
      'suffix',
      'shape',
      'fine',
      'tag',
      'pos',
      'glued',
      'verbs',
      'commas',
      'conjunctions',
    ] as const)
      this[name] = new Int32Array(size);
  }
}

export interface WordKinds {
  readonly verb: number;
  readonly auxiliary: number;
  readonly conjunction: number;
}
