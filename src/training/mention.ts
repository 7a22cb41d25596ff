/** Trains the mention tagger on articles annotated in the schema. */
import type { Assets } from '../document/assets.ts';
import { emptyLayers, type Layers } from '../document/layers.ts';
import type { Settings } from '../document/settings.ts';
import { tokenAt } from '../document/tokens.ts';
import { type Columns, columnsOf, coveredBy } from '../mention/columns.ts';
import { evidenceOf, loadTables } from '../mention/evidence.ts';
import { featuresAt, kindFeatures, MOST_FEATURES } from '../mention/feature.ts';
import { gateFeatures, MOST_GATE_FEATURES, openWords, runsOf } from '../mention/gate.ts';
import { LEAST } from '../mention/index.ts';
import { CLASSES, LABEL_COUNT, LABEL_NAMES, labelOf, mayFollow } from '../mention/label.ts';
import { loadPlaceRecogniser, recognisePlaces } from '../mention/place/index.ts';
import { headOf } from '../mention/proposal.ts';
import { proposeDates } from '../mention/propose/date.ts';
import { proposeIdentifiers } from '../mention/propose/identifier.ts';
import { loadDemonyms, nationalityProposer } from '../mention/propose/nationality.ts';
import { loadQuantities, quantityProposer } from '../mention/propose/quantity.ts';
import { innerStretches, KINDS, MENTION_FILE, markOuter, type Tagged, TRANSITION_ZERO } from '../mention/tagger.ts';
import {
  argmax,
  clustersOf,
  type LinearModel,
  NARROW,
  packNumbers,
  packWeights,
  Random,
  Trainer,
  unpackWeights,
  type Weights,
  writeModel,
} from '../perceptron/index.ts';
import { PIPELINE } from '../pipeline.ts';
import { type CrfModel, type Sequence, trainCrf } from './crf.ts';
import { trainLogistic } from './logistic.ts';
import { trainActs } from './mentionAct.ts';
import type { BioSentence } from './readBio.ts';

/** An annotated article, as a line of the schema's JSONL. */
export interface AnnotatedArticle {
  readonly id: string;
  readonly text: string;
  readonly date?: string | null;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly kind?: string;
    readonly level: string;
    readonly actsAs?: string;
    /** The thing that it refers to: what the coreference ranker learns from. */
    readonly entity?: string;
  }[];
  /** Metonymy is annotated, though the text may hold none. */
  readonly acting?: boolean;
}

interface Span extends Tagged {
  readonly kind?: string;
  readonly acts?: true;
}
export interface Example {
  readonly layers: Layers;
  readonly columns: Columns;
  readonly outer: readonly Span[];
  readonly inner: readonly Span[];
  readonly names?: NamesOnly;
  /** Metonymy is annotated. */
  readonly acting: boolean;
}
/** A corpus in which names of persons, organisations and places alone are marked. */
export interface NamesOnly {
  /** How much it counts beside the schema's own. */
  readonly weight: number;
  /** Words that its own types leave open. */
  readonly unknown: ReadonlySet<number>;
}

/** The layers that the mention stage reads, for any text. */
export function underMention(settings: Settings): (text: string, date: string | null) => Layers {
  const runs = PIPELINE.slice(
    0,
    PIPELINE.findIndex((s) => s.name === 'mention'),
  ).map((s) => s.prepare(settings));
  return (text, date) => {
    let layers = emptyLayers(text, date, null);
    for (const run of runs) layers = { ...layers, ...run(layers) };
    return layers;
  };
}

const inside = (a: Tagged, b: Tagged): boolean =>
  a !== b && b.first <= a.first && b.last >= a.last && b.last - b.first > a.last - a.first;

/** Gold spans on the library's own tokens. What cuts into a token takes the whole of it. */
export function exampleOf(article: AnnotatedArticle, layers: Layers, columns: Columns): Example {
  const { tokens, sentences } = layers;
  const spans = article.mentions.flatMap((m): Span[] => {
    const cls = CLASSES.findIndex((c) => c.type === m.type && c.level === m.level);
    const first = tokenAt(tokens, m.start);
    const last = Math.min(tokenAt(tokens, m.end - 1) + 1, tokens.length);
    if (cls < 0 || first >= last || last > sentences.last[tokens.sentence[first]]) return [];
    return [{ cls, first, last, ...(m.kind && { kind: m.kind }), ...(m.actsAs && { acts: true as const }) }];
  });
  const outer = spans.filter((s) => !spans.some((o) => inside(s, o)));
  // one level of nesting: what nests in what nests is rare
  const inner = spans.filter(
    (s) => outer.some((o) => inside(s, o)) && !spans.some((o) => !outer.includes(o) && inside(s, o)),
  );
  return { layers, columns, outer, inner, acting: article.acting ?? article.mentions.some((m) => m.actsAs) };
}

/** The columns of a document as the mention stage makes them. */
export function columnMaker(assets: Assets, settings: Settings): (layers: Layers) => Columns {
  const tables = loadTables(assets, settings.lexicon);
  const clusters = clustersOf(assets);
  const proposers = [
    proposeIdentifiers,
    proposeDates,
    quantityProposer(loadQuantities(assets)),
    nationalityProposer(loadDemonyms(assets)),
  ];
  const recogniser = loadPlaceRecogniser(assets);
  return (layers) =>
    columnsOf(
      layers,
      evidenceOf(layers, tables, recognisePlaces(layers, recogniser, [], LEAST)).evidence,
      coveredBy(
        layers.tokens.length,
        proposers.flatMap((p) => p(layers)),
      ),
      clusters,
    );
}

/** Labels of a stretch of words; spans that overlap an earlier one are left out. */
function labelsOf(spans: readonly Tagged[], first: number, last: number): Int32Array {
  const labels = new Int32Array(last - first);
  for (const s of spans) {
    if (s.first < first || s.last > last || labels.subarray(s.first - first, s.last - first).some((l) => l)) continue;
    for (let t = s.first; t < s.last; t++)
      labels[t - first] = labelOf(s.cls, s.last - s.first === 1 ? 3 : t === s.first ? 0 : t === s.last - 1 ? 2 : 1);
  }
  return labels;
}

const ONLY: readonly Uint8Array[] = Array.from({ length: LABEL_COUNT }, (_, l) =>
  Uint8Array.from({ length: LABEL_COUNT }, (_, k) => (k === l ? 1 : 0)),
);
const ANY = new Uint8Array(LABEL_COUNT).fill(1);
/** What a word without a name may be where names alone are marked: outside, or in a nominal or a name of another type. */
const NO_NAME = Uint8Array.from({ length: LABEL_COUNT }, (_, l) => {
  const cls = l ? CLASSES[(l - 1) >> 2] : undefined;
  return cls?.level === 'name' && ['person', 'organization', 'place'].includes(cls.type) ? 0 : 1;
});

function sequence(
  columns: Columns,
  spans: readonly Tagged[],
  first: number,
  last: number,
  mask: number,
  names?: NamesOnly,
): Sequence {
  const buffer = new Int32Array(MOST_FEATURES);
  const features: Int32Array[] = [];
  for (let i = first; i < last; i++)
    features.push(buffer.slice(0, featuresAt(columns, i, buffer)).map((h) => h & mask));
  const labels = labelsOf(spans, first, last);
  const right = Array.from(labels, (l, t) => (!names || l ? ONLY[l] : names.unknown.has(first + t) ? ANY : NO_NAME));
  return names ? { features, right, weight: names.weight } : { features, right };
}

export interface MentionTraining {
  readonly passes: number;
  readonly rate: number;
  readonly decay: number;
  readonly cutoff: number;
  readonly bits: number;
  /** What weights are rounded to multiples of. */
  readonly unit: number;
  /** A feature all of whose weights are smaller is left out. */
  readonly least: number;
  readonly seed: number;
}
export const MENTION_TRAINING: MentionTraining = {
  passes: 6,
  rate: 0.1,
  decay: 1e-3,
  cutoff: 3,
  bits: 18,
  unit: 0.1,
  least: 0.2,
  seed: 1,
};

function trainKinds(examples: readonly Example[], { bits, seed }: MentionTraining): Weights {
  const trainer = new Trainer({ classes: KINDS.length, bits: bits - 2 });
  const random = new Random(seed);
  const buffer = new Int32Array(MOST_FEATURES);
  const scores = new Float64Array(KINDS.length);
  const items = examples.flatMap((e) =>
    [...e.outer, ...e.inner].flatMap((s) => {
      const kind = KINDS.indexOf(`${CLASSES[s.cls].type}/${s.kind}`);
      return kind < 0 ? [] : [{ e, s, kind, head: headOf(e.layers, s.first, s.last, CLASSES[s.cls].level) }];
    }),
  );
  for (let pass = 0; pass < 10; pass++)
    for (const { e, s, kind, head } of random.shuffle(items)) {
      const count = kindFeatures(e.columns, s.cls, s.first, s.last, head, buffer);
      trainer.score(buffer, count, scores);
      // only kinds of the mention's own type compete
      for (let k = 0; k < KINDS.length; k++) if (!KINDS[k].startsWith(`${CLASSES[s.cls].type}/`)) scores[k] = -Infinity;
      trainer.update(buffer, count, kind, argmax(scores));
    }
  return trainer.average();
}

const GATE = { bits: 14, passes: 6, rate: 0.07, penalty: 0.002 };
const GATE_UNIT = 0.05;

/** Which words may be part of a mention. @returns the packed weights */
function trainGate(examples: readonly Example[]): Uint8Array {
  const buffer = new Int32Array(MOST_GATE_FEATURES);
  const words = examples.flatMap(({ columns, outer }) => {
    const within = new Uint8Array(columns.length);
    for (const s of outer) within.fill(1, s.first, s.last);
    return Array.from(within, (label, i) => ({
      features: buffer.slice(0, gateFeatures(columns, i, buffer)),
      label,
      weight: 1,
    }));
  });
  return packWeights(trainLogistic(words, GATE), { unit: GATE_UNIT });
}

/** What the outer layer learns from: the words that the gate lets through, and all words of mentions. */
function stretchesOf({ columns, outer, layers: { sentences } }: Example, gate: LinearModel): number[] {
  const open = openWords(gate, columns);
  for (const s of outer) open.fill(1, s.first, s.last);
  const runs: number[] = [];
  for (let s = 0; s < sentences.length; s++) runsOf(open, sentences.first[s], sentences.last[s], runs);
  return runs;
}

/** What training has learnt, before it is packed. */
export interface TrainedMention {
  /** Packed already, as the other models learn from what it lets through. */
  readonly gate: Uint8Array;
  readonly outer: CrfModel;
  readonly inner: CrfModel;
  readonly kind: Weights;
  readonly acts: Uint8Array;
}

export function learnMention(
  examples: readonly Example[],
  options: MentionTraining = MENTION_TRAINING,
): TrainedMention {
  const mask = 2 ** options.bits - 1;
  const crf = { labelCount: LABEL_COUNT, mayFollow, ...options };
  const own = examples.filter((e) => !e.names);
  const gate = trainGate(own);
  const gateModel = unpackWeights(gate);
  const sequences = (stretches: readonly number[], columns: Columns, spans: readonly Span[], names?: NamesOnly) =>
    stretches.flatMap((first, k) => (k % 2 ? [] : [sequence(columns, spans, first, stretches[k + 1], mask, names)]));
  const outer = examples.flatMap((example) => {
    example.columns.outer.fill(0);
    return sequences(stretchesOf(example, gateModel), example.columns, example.outer, example.names);
  });
  const inner = own.flatMap(({ columns, outer: around, inner: spans }) => {
    markOuter(columns, around);
    return sequences(innerStretches(around), columns, spans);
  });
  return {
    gate,
    outer: trainCrf(outer, crf),
    inner: trainCrf(inner, crf),
    kind: trainKinds(own, options),
    acts: trainActs(own),
  };
}

/** @returns the bytes of `model/mention.bin`. */
export function packMention(trained: TrainedMention, options: MentionTraining = MENTION_TRAINING): Uint8Array {
  const outer = packChain(trained.outer, options);
  const inner = packChain(trained.inner, options);
  return writeModel(
    { ...MENTION_FILE, classes: LABEL_NAMES },
    {
      gate: trained.gate,
      outer: outer.weights,
      outerTransitions: outer.transitions,
      inner: inner.weights,
      innerTransitions: inner.transitions,
      kind: packWeights(trained.kind, { unit: options.unit * 2 }),
      acts: trained.acts,
    },
  );
}

function packChain(
  model: CrfModel,
  { bits, unit, least }: MentionTraining,
): { weights: Uint8Array; transitions: Uint8Array } {
  const classes = model.labelCount;
  const values = new Float32Array(2 ** bits * classes);
  for (const [bucket, row] of model.rows)
    for (let k = 0; k < classes; k++) values[bucket * classes + k] = model.weights[row * classes + k];
  const transitions = Array.from(model.transitions, (v) =>
    v === -Infinity ? 0 : TRANSITION_ZERO + Math.round(v / unit),
  );
  return {
    weights: packWeights({ bits, classes, values }, { unit, least, most: NARROW }),
    transitions: packNumbers(transitions),
  };
}

/** Training and packing in one: the bytes of `model/mention.bin`. */
export const trainMention = (examples: readonly Example[], options: MentionTraining = MENTION_TRAINING): Uint8Array =>
  packMention(learnMention(examples, options), options);

/** Labels of corpora of names in the schema's types; what isn't here leaves its words open. */
const NAME_TYPES: Readonly<Record<string, string>> = {
  person: 'person',
  politician: 'person',
  organisation: 'organization',
  politicalparty: 'organization',
  country: 'place',
  location: 'place',
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
};

/** An example of a sentence in which only names are marked. */
export function namesExample(sentence: BioSentence, layers: Layers, columns: Columns, weight: number): Example {
  const unknown = new Set<number>();
  const mentions = sentence.spans.flatMap(({ start, end, label }) => {
    const type = NAME_TYPES[label];
    if (type) return [{ start, end, type, level: 'name' }];
    for (let t = tokenAt(layers.tokens, start); t < layers.tokens.length && layers.tokens.start[t] < end; t++)
      unknown.add(t);
    return [];
  });
  return { ...exampleOf({ id: '', text: sentence.text, mentions }, layers, columns), names: { weight, unknown } };
}
