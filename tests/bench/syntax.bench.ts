/**
 * Tokens a second: our words, tags and trees beside wink-nlp's and compromise's reading of the same text. It runs the
 * built library (`npm run build` first), as the others are: vitest's own transformation of modules would slow ours alone.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import nlp from 'compromise';
import { bench, describe } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { emptyLayers, type Layers } from '../../src/document/layers.ts';
import { defaultSettings } from '../../src/document/settings.ts';

const built = createRequire(import.meta.url);
const { packageAssets } = built('../../dist/assets.js') as typeof import('../../src/assets.ts');
const { parsing } = built('../../dist/parsing/index.js') as typeof import('../../src/parsing/index.ts');
const { tagging } = built('../../dist/tagging/index.js') as typeof import('../../src/tagging/index.ts');
const { tokenization } = built('../../dist/tokenization/index.js') as typeof import('../../src/tokenization/index.ts');

const settings = defaultSettings(packageAssets);
const text = readFileSync(new URL('article.txt', import.meta.url), 'utf8').repeat(5);
const words = tokenization.prepare(settings);
const [tag, parse] = [tagging.prepare(settings), parsing.prepare(settings)];
const tokenized: Layers = { ...emptyLayers(text, null, null), ...words(emptyLayers(text, null, null)) };
const wink = winkNLP(model, ['sbd', 'pos']);

const OPTIONS = { time: 2000, warmupTime: 1000 };

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
  bench(
    'wink-nlp: words, sentences, parts of speech',
    () => {
      wink.readDoc(text);
    },
    OPTIONS,
  );
  bench(
    'compromise: words, sentences, tags',
    () => {
      nlp(text);
    },
    OPTIONS,
  );
});
