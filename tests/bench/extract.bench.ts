/** Everything that `extract` gives, beside what others read of the same texts; then each stage by itself. */
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import { bench, describe } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { LayerName, Layers } from '../../src/document/layers.ts';
import { built, date, OPTIONS, texts } from './texts.ts';

const { extract } = built<typeof import('../../src/index.ts')>('index.js');
const { PIPELINE } = built<typeof import('../../src/pipeline.ts')>('pipeline.js');
const { packageAssets } = built<typeof import('../../src/assets.ts')>('assets.js');
const { assemble } = built<typeof import('../../src/document/assemble.ts')>('document/assemble.js');
const { emptyLayers } = built<typeof import('../../src/document/layers.ts')>('document/layers.js');
const { defaultSettings } = built<typeof import('../../src/document/settings.ts')>('document/settings.js');

const wink = winkNLP(model);
const settings = defaultSettings(packageAssets);
const runs = PIPELINE.map(({ name, prepare }) => ({ name, run: prepare(settings) }));

/** For each stage what it gets: the layers of the stages before it, one for a text. */
const given = new Map<string, Layers[]>();
let layers: Layers[] = texts.map((text) => emptyLayers(text, date, null));
for (const { name, run } of runs) {
  given.set(name, layers);
  layers = layers.map((before) => ({ ...before, ...(run(before) as Partial<Pick<Layers, LayerName>>) }));
}
const finished = layers;
const tokens = finished.reduce((sum, { tokens: { length } }) => sum + length, 0);

describe(`${texts.length} dispatches, ${tokens} tokens: everything`, () => {
  bench('sitrep: extract', () => void texts.forEach((text) => void extract(text, { date })), OPTIONS);
  bench(
    'compromise: tags, people, places, organisations',
    () => {
      for (const text of texts) {
        const read = nlp(text);
        read.people().out('array');
        read.places().out('array');
        read.organizations().out('array');
      }
    },
    OPTIONS,
  );
  bench(
    'wink-nlp: its whole pipeline, with entities',
    () => void texts.forEach((text) => void wink.readDoc(text)),
    OPTIONS,
  );
  bench('chrono: dates', () => void texts.forEach((text) => void chrono.parse(text, new Date(date))), OPTIONS);
});

describe(`${tokens} tokens, each stage by itself`, () => {
  for (const { name, run } of runs)
    bench(name, () => void given.get(name)?.forEach((before) => void run(before)), { time: 1000, warmupTime: 500 });
  bench('assemble', () => void finished.forEach((all) => void assemble(all)), { time: 1000, warmupTime: 500 });
});
