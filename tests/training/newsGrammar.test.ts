import { describe, expect, it } from 'vitest';
import { DEP, POS } from '../../src/document/ud.ts';
import { newsSentences, parseNewsGrammar, readDeedsGrammar, readNewsGrammar } from '../../src/training/newsGrammar.ts';
import { goldTree, isProjective } from '../../src/training/oracle.ts';

const GRAMMAR = `$who NN: armed:JJ+man
$act VB: storm
$who.NNS>2:nsubj $act.VBP>0:root an_DT>4:det embassy_NN>2:obj ._.>2:punct`;

describe('the grammar of news sentences', () => {
  it('gives words, tags and heads', () => {
    const [{ text, words }] = newsSentences(parseNewsGrammar(GRAMMAR, 'test'), 1, 1);
    expect(text).toBe('Armed men storm an embassy.');
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Armed',
      'men',
      'storm',
      'an',
      'embassy',
      '.',
    ]);
    expect(words.map(({ head }) => head)).toEqual([1, 2, -1, 4, 2, 2]);
    expect(words[0]).toMatchObject({ dep: DEP.amod, pos: POS.ADJ });
  });

  it('says where it is wrong', () => {
    expect(() => parseNewsGrammar('$who>0:root', 'g.txt')).toThrow('g.txt:1: expected a slot from above, got "$who"');
    expect(() => parseNewsGrammar('\nfire_NN>0:objekt', 'g.txt')).toThrow('g.txt:2: expected a relation');
  });

  it('has one root and no crossing arcs in every sentence', () => {
    const sentences = [...readNewsGrammar(), ...readDeedsGrammar()];
    for (const { words, text } of sentences) {
      expect(
        words.filter(({ head }) => head < 0),
        text,
      ).toHaveLength(1);
      const tree = goldTree(
        Int32Array.from(words, ({ head }) => head),
        Uint8Array.from(words, ({ dep }) => dep),
      );
      expect(isProjective(tree), text).toBe(true);
    }
  });
});
