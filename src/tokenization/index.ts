/** Words and sentences. */
import { defineStage } from '../document/stage.ts';
import type { Sentences, Tokens } from '../document/tokens.ts';
import { read } from './wink.ts';

function columns(text: string): { tokens: Tokens; sentences: Sentences } {
  const { tokens: words, sentenceStarts } = read(text);
  const n = words.length;
  const start = new Int32Array(n);
  const end = new Int32Array(n);
  const sentence = new Int32Array(n);
  const form: string[] = [];
  for (let i = 0; i < n; i++) {
    start[i] = words[i].start;
    end[i] = words[i].end;
    form.push(text.slice(start[i], end[i]));
  }
  const s = sentenceStarts.length;
  const first = Int32Array.from(sentenceStarts);
  const last = Int32Array.from(sentenceStarts, (_, i) => sentenceStarts[i + 1] ?? n);
  for (let i = 0; i < s; i++) sentence.fill(i, first[i], last[i]);
  const lower = form.map((f) => f.toLowerCase().replace('’', "'"));
  const tokens: Tokens = { length: n, start, end, form, lower, winkPos: new Uint8Array(n), sentence };
  const paragraph = new Int32Array(s);
  const sentences: Sentences = {
    length: s,
    start: Int32Array.from(first, (f) => start[f]),
    end: Int32Array.from(last, (l) => end[l - 1]),
    first,
    last,
    paragraph,
  };
  return { tokens, sentences };
}

export const tokenization = defineStage({
  name: 'tokenization',
  reads: [],
  writes: ['tokens', 'sentences'],
  prepare:
    () =>
    ({ text }) =>
      columns(text),
});
