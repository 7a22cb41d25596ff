/** Words and sentences: offsets are exact for any text, and what is odd about it is said, never thrown. */
import { defineStage } from '../document/stage.ts';
import type { Sentences, Tokens } from '../document/tokens.ts';
import { classOf, SPACE } from './characters.ts';
import { guard } from './guard.ts';
import { tokenLexicon } from './lexicon.ts';
import { type SentenceStarts, sentenceStarts } from './sentences.ts';
import { WordScanner } from './words.ts';

/** Scratch: the spans of the text at hand. */
let spans = new Int32Array(4096);
let filled = 0;
function emit(start: number, end: number): void {
  if (filled + 2 > spans.length) {
    const wider = new Int32Array(spans.length * 2);
    wider.set(spans);
    spans = wider;
  }
  spans[filled] = start;
  spans[filled + 1] = end;
  filled += 2;
}

/** Characters of the words of a text: starts and ends by turns, until the next text is read. */
export function wordSpans(text: string, scanner: WordScanner): Int32Array {
  filled = 0;
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
  return spans.subarray(0, filled);
}

const CURLY = '’';
function lowerOf(form: string): string {
  if (isSmall(form)) return form;
  const lower = form.toLowerCase();
  return lower.includes(CURLY) ? lower.replaceAll(CURLY, "'") : lower;
}
/** ASCII without capitals, as most words are. */
function isSmall(form: string): boolean {
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    if (code > 127 || (code >= 65 && code <= 90)) return false;
  }
  return true;
}

/** Columns of words that are given by their characters. */
export function tokensOf(text: string, spans: ArrayLike<number>): Tokens {
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
    const scanner = new WordScanner(lexicon);
    return ({ text }) => {
      const diagnostics = guard(text);
      const tokens = tokensOf(text, wordSpans(text, scanner));
      const starts = sentenceStarts(text, tokens.form, tokens.start, tokens.end, lexicon);
      return { tokens, sentences: sentencesOf(tokens, starts), diagnostics };
    };
  },
});
