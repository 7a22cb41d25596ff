/** The tagger's feature templates: the word, its parts and clusters, what it and its neighbours may be, and the tags just given. */
import { CAPITALS, deep, key, mix1, mix2, salt, seeded, spread, type WordColumns } from '../perceptron/index.ts';

/** Raise it when a template changes: the model's file is refused then. */
export const TAG_TEMPLATES = 5;
export const MAX_TAG_FEATURES = 64;

/** How many contexts of a word may decide alone. */
export const TAG_CONTEXTS = 4;

/** No tag, no ambiguity class, no cluster: the sentence's edge. */
const NO_TAG = 63;
const NO_CLASS = 64;
const NO_CLUSTER = 1023;

/** A word as it is written as far as that tells two apart: "attacked US troops", "attacked us". */
const written = (words: WordColumns, i: number): number =>
  words.shape[i] === CAPITALS ? ~words.lower[i] : words.lower[i];

/** Fills `out` with the contexts of word `i`: the word, with the tag before it, the ambiguity class behind it, and both. */
export function tagContexts(
  words: WordColumns,
  tag: Uint8Array,
  i: number,
  first: number,
  last: number,
  out: Int32Array,
): void {
  const w = written(words, i);
  const k = words.ambiguity[i];
  const before = i > first ? tag[i - 1] : NO_TAG;
  const behind = i + 1 < last ? words.ambiguity[i + 1] : NO_CLASS;
  out[0] = mix2(seeded(1), w, k);
  out[1] = deep(mix2(seeded(2), w, k)) ^ salt(before);
  out[2] = deep(mix2(seeded(3), w, k)) ^ salt(behind);
  out[3] = deep(mix2(seeded(4), w, k)) ^ salt(before * 128 + behind);
  spread(out, TAG_CONTEXTS);
}

/**
 * Fills `out` with the features of word `i` of the sentence `first` to `last` (exclusive). @param tag of the words before it.
 * @returns how many
 */
export function tagFeatures(
  words: WordColumns,
  tag: Uint8Array,
  i: number,
  first: number,
  last: number,
  out: Int32Array,
): number {
  const { lower, suffix2, suffix3, prefix3, shape, fine, coarse, ambiguity } = words;
  const w = lower[i];
  const v = written(words, i);
  const sh = shape[i];
  const k = ambiguity[i];
  const a = i - 1 >= first;
  const aa = i - 2 >= first;
  const b = i + 1 < last;
  const wa = a ? lower[i - 1] : 0;
  const wb = b ? lower[i + 1] : 0;
  const kb = b ? ambiguity[i + 1] : NO_CLASS;
  const kbb = i + 2 < last ? ambiguity[i + 2] : NO_CLASS;
  const ta = a ? tag[i - 1] : NO_TAG;
  const taa = aa ? tag[i - 2] : NO_TAG;
  const s2b = b ? suffix2[i + 1] : 0;
  let n = 0;
  out[n++] = mix1(key(1), w);
  out[n++] = mix1(key(2), suffix3[i]);
  out[n++] = mix1(key(3), suffix2[i]);
  out[n++] = mix1(key(4), prefix3[i]);
  out[n++] = mix2(key(5), sh, a ? 0 : 1);
  out[n++] = mix1(key(6), k);
  out[n++] = mix2(key(7), k, v);
  out[n++] = mix2(key(8), k, kb) ^ salt(kbb);
  out[n++] = mix2(key(9), taa, ta);
  out[n++] = mix2(key(10), ta, k);
  out[n++] = mix1(key(11), wa);
  out[n++] = mix1(key(12), wb);
  out[n++] = mix1(key(13), aa ? lower[i - 2] : 0);
  out[n++] = mix2(key(14), wa, w);
  out[n++] = mix2(key(15), w, wb);
  out[n++] = mix2(key(16), s2b, kb);
  out[n++] = mix1(key(17), fine[i]);
  out[n++] = mix2(key(18), coarse[i], sh);
  out[n++] = mix2(key(19), v, kb);
  out[n++] = mix2(key(20), ta, sh) ^ salt(b ? shape[i + 1] : 0);
  out[n++] = mix1(key(21), b ? fine[i + 1] : NO_CLUSTER);
  out[n++] = mix2(key(22), fine[i], ta);
  out[n++] = mix2(key(23), w, ta);
  out[n++] = mix2(key(24), suffix2[i], b ? coarse[i + 1] : NO_CLUSTER);
  return spread(out, n);
}
