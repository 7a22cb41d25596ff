/** The words of a document for a column format: its tokens, else runs of letters; cut wherever a mention begins or ends. */
import type { Span, Token } from '../../document/schema.ts';
import type { AnnotatedDocument } from '../annotation.ts';

export interface WordOut extends Span {
  /** The library's token, for the first of its pieces. */
  readonly token?: Token;
  readonly sentence: number;
}

type Source = AnnotatedDocument & { readonly tokens?: readonly Token[]; readonly sentences?: readonly Span[] };

const WORD = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
/** What no column may hold. */
const BREAK = /[\t\n\r]/g;

function plainWords(text: string): Span[] {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
}

export function wordsOf({ text, tokens = [], sentences = [], mentions }: Source): WordOut[] {
  const breaks = [...text.matchAll(BREAK)].flatMap(({ index }) => [index, index + 1]);
  const cuts = mentions.flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([...cuts, ...breaks])].sort((a, b) => a - b);
  const words: WordOut[] = [];
  let edge = 0;
  let sentence = 0;
  for (const token of tokens.length ? tokens : plainWords(text)) {
    while (sentence < sentences.length - 1 && token.start >= sentences[sentence].end) sentence++;
    while (edge < edges.length && edges[edge] <= token.start) edge++;
    let { start } = token;
    for (; edge < edges.length && edges[edge] < token.end; edge++) {
      words.push(piece(start, edges[edge]));
      start = edges[edge];
    }
    words.push(piece(start, token.end));
    function piece(from: number, to: number): WordOut {
      const head = 'lemma' in token && from === token.start ? { token } : {};
      return { start: from, end: to, sentence, ...head };
    }
  }
  return words.filter(({ start, end }) => text.slice(start, end).trim() !== '');
}
