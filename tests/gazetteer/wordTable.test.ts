import { describe, expect, it } from 'vitest';
import { WordTable, wordHash } from '../../src/gazetteer/wordTable.ts';

describe('a table of words', () => {
  it('has what was put in, and nothing else', () => {
    const words = Array.from({ length: 3000 }, (_, i) => `word${i * 7}`);
    const table = new WordTable(words.map((word, i) => [word, i]));
    expect(table.size).toBe(3000);
    for (const [i, word] of words.entries()) expect(table.get(word)).toBe(i);
    for (let i = 0; i < 3000; i++) expect(table.has(`word${i * 7 + 1}`)).toBe(false);
  });

  it('keeps the last value of a word, and words of one hash apart', () => {
    // four letters and the length are the same
    expect(wordHash('abcdefgh')).toBe(wordHash('aXcYeZUh'));
    const table = new WordTable([
      ['abcdefgh', 1],
      ['aXcYeZUh', 2],
      ['abcdefgh', 3],
    ]);
    expect([table.size, table.get('abcdefgh'), table.get('aXcYeZUh')]).toEqual([2, 3, 2]);
  });

  it('hashes a part of a text as the word alone', () => {
    expect(wordHash('u.s.-backed', 5, 11)).toBe(wordHash('backed'));
  });
});
