/** Words and sentences: offsets are exact for any text, and what is odd about it is said, never thrown. */
import { defineStage } from '../document/stage.ts';
import type { Sentences, Tokens } from '../document/tokens.ts';
import { classOf, SPACE } from './characters.ts';
import { guard } from './guard.ts';
import { type TokenLexicon, tokenLexicon } from './lexicon.ts';
import { type SentenceStarts, sentenceStarts } from './sentences.ts';
import { WordScanner } from './words.ts';

/** Characters of the words of a text: starts and ends by turns. */
export function wordSpans(text: string, lexicon: TokenLexicon): number[] {
  const spans: number[] = [];
  const scanner = new WordScanner(lexicon);
  const emit = (start: number, end: number): void => {
    spans.push(start, end);
  };
  for (let i = 0; i < text.length; ) {
    if (classOf(text.charCodeAt(i)) === SPACE) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < text.length && classOf(text.charCodeAt(end)) !== SPACE) end++;
    scanner.scan(text, i, end, emit);
    i = end;
  }
  return spans;
}

const CURLY = '’';
const lowerOf = (form: string): string => {
  const lower = form.toLowerCase();
  return lower.includes(CURLY) ? lower.replaceAll(CURLY, "'") : lower;
};

/** Columns of words that are given by their characters. */
export function tokensOf(text: string, spans: readonly number[]): Tokens {
  const length = spans.length / 2;
  const start = new Int32Array(length);
  const end = new Int32Array(length);
  const form: string[] = [];
  const lower: string[] = [];
  for (let i = 0; i < length; i++) {
    start[i] = spans[2 * i];
    end[i] = spans[2 * i + 1];
    form.push(text.slice(start[i], end[i]));
    lower.push(lowerOf(form[i]));
  }
  return { length, start, end, form, lower, sentence: new Int32Array(length) };
}

function sentencesOf(tokens: Tokens, { first, paragraph }: SentenceStarts): Sentences {
  const length = first.length;
  const last = Int32Array.from({ length }, (_, i) => first[i + 1] ?? tokens.length);
  for (let i = 0; i < length; i++) tokens.sentence.fill(i, first[i], last[i]);
  return {
    length,
    start: Int32Array.from(first, (f) => tokens.start[f]),
    end: Int32Array.from(last, (l) => tokens.end[l - 1]),
    first: Int32Array.from(first),
    last,
    paragraph: Int32Array.from(paragraph),
  };
}

export const tokenization = defineStage({
  name: 'tokenization',
  reads: [],
  writes: ['tokens', 'sentences'],
  prepare: ({ assets }) => {
    const lexicon = tokenLexicon(assets);
    return ({ text }) => {
      const diagnostics = guard(text);
      const tokens = tokensOf(text, wordSpans(text, lexicon));
      const starts = sentenceStarts(text, tokens.form, tokens.start, tokens.end, lexicon);
      return { tokens, sentences: sentencesOf(tokens, starts), diagnostics };
    };
  },
});
