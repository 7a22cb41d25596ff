/** Words and sentences: offsets are exact for any text, and what is odd about it is said, never thrown. */
import { codeAt } from '../document/codeAt.ts';
import { newColumns } from '../document/columns.ts';
import { defineStage } from '../document/stage.ts';
import type { Sentences, Tokens } from '../document/tokens.ts';
import { guard } from './guard.ts';
import { tokenLexicon } from './lexicon.ts';
import { type SentenceStarts, sentenceStarts } from './sentences.ts';
import { WordScanner } from './words.ts';

const CURLY = '’';
function lowerOf(form: string): string {
  if (isSmall(form)) return form;
  const lower = form.toLowerCase();
  return lower.includes(CURLY) ? lower.replaceAll(CURLY, "'") : lower;
}
/** ASCII without capitals, as most words are. */
function isSmall(form: string): boolean {
  for (let i = 0; i < form.length; i++) {
    const code = codeAt(form, i);
    if (code > 127 || (code >= 65 && code <= 90)) return false;
  }
  return true;
}

/** Columns of words that are given by their characters. */
export function tokensOf(text: string, spans: ArrayLike<number>): Tokens {
  const length = spans.length / 2;
  const [start, end, sentence] = newColumns(length, 3);
  const form = new Array<string>(length);
  const lower = new Array<string>(length);
  for (let i = 0; i < length; i++) {
    start[i] = spans[2 * i];
    end[i] = spans[2 * i + 1];
    const word = text.slice(start[i], end[i]);
    form[i] = word;
    lower[i] = lowerOf(word);
  }
  return { length, start, end, form, lower, sentence };
}

function sentencesOf(tokens: Tokens, { first, paragraph }: SentenceStarts): Sentences {
  const { length } = first;
  const last = new Int32Array(length);
  const start = new Int32Array(length);
  const end = new Int32Array(length);
  for (let s = 0; s < length; s++) {
    last[s] = s + 1 < length ? first[s + 1] : tokens.length;
    start[s] = tokens.start[first[s]];
    end[s] = tokens.end[last[s] - 1];
    for (let i = first[s]; i < last[s]; i++) tokens.sentence[i] = s;
  }
  return { length, start, end, first, last, paragraph };
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
      const tokens = tokensOf(text, scanner.spans(text));
      const starts = sentenceStarts(text, tokens.form, tokens.start, tokens.end, lexicon);
      return { tokens, sentences: sentencesOf(tokens, starts), diagnostics };
    };
  },
});
