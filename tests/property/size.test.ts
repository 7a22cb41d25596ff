/** Long texts, and short ones of a shape that is costly to a careless program: each is read, and loses no word. */
import { createExtractor, extract } from 'sitrep';
import { describe, expect, it } from 'vitest';
import { expectSound } from './invariants.ts';

const SENTENCE =
  'Rebels fired 12 rockets at the base near Goma on Monday, killing three US soldiers, the Pentagon said. ';

describe('a long text has as many words as its parts', () => {
  it.each([
    ['a megabyte of words and trees', 10_000, createExtractor({ stages: ['tokenization', 'tagging', 'parsing'] })],
    ['a hundred pages of everything', 2_000, extract],
  ])('%s', (_, times, read) => {
    const one = read(SENTENCE);
    const many = read(SENTENCE.repeat(times));
    expect(many.tokens.length).toBe(one.tokens.length * times);
    expect(many.sentences.length).toBe(times);
    expect(many.tokens.at(-1)?.end).toBe(SENTENCE.length * times - 1);
  });
});

const SHAPES: Record<string, string> = {
  'no white space': 'a'.repeat(40_000),
  'addresses without end': 'http://'.repeat(4_000),
  'digits without end': '1'.repeat(40_000),
  'numbers and commas': '1,'.repeat(10_000),
  dots: '.'.repeat(20_000),
  'dots and spaces': '. '.repeat(10_000),
  quotes: '"'.repeat(10_000),
  brackets: '('.repeat(10_000),
  hyphens: 'a-'.repeat(10_000),
  'white space': ' '.repeat(100_000),
  'line ends': '\n'.repeat(40_000),
  'one sentence': 'the rebels and '.repeat(2_000),
  capitals: 'Kataib Hezbollah '.repeat(2_000),
  'of of of': 'of the '.repeat(4_000),
  'that said that': 'he said that '.repeat(2_000),
  months: 'May '.repeat(4_000),
  'numbers in words': 'twenty hundred '.repeat(2_000),
  marks: `e${'\u0301'.repeat(10_000)}`,
  emoji: '👩‍👩‍👧'.repeat(2_000),
  tags: '<p>'.repeat(4_000),
  'lone surrogates': '\ud800'.repeat(10_000),
};

describe('a costly shape is read to its end', () => {
  it.each(Object.entries(SHAPES))('%s', (_, text) => {
    const { tokens } = extract(text, { date: '2024-04-24' });
    expect(tokens.at(-1)?.end ?? 0).toBe(text.trimEnd().length);
  });
});

it('a longer article is sound', () => {
  expectSound(extract(`${SENTENCE.repeat(5)}\n\n`.repeat(20), { date: '2024-04-24' }));
});
