/** The training record of the coreference ranker: what it reads, and its scores by the field's measures. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageAssets } from '../assets.ts';
import { chainsOf, knowledgeOf } from '../coreference/index.ts';
import type { Knowledge } from '../coreference/profile.ts';
import { decider, RANKER, RANKER_FILE, Scorer, unpackRanker } from '../coreference/ranker/index.ts';
import { emptyLayers, type Layers } from '../document/layers.ts';
import { defaultSettings } from '../document/settings.ts';
import {
  addCoreference,
  type CoreferenceCounts,
  coreferenceCounts,
  coreferenceFigures,
  noCoreference,
  type Referring,
} from '../evaluation/score/coreference.ts';
import { packWeights, writeModel } from '../perceptron/index.ts';
import { PIPELINE } from '../pipeline.ts';
import { articleItem, type CoreferenceItem, gumItem } from './coreferenceData.ts';
import { readGold } from './mentionModel.ts';
import { type Decision, decisionsOf, trainRanker } from './ranker.ts';
import { readGum } from './readGum.ts';
import type { Training, TrainingOptions } from './training.ts';
import { GUM_DEVELOPMENT } from './treebanks.ts';

const FOLDS = 5;
/** How much a decision in GUM counts beside one in the domain. */
const GUM_WEIGHT = 0.5;
const PACKING = { unit: 0.03, least: 0.06 };

const packRanker = (decisions: readonly Decision[]): Uint8Array =>
  writeModel({ ...RANKER, classes: ['score'] }, { weights: packWeights(trainRanker(decisions), PACKING) });

/** The layers up to the mentions, for any text. */
function underCoreference(models: TrainingOptions['models']): (text: string, date: string | null) => Layers {
  const settings = defaultSettings((name) =>
    name.startsWith('model/') ? models(name.slice('model/'.length)) : packageAssets(name),
  );
  const stages = PIPELINE.slice(
    0,
    PIPELINE.findIndex((s) => s.name === 'coreference'),
  ).map((s) => s.prepare(settings));
  return (text, date) => {
    let layers = emptyLayers(text, date, null);
    for (const run of stages) layers = { ...layers, ...run(layers) };
    return layers;
  };
}

/** Counts over texts, each with its gold: the entity of each mention. */
function measured(items: readonly CoreferenceItem[], model: Uint8Array, knowledge: Knowledge): CoreferenceCounts {
  const sum = noCoreference();
  const decide = decider(new Scorer(unpackRanker(model)));
  for (const { layers, entities } of items) {
    const said = (i: number, entity: string): Referring => {
      const { start, end } = layers.mentions[i];
      return { start, end, entity };
    };
    const predicted = chainsOf(layers, knowledge, decide).flatMap((chain, c) => chain.map((i) => said(i, `${c}`)));
    // a mention that the gold doesn't have is a thing of its own there
    const gold = entities.map((entity, i) => said(i, entity ?? `none ${i}`));
    addCoreference(sum, coreferenceCounts(gold, predicted));
  }
  return sum;
}
function line(what: string, counts: CoreferenceCounts): string {
  const { conll, muc, b3, ceafE } = coreferenceFigures(counts);
  return `${what}: CoNLL F1 ${conll.toFixed(1)} (MUC ${muc.f1.toFixed(1)}, B³ ${b3.f1.toFixed(1)}, CEAF-e ${ceafE.f1.toFixed(1)})`;
}

export const coreference: Training = {
  name: 'coreference',
  file: RANKER_FILE.slice('model/'.length),
  data: [
    'GUM, the Georgetown University Multilayer corpus (annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain), without its development part',
    'articles annotated in the project’s schema (development gold: re3d documents, Open Government Licence, CC BY and public domain by source; MUC-4 development documents; Wikinews, CC BY 2.5)',
  ],
  run({ data, everything, gold, models, log }) {
    const { knowledge, documents, development, articles } = rankerData(data, gold, models);
    log(`${documents.length + development.length} documents of GUM, ${articles.length} articles`);
    const fromGum = decisionsIn(documents, knowledge, GUM_WEIGHT);
    const scores: string[] = [];
    if (articles.length >= FOLDS) {
      const sum = noCoreference();
      for (let fold = 0; fold < FOLDS; fold++) {
        const others = articles.filter((_, i) => i % FOLDS !== fold);
        const model = packRanker([...fromGum, ...decisionsIn(others, knowledge, 1)]);
        const own = articles.filter((_, i) => i % FOLDS === fold);
        addCoreference(sum, measured(own, model, knowledge));
        log(`fold ${fold + 1} of ${FOLDS} done`);
      }
      scores.push(line(`${FOLDS} folds over ${articles.length} articles, the library's own mentions`, sum));
    }
    const fromArticles = decisionsIn(articles, knowledge, 1);
    const bytes = packRanker([...fromGum, ...fromArticles]);
    const what = `GUM's development part (${development.length} documents), gold mentions of the schema's types`;
    scores.push(line(what, measured(development, bytes, knowledge)));
    if (!everything) return { bytes, scores };
    const fromDevelopment = decisionsIn(development, knowledge, GUM_WEIGHT);
    return { bytes: packRanker([...fromGum, ...fromDevelopment, ...fromArticles]), scores };
  },
};

const decisionsIn = (items: readonly CoreferenceItem[], knowledge: Knowledge, weight: number): Decision[] =>
  items.flatMap((item) => decisionsOf(item, knowledge, weight));

/** GUM's documents and the annotated articles, as the ranker learns from them. */
function rankerData(data: string, gold: readonly string[], models: TrainingOptions['models']) {
  const under = underCoreference(models);
  const folder = join(data, 'gum');
  const read = readdirSync(folder)
    .filter((f) => f.endsWith('.conllu'))
    .sort()
    .map((f) => readGum(join(folder, f)))
    .map((gum) => gumItem(gum, under(gum.text, null)));
  const held = new Set(GUM_DEVELOPMENT.map((name) => `GUM_${name}`));
  const files = gold.length ? gold : articleFiles(data);
  return {
    knowledge: knowledgeOf(packageAssets),
    documents: read.filter((d) => !held.has(d.id)),
    development: read.filter((d) => held.has(d.id)),
    articles: files.flatMap(readGold).map((a) => articleItem(a, under(a.text, a.date ?? null))),
  };
}

/** For each number from 0 to `folds` - 1 a packed ranker that has seen no article of that fold. */
export function foldRankers(
  data: string,
  models: TrainingOptions['models'],
  folds: number,
  foldOf: (text: string) => number,
): Uint8Array[] {
  const { knowledge, documents, articles } = rankerData(data, [], models);
  const fromGum = decisionsIn(documents, knowledge, GUM_WEIGHT);
  return Array.from({ length: folds }, (_, fold) => {
    const others = articles.filter(({ layers }) => foldOf(layers.text) !== fold);
    return packRanker([...fromGum, ...decisionsIn(others, knowledge, 1)]);
  });
}

const articleFiles = (data: string): string[] => {
  const folder = join(data, '../eval/data');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((f) => /^articles.*\.jsonl$/.test(f))
    .sort()
    .map((f) => join(folder, f));
};
