import { describe, expect, it } from 'vitest';
import { Trie } from '../../src/gazetteer/trie.ts';
import { COMPOUND, WordFilter } from '../../src/gazetteer/wordFilter.ts';

const tokensOf = (form: readonly string[]) => ({
  length: form.length,
  start: new Int32Array(form.length),
  end: new Int32Array(form.length),
  form,
  lower: form.map((word) => word.toLowerCase()),
  sentence: new Int32Array(form.length),
});

describe('a filter of words', () => {
  const trie = new Trie<number>().add('Hashd al-Shaabi', 1).add('rocket', 2).add('Émirats', 3);
  const filter = new WordFilter()
    .add(1, trie.alone)
    .add(2, trie.beginnings)
    .add(4, trie.seconds)
    .addWords(8, ['jean-pierre']);
  const read = (form: readonly string[], lemma = form.map((word) => word.toLowerCase())) => [
    ...filter.read(tokensOf(form), { pos: new Uint8Array(form.length), lemma }),
  ];

  it('says which tables a word may be in', () => {
    expect(read(['Hashd', 'al', 'rocket', 'apple'])).toEqual([2, 4, 3, 0]);
  });

  it('knows words by their base form, and compounds by their first atom', () => {
    expect(read(['rockets'], ['rocket'])).toEqual([3]);
    expect(read(['Jean-Pierre', 'al-Shaabi', 'émirats'])).toEqual([8 | COMPOUND, 4 | COMPOUND, 3 | COMPOUND]);
  });
});
