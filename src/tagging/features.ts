/** The tagger's feature templates: the word, its parts and clusters, its neighbours, wink's tags, and the tags just given. */
import { feature1, feature2, feature3, type WordColumns } from '../perceptron/index.ts';

/** Raise it when a template changes: the model's file is refused then. */
export const TAG_TEMPLATES = 2;
export const MAX_TAG_FEATURES = 64;

/**
 * Fills `out` with the features of word `i` of the sentence `first` to `last` (exclusive). @param tag of the words before it.
 * @returns how many
 */
export function tagFeatures(
  words: WordColumns,
  wink: Uint8Array,
  tag: Uint8Array,
  i: number,
  first: number,
  last: number,
  out: Int32Array,
): number {
  const { lower, suffix2, suffix3, prefix3, shape, fine, coarse, glued } = words;
  const w = lower[i];
  const s3 = suffix3[i];
  const sh = shape[i];
  const k = wink[i];
  const a = i - 1 >= first;
  const aa = i - 2 >= first;
  const b = i + 1 < last;
  const bb = i + 2 < last;
  const wa = a ? lower[i - 1] : 0;
  const waa = aa ? lower[i - 2] : 0;
  const wb = b ? lower[i + 1] : 0;
  const wbb = bb ? lower[i + 2] : 0;
  const ka = a ? wink[i - 1] : 31;
  const kb = b ? wink[i + 1] : 31;
  const kbb = bb ? wink[i + 2] : 31;
  const ta = a ? tag[i - 1] : 63;
  const taa = aa ? tag[i - 2] : 63;
  const s3a = a ? suffix3[i - 1] : 0;
  const s3b = b ? suffix3[i + 1] : 0;
  const s2b = b ? suffix2[i + 1] : 0;
  const shb = b ? shape[i + 1] : 0;
  const start = a ? 0 : 1;
  const glue = glued[i] * 2 + (b ? glued[i + 1] : 0);
  let n = 0;
  out[n++] = feature1(1, w);
  out[n++] = feature2(2, w, sh);
  out[n++] = feature1(3, s3);
  out[n++] = feature1(4, suffix2[i]);
  out[n++] = feature1(5, prefix3[i]);
  out[n++] = feature2(6, sh, start);
  out[n++] = feature2(7, s3, sh);
  out[n++] = feature1(8, k);
  out[n++] = feature2(9, k, w);
  out[n++] = feature3(10, ka, k, kb);
  out[n++] = feature3(11, k, kb, kbb);
  out[n++] = feature1(12, ta);
  out[n++] = feature2(13, taa, ta);
  out[n++] = feature2(14, ta, w);
  out[n++] = feature2(15, ta, k);
  out[n++] = feature2(16, ta, s3);
  out[n++] = feature3(17, ta, k, kb);
  out[n++] = feature2(18, ta, wb);
  out[n++] = feature1(19, wa);
  out[n++] = feature1(20, wb);
  out[n++] = feature1(21, waa);
  out[n++] = feature1(22, wbb);
  out[n++] = feature2(23, wa, w);
  out[n++] = feature2(24, w, wb);
  out[n++] = feature2(25, w, s3b);
  out[n++] = feature2(26, s3a, s3);
  out[n++] = feature2(27, s3, s3b);
  out[n++] = feature1(28, s3b);
  out[n++] = feature2(29, s2b, kb);
  out[n++] = feature1(30, fine[i]);
  out[n++] = feature2(31, coarse[i], sh);
  out[n++] = feature2(32, fine[i], ta);
  out[n++] = feature1(33, a ? fine[i - 1] : 0);
  out[n++] = feature1(34, b ? fine[i + 1] : 0);
  out[n++] = feature2(35, b ? coarse[i + 1] : 0, k);
  out[n++] = feature2(36, sh, shb);
  out[n++] = feature3(37, taa, ta, w);
  out[n++] = feature3(38, ta, w, wb);
  out[n++] = feature2(39, w, kb);
  out[n++] = feature3(40, waa, wa, k);
  out[n++] = feature3(41, ta, sh, shb);
  out[n++] = feature3(42, k, wb, wbb);
  out[n++] = feature2(43, glue, s3);
  out[n++] = feature3(44, glue, wa, s3);
  out[n++] = feature3(45, glue, w, kb);
  return n;
}
