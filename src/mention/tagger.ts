/** The learned proposer: one chain model finds the outermost mentions, a second one those that nest in them, a third gives kinds. */
import { type Assets, resource } from '../document/assets.ts';
import type { DraftMention } from '../document/layers.ts';
import { ENTITY_KINDS, type EntityType } from '../document/schema.ts';
import { ChainDecoder, FORBIDDEN } from '../perceptron/chain.ts';
import {
  type LinearModel,
  readModel,
  unpackGroups,
  unpackNumbers,
  unpackParts,
  unpackWeights,
} from '../perceptron/index.ts';
import { ACTS_FROM, actFeatures, mayAct } from './act.ts';
import type { Columns } from './columns.ts';
import { featuresAt, kindFeatures, MOST_FEATURES } from './feature.ts';
import { openWords, runsOf } from './gate.ts';
import { CLASS_OF_LABEL, CLASSES, LABEL_COUNT, LABEL_NAMES } from './label.ts';
import { headOf, mentionOf, type Read } from './proposal.ts';

export const MENTION_FILE = { name: 'mention', version: 4, templates: 2 } as const;
/** Every kind of every type, as "type/kind": the classes of the kind model. */
export const KINDS: readonly string[] = Object.entries(ENTITY_KINDS).flatMap(([type, kinds]) =>
  kinds.map((k) => `${type}/${k}`),
);

const KINDS_OF: Readonly<Partial<Record<EntityType, readonly string[]>>> = ENTITY_KINDS;
/** The kinds of each class's type. */
const KINDS_OF_CLASS = CLASSES.map(({ type }) => KINDS_OF[type] ?? []);
/** The types of the tagger's mentions that have kinds, and the kinds' numbers among `KINDS`. */
const KINDED = [...new Set(CLASSES.map((c) => c.type))].flatMap((type) => {
  const names = KINDS_OF[type] ?? [];
  const first = KINDS.indexOf(`${type}/${names[0]}`);
  return names.length ? [{ type, first, last: first + names.length }] : [];
});

export interface MentionModel {
  /** Which words the others read. */
  readonly gate: LinearModel;
  readonly outer: ChainDecoder;
  readonly inner: ChainDecoder;
  /** Of each type that has kinds: which of them. */
  readonly kind: Readonly<Partial<Record<EntityType, LinearModel>>>;
  /** Logarithm of the odds that the place acts as a government. */
  readonly acts: LinearModel;
}

/** Transitions are packed with 0 for what is forbidden and 2 ** 20 as their zero. */
export const TRANSITION_ZERO = 2 ** 20;
function chain(weights: Uint8Array, transitions: Uint8Array): ChainDecoder {
  const packed = unpackNumbers(transitions);
  if (packed.length !== LABEL_COUNT * LABEL_COUNT)
    throw new SyntaxError(`model mention: expected ${LABEL_COUNT} labels, got ${Math.sqrt(packed.length)}`);
  return new ChainDecoder({
    emissions: unpackGroups(weights, CLASS_OF_LABEL),
    classOf: CLASS_OF_LABEL,
    transitions: Int32Array.from(packed, (v) => (v ? v - TRANSITION_ZERO : FORBIDDEN)),
  });
}
export function unpackMention(bytes: Uint8Array): MentionModel {
  const { header, sections } = readModel(bytes, MENTION_FILE);
  if (header.classes.join() !== LABEL_NAMES.join())
    throw new SyntaxError('model mention: expected the labels of label.ts, got others');
  return {
    gate: unpackWeights(sections.gate),
    outer: chain(sections.outer, sections.outerTransitions),
    inner: chain(sections.inner, sections.innerTransitions),
    kind: Object.fromEntries(unpackParts(sections.kind, KINDED).map((kinds, t) => [KINDED[t].type, kinds])),
    acts: unpackWeights(sections.acts),
  };
}
export const loadMentionModel = (assets: Assets): MentionModel => resource(assets, 'model/mention.bin', unpackMention);

/** Class of a label, and whether it ends or begins a mention. */
const classOf = (label: number): number => (label - 1) >> 2;
const partOf = (label: number): number => (label - 1) & 3;

export interface Tagged {
  readonly cls: number;
  readonly first: number;
  readonly last: number;
}
/** The mentions that a column of labels spells, added to those `found`. */
export function spansOf(labels: Int32Array, offset: number, length: number, found: Tagged[] = []): Tagged[] {
  let start = 0;
  for (let t = 0; t < length; t++) {
    if (!labels[t]) continue;
    const part = partOf(labels[t]);
    if (part === 0 || part === 3) start = t;
    if (part >= 2) found.push({ cls: classOf(labels[t]), first: offset + start, last: offset + t + 1 });
  }
  return found;
}

/** Writes the outer layer into the columns, where the inner layer's features read it. */
export function markOuter(columns: Columns, spans: readonly Tagged[]): void {
  columns.outer.fill(0);
  for (const { cls, first, last } of spans)
    for (let i = first; i < last; i++)
      columns.outer[i] = 1 + cls * 4 + (last - first === 1 ? 3 : i === first ? 0 : i === last - 1 ? 2 : 1);
}

/** Scratch: the features of a word or a mention, scores of its kinds and of acting, the labels of a stretch. */
const buffer = new Int32Array(MOST_FEATURES);
const kinds = new Int32Array(KINDS.length);
const acts = new Int32Array(1);
let labels = new Int32Array(512);

/** The mentions in each of some stretches of words: first, last (exclusive), first, last … */
function decode(decoder: ChainDecoder, columns: Columns, stretches: readonly number[]): Tagged[] {
  const found: Tagged[] = [];
  let first = 0;
  const features = (t: number, out: Int32Array): number => featuresAt(columns, first + t, out);
  for (let k = 0; k < stretches.length; k += 2) {
    first = stretches[k];
    const length = stretches[k + 1] - first;
    if (labels.length < length) labels = new Int32Array(length);
    decoder.decode(length, features, buffer, labels);
    spansOf(labels, first, length, found);
  }
  return found;
}

/** What the outer layer reads: the words that the gate lets through, sentence by sentence. */
const outerStretches = (gate: LinearModel, columns: Columns, { sentences }: Read): number[] => {
  const open = openWords(gate, columns);
  const runs: number[] = [];
  for (let s = 0; s < sentences.length; s++) runsOf(open, sentences.first[s], sentences.last[s], runs);
  return runs;
};
/** What the inner layer reads: the words within a mention of several words, each mention a sequence of its own. */
export function innerStretches(outer: readonly Tagged[]): number[] {
  const stretches: number[] = [];
  for (const { first, last } of outer) if (last - first > 1) stretches.push(first, last);
  return stretches;
}

/** All mentions that the model proposes, outer and inner, with kinds, and what acts as a government. */
export function tagMentions(model: MentionModel, layers: Read, columns: Columns): DraftMention[] {
  for (const part of [model.gate, model.outer, model.inner]) part.warm(columns.length);
  columns.outer.fill(0);
  const outer = decode(model.outer, columns, outerStretches(model.gate, columns, layers));
  markOuter(columns, outer);
  const inner = decode(model.inner, columns, innerStretches(outer));
  const leastActs = ACTS_FROM / model.acts.unit;
  const kindOfClass = CLASSES.map(({ type }) => model.kind[type]);
  const found: DraftMention[] = [];
  const add = ({ cls, first, last }: Tagged): void => {
    const { type, level } = CLASSES[cls];
    const head = headOf(layers, first, last, level);
    const names = KINDS_OF_CLASS[cls];
    const kindOf = kindOfClass[cls];
    let kind: string | undefined;
    let actsAs: 'government' | undefined;
    if (kindOf) {
      kindOf.score(buffer, kindFeatures(columns, cls, first, last, head, buffer), kinds);
      let best = 0;
      for (let k = 1; k < names.length; k++) if (kinds[k] > kinds[best]) best = k;
      kind = names[best];
      if (type === 'place' && mayAct(kind)) {
        model.acts.score(buffer, actFeatures(columns, first, last, head, buffer), acts);
        if (acts[0] > leastActs) actsAs = 'government';
      }
    }
    found.push(mentionOf(layers, first, last, { type, kind, level, rule: 'tagger', actsAs }, head));
  };
  for (const span of outer) add(span);
  for (const span of inner) add(span);
  return found;
}
