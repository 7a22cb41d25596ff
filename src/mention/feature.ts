/** What the mention tagger sees of each word, and of a whole mention, as hashed integers. */
import { DEP } from '../document/ud.ts';
import { feature1, feature2, feature3, hashString } from '../perceptron/index.ts';
import type { Columns } from './columns.ts';

export const MOST_FEATURES = 80;

/** A word's value in a column; outside of the sentence (a negative `k`) the side on which it lies. */
const seen = (column: Int32Array | Uint8Array, k: number): number => (k < 0 ? k : column[k]);

/**
 * Writes the hashed features of word `i` to `out` and returns how many there are. The templates are what greedy removal
 * left of sixty-five: all others cost time and, on texts that training hadn't seen, a little accuracy.
 */
export function featuresAt(c: Columns, i: number, out: Int32Array): number {
  const first = c.first[i];
  const last = c.last[i];
  const before = i > first ? i - 1 : -1;
  const after = i + 1 < last ? i + 1 : -2;
  const { lower, fine, suffix2, suffix3 } = c.words;
  const { lexicon, place, bits, elsewhere } = c.evidence;
  const pos = c.pos[i];
  const posAfter = seen(c.pos, after);
  const capital = c.capitalised[i];
  const lemma = c.lemma[i];
  out[0] = feature1(1, 0);
  out[1] = feature1(2, lower[i]);
  out[2] = feature1(3, seen(lower, before));
  out[3] = feature1(4, seen(lower, after));
  out[4] = feature2(7, lemma, pos);
  out[5] = feature3(8, pos, seen(c.pos, before), posAfter);
  out[6] = feature2(12, suffix3[i], capital);
  out[7] = feature2(13, suffix2[i], pos);
  out[8] = feature2(14, fine[i], pos);
  out[9] = feature2(22, lexicon[i], capital);
  out[10] = feature3(24, lexicon[i], posAfter, pos);
  out[11] = feature2(25, place[i], capital);
  out[12] = feature2(28, bits[i], pos);
  out[13] = feature2(31, elsewhere[i], pos);
  out[14] = feature3(32, c.covered[i], seen(c.covered, before), seen(c.covered, after));
  // the tree: what the word is to its head, and the head of the noun phrase it stands in
  const head = c.head.length ? c.head[i] : -1;
  const dep = c.dep.length ? c.dep[i] : 0;
  const noun = head >= 0 && MODIFIERS[dep] ? head : i;
  out[15] = feature2(40, dep, pos);
  out[16] = feature2(43, dep, lemma);
  out[17] = feature3(45, noun === i ? 0 : noun > i ? 1 : 2, fine[noun], pos);
  let n = 18;
  if (capital) n = inCapitals(c, i, n, out);
  if (c.outer[i]) n = inOuter(c, i, after, n, out);
  return n;
}

/** How the run of capitals goes on that the word stands in: its last word, and what follows. */
function inCapitals({ words, capitalised, evidence, last }: Columns, i: number, n: number, out: Int32Array): number {
  const end = last[i];
  let b = i;
  while (b + 1 < end && b - i < LONGEST_RUN && (capitalised[b + 1] || words.lower[b + 1] === HYPHEN)) b++;
  out[n] = feature2(52, b + 1 < end ? words.lower[b + 1] : -2, b - i);
  out[n + 1] = feature2(54, words.fine[b], b - i);
  out[n + 2] = feature2(56, evidence.lexicon[b], b - i);
  return n + 3;
}
const LONGEST_RUN = 6;
const HYPHEN = hashString('-');

/** What the outer layer says of the word. */
function inOuter(c: Columns, i: number, after: number, n: number, out: Int32Array): number {
  const outer = c.outer[i];
  out[n] = feature1(60, outer);
  out[n + 1] = feature2(61, outer, c.words.lower[i]);
  out[n + 2] = feature3(62, outer, c.pos[i], c.capitalised[i]);
  out[n + 3] = feature2(63, outer, c.evidence.lexicon[i]);
  out[n + 4] = feature2(64, outer, c.evidence.place[i]);
  out[n + 5] = feature3(65, outer, seen(c.outer, after), c.pos[i]);
  return n + 6;
}

const MODIFIERS = new Uint8Array(256);
for (const dep of [DEP.compound, DEP.amod, DEP.flat, DEP.det, DEP.nummod, DEP['nmod:poss'], DEP.case, DEP['nmod:desc']])
  MODIFIERS[dep] = 1;

/** Features of a whole mention, by which its kind is told. */
export function kindFeatures(
  c: Columns,
  cls: number,
  first: number,
  last: number,
  head: number,
  out: Int32Array,
): number {
  let n = 0;
  out[n++] = feature3(101, cls, 0, 0);
  out[n++] = feature3(102, cls, c.lemma[head], 0);
  out[n++] = feature3(103, cls, c.words.fine[head], 0);
  out[n++] = feature3(104, cls, c.evidence.lexicon[head], 0);
  out[n++] = feature3(105, cls, c.words.suffix3[head], 0);
  out[n++] = feature3(106, cls, c.words.lower[first], 0);
  out[n++] = feature3(107, cls, c.words.lower[last - 1], 0);
  out[n++] = feature3(108, cls, c.lemma[last - 1], c.lemma[first]);
  out[n++] = feature3(109, cls, last - first, 0);
  for (let i = first; i < last && n < 50; i++) {
    out[n++] = feature3(110, cls, c.lemma[i], 0);
    out[n++] = feature3(111, cls, c.words.fine[i], 0);
    out[n++] = feature3(112, cls, c.evidence.lexicon[i], 0);
    out[n++] = feature3(113, cls, c.words.shape[i], 0);
  }
  const before = first > c.first[first] ? first - 1 : -1;
  const after = last < c.last[first] ? last : -1;
  out[n++] = feature3(114, cls, before < 0 ? -1 : c.words.lower[before], 0);
  out[n++] = feature3(115, cls, after < 0 ? -1 : c.words.lower[after], 0);
  out[n++] = feature3(116, cls, after < 0 ? -1 : c.words.fine[after], 0);
  out[n++] = feature3(117, cls, before < 0 ? -1 : c.lemma[before], c.lemma[head]);
  out[n++] = feature3(118, cls, c.evidence.place[head], c.evidence.bits[head]);
  const top = c.head.length ? c.head[head] : -1;
  out[n++] = feature3(119, cls, c.dep.length ? c.dep[head] : 0, top < 0 ? -1 : c.lemma[top]);
  out[n++] = feature3(120, cls, top < 0 ? -1 : c.words.fine[top], 0);
  return n;
}
