/** Treebank sentences in the columns that the models read: words with their hashes, gold beside them. */
import { type Clusters, type WordColumns, wordColumns } from '../perceptron/index.ts';
import { fineTag } from '../tagging/tagset.ts';
import { tokensOf } from '../tokenization/index.ts';
import type { TreebankSentence } from './readConllu.ts';

export interface Example {
  readonly form: readonly string[];
  readonly lower: readonly string[];
  readonly words: WordColumns;
  readonly pos: Uint8Array;
  /** Numbers of `FINE_TAGS`. */
  readonly fine: Uint8Array;
  /** Numbers in the sentence, -1 for the root. */
  readonly head: Int32Array;
  readonly dep: Uint8Array;
  readonly lemma: readonly string[];
}

/** @param recase another casing of the text, of the same length, to train on (a headline's). */
export function exampleOf(
  { text, words }: TreebankSentence,
  clusters: Clusters,
  recase: (text: string) => string = (same) => same,
): Example {
  const cased = recase(text);
  const written = cased.length === text.length ? cased : text;
  const tokens = tokensOf(
    written,
    words.flatMap(({ start, end }) => [start, end]),
  );
  return {
    form: tokens.form,
    lower: tokens.lower,
    words: wordColumns(tokens, clusters),
    pos: Uint8Array.from(words, (w) => w.pos),
    fine: Uint8Array.from(words, (w) => fineTag(w.pos, w.xpos)),
    head: Int32Array.from(words, (w) => w.head),
    dep: Uint8Array.from(words, (w) => w.dep),
    lemma: words.map((w) => w.lemma),
  };
}

const SMALL = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'or',
  'but',
  'by',
  'as',
  'from',
  'with',
]);
/** As headlines are written: "Rebels Attack Town in the North". */
export const titleCase = (text: string): string =>
  text.replace(/\p{Ll}[\p{L}'’]*/gu, (word, at: number) =>
    SMALL.has(word) || /\p{L}/u.test(text[at - 1] ?? '') ? word : word[0].toUpperCase() + word.slice(1),
  );

/** Every so many sentences once more in capitals, and as many in title case. */
export const recased = (sentences: readonly TreebankSentence[], every: number, clusters: Clusters): Example[] =>
  sentences.flatMap((sentence, i) => {
    if (i % every === 0) return [exampleOf(sentence, clusters, (text) => text.toUpperCase())];
    if (i % every === 1) return [exampleOf(sentence, clusters, titleCase)];
    return [];
  });
