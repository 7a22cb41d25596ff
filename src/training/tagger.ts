/** Training of the tagger, and jack-knifed tags for the parser. */
import { unpackClusters } from '../perceptron/clusters.ts';
import {
  argmax,
  hashString,
  meanOf,
  NARROW,
  packNumbers,
  packStrings,
  packWeights,
  Random,
  ShortcutLearner,
  type ShortcutOptions,
  Trainer,
  unpackWeights,
  type Weights,
  writeModel,
} from '../perceptron/index.ts';
import { MAX_TAG_FEATURES, TAG_CONTEXTS, tagContexts, tagFeatures } from '../tagging/features.ts';
import { TAGGER, type Tagger, unpackTagger } from '../tagging/tagger.ts';
import { FINE_TAGS, UPOS_OF } from '../tagging/tagset.ts';
import { type Example, exampleOf, recased } from './corpus.ts';
import type { Training } from './training.ts';
import { readTreebanks } from './treebanks.ts';

export interface TaggerOptions {
  readonly passes: number;
  /** Models of so many orders of the sentences are made one by their mean. */
  readonly runs: number;
  readonly bits: number;
  readonly minUpdates: number;
  readonly unit: number;
  /** Features with smaller weights are left out. */
  readonly least: number;
  readonly seed: number;
  readonly shortcuts: ShortcutOptions;
}
export const TAGGER_OPTIONS: TaggerOptions = {
  passes: 8,
  runs: 6,
  bits: 18,
  minUpdates: 4,
  unit: 1,
  least: 2,
  seed: 1,
  shortcuts: { count: 10, purity: 0.99 },
};

const KNOWN_COUNT = 30;
const KNOWN_PURITY = 0.998;

/** Words that are frequent and always the same: their tag needs no model. */
function knownWords(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, Int32Array>();
  for (const { lower, fine } of examples)
    lower.forEach((word, i) => {
      if (/\d/.test(word)) return;
      let row = counts.get(word);
      if (!row) counts.set(word, (row = new Int32Array(FINE_TAGS.length)));
      row[fine[i]]++;
    });
  const known = new Map<string, number>();
  for (const [word, row] of counts) {
    const total = row.reduce((sum, n) => sum + n, 0);
    const best = argmax(row);
    if (total >= KNOWN_COUNT && row[best] >= total * KNOWN_PURITY) known.set(word, best);
  }
  return known;
}

function runOnce(
  examples: readonly Example[],
  known: ReadonlyMap<number, number>,
  { passes, bits, minUpdates }: TaggerOptions,
  seed: number,
): Weights {
  const trainer = new Trainer({ classes: FINE_TAGS.length, bits, minUpdates });
  const random = new Random(seed);
  const features = new Int32Array(MAX_TAG_FEATURES);
  const scores = new Float64Array(FINE_TAGS.length);
  const order = [...examples];
  for (let pass = 0; pass < passes; pass++)
    for (const { words, fine } of random.shuffle(order)) {
      const tag = new Uint8Array(fine.length);
      for (let i = 0; i < fine.length; i++) {
        const sure = known.get(words.lower[i]);
        tag[i] = sure ?? 0;
        if (sure !== undefined) continue;
        const count = tagFeatures(words, tag, i, 0, fine.length, features);
        trainer.score(features, count, scores);
        tag[i] = argmax(scores);
        trainer.update(features, count, fine[i], tag[i]);
      }
    }
  return trainer.average();
}

/** The contexts in which the model decides always in the same way. */
export function taggerShortcuts(
  weights: Uint8Array,
  known: ReadonlyMap<number, number>,
  examples: readonly Example[],
  options: ShortcutOptions,
): Uint8Array {
  const learner = new ShortcutLearner(TAG_CONTEXTS);
  const model = unpackWeights(weights);
  const contexts = new Int32Array(TAG_CONTEXTS);
  const features = new Int32Array(MAX_TAG_FEATURES);
  const scores = new Int32Array(FINE_TAGS.length);
  for (const { words, fine } of examples) {
    const tag = new Uint8Array(fine.length);
    for (let i = 0; i < fine.length; i++) {
      const sure = known.get(words.lower[i]);
      tag[i] = sure ?? 0;
      if (sure !== undefined) continue;
      model.score(features, tagFeatures(words, tag, i, 0, fine.length, features), scores);
      tag[i] = argmax(scores);
      tagContexts(words, tag, i, 0, fine.length, contexts);
      learner.note(contexts, tag[i]);
    }
  }
  return learner.pack(options);
}

/** The packed model. The same examples and options give the same bytes. */
export function trainTagger(examples: readonly Example[], options: TaggerOptions): Uint8Array {
  const known = knownWords(examples);
  const hashes = new Map([...known].map(([word, tag]) => [hashString(word), tag]));
  const runs = Array.from({ length: options.runs }, (_, run) => runOnce(examples, hashes, options, options.seed + run));
  const weights = packWeights(meanOf(runs), { ...options, most: NARROW });
  return writeModel(
    { ...TAGGER, classes: FINE_TAGS },
    {
      knownWords: packStrings([...known.keys()]),
      knownTags: packNumbers(known.values()),
      weights,
      shortcuts: taggerShortcuts(weights, hashes, examples, options.shortcuts),
    },
  );
}

/** Fine tags of an example by a tagger. */
export function tagsOf(tagger: Tagger, { words, pos }: Example): Uint8Array {
  const tag = new Uint8Array(pos.length);
  tagger.tagSentence(words, 0, pos.length, tag);
  return tag;
}

/** Share of right tags in percent. */
export function taggingAccuracy(tagger: Tagger, examples: readonly Example[]): number {
  let right = 0;
  let all = 0;
  for (const example of examples) {
    const tag = tagsOf(tagger, example);
    for (let i = 0; i < tag.length; i++) if (UPOS_OF[tag[i]] === example.pos[i]) right++;
    all += tag.length;
  }
  return (100 * right) / all;
}

/** Each example with the tags that a tagger gives which has not seen it: what the parser will meet in the wild. */
export function jackknife(examples: readonly Example[], folds: number, options: TaggerOptions): Example[] {
  const fold = (i: number): number => i % folds;
  const taggers = Array.from({ length: folds }, (_, f) =>
    unpackTagger(
      trainTagger(
        examples.filter((_, i) => fold(i) !== f),
        options,
      ),
    ),
  );
  return examples.map((example, i) => ({ ...example, fine: tagsOf(taggers[fold(i)], example) }));
}

const RECASE_EVERY = 12;

export const tagger: Training = {
  name: 'tagger',
  file: 'tagger.bin',
  data: [
    'Universal Dependencies English Web Treebank (CC BY-SA 4.0)',
    'GUM, Georgetown University Multilayer corpus (annotations CC BY 4.0)',
    'sentences drawn from a grammar of our own, corpus/grammar (CC0)',
    'word clusters and ambiguity classes: clusters.md',
  ],
  run({ data, everything, models, log }) {
    const clusters = unpackClusters(models('clusters.bin'));
    const { train, development } = readTreebanks(data, everything);
    const read = (given: typeof train): Example[] => given.map((s) => exampleOf(s, clusters));
    const examples = [...read(train), ...recased(train, RECASE_EVERY, clusters)];
    log(`${examples.length} sentences`);
    const bytes = trainTagger(examples, TAGGER_OPTIONS);
    const made = unpackTagger(bytes);
    const score = (name: string, given: typeof train): string =>
      `${name}: UPOS ${taggingAccuracy(made, read(given)).toFixed(2)} % on gold words`;
    const scores = development.map(([name, sentences]) => score(name, sentences));
    return { bytes, scores };
  },
};
