/**
 * What the mention tagger sees of each word, as hashed integers. `columnsOf` turns words into numbers once for a document;
 * `featuresAt` only mixes numbers.
 */
import type { DraftMention, Layers } from '../document/layers.ts';
import { DEP, POS } from '../document/ud.ts';

/** FNV-1a over UTF-16 code units. */
export function hashString(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}
export const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6)), 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) ^ (h >>> 16);
};

/** What tables know of each word: bit sets that `evidence.ts` fills. */
export interface Evidence {
  /** Number of the lexicon class whose term covers the word, with the word's part in the term; 0 for none. */
  readonly lexicon: Int32Array;
  /** The same of the gazetteer. */
  readonly place: Int32Array;
  /** Single words that are given names, titles, head nouns …: a bit each. */
  readonly bits: Int32Array;
  /** What the same word shows elsewhere in the document: a bit each. */
  readonly elsewhere: Int32Array;
}

export interface Columns {
  readonly length: number;
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly pos: Uint8Array;
  readonly shape: Int32Array;
  readonly prefix: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly cluster: Int32Array;
  readonly dep: Uint8Array;
  readonly head: Int32Array;
  readonly evidence: Evidence;
  /** 0, or which deterministic mention covers the word (date, quantity, nationality, pronoun, identifier). */
  readonly covered: Uint8Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly capitalised: Uint8Array;
  /** The outer layer's label, for the inner layer. */
  readonly outer: Int32Array;
}

/** x for a small letter, X for a capital, 9 for a digit; anything else stands for itself. */
function shapeOfUnit(c: number, written: string): string {
  if (c >= 97 && c <= 122) return 'x';
  if (c >= 65 && c <= 90) return 'X';
  if (c >= 48 && c <= 57) return '9';
  if (c < 128) return written;
  if (/\p{Lu}/u.test(written)) return 'X';
  return /\p{L}|\p{M}/u.test(written) ? 'x' : written;
}

/** Collapsed shape: "Al-Asad" → Xx-Xx, "M16" → X9. */
function shapeOf(form: string): number {
  let shape = '';
  let run = '';
  for (let i = 0; i < form.length && shape.length < 8; i++) {
    const kind = shapeOfUnit(form.charCodeAt(i), form[i]);
    if (kind === run) continue;
    run = kind;
    shape += kind;
  }
  return hashString(shape + Math.min(form.length, 4));
}

export type Read = Pick<Layers, 'text' | 'tokens' | 'sentences' | 'tags' | 'tree' | 'timexes'>;

export function columnsOf(
  { tokens, sentences, tags, tree }: Read,
  evidence: Evidence,
  covered: Uint8Array,
  clusterOf: (lower: string) => number,
): Columns {
  const n = tokens.length;
  const c = {
    length: n,
    word: new Int32Array(n),
    lemma: new Int32Array(n),
    pos: tags.pos,
    shape: new Int32Array(n),
    prefix: new Int32Array(n),
    suffix2: new Int32Array(n),
    suffix3: new Int32Array(n),
    cluster: new Int32Array(n),
    dep: tree.dep,
    head: tree.head,
    evidence,
    covered,
    first: new Int32Array(n),
    last: new Int32Array(n),
    capitalised: new Uint8Array(n),
    outer: new Int32Array(n),
  };
  for (let i = 0; i < n; i++) {
    const lower = tokens.lower[i];
    c.word[i] = hashString(lower);
    c.lemma[i] = hashString(tags.lemma[i]);
    c.shape[i] = shapeOf(tokens.form[i]);
    c.prefix[i] = hashString(lower.slice(0, 3));
    c.suffix2[i] = hashString(lower.slice(-2));
    c.suffix3[i] = hashString(lower.slice(-3));
    c.cluster[i] = clusterOf(lower);
    const s = tokens.sentence[i];
    c.first[i] = sentences.first[s];
    c.last[i] = sentences.last[s];
    const x = tokens.form[i].charCodeAt(0);
    c.capitalised[i] =
      (x >= 65 && x <= 90) || (x > 127 && tokens.form[i][0] !== tokens.form[i][0].toLowerCase()) ? 1 : 0;
  }
  return c;
}

/** Marks the words that mentions found by grammars cover. */
export function coveredBy(length: number, mentions: readonly DraftMention[]): Uint8Array {
  const kinds = ['', 'date', 'quantity', 'nationality', 'identifier'];
  const covered = new Uint8Array(length);
  for (const m of mentions) {
    const kind = kinds.indexOf(m.type);
    if (kind > 0 && m.level !== 'pronoun') covered.fill(kind, m.first, m.last);
  }
  return covered;
}

export const MOST_FEATURES = 80;

/** A template's number and up to three values as one number. */
const feature = (template: number, a: number, b = 0, d = 0): number => mix(mix(mix(template, a), b), d);
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
  const word = c.word[i];
  const wordP = seen(c.word, p1);
  const wordN = seen(c.word, n1);
  const lemma = c.lemma[i];
  const pos = c.pos[i];
  const posP = marked(c.pos, p1);
  const posN = marked(c.pos, n1);
  const shape = c.shape[i];
  const cluster = c.cluster[i];
  const clusterP = seen(c.cluster, p1);
  const clusterN = seen(c.cluster, n1);
  const capital = c.capitalised[i];
  out[n++] = feature(1, 0);
  out[n++] = feature(2, word);
  out[n++] = feature(3, wordP);
  out[n++] = feature(4, wordN);
  out[n++] = feature(5, seen(c.word, p2));
  out[n++] = feature(6, seen(c.word, n2));
  out[n++] = feature(7, lemma, pos);
  out[n++] = feature(8, pos, posP, posN);
  out[n++] = feature(9, shape, posP);
  out[n++] = feature(10, shape, pos);
  out[n++] = feature(11, c.prefix[i]);
  out[n++] = feature(12, c.suffix3[i], capital);
  out[n++] = feature(13, c.suffix2[i], pos);
  out[n++] = feature(14, cluster, pos);
  out[n++] = feature(15, clusterP, cluster);
  out[n++] = feature(16, cluster, clusterN);
  out[n++] = feature(17, clusterP, posP, pos);
  out[n++] = feature(18, clusterN, posN, pos);
  out[n++] = feature(19, wordP, word);
  out[n++] = feature(20, word, wordN);
  out[n++] = feature(21, seen(c.shape, p1), shape, seen(c.shape, n1));
  out[n++] = feature(22, lexicon[i], capital);
  out[n++] = feature(23, seen(lexicon, p1), seen(lexicon, n1));
  out[n++] = feature(24, lexicon[i], posN, pos);
  out[n++] = feature(25, place[i], capital);
  out[n++] = feature(26, place[i], wordP);
  out[n++] = feature(27, seen(place, p1), seen(place, n1), capital);
  out[n++] = feature(28, bits[i], pos);
  out[n++] = feature(29, seen(bits, p1), capital);
  out[n++] = feature(30, seen(bits, n1), capital);
  out[n++] = feature(31, elsewhere[i], pos);
  out[n++] = feature(32, c.covered[i], marked(c.covered, p1), marked(c.covered, n1));
  out[n++] = feature(33, c.covered[i], posN, pos);
  out[n++] = feature(34, marked(c.pos, p2), posP, pos);
  out[n++] = feature(35, pos, posN, marked(c.pos, n2));
  out[n++] = feature(36, marked(c.capitalised, p1), capital, marked(c.capitalised, n1) * 4 + marked(c.capitalised, n2));
  // the tree: what the word is to its head, and the head of the noun phrase it stands in
  const head = c.head.length ? c.head[i] : -1;
  const dep = c.dep.length ? c.dep[i] : 0;
  out[n++] = feature(40, dep, pos);
  out[n++] = feature(41, dep, head < 0 ? -1 : c.lemma[head]);
  out[n++] = feature(42, dep, head < 0 ? -1 : c.cluster[head], pos);
  out[n++] = feature(43, dep, lemma);
  const noun = head >= 0 && isModifier(dep) ? head : i;
  const side = noun === i ? 0 : noun > i ? 1 : 2;
  const top = c.head.length ? c.head[noun] : -1;
  const nounDep = c.dep.length ? c.dep[noun] : 0;
  out[n++] = feature(44, side, c.lemma[noun], pos);
  out[n++] = feature(45, side, c.cluster[noun], pos);
  out[n++] = feature(46, side, lexicon[noun], pos);
  out[n++] = feature(47, nounDep, top < 0 ? -1 : c.lemma[top]);
  out[n++] = feature(48, nounDep, top < 0 ? -1 : c.cluster[top], pos);
  out[n++] = feature(49, dep, cluster, head < 0 ? -1 : c.cluster[head]);
  out[n++] = feature(50, cluster >> 3, pos, capital);
  // the words right before and behind the run of capitals that the word stands in
  if (capital) {
    let a = i;
    while (a > first && i - a < 6 && (c.capitalised[a - 1] || c.pos[a - 1] === POS.PUNCT) && c.word[a - 1] !== COMMA)
      a--;
    let b = i;
    while (b + 1 < last && b - i < 6 && (c.capitalised[b + 1] || c.word[b + 1] === HYPHEN)) b++;
    out[n++] = feature(51, seen(c.word, at(a - 1)), b - a);
    out[n++] = feature(52, seen(c.word, at(b + 1)), b - a);
    out[n++] = feature(53, c.word[b], i - a);
    out[n++] = feature(54, c.cluster[b], b - i);
    out[n++] = feature(55, c.word[a], b - i);
    out[n++] = feature(56, lexicon[b], b - i);
    out[n++] = feature(57, i - a, b - i);
    out[n++] = feature(58, seen(c.cluster, at(b + 1)), b === i ? 1 : 0);
    out[n++] = feature(59, seen(c.cluster, at(a - 1)), a === i ? 1 : 0);
  }
  if (c.outer[i]) {
    const o = c.outer[i];
    out[n++] = feature(60, o);
    out[n++] = feature(61, o, word);
    out[n++] = feature(62, o, pos, capital);
    out[n++] = feature(63, o, lexicon[i]);
    out[n++] = feature(64, o, place[i]);
    out[n++] = feature(65, o, n1 < 0 ? n1 : c.outer[n1], pos);
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
    out[n++] = mix(mix(mix(template, cls), a), b);
  };
  add(101, 0);
  add(102, c.lemma[head]);
  add(103, c.cluster[head]);
  add(104, c.evidence.lexicon[head]);
  add(105, c.suffix3[head]);
  add(106, c.word[first]);
  add(107, c.word[last - 1]);
  add(108, c.lemma[last - 1], c.lemma[first]);
  add(109, last - first);
  for (let i = first; i < last && n < 50; i++) {
    add(110, c.lemma[i]);
    add(111, c.cluster[i]);
    add(112, c.evidence.lexicon[i]);
    add(113, c.shape[i]);
  }
  const before = first > c.first[first] ? first - 1 : -1;
  const after = last < c.last[first] ? last : -1;
  add(114, before < 0 ? -1 : c.word[before]);
  add(115, after < 0 ? -1 : c.word[after]);
  add(116, after < 0 ? -1 : c.cluster[after]);
  add(117, before < 0 ? -1 : c.lemma[before], c.lemma[head]);
  add(118, c.evidence.place[head], c.evidence.bits[head]);
  const top = c.head.length ? c.head[head] : -1;
  add(119, c.dep.length ? c.dep[head] : 0, top < 0 ? -1 : c.lemma[top]);
  add(120, top < 0 ? -1 : c.cluster[top]);
  return n;
}
