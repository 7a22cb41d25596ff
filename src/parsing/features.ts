/**
 * The parser's feature templates, after Zhang and Nivre (2011): words, tags and clusters of the first words on stack and
 * buffer, what hangs on them already, how far they stand apart and what stands between.
 */
import { feature1, feature2, feature3 } from '../perceptron/index.ts';
import type { SentenceColumns } from './sentence.ts';
import type { State } from './state.ts';

/** Raise it when a template changes: the model's file is refused then. */
export const PARSE_TEMPLATES = 2;
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

/** Features of the next move. @returns how many */
export function moveFeatures(s: SentenceColumns, state: State, out: Int32Array): number {
  const { word, suffix, fine, coarse, tag, pos, shape, glued } = s;
  const s0 = state.top(0);
  const s1 = state.top(1);
  const s2 = state.top(2);
  const b0 = state.next;
  const b1 = b0 <= s.length ? b0 + 1 : b0;
  const b2 = b1 <= s.length ? b1 + 1 : b1;
  const s0l = state.left[s0];
  const s0r = state.right[s0];
  const s0l2 = state.left2[s0];
  const s0r2 = state.right2[s0];
  const s1l = state.left[s1];
  const s1r = state.right[s1];
  const b0l = state.left[b0];
  const b0l2 = state.left2[b0];
  const w0 = word[s0];
  const w1 = word[s1];
  const v0 = word[b0];
  const v1 = word[b1];
  const t0 = tag[s0];
  const t1 = tag[s1];
  const t2 = tag[s2];
  const u0 = tag[b0];
  const u1 = tag[b1];
  const u2 = tag[b2];
  const c0 = fine[s0];
  const c1 = fine[s1];
  const d0 = fine[b0];
  const dist = s0 && b0 <= s.length ? distance(s0, b0) : 0;
  const dist1 = s1 ? distance(s1, s0) : 0;
  const mid = b0 <= s.length ? between(s, s0, b0) : 0;
  const mid1 = between(s, s1, s0);
  const vl0 = few(state.leftCount[s0]);
  const vr0 = few(state.rightCount[s0]);
  const vr1 = few(state.rightCount[s1]);
  const vb0 = few(state.leftCount[b0]);
  const glue = glued[b0] * 2 + glued[b1];
  const glue0 = glued[s0] * 2 + (s0 ? glued[s0 + 1] : 0);
  const verbsLeft = Math.min(2, s.verbs[s.length + 1] - s.verbs[Math.min(b0, s.length + 1)]);
  const caseOf0 = word[s0l];
  const t0u0 = t0 * 64 + u0;
  const t1t0 = t1 * 64 + t0;
  const u0u1 = u0 * 64 + u1;
  let n = 0;
  // single words
  out[n++] = feature2(1, w0, t0);
  out[n++] = feature1(2, w0);
  out[n++] = feature1(3, t0);
  out[n++] = feature2(4, v0, u0);
  out[n++] = feature1(5, v0);
  out[n++] = feature1(6, u0);
  out[n++] = feature2(7, v1, u1);
  out[n++] = feature1(8, u1);
  out[n++] = feature2(9, word[b2], u2);
  out[n++] = feature1(10, u2);
  out[n++] = feature2(11, w1, t1);
  out[n++] = feature1(12, t1);
  out[n++] = feature2(13, word[s2], t2);
  // pairs: the arc that LEFT would make
  out[n++] = feature3(14, w0, v0, t0u0);
  out[n++] = feature2(15, w0, v0);
  out[n++] = feature2(16, w0, t0u0);
  out[n++] = feature2(17, v0, t0u0);
  out[n++] = feature1(18, t0u0);
  out[n++] = feature2(19, w0, u0);
  out[n++] = feature2(20, t0, v0);
  out[n++] = feature2(21, c0, d0);
  out[n++] = feature2(22, c0, t0u0);
  out[n++] = feature2(23, d0, t0u0);
  out[n++] = feature2(24, w0, d0);
  out[n++] = feature2(25, c0, v0);
  out[n++] = feature2(26, t0u0, dist);
  out[n++] = feature2(27, t0u0, mid);
  // pairs: the arc that RIGHT would make
  out[n++] = feature3(28, w1, w0, t1t0);
  out[n++] = feature2(29, w1, w0);
  out[n++] = feature2(30, w1, t1t0);
  out[n++] = feature2(31, w0, t1t0);
  out[n++] = feature1(32, t1t0);
  out[n++] = feature2(33, c1, c0);
  out[n++] = feature2(34, c1, t1t0);
  out[n++] = feature2(35, c0, t1t0);
  out[n++] = feature2(36, w1, c0);
  out[n++] = feature2(37, c1, w0);
  out[n++] = feature2(38, t1t0, dist1);
  out[n++] = feature2(39, t1t0, mid1);
  // three
  out[n++] = feature1(40, u0u1);
  out[n++] = feature2(41, u0u1, u2);
  out[n++] = feature2(42, t0, u0u1);
  out[n++] = feature2(43, t1t0, u0);
  out[n++] = feature2(44, t1t0, u0u1);
  out[n++] = feature3(45, t2, t1t0, u0);
  out[n++] = feature2(46, t2, t1t0);
  out[n++] = feature3(47, w0, t1, u0);
  out[n++] = feature3(48, w1, t0, u0);
  out[n++] = feature3(49, v0, t1, t0);
  out[n++] = feature3(50, w0, u0u1, 0);
  out[n++] = feature3(51, v1, t0u0, 0);
  out[n++] = feature3(52, w1, w0, v0);
  // what hangs on them
  out[n++] = feature2(53, t0u0, tag[s0l]);
  out[n++] = feature2(54, t0u0, tag[s0r]);
  out[n++] = feature2(55, t0u0, tag[b0l]);
  out[n++] = feature2(56, t1t0, tag[s1r]);
  out[n++] = feature2(57, t1t0, tag[s1l]);
  out[n++] = feature2(58, t1t0, tag[s0l]);
  out[n++] = feature2(59, t1t0, tag[s0r]);
  out[n++] = feature2(60, w0, state.dep[s0l] * 64 + state.dep[s0r]);
  out[n++] = feature2(61, t0u0, state.dep[s0l]);
  out[n++] = feature2(62, t0u0, state.dep[s0r]);
  out[n++] = feature2(63, t0u0, state.dep[b0l]);
  out[n++] = feature2(64, t1t0, state.dep[s1r]);
  out[n++] = feature2(65, t1t0, state.dep[s1l]);
  out[n++] = feature2(66, t0, word[s0l]);
  out[n++] = feature2(67, t0, word[s0r]);
  out[n++] = feature2(68, u0, word[b0l]);
  out[n++] = feature2(69, t1, word[s1r]);
  out[n++] = feature3(70, t0, tag[s0l], tag[s0l2]);
  out[n++] = feature3(71, t0, tag[s0r], tag[s0r2]);
  out[n++] = feature3(72, u0, tag[b0l], tag[b0l2]);
  out[n++] = feature2(73, t0u0, state.relations[s0]);
  out[n++] = feature2(74, t1t0, state.relations[s1]);
  out[n++] = feature2(75, t0u0, state.relations[b0]);
  out[n++] = feature2(76, w0, state.relations[s0]);
  out[n++] = feature2(77, w1, state.relations[s1]);
  out[n++] = feature2(78, v0, state.relations[b0]);
  // how many hang on them, and how far apart they are
  out[n++] = feature3(79, w0, vl0, vr0);
  out[n++] = feature3(80, t0, vl0, vr0);
  out[n++] = feature2(81, t1t0, vr1);
  out[n++] = feature2(82, t0u0, vr0);
  out[n++] = feature2(83, t0u0, vb0 * 4 + vl0);
  out[n++] = feature3(84, w0, u0, dist);
  out[n++] = feature3(85, v0, t0, dist);
  out[n++] = feature3(86, w0, v0, dist);
  out[n++] = feature3(87, w1, t0, dist1);
  out[n++] = feature3(88, t1t0, mid1, u0);
  out[n++] = feature3(89, t1t0, mid, u0);
  // parts of words
  out[n++] = feature3(90, suffix[s0], t0, u0);
  out[n++] = feature3(91, suffix[b0], u0, t0);
  out[n++] = feature3(92, shape[s0], shape[b0], t0u0);
  out[n++] = feature3(93, shape[s1], shape[s0], t1t0);
  out[n++] = feature3(94, coarse[s1], coarse[s0], coarse[b0]);
  out[n++] = feature3(95, pos[s1] * 32 + pos[s0], pos[b0] * 32 + pos[b1], pos[s2]);
  // prepositions between what they tie: "attack [on] Homs"
  out[n++] = feature3(96, w1, word[s0l], t0);
  out[n++] = feature3(97, c1, word[s0l], c0);
  out[n++] = feature3(98, word[s2], w1, t0);
  out[n++] = feature3(99, w1, v0, t1t0);
  out[n++] = feature3(200, word[s2], caseOf0, t1t0);
  out[n++] = feature3(201, fine[s2], caseOf0, c1);
  // what is written together: "Iran-backed militias"
  out[n++] = feature2(202, t0u0, glue);
  out[n++] = feature3(203, t0u0, u1, glue);
  out[n++] = feature2(204, t1t0, glue0 * 4 + glue);
  out[n++] = feature3(205, w0, u0, glue);
  // the words around, whoever has them
  out[n++] = feature3(206, t0u0, s0 ? tag[s0 - 1] : 0, tag[s0 + 1]);
  out[n++] = feature3(207, t0u0, tag[b0 - 1], u1);
  out[n++] = feature3(208, t0, u0u1, u2 * 64 + (b2 <= s.length ? tag[b2 + 1] : 0));
  // whether a main verb is still to come
  out[n++] = feature2(209, t0u0, verbsLeft);
  out[n++] = feature3(210, t1t0, u0, verbsLeft * 4 + Math.min(3, state.depth));
  out[n++] = feature3(211, w0, verbsLeft, u0);
  return n;
}

/** Features of the relation between a head and a word about to be attached to it. @returns how many */
export function labelFeatures(
  s: SentenceColumns,
  state: State,
  head: number,
  dependent: number,
  out: Int32Array,
): number {
  const { word, suffix, fine, coarse, tag, pos, glued } = s;
  const h = word[head];
  const d = word[dependent];
  const th = tag[head];
  const td = tag[dependent];
  const side = head < dependent ? 1 : 0;
  const arc = (th * 64 + td) * 2 + side;
  const l = state.left[dependent];
  const r = state.right[dependent];
  const hl = state.left[head];
  const hr = state.right[head];
  const near = distance(Math.min(head, dependent), Math.max(head, dependent));
  const before = dependent > 1 ? dependent - 1 : 0;
  const after = dependent + 1;
  let n = 0;
  out[n++] = feature1(101, arc);
  out[n++] = feature2(102, h, arc);
  out[n++] = feature2(103, d, arc);
  out[n++] = feature3(104, h, d, side);
  out[n++] = feature2(105, d, side);
  out[n++] = feature2(106, h, side);
  out[n++] = feature2(107, fine[head], arc);
  out[n++] = feature2(108, fine[dependent], arc);
  out[n++] = feature3(109, fine[head], fine[dependent], side);
  out[n++] = feature3(110, h, fine[dependent], side);
  out[n++] = feature3(111, fine[head], d, side);
  out[n++] = feature2(112, arc, word[l]);
  out[n++] = feature2(113, arc, word[r]);
  out[n++] = feature2(114, arc, tag[l] * 64 + tag[r]);
  out[n++] = feature2(115, arc, state.relations[dependent]);
  out[n++] = feature2(116, arc, state.relations[head]);
  out[n++] = feature3(117, h, word[l], td);
  out[n++] = feature3(118, d, word[l], th);
  out[n++] = feature2(119, arc, word[hl]);
  out[n++] = feature2(120, arc, word[hr]);
  out[n++] = feature3(121, arc, state.dep[hl], state.dep[hr]);
  out[n++] = feature2(122, arc, near);
  out[n++] = feature2(123, arc, between(s, Math.min(head, dependent), Math.max(head, dependent)));
  out[n++] = feature3(124, arc, tag[before], tag[after]);
  out[n++] = feature2(125, arc, word[before]);
  out[n++] = feature2(126, arc, word[after]);
  out[n++] = feature2(127, arc, suffix[dependent]);
  out[n++] = feature2(128, arc, suffix[head]);
  out[n++] = feature3(129, coarse[head], coarse[dependent], arc);
  out[n++] = feature2(130, arc, few(state.leftCount[head]) * 4 + few(state.rightCount[head]));
  out[n++] = feature2(131, pos[head] * 32 + pos[dependent], side);
  out[n++] = feature2(132, h, state.relations[head]);
  out[n++] = feature3(133, arc, word[l], fine[dependent]);
  out[n++] = feature3(134, td, word[l], side);
  out[n++] = feature2(135, arc, glued[dependent] * 2 + glued[after]);
  out[n++] = feature3(136, arc, word[l], word[r]);
  return n;
}
