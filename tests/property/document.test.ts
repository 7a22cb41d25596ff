import fc from 'fast-check';
import { createExtractor, extract } from 'sitrep';
import { describe, expect, it } from 'vitest';
import { anything, newsLike } from './arbitrary.ts';
import { expectSound } from './invariants.ts';

const date = '2024-04-24';
// The same texts every time, so that a red run is red for everyone; FAST_CHECK_SEED=… tries others.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20240424) });

describe('any text gives a sound document', () => {
  it('news, glued from words and oddities', () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        const document = extract(text, { date, source: 'Reuters, London' });
        expect(document.text).toBe(text);
        expectSound(document);
      }),
      { numRuns: 300 },
    );
  });

  it('strings of anything', () => {
    fc.assert(
      fc.property(anything, (text) => expectSound(extract(text))),
      { numRuns: 200 },
    );
  });

  it.each(['', ' ', '\n\n', '.', '\ud800', '\u0000', '…', '"', '👍'])('%j', (text) => {
    expectSound(extract(text));
  });
});

it('the same text gives the same document, whatever was read before', () => {
  const other = createExtractor();
  fc.assert(
    fc.property(newsLike, newsLike, (text, before) => {
      const first = extract(text, { date });
      other(before);
      expect(other(text, { date })).toEqual(first);
    }),
    { numRuns: 60 },
  );
});
