/** Tokens a second: our words, tags and trees beside wink-nlp's and compromise's reading of the same text. */
import { readFileSync } from 'node:fs';
import nlp from 'compromise';
import { bench, describe } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Layers } from '../../src/document/layers.ts';
import { built, OPTIONS } from './texts.ts';

const { packageAssets } = built<typeof import('../../src/assets.ts')>('assets.js');
const { emptyLayers } = built<typeof import('../../src/document/layers.ts')>('document/layers.js');
const { defaultSettings } = built<typeof import('../../src/document/settings.ts')>('document/settings.js');
const { parsing } = built<typeof import('../../src/parsing/index.ts')>('parsing/index.js');
const { tagging } = built<typeof import('../../src/tagging/index.ts')>('tagging/index.js');
const { tokenization } = built<typeof import('../../src/tokenization/index.ts')>('tokenization/index.js');

const settings = defaultSettings(packageAssets);
const text = readFileSync(new URL('article.txt', import.meta.url), 'utf8').repeat(5);
const words = tokenization.prepare(settings);
const [tag, parse] = [tagging.prepare(settings), parsing.prepare(settings)];
const tokenized: Layers = { ...emptyLayers(text, null, null), ...words(emptyLayers(text, null, null)) };
const wink = winkNLP(model, ['sbd', 'pos']);

describe(`${tokenized.tokens.length} tokens of news`, () => {
  bench(
    'sitrep: tags and trees',
    () => {
      // a text that was never seen: nothing made for it before is used again
      const fresh: Layers = { ...tokenized, tokens: { ...tokenized.tokens } };
      const tagged: Layers = { ...fresh, ...tag(fresh) };
      parse(tagged);
    },
    OPTIONS,
  );
  bench(
    'sitrep: words, tags and trees',
    () => {
      const read: Layers = { ...tokenized, ...words(tokenized) };
      const tagged: Layers = { ...read, ...tag(read) };
      parse(tagged);
    },
    OPTIONS,
  );
  bench('wink-nlp: words, sentences, parts of speech', () => void wink.readDoc(text), OPTIONS);
  bench('compromise: words, sentences, tags', () => void nlp(text), OPTIONS);
});
