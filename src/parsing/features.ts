/**
 * The parser's feature templates, after Zhang and Nivre (2011): words, tags and clusters of the first words on stack and
 * buffer, what hangs on them already, how far they stand apart and what stands between.
 */
import { deep, key, mix1, mix2, salt, seeded, spread } from '../perceptron/index.ts';
import type { SentenceColumns } from './sentence.ts';
import type { State } from './state.ts';

/** Raise it when a template changes: the model's file is refused then. */
export const PARSE_TEMPLATES = 8;
export const MAX_PARSE_FEATURES = 128;

/** 1, 2, 3, 4, 5–6, 7–10, more: a word's distance in few classes. */
function distance(from: number, to: number): number {
  const d = to - from;
  if (d <= 4) return d;
  return d <= 6 ? 5 : d <= 10 ? 6 : 7;
}

/** Verbs, commas and conjunctions between two words, up to one or two of each, in one number. */
function between(s: SentenceColumns, from: number, to: number): number {
  if (!from || to <= from) return 0;
  const verbs = Math.min(2, s.verbs[to] - s.verbs[from + 1]);
  const commas = Math.min(2, s.commas[to] - s.commas[from + 1]);
  const conjunctions = Math.min(1, s.conjunctions[to] - s.conjunctions[from + 1]);
  return 1 + verbs + 3 * commas + 9 * conjunctions;
}

const few = (count: number): number => Math.min(3, count);

/**
 * Features of the next move; the templates are one flat list, so that no value is passed around. What needs a word that
 * isn't there is left out. @returns how many
 */
export function moveFeatures(s: SentenceColumns, state: State, out: Int32Array): number {
  const { word, suffix, fine, tag, pos, shape, glued } = s;
  const s0 = state.top(0);
  const s1 = state.top(1);
  const s2 = state.top(2);
  const b0 = state.next;
  const b1 = b0 <= s.length ? b0 + 1 : b0;
  const b2 = b1 <= s.length ? b1 + 1 : b1;
  const s0l = state.left[s0];
  const s0r = state.right[s0];
  const b0l = state.left[b0];
  const w0 = word[s0];
  const v0 = word[b0];
  const t0 = tag[s0];
  const u0 = tag[b0];
  const u1 = tag[b1];
  const u2 = tag[b2];
  const c0 = fine[s0];
  const d0 = fine[b0];
  const t0u0 = t0 * 64 + u0;
  const u0u1 = u0 * 64 + u1;
  const dist = b0 <= s.length ? distance(s0, b0) : 0;
  const mid = b0 <= s.length ? between(s, s0, b0) : 0;
  const glue = glued[b0] * 2 + glued[b1];
  const verbsLeft = Math.min(2, s.verbs[s.length + 1] - s.verbs[Math.min(b0, s.length + 1)]);
  const vl0 = few(state.leftCount[s0]);
  const vr0 = few(state.rightCount[s0]);
  let n = 0;
  // the top of the stack and the words to come
  out[n++] = mix2(key(1), w0, t0);
  out[n++] = mix2(key(2), v0, u0);
  out[n++] = mix1(key(3), v0);
  out[n++] = mix1(key(4), u0);
  out[n++] = mix2(key(5), word[b1], u1);
  out[n++] = mix1(key(6), u1);
  out[n++] = mix1(key(8), u2);
  out[n++] = mix2(key(9), u0u1, u2);
  out[n++] = mix2(key(10), t0, u0u1);
  out[n++] = mix2(key(11), t0, u0u1) ^ salt(u2 * 64 + (b2 <= s.length ? tag[b2 + 1] : 0));
  // the arc that LEFT would make
  out[n++] = mix2(key(12), w0, v0);
  out[n++] = mix2(key(13), w0, t0u0);
  out[n++] = mix2(key(14), v0, t0u0);
  out[n++] = mix2(key(17), d0, t0u0);
  out[n++] = mix2(key(18), w0, d0);
  out[n++] = mix2(key(20), t0u0, dist);
  out[n++] = mix2(key(21), t0u0, mid);
  out[n++] = mix2(key(22), word[b1], t0u0);
  out[n++] = mix2(key(23), w0, u0) ^ salt(dist);
  out[n++] = mix2(key(25), suffix[s0], t0) ^ salt(u0);
  out[n++] = mix2(key(26), shape[s0], shape[b0]) ^ salt(t0u0);
  out[n++] = mix2(key(27), t0u0, verbsLeft);
  // what is written together: "Iran-backed militias"
  out[n++] = mix2(key(28), t0u0, glue);
  out[n++] = mix2(key(29), t0u0, u1) ^ salt(glue);
  out[n++] = mix2(key(30), w0, u0) ^ salt(glue);
  // the words around, whoever has them
  out[n++] = mix2(key(31), t0u0, tag[s0 - 1]) ^ salt(tag[s0 + 1]);
  out[n++] = mix2(key(32), t0u0, tag[b0 - 1]) ^ salt(u1);
  // how many dependents there are, and of which relations
  out[n++] = mix2(key(33), t0, vl0) ^ salt(vr0);
  out[n++] = mix2(key(34), t0u0, few(state.leftCount[b0]) * 4 + vl0);
  out[n++] = mix2(key(35), t0u0, state.relations[s0]);
  out[n++] = mix2(key(36), t0u0, state.relations[b0]);
  out[n++] = mix2(key(37), w0, state.relations[s0]);
  if (s0l) {
    out[n++] = mix2(key(38), t0, word[s0l]);
    out[n++] = mix2(key(39), t0u0, tag[s0l]);
    out[n++] = mix2(key(40), t0, tag[s0l]) ^ salt(tag[state.left2[s0]]);
  }
  if (s0r) out[n++] = mix2(key(41), t0, word[s0r]);
  if (b0l) {
    out[n++] = mix2(key(44), u0, word[b0l]);
    out[n++] = mix2(key(45), t0u0, tag[b0l]);
    out[n++] = mix2(key(46), t0u0, state.dep[b0l]);
    out[n++] = mix2(key(47), u0, tag[b0l]) ^ salt(tag[state.left2[b0]]);
  }
  if (!s1) return spread(out, n);
  // the arc that RIGHT would make
  const s1l = state.left[s1];
  const w1 = word[s1];
  const t1 = tag[s1];
  const t2 = tag[s2];
  const c1 = fine[s1];
  const t1t0 = t1 * 64 + t0;
  out[n++] = mix1(key(48), t1);
  out[n++] = mix1(key(49), t1t0);
  out[n++] = mix2(key(50), w1, t1);
  out[n++] = mix2(key(52), w1, w0);
  out[n++] = mix2(key(53), w0, t1t0);
  out[n++] = mix2(key(54), c0, t1t0);
  out[n++] = mix2(key(56), w1, c0);
  out[n++] = mix2(key(57), c1, w0);
  out[n++] = mix2(key(60), t1t0, mid) ^ salt(u0);
  out[n++] = mix2(key(61), t1t0, few(state.rightCount[s1]));
  out[n++] = mix2(key(62), t1t0, state.relations[s1]);
  out[n++] = mix2(key(64), shape[s1], shape[s0]) ^ salt(t1t0);
  out[n++] = mix2(key(65), t1t0, u0);
  out[n++] = mix2(key(68), pos[s1] * 32 + pos[s0], pos[b0] * 32 + pos[b1]) ^ salt(pos[s2]);
  if (s0l) {
    // the preposition in front: "attack [on] Homs"; the conjunction: "Homs [and] Hama"
    out[n++] = mix2(key(69), w1, word[s0l]) ^ salt(t0);
    out[n++] = mix2(key(71), t1t0, tag[s0l]);
  }
  if (s1l) out[n++] = mix2(key(75), t1t0, state.dep[s1l]);
  if (!s2) return spread(out, n);
  out[n++] = mix2(key(80), t2, t1t0);
  return spread(out, n);
}

/** How many contexts of a move, and of a relation, may decide alone. */
export const MOVE_CONTEXTS = 2;
export const LABEL_CONTEXTS = 3;

/** Fills `out` with contexts of the next move: tags and whether there are dependents, without and with the word under the top. */
export function moveContexts({ tag, glued }: SentenceColumns, state: State, out: Int32Array): void {
  const s0 = state.top(0);
  const b0 = state.next;
  const dependents = (state.left[s0] ? 1 : 0) | (state.right[s0] ? 2 : 0) | (state.left[b0] ? 4 : 0);
  const tags = (tag[s0] * 64 + tag[b0]) * 64 + tag[b0 + 1];
  const around = (dependents * 4 + Math.min(2, b0 - s0)) * 2 + glued[b0];
  out[0] = deep(mix2(seeded(201), tags, around)) ^ salt(state.depth === 1 ? 1 : 0);
  out[1] = deep(mix2(seeded(202), tags, around)) ^ salt(tag[state.top(1)]);
  spread(out, MOVE_CONTEXTS);
}

/** Fills `out` with contexts of a relation: both tags with what hangs on the dependent, or the dependent's word, or its left dependent's. */
export function labelContexts(
  { word, tag }: SentenceColumns,
  state: State,
  head: number,
  dependent: number,
  out: Int32Array,
): void {
  const arc = (tag[head] * 64 + tag[dependent]) * 2 + (head < dependent ? 1 : 0);
  const left = state.left[dependent];
  const right = state.right[dependent] ? 1 : 0;
  out[0] = deep(mix2(seeded(211), arc, tag[left] * 2 + right)) ^ salt(Math.min(2, Math.abs(head - dependent)));
  out[1] = deep(mix2(seeded(212), arc, word[dependent])) ^ salt(0);
  out[2] = deep(mix2(seeded(213), arc, word[left])) ^ salt(right);
  spread(out, LABEL_CONTEXTS);
}

/** Features of the relation between a head and a word about to be attached to it. @returns how many */
export function labelFeatures(
  s: SentenceColumns,
  state: State,
  head: number,
  dependent: number,
  out: Int32Array,
): number {
  const { word, tag, pos, glued } = s;
  const h = word[head];
  const d = word[dependent];
  const th = tag[head];
  const td = tag[dependent];
  const side = head < dependent ? 1 : 0;
  const arc = (th * 64 + td) * 2 + side;
  const l = state.left[dependent];
  const r = state.right[dependent];
  const hl = state.left[head];
  const low = Math.min(head, dependent);
  const high = Math.max(head, dependent);
  let n = 0;
  out[n++] = mix1(key(101), arc);
  out[n++] = mix2(key(102), d, side);
  out[n++] = mix2(key(103), pos[head] * 32 + pos[dependent], side);
  out[n++] = mix2(key(104), arc, distance(low, high));
  out[n++] = mix2(key(105), arc, between(s, low, high));
  out[n++] = mix2(key(106), arc, glued[dependent] * 2 + glued[dependent + 1]);
  out[n++] = mix2(key(107), arc, word[dependent - 1]);
  out[n++] = mix2(key(108), td, tag[dependent + 1]) ^ salt(tag[dependent + 2]);
  out[n++] = mix2(key(109), h, state.relations[head]);
  out[n++] = mix2(key(110), d, th) ^ salt(state.relations[head]);
  out[n++] = mix2(key(111), arc, word[hl]);
  out[n++] = mix2(key(112), arc, tag[l] * 64 + tag[r]);
  if (l) {
    out[n++] = mix2(key(113), td, word[l]) ^ salt(side);
    out[n++] = mix2(key(114), h, word[l]) ^ salt(td);
  }
  return spread(out, n);
}
