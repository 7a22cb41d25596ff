/** What the mention tagger sees of each word, and of a whole mention, as hashed integers. */
import { DEP } from '../document/ud.ts';
import { deep, hashString, mix1, mix2, salt, seeded, spread } from '../perceptron/index.ts';
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
  out[0] = mix1(seeded(1), 0);
  out[1] = mix1(seeded(2), lower[i]);
  out[2] = mix1(seeded(3), seen(lower, before));
  out[3] = mix1(seeded(4), seen(lower, after));
  out[4] = mix2(seeded(7), lemma, pos);
  out[5] = deep(mix2(seeded(8), pos, seen(c.pos, before))) ^ salt(posAfter);
  out[6] = mix2(seeded(12), suffix3[i], capital);
  out[7] = mix2(seeded(13), suffix2[i], pos);
  out[8] = mix2(seeded(14), fine[i], pos);
  out[9] = mix2(seeded(22), lexicon[i], capital);
  out[10] = deep(mix2(seeded(24), lexicon[i], posAfter)) ^ salt(pos);
  out[11] = mix2(seeded(25), place[i], capital);
  out[12] = mix2(seeded(28), bits[i], pos);
  out[13] = mix2(seeded(31), elsewhere[i], pos);
  out[14] = deep(mix2(seeded(32), c.covered[i], seen(c.covered, before))) ^ salt(seen(c.covered, after));
  // the tree: what the word is to its head, and the head of the noun phrase it stands in
  const head = c.head.length ? c.head[i] : -1;
  const dep = c.dep.length ? c.dep[i] : 0;
  const noun = head >= 0 && MODIFIERS[dep] ? head : i;
  out[15] = mix2(seeded(40), dep, pos);
  out[16] = mix2(seeded(43), dep, lemma);
  out[17] = deep(mix2(seeded(45), noun === i ? 0 : noun > i ? 1 : 2, fine[noun])) ^ salt(pos);
  let n = 18;
  if (capital) n = inCapitals(c, i, n, out);
  if (c.outer[i]) n = inOuter(c, i, after, n, out);
  return spread(out, n);
}

/** How the run of capitals goes on that the word stands in: its last word, and what follows. */
function inCapitals({ words, capitalised, evidence, last }: Columns, i: number, n: number, out: Int32Array): number {
  const end = last[i];
  let b = i;
  while (b + 1 < end && b - i < LONGEST_RUN && (capitalised[b + 1] || words.lower[b + 1] === HYPHEN)) b++;
  out[n] = mix2(seeded(52), b + 1 < end ? words.lower[b + 1] : -2, b - i);
  out[n + 1] = mix2(seeded(54), words.fine[b], b - i);
  out[n + 2] = mix2(seeded(56), evidence.lexicon[b], b - i);
  return n + 3;
}
const LONGEST_RUN = 6;
const HYPHEN = hashString('-');

/** What the outer layer says of the word. */
function inOuter(c: Columns, i: number, after: number, n: number, out: Int32Array): number {
  const outer = c.outer[i];
  out[n] = mix1(seeded(60), outer);
  out[n + 1] = mix2(seeded(61), outer, c.words.lower[i]);
  out[n + 2] = deep(mix2(seeded(62), outer, c.pos[i])) ^ salt(c.capitalised[i]);
  out[n + 3] = mix2(seeded(63), outer, c.evidence.lexicon[i]);
  out[n + 4] = mix2(seeded(64), outer, c.evidence.place[i]);
  out[n + 5] = deep(mix2(seeded(65), outer, seen(c.outer, after))) ^ salt(c.pos[i]);
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
  out[n++] = deep(mix2(seeded(101), cls, 0)) ^ salt(0);
  out[n++] = deep(mix2(seeded(102), cls, c.lemma[head])) ^ salt(0);
  out[n++] = deep(mix2(seeded(103), cls, c.words.fine[head])) ^ salt(0);
  out[n++] = deep(mix2(seeded(104), cls, c.evidence.lexicon[head])) ^ salt(0);
  out[n++] = deep(mix2(seeded(105), cls, c.words.suffix3[head])) ^ salt(0);
  out[n++] = deep(mix2(seeded(106), cls, c.words.lower[first])) ^ salt(0);
  out[n++] = deep(mix2(seeded(107), cls, c.words.lower[last - 1])) ^ salt(0);
  out[n++] = deep(mix2(seeded(108), cls, c.lemma[last - 1])) ^ salt(c.lemma[first]);
  out[n++] = deep(mix2(seeded(109), cls, last - first)) ^ salt(0);
  for (let i = first; i < last && n < 50; i++) {
    out[n++] = deep(mix2(seeded(110), cls, c.lemma[i])) ^ salt(0);
    out[n++] = deep(mix2(seeded(111), cls, c.words.fine[i])) ^ salt(0);
    out[n++] = deep(mix2(seeded(112), cls, c.evidence.lexicon[i])) ^ salt(0);
    out[n++] = deep(mix2(seeded(113), cls, c.words.shape[i])) ^ salt(0);
  }
  const before = first > c.first[first] ? first - 1 : -1;
  const after = last < c.last[first] ? last : -1;
  out[n++] = deep(mix2(seeded(114), cls, before < 0 ? -1 : c.words.lower[before])) ^ salt(0);
  out[n++] = deep(mix2(seeded(115), cls, after < 0 ? -1 : c.words.lower[after])) ^ salt(0);
  out[n++] = deep(mix2(seeded(116), cls, after < 0 ? -1 : c.words.fine[after])) ^ salt(0);
  out[n++] = deep(mix2(seeded(117), cls, before < 0 ? -1 : c.lemma[before])) ^ salt(c.lemma[head]);
  out[n++] = deep(mix2(seeded(118), cls, c.evidence.place[head])) ^ salt(c.evidence.bits[head]);
  const top = c.head.length ? c.head[head] : -1;
  out[n++] = deep(mix2(seeded(119), cls, c.dep.length ? c.dep[head] : 0)) ^ salt(top < 0 ? -1 : c.lemma[top]);
  out[n++] = deep(mix2(seeded(120), cls, top < 0 ? -1 : c.words.fine[top])) ^ salt(0);
  return spread(out, n);
}
