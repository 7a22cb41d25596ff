import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import { emptyLayers, type Layers } from '../../src/document/layers.ts';
import { defaultSettings } from '../../src/document/settings.ts';
import { depName } from '../../src/document/tokens.ts';
import { DEP } from '../../src/document/ud.ts';
import { parsing } from '../../src/parsing/index.ts';
import { tagging } from '../../src/tagging/index.ts';
import { tokenization } from '../../src/tokenization/index.ts';

const settings = defaultSettings(packageAssets);
const runs = [tokenization.prepare(settings), tagging.prepare(settings), parsing.prepare(settings)];
function parse(text: string): Layers {
  let layers = emptyLayers(text, null, null);
  for (const run of runs) layers = { ...layers, ...run(layers) };
  return layers;
}

/** "killed>nsubj:Rebels": head, relation, dependent. */
function arcs(text: string): string[] {
  const { tokens, tree } = parse(text);
  return tokens.form.map((form, i) => {
    const head = tree.head[i] < 0 ? '' : tokens.form[tree.head[i]];
    return `${head}>${depName(tree, i)}:${form}`;
  });
}

describe('trees', () => {
  const cases = readFileSync(new URL('trees.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' ==> '))
    .map((line) => line.split(' ==> '));
  it.each(cases)('%s', (text, expected) => {
    expect(arcs(text)).toEqual(expect.arrayContaining(expected.split(' ')));
  });
});

function expectWellFormed(text: string): void {
  const { tokens, sentences, tree } = parse(text);
  expect(tree.head.length).toBe(tokens.length);
  for (let s = 0; s < sentences.length; s++) {
    const [first, last] = [sentences.first[s], sentences.last[s]];
    let roots = 0;
    for (let i = first; i < last; i++) {
      const head = tree.head[i];
      expect(tree.dep[i] === DEP.root).toBe(head < 0);
      if (head < 0) roots++;
      else expect(head >= first && head < last && head !== i).toBe(true);
      // projective: no head of a word between reaches out over the arc
      for (let k = Math.min(i, head < 0 ? i : head) + 1; k < Math.max(i, head); k++) {
        expect(tree.head[k] >= Math.min(i, head) && tree.head[k] <= Math.max(i, head)).toBe(true);
      }
      let steps = 0;
      for (let k = i; tree.head[k] >= 0; k = tree.head[k]) expect(steps++).toBeLessThan(last - first);
    }
    expect(roots).toBe(1);
  }
}

describe('any text', () => {
  it('has well-formed projective trees', () => {
    const word = fc.constantFrom(
      'the',
      'Rebels',
      'killed',
      'by',
      ',',
      'and',
      'who',
      '"',
      'said',
      '-',
      'Iran',
      'bombing',
      '12',
      'was',
      ':',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(fc.property(text, expectWellFormed), { numRuns: 200 });
  });

  it('of great length is read without recursion', () => {
    const layers = parse(`${'the men and '.repeat(20_000)}left`);
    const { tokens } = layers;
    expect(tokens.length).toBe(60_001);
    const { sentences } = layers;
    expect(sentences.last.every((end, i) => end - sentences.first[i] <= 512)).toBe(true);
    const [first, last] = [Int32Array.of(0), Int32Array.of(tokens.length)];
    const one = { length: 1, start: first, end: Int32Array.of(layers.text.length), first, last, paragraph: first };
    const { tree } = parsing.prepare(settings)({ ...layers, sentences: one });
    expect(tree.head.filter((head) => head < 0).length).toBe(1);
  });

  it('may be empty', () => {
    expect(parse('').tree.head.length).toBe(0);
    expect(parse(' \n').tree.head.length).toBe(0);
  });
});
