import { expect, test } from 'vitest';
import { parsePath, withoutOptions } from '../../src/relation/path.ts';

const lists = new Map([
  ['in', ['in', 'near']],
  ['fight', ['attack', 'raid']],
]);

test('a path has steps, alternatives, and tests of words', () => {
  const path = parsePath('{!king} <nsubj|nsubj:pass {@fight,VERB} >obj', lists);
  expect(path.start).toEqual({ negated: true, words: new Set(['king']), pos: new Set(), without: [] });
  expect(path.steps).toEqual([
    {
      up: true,
      labels: ['nsubj', 'nsubj:pass'],
      optional: false,
      word: { negated: false, words: new Set(['attack', 'raid']), pos: new Set(['VERB']), without: [] },
    },
    { up: false, labels: ['obj'], optional: false },
  ]);
});

test('a list behind a colon stands for each of its words', () => {
  expect(parsePath('>nmod:@in|obl:@in', lists).steps[0].labels).toEqual(['nmod:in', 'nmod:near', 'obl:in', 'obl:near']);
});

test('an optional step gives a path with it and one without', () => {
  const paths = withoutOptions(parsePath('>title? {x} >nmod:poss', lists));
  expect(paths.map((path) => path.steps.map((step) => step.labels[0]))).toEqual([
    ['title', 'nmod:poss'],
    ['nmod:poss'],
  ]);
});

test.each([
  ['<nsubj {@walk}', 'path "<nsubj {@walk}": no list "walk"; there are in, fight'],
  ['nsubj', 'path "nsubj": expected a step such as ">obj" or "<nmod:of", got "nsubj"'],
  ['{attack}', 'path "{attack}": expected one step at least, got none'],
])('%s is refused with a reason', (path, message) => {
  expect(() => parsePath(path, lists)).toThrow(message);
});
