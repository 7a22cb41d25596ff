import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import { defaultSettings } from '../../src/document/settings.ts';
import { guard } from '../../src/tokenization/guard.ts';
import { tokenization } from '../../src/tokenization/index.ts';

const settings = defaultSettings(packageAssets);
const run = tokenization.prepare(settings);
const tokenize = (text: string) => run({ text, date: null, source: null });

const cases = (file: string): [string, string][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' ==> '))
    .map((line) => line.replaceAll('¶', '\n').split(' ==> ') as [string, string]);

describe('words', () => {
  it.each(cases('words.txt'))('%s', (text, expected) => {
    expect(tokenize(text).tokens.form.join(' ')).toBe(expected);
  });
});

describe('sentences', () => {
  it.each(cases('sentences.txt'))('%s', (text, expected) => {
    const { sentences } = tokenize(text);
    const found = Array.from(sentences.start, (start, i) => text.slice(start, sentences.end[i]));
    expect(found).toEqual(expected.split(' | '));
  });

  it('know their paragraph', () => {
    expect([...tokenize('One. Two.\n\nThree.').sentences.paragraph]).toEqual([0, 0, 1]);
  });
});

const odd = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '\n',
      '\n\n',
      '\u00a0',
      '\ud800',
      '👩‍🚀',
      "'s",
      "n't",
      'U.S.',
      '--',
      '...',
      '$5',
      'don’t',
      'שלום',
      '<p>',
      '\u0000',
      'a.b',
      '"',
      '(',
      '’',
    ),
    fc.lorem({ maxCount: 3 }),
  ),
  { maxLength: 40 },
);

describe('any text', () => {
  it('has words that are stretches of it, in order, with nothing but space between', () => {
    fc.assert(
      fc.property(odd, (parts) => {
        const text = parts.join('');
        const { tokens, sentences } = tokenize(text);
        let at = 0;
        for (let i = 0; i < tokens.length; i++) {
          expect(tokens.start[i]).toBeGreaterThanOrEqual(at);
          expect(tokens.end[i]).toBeGreaterThan(tokens.start[i]);
          expect(text.slice(at, tokens.start[i])).toMatch(
            /^[\s\p{Cc}\u200b\ufeff\u2060\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u,
          );
          expect(tokens.form[i]).toBe(text.slice(tokens.start[i], tokens.end[i]));
          at = tokens.end[i];
        }
        let word = 0;
        for (let s = 0; s < sentences.length; s++) {
          expect(sentences.first[s]).toBe(word);
          expect(sentences.last[s]).toBeGreaterThan(word);
          for (; word < sentences.last[s]; word++) expect(tokens.sentence[word]).toBe(s);
        }
        expect(word).toBe(tokens.length);
      }),
      { numRuns: 500 },
    );
  });

  it('has words for runs without space, however long, and says so', () => {
    for (const text of [
      'http://'.repeat(2000),
      'a'.repeat(5000),
      "'s".repeat(3000),
      '.'.repeat(1000),
      '((('.repeat(999),
    ]) {
      expect(guard(text).map((d) => d.rule)).toEqual(['long-run']);
      expect(tokenize(text).tokens.length).toBeGreaterThan(0);
    }
  });

  it('says what is odd', () => {
    const text = 'A\u0007 <b>bold</b> &amp; \ud800 \u202e move\ufffd';
    const diagnostics = guard(text);
    expect(diagnostics.map((d) => d.rule).sort()).toEqual([
      'bidirectional-control',
      'control-character',
      'entity-reference',
      'lone-surrogate',
      'markup',
      'markup',
      'replacement-character',
    ]);
    for (const d of diagnostics) expect(d.end).toBeGreaterThan(d.start);
    expect(guard('A plain text.\r\n\tYes, "plain": 3 < 4 & 5 > 2.')).toEqual([]);
  });
});
