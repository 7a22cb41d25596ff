/** Metonymy: what tells whether a country or capital acts for its government ("Baghdad criticized the strike"), as hashed features. */
import { DEP, POS } from '../document/ud.ts';
import { hashString, mix2, seeded, spread } from '../perceptron/index.ts';
import { BIT, type Columns } from './columns.ts';

export const MOST_ACT_FEATURES = 32;
/** The least logarithm of the odds: few places act, so learning is shy of saying so. */
export const ACTS_FROM = -1.2;

/** Countries and capitals act for their governments; a river or a base doesn't. */
export const mayAct = (kind: string | undefined): boolean => kind === 'country' || kind === 'city';

const THE = hashString('the');
const COMMA = hashString(',');
const AND = hashString('and');
const POSSESSIVE: ReadonlySet<number> = new Set(["'s", '’s', "'", '’'].map((s) => hashString(s)));
const NONE = -1;
const at = (column: Int32Array | Uint8Array, i: number): number => (i < 0 ? i : column[i]);

/** Writes the hashed features of a place to `out` and returns how many there are. */
export function actFeatures(c: Columns, first: number, last: number, head: number, out: Int32Array): number {
  const { lower, fine } = c.words;
  const { bits, place, acts } = c.evidence;
  const floor = c.first[first];
  const end = c.last[first];
  let n = 0;
  const before = leftOf(c, first, floor);
  const after = last < end ? last : NONE;
  const next = last + 1 < end ? last + 1 : NONE;
  const governs = acts[head] ? 1 : 0;
  out[n++] = mix2(seeded(200), governs, 0);
  out[n++] = mix2(seeded(201), c.lemma[head], 0);
  out[n++] = mix2(seeded(202), at(lower, before), governs);
  out[n++] = mix2(seeded(203), at(lower, after), governs);
  out[n++] = mix2(seeded(204), at(fine, before), at(fine, after));
  out[n++] = mix2(seeded(205), at(c.pos, after), at(c.pos, next));
  out[n++] = mix2(seeded(206), at(c.lemma, after), at(c.lemma, next));
  // "Istanbul, Turkey": the wider place of the one in front
  out[n++] = mix2(
    seeded(207),
    before > floor && lower[before] === COMMA && place[before - 1] ? 1 + (bits[before - 1] & BIT.country) : 0,
    0,
  );
  out[n++] = mix2(seeded(208), acts[head], bits[head] & BIT.country);
  // "forces from Fiji, Nepal and [Norway] are": what stands around the list
  const [from, to] = listAround(c, first, last);
  const opens = leftOf(c, from, floor);
  out[n++] = mix2(seeded(222), at(c.lemma, opens), governs);
  out[n++] = mix2(seeded(223), at(fine, opens), to - from > last - first ? 1 : 0);
  out[n++] = mix2(seeded(224), to < end ? c.lemma[to] : NONE, to < end ? c.pos[to] : NONE);
  if (!c.head.length) return spread(out, n);
  const t = leader(c, head);
  const top = c.head[t];
  const dep = c.dep[t];
  out[n++] = mix2(seeded(209), dep, c.dep[head]);
  out[n++] = mix2(seeded(210), dep, at(c.lemma, top));
  out[n++] = mix2(seeded(211), dep, at(fine, top));
  out[n++] = mix2(seeded(212), dep, at(c.pos, top));
  out[n++] = mix2(seeded(213), dep, governs);
  // "support for Iraq", "asked Paris for", "flew to Paris"
  const by = caseOf(c, t);
  out[n++] = mix2(seeded(214), at(c.lemma, by), dep);
  out[n++] = mix2(seeded(215), at(c.lemma, by), at(c.lemma, top));
  out[n++] = mix2(seeded(216), at(c.lemma, by), at(fine, top));
  out[n++] = mix2(seeded(217), at(c.lemma, by), at(c.pos, top));
  // "Iraq's efforts"
  if (after !== NONE && POSSESSIVE.has(lower[after])) {
    out[n++] = mix2(seeded(218), at(c.lemma, top), 0);
    out[n++] = mix2(seeded(219), at(fine, top), 0);
  }
  // what the word that governs it hangs on: "the need for Baghdad to act"
  const above = top < 0 ? NONE : c.head[top];
  out[n++] = mix2(seeded(220), at(c.dep, top), at(c.lemma, above));
  out[n++] = mix2(seeded(221), at(c.lemma, by), at(c.pos, top));
  return spread(out, n);
}

/** The word in front, an article passed over ("in the United States"); none at the start of a sentence. */
function leftOf({ words: { lower } }: Columns, first: number, floor: number): number {
  let before = first - 1;
  if (before >= floor && lower[before] === THE) before--;
  return before < floor ? NONE : before;
}

/** The list of countries that a name stands in, as parsers often lose it. */
function listAround(c: Columns, first: number, last: number): [first: number, last: number] {
  const { lower } = c.words;
  const { acts } = c.evidence;
  const glue = (i: number): boolean => lower[i] === COMMA || lower[i] === AND || lower[i] === THE;
  let from = first;
  for (let i = first - 1; i >= c.first[first] && (acts[i] || glue(i)); i--) if (acts[i]) from = i;
  let to = last;
  for (let i = last; i < c.last[first] && (acts[i] || glue(i)); i++) if (acts[i]) to = i + 1;
  return [from, to];
}

/** The word whose place in the tree counts: of "Iraq" in "Iran and Iraq signed" it is "Iran". */
function leader(c: Columns, head: number): number {
  let t = head;
  for (let steps = 0; steps < 12 && c.dep[t] === DEP.conj && c.head[t] >= 0; steps++) t = c.head[t];
  return t;
}

/** The preposition that hangs on a word in front of it. */
function caseOf(c: Columns, t: number): number {
  for (let i = t - 1; i >= c.first[t] && t - i < 5; i--)
    if (c.head[i] === t && c.dep[i] === DEP.case && c.pos[i] === POS.ADP) return i;
  return NONE;
}
