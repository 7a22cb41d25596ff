/** What the mention tagger sees of each word, and of a whole mention, as hashed integers. */
import { DEP, POS } from '../document/ud.ts';
import { feature1, feature2, feature3, hashString } from '../perceptron/index.ts';
import type { Columns } from './columns.ts';

export const MOST_FEATURES = 80;

/** A word's value in a column; outside of the sentence (a negative `k`) the side on which it lies. */
const seen = (column: Int32Array, k: number): number => (k < 0 ? k : column[k]);
const marked = (column: Uint8Array, k: number): number => (k < 0 ? k : column[k]);

/** Writes the hashed features of word `i` to `out` and returns how many there are. */
export function featuresAt(c: Columns, i: number, out: Int32Array): number {
  let n = 0;
  const first = c.first[i];
  const last = c.last[i];
  const at = (k: number): number => (k < first ? -1 : k >= last ? -2 : k);
  const p1 = at(i - 1);
  const p2 = at(i - 2);
  const n1 = at(i + 1);
  const n2 = at(i + 2);
  const { lexicon, place, bits, elsewhere } = c.evidence;
  const word = c.words.lower[i];
  const wordP = seen(c.words.lower, p1);
  const wordN = seen(c.words.lower, n1);
  const lemma = c.lemma[i];
  const pos = c.pos[i];
  const posP = marked(c.pos, p1);
  const posN = marked(c.pos, n1);
  const shape = c.words.shape[i];
  const cluster = c.words.fine[i];
  const clusterP = seen(c.words.fine, p1);
  const clusterN = seen(c.words.fine, n1);
  const capital = c.capitalised[i];
  out[n++] = feature1(1, 0);
  out[n++] = feature1(2, word);
  out[n++] = feature1(3, wordP);
  out[n++] = feature1(4, wordN);
  out[n++] = feature1(5, seen(c.words.lower, p2));
  out[n++] = feature1(6, seen(c.words.lower, n2));
  out[n++] = feature2(7, lemma, pos);
  out[n++] = feature3(8, pos, posP, posN);
  out[n++] = feature2(9, shape, posP);
  out[n++] = feature2(10, shape, pos);
  out[n++] = feature1(11, c.words.prefix3[i]);
  out[n++] = feature2(12, c.words.suffix3[i], capital);
  out[n++] = feature2(13, c.words.suffix2[i], pos);
  out[n++] = feature2(14, cluster, pos);
  out[n++] = feature2(15, clusterP, cluster);
  out[n++] = feature2(16, cluster, clusterN);
  out[n++] = feature3(17, clusterP, posP, pos);
  out[n++] = feature3(18, clusterN, posN, pos);
  out[n++] = feature2(19, wordP, word);
  out[n++] = feature2(20, word, wordN);
  out[n++] = feature3(21, seen(c.words.shape, p1), shape, seen(c.words.shape, n1));
  out[n++] = feature2(22, lexicon[i], capital);
  out[n++] = feature2(23, seen(lexicon, p1), seen(lexicon, n1));
  out[n++] = feature3(24, lexicon[i], posN, pos);
  out[n++] = feature2(25, place[i], capital);
  out[n++] = feature2(26, place[i], wordP);
  out[n++] = feature3(27, seen(place, p1), seen(place, n1), capital);
  out[n++] = feature2(28, bits[i], pos);
  out[n++] = feature2(29, seen(bits, p1), capital);
  out[n++] = feature2(30, seen(bits, n1), capital);
  out[n++] = feature2(31, elsewhere[i], pos);
  out[n++] = feature3(32, c.covered[i], marked(c.covered, p1), marked(c.covered, n1));
  out[n++] = feature3(33, c.covered[i], posN, pos);
  out[n++] = feature3(34, marked(c.pos, p2), posP, pos);
  out[n++] = feature3(35, pos, posN, marked(c.pos, n2));
  out[n++] = feature3(36, marked(c.capitalised, p1), capital, marked(c.capitalised, n1) * 4 + marked(c.capitalised, n2));
  // the tree: what the word is to its head, and the head of the noun phrase it stands in
  const head = c.head.length ? c.head[i] : -1;
  const dep = c.dep.length ? c.dep[i] : 0;
  out[n++] = feature2(40, dep, pos);
  out[n++] = feature2(41, dep, head < 0 ? -1 : c.lemma[head]);
  out[n++] = feature3(42, dep, head < 0 ? -1 : c.words.fine[head], pos);
  out[n++] = feature2(43, dep, lemma);
  const noun = head >= 0 && isModifier(dep) ? head : i;
  const side = noun === i ? 0 : noun > i ? 1 : 2;
  const top = c.head.length ? c.head[noun] : -1;
  const nounDep = c.dep.length ? c.dep[noun] : 0;
  out[n++] = feature3(44, side, c.lemma[noun], pos);
  out[n++] = feature3(45, side, c.words.fine[noun], pos);
  out[n++] = feature3(46, side, lexicon[noun], pos);
  out[n++] = feature2(47, nounDep, top < 0 ? -1 : c.lemma[top]);
  out[n++] = feature3(48, nounDep, top < 0 ? -1 : c.words.fine[top], pos);
  out[n++] = feature3(49, dep, cluster, head < 0 ? -1 : c.words.fine[head]);
  out[n++] = feature3(50, c.words.coarse[i], pos, capital);
  // the words right before and behind the run of capitals that the word stands in
  if (capital) {
    let a = i;
    while (a > first && i - a < 6 && (c.capitalised[a - 1] || c.pos[a - 1] === POS.PUNCT) && c.words.lower[a - 1] !== COMMA)
      a--;
    let b = i;
    while (b + 1 < last && b - i < 6 && (c.capitalised[b + 1] || c.words.lower[b + 1] === HYPHEN)) b++;
    out[n++] = feature2(51, seen(c.words.lower, at(a - 1)), b - a);
    out[n++] = feature2(52, seen(c.words.lower, at(b + 1)), b - a);
    out[n++] = feature2(53, c.words.lower[b], i - a);
    out[n++] = feature2(54, c.words.fine[b], b - i);
    out[n++] = feature2(55, c.words.lower[a], b - i);
    out[n++] = feature2(56, lexicon[b], b - i);
    out[n++] = feature2(57, i - a, b - i);
    out[n++] = feature2(58, seen(c.words.fine, at(b + 1)), b === i ? 1 : 0);
    out[n++] = feature2(59, seen(c.words.fine, at(a - 1)), a === i ? 1 : 0);
  }
  if (c.outer[i]) {
    const o = c.outer[i];
    out[n++] = feature1(60, o);
    out[n++] = feature2(61, o, word);
    out[n++] = feature3(62, o, pos, capital);
    out[n++] = feature2(63, o, lexicon[i]);
    out[n++] = feature2(64, o, place[i]);
    out[n++] = feature3(65, o, n1 < 0 ? n1 : c.outer[n1], pos);
  }
  return n;
}
const COMMA = hashString(',');
const HYPHEN = hashString('-');

const MODIFIERS = new Set<number>([
  DEP.compound,
  DEP.amod,
  DEP.flat,
  DEP.det,
  DEP.nummod,
  DEP['nmod:poss'],
  DEP.case,
  DEP['nmod:desc'],
]);
const isModifier = (dep: number): boolean => MODIFIERS.has(dep);

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
  const add = (template: number, a: number, b = 0): void => {
    out[n++] = feature3(template, cls, a, b);
  };
  add(101, 0);
  add(102, c.lemma[head]);
  add(103, c.words.fine[head]);
  add(104, c.evidence.lexicon[head]);
  add(105, c.words.suffix3[head]);
  add(106, c.words.lower[first]);
  add(107, c.words.lower[last - 1]);
  add(108, c.lemma[last - 1], c.lemma[first]);
  add(109, last - first);
  for (let i = first; i < last && n < 50; i++) {
    add(110, c.lemma[i]);
    add(111, c.words.fine[i]);
    add(112, c.evidence.lexicon[i]);
    add(113, c.words.shape[i]);
  }
  const before = first > c.first[first] ? first - 1 : -1;
  const after = last < c.last[first] ? last : -1;
  add(114, before < 0 ? -1 : c.words.lower[before]);
  add(115, after < 0 ? -1 : c.words.lower[after]);
  add(116, after < 0 ? -1 : c.words.fine[after]);
  add(117, before < 0 ? -1 : c.lemma[before], c.lemma[head]);
  add(118, c.evidence.place[head], c.evidence.bits[head]);
  const top = c.head.length ? c.head[head] : -1;
  add(119, c.dep.length ? c.dep[head] : 0, top < 0 ? -1 : c.lemma[top]);
  add(120, top < 0 ? -1 : c.words.fine[top]);
  return n;
}
