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

const SHAPES = new Map<string, number>();
/** Collapsed shape: "Al-Asad" → Xx-Xx, "M16" → X9. */
function shapeOf(form: string): number {
  let known = SHAPES.get(form.length < 4 ? form : '');
  if (known !== undefined && form.length < 4) return known;
  let shape = '';
  let run = '';
  for (let i = 0; i < form.length && shape.length < 8; i++) {
    const c = form.charCodeAt(i);
    const kind =
      c >= 97 && c <= 122
        ? 'x'
        : c >= 65 && c <= 90
          ? 'X'
          : c >= 48 && c <= 57
            ? '9'
            : c > 127
              ? /\p{Lu}/u.test(form[i])
                ? 'X'
                : /\p{L}|\p{M}/u.test(form[i])
                  ? 'x'
                  : form[i]
              : form[i];
    if (kind === run) continue;
    run = kind;
    shape += kind;
  }
  known = hashString(shape + Math.min(form.length, 4));
  return known;
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
  const add = (template: number, a: number, b = 0, d = 0): void => {
    out[n++] = mix(mix(mix(template, a), b), d);
  };
  const word = (k: number): number => (k < 0 ? k : c.word[k]);
  const pos = (k: number): number => (k < 0 ? k : c.pos[k]);
  const shape = (k: number): number => (k < 0 ? k : c.shape[k]);
  const cluster = (k: number): number => (k < 0 ? k : c.cluster[k]);
  const lex = (k: number): number => (k < 0 ? k : c.evidence.lexicon[k]);
  const place = (k: number): number => (k < 0 ? k : c.evidence.place[k]);
  const bits = (k: number): number => (k < 0 ? k : c.evidence.bits[k]);
  const capital = (k: number): number => (k < 0 ? k : c.capitalised[k]);
  const covered = (k: number): number => (k < 0 ? k : c.covered[k]);
  add(1, 0);
  add(2, c.word[i]);
  add(3, word(p1));
  add(4, word(n1));
  add(5, word(p2));
  add(6, word(n2));
  add(7, c.lemma[i], c.pos[i]);
  add(8, c.pos[i], pos(p1), pos(n1));
  add(9, c.shape[i], pos(p1));
  add(10, c.shape[i], c.pos[i]);
  add(11, c.prefix[i]);
  add(12, c.suffix3[i], c.capitalised[i]);
  add(13, c.suffix2[i], c.pos[i]);
  add(14, c.cluster[i], c.pos[i]);
  add(15, cluster(p1), c.cluster[i]);
  add(16, c.cluster[i], cluster(n1));
  add(17, cluster(p1), pos(p1), c.pos[i]);
  add(18, cluster(n1), pos(n1), c.pos[i]);
  add(19, word(p1), c.word[i]);
  add(20, c.word[i], word(n1));
  add(21, shape(p1), c.shape[i], shape(n1));
  add(22, c.evidence.lexicon[i], c.capitalised[i]);
  add(23, lex(p1), lex(n1));
  add(24, c.evidence.lexicon[i], pos(n1), c.pos[i]);
  add(25, c.evidence.place[i], c.capitalised[i]);
  add(26, c.evidence.place[i], word(p1));
  add(27, place(p1), place(n1), c.capitalised[i]);
  add(28, c.evidence.bits[i], c.pos[i]);
  add(29, bits(p1), c.capitalised[i]);
  add(30, bits(n1), c.capitalised[i]);
  add(31, c.evidence.elsewhere[i], c.pos[i]);
  add(32, c.covered[i], covered(p1), covered(n1));
  add(33, c.covered[i], pos(n1), c.pos[i]);
  add(34, pos(p2), pos(p1), c.pos[i]);
  add(35, c.pos[i], pos(n1), pos(n2));
  add(36, capital(p1), c.capitalised[i], capital(n1) * 4 + capital(n2));
  // the tree: what the word is to its head, and the head of the noun phrase it stands in
  const head = c.head.length ? c.head[i] : -1;
  const dep = c.dep.length ? c.dep[i] : 0;
  add(40, dep, c.pos[i]);
  add(41, dep, head < 0 ? -1 : c.lemma[head]);
  add(42, dep, head < 0 ? -1 : c.cluster[head], c.pos[i]);
  add(43, dep, c.lemma[i]);
  const noun = head >= 0 && isModifier(dep) ? head : i;
  const top = c.head.length ? c.head[noun] : -1;
  add(44, noun === i ? 0 : noun > i ? 1 : 2, c.lemma[noun], c.pos[i]);
  add(45, noun === i ? 0 : noun > i ? 1 : 2, c.cluster[noun], c.pos[i]);
  add(46, noun === i ? 0 : noun > i ? 1 : 2, c.evidence.lexicon[noun], c.pos[i]);
  add(47, c.dep.length ? c.dep[noun] : 0, top < 0 ? -1 : c.lemma[top]);
  add(48, c.dep.length ? c.dep[noun] : 0, top < 0 ? -1 : c.cluster[top], c.pos[i]);
  add(49, dep, c.cluster[i], head < 0 ? -1 : c.cluster[head]);
  add(50, c.cluster[i] >> 3, c.pos[i], c.capitalised[i]);
  // the words right before and behind the run of capitals that the word stands in
  if (c.capitalised[i]) {
    let a = i;
    while (a > first && i - a < 6 && (c.capitalised[a - 1] || c.pos[a - 1] === POS.PUNCT) && c.word[a - 1] !== COMMA)
      a--;
    let b = i;
    while (b + 1 < last && b - i < 6 && (c.capitalised[b + 1] || c.word[b + 1] === HYPHEN)) b++;
    add(51, word(at(a - 1)), b - a);
    add(52, word(at(b + 1)), b - a);
    add(53, c.word[b], i - a);
    add(54, c.cluster[b], b - i);
    add(55, c.word[a], b - i);
    add(56, c.evidence.lexicon[b], b - i);
    add(57, i - a, b - i);
    add(58, cluster(at(b + 1)), b === i ? 1 : 0);
    add(59, cluster(at(a - 1)), a === i ? 1 : 0);
  }
  if (c.outer[i]) {
    const o = c.outer[i];
    add(60, o);
    add(61, o, c.word[i]);
    add(62, o, c.pos[i], c.capitalised[i]);
    add(63, o, c.evidence.lexicon[i]);
    add(64, o, c.evidence.place[i]);
    add(65, o, n1 < 0 ? n1 : c.outer[n1], c.pos[i]);
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
