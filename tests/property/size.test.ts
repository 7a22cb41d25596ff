/** Long texts, and short ones of a shape that is costly to a careless program: each is read, and loses no word. */
import { extract } from 'sitrep';
import { describe, expect, it } from 'vitest';
import { expectSound } from './invariants.ts';

const SENTENCE =
  'Rebels fired 12 rockets at the base near Goma on Monday, killing three US soldiers, the Pentagon said. ';

describe('a text of a megabyte', () => {
  it('has a thousand times the words of a kilobyte', () => {
    const times = 10_000;
    const one = extract(SENTENCE);
    const many = extract(SENTENCE.repeat(times));
    expect(many.tokens.length).toBe(one.tokens.length * times);
    expect(many.sentences.length).toBe(times);
    expect(many.tokens.at(-1)?.end).toBe(SENTENCE.length * times - 1);
  });
});

const SHAPES: Record<string, string> = {
  'no white space': 'a'.repeat(200_000),
  'addresses without end': 'http://'.repeat(20_000),
  'digits without end': '1'.repeat(200_000),
  'numbers and commas': '1,'.repeat(50_000),
  dots: '.'.repeat(100_000),
  'dots and spaces': '. '.repeat(50_000),
  quotes: '"'.repeat(50_000),
  brackets: '('.repeat(50_000),
  hyphens: 'a-'.repeat(50_000),
  'white space': ' '.repeat(500_000),
  'line ends': '\n'.repeat(200_000),
  'one sentence': 'the rebels and '.repeat(10_000),
  capitals: 'Kataib Hezbollah '.repeat(10_000),
  'of of of': 'of the '.repeat(20_000),
  'that said that': 'he said that '.repeat(10_000),
  months: 'May '.repeat(20_000),
  'numbers in words': 'twenty hundred '.repeat(10_000),
  marks: `e${'\u0301'.repeat(50_000)}`,
  emoji: '👩‍👩‍👧'.repeat(10_000),
  tags: '<p>'.repeat(20_000),
  'lone surrogates': '\ud800'.repeat(50_000),
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
