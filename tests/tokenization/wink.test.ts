/** wink-nlp reads the corpus's dispatches too, by rules of its own: where both agree, neither is likely to be wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import { packageAssets } from '../../src/assets.ts';
import { emptyLayers } from '../../src/document/layers.ts';
import { defaultSettings } from '../../src/document/settings.ts';
import { tokenization } from '../../src/tokenization/index.ts';

const folder = new URL('../../corpus/dispatch/', import.meta.url);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
const tokenize = tokenization.prepare(defaultSettings(packageAssets));
const { readDoc, its } = winkNLP(model, ['sbd']);

/** Where pieces end, counted without white space, as the two cut it differently. */
function ends(pieces: readonly string[]): Set<number> {
  let at = 0;
  return new Set(pieces.map((piece) => (at += piece.replace(/\s/g, '').length)));
}
/** Twice what is shared, by what there is. */
function agreement(pairs: readonly (readonly [Set<number>, Set<number>])[]): number {
  const shared = pairs.reduce((sum, [a, b]) => sum + [...a].filter((end) => b.has(end)).length, 0);
  const all = pairs.reduce((sum, [a, b]) => sum + a.size + b.size, 0);
  return (2 * shared) / all;
}

const both = texts.map((text) => {
  const { tokens, sentences } = tokenize(emptyLayers(text, null, null));
  const doc = readDoc(text);
  return {
    words: [ends(tokens?.form ?? []), ends(doc.tokens().out(its.value as ItsFunction<string>) as string[])],
    sentences: [
      ends(Array.from(sentences?.start ?? [], (start, s) => text.slice(start, sentences?.end[s]))),
      ends(doc.sentences().out() as string[]),
    ],
  } as const;
});

describe('dispatches, beside wink-nlp', () => {
  it('have the same words but for hyphens and the like', () => {
    expect(agreement(both.map(({ words }) => words))).toBeGreaterThan(0.995);
  });

  it('have the same sentences but for datelines and abbreviations', () => {
    expect(agreement(both.map(({ sentences }) => sentences))).toBeGreaterThan(0.96);
  });
});
