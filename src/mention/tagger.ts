/** The learned proposer: one chain model finds the outermost mentions, a second one those that nest in them, a third gives kinds. */
import { type Assets, resource } from '../document/assets.ts';
import type { DraftMention } from '../document/layers.ts';
import { ENTITY_KINDS } from '../document/schema.ts';
import { ChainDecoder, FORBIDDEN } from '../perceptron/chain.ts';
import { type LinearModel, readModel, unpackNumbers, unpackWeights } from '../perceptron/index.ts';
import { type Columns, featuresAt, kindFeatures, MOST_FEATURES } from './feature.ts';
import { CLASSES, LABEL_COUNT, LABEL_NAMES } from './label.ts';
import { mentionOf, type Read } from './proposal.ts';

export const MENTION_FILE = { name: 'mention', version: 2, templates: 1 } as const;
/** Every kind of every type, as "type/kind": the classes of the kind model. */
export const KINDS: readonly string[] = Object.entries(ENTITY_KINDS).flatMap(([type, kinds]) =>
  kinds.map((k) => `${type}/${k}`),
);

export interface MentionModel {
  readonly outer: ChainDecoder;
  readonly inner: ChainDecoder;
  readonly kind: LinearModel;
  /** Class 1: the place acts as a government. */
  readonly acts: LinearModel;
}

/** Transitions are packed with 0 for what is forbidden and 2 ** 20 as their zero. */
export const TRANSITION_ZERO = 2 ** 20;
function chain(weights: Uint8Array, transitions: Uint8Array): ChainDecoder {
  const packed = unpackNumbers(transitions);
  if (packed.length !== LABEL_COUNT * LABEL_COUNT)
    throw new SyntaxError(`model mention: expected ${LABEL_COUNT} labels, got ${Math.sqrt(packed.length)}`);
  return new ChainDecoder({
    emissions: unpackWeights(weights),
    transitions: Int32Array.from(packed, (v) => (v ? v - TRANSITION_ZERO : FORBIDDEN)),
  });
}
export function unpackMention(bytes: Uint8Array): MentionModel {
  const { header, sections } = readModel(bytes, MENTION_FILE);
  if (header.classes.join() !== LABEL_NAMES.join())
    throw new SyntaxError('model mention: expected the labels of label.ts, got others');
  return {
    outer: chain(sections.outer, sections.outerTransitions),
    inner: chain(sections.inner, sections.innerTransitions),
    kind: unpackWeights(sections.kind),
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
/** The mentions that a column of labels spells. */
export function spansOf(labels: Int32Array, offset: number, length: number): Tagged[] {
  const found: Tagged[] = [];
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

function decode(decoder: ChainDecoder, columns: Columns, { sentences }: Read, inside: boolean): Tagged[] {
  const buffer = new Int32Array(MOST_FEATURES);
  const found: Tagged[] = [];
  let labels = new Int32Array(128);
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.first[s];
    const length = sentences.last[s] - first;
    if (labels.length < length) labels = new Int32Array(length);
    if (inside) {
      // only words within a mention of several words: each mention is a short sequence of its own
      let i = first;
      while (i < first + length) {
        const outer = columns.outer[i];
        if (!outer || partOf(outer) !== 0) {
          i++;
          continue;
        }
        let end = i;
        while (partOf(columns.outer[end]) !== 2) end++;
        const from = i;
        decoder.decode(end + 1 - from, (t, out) => featuresAt(columns, from + t, out), buffer, labels);
        found.push(...spansOf(labels, from, end + 1 - from));
        i = end + 1;
      }
    } else {
      decoder.decode(length, (t, out) => featuresAt(columns, first + t, out), buffer, labels);
      found.push(...spansOf(labels, first, length));
    }
  }
  return found;
}

/** Countries and capitals act for their governments; a river or a base doesn't. */
export const mayAct = (kind: string | undefined): boolean => kind === 'country' || kind === 'city';

/** All mentions that the model proposes, outer and inner, with kinds, and what acts as a government. */
export function tagMentions(model: MentionModel, layers: Read, columns: Columns): DraftMention[] {
  const outer = decode(model.outer, columns, layers, false);
  markOuter(columns, outer);
  const inner = decode(model.inner, columns, layers, true);
  const buffer = new Int32Array(MOST_FEATURES);
  const kinds = new Int32Array(model.kind.classes);
  const acts = new Int32Array(model.acts.classes);
  return [...outer, ...inner].map(({ cls, first, last }) => {
    const { type, level } = CLASSES[cls];
    const mention = mentionOf(layers, first, last, { type, level, rule: 'tagger' });
    const count = kindFeatures(columns, cls, first, last, mention.head, buffer);
    model.kind.score(buffer, count, kinds);
    let best = -1;
    for (let k = 0; k < KINDS.length; k++)
      if (KINDS[k].startsWith(`${type}/`) && (best < 0 || kinds[k] > kinds[best])) best = k;
    if (best < 0) return mention;
    const kind = KINDS[best].slice(type.length + 1);
    if (type !== 'place' || !mayAct(kind)) return { ...mention, kind };
    model.acts.score(buffer, count, acts);
    return acts[1] > acts[0] ? { ...mention, kind, actsAs: 'government' } : { ...mention, kind };
  });
}
