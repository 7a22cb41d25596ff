/** What the ranker sees of an anaphor and of a candidate: hashed features of words, distance, agreement, syntax and chain. */
import { deep, feature2, feature3, mix1, mix2, salt, seeded, spread } from '../../perceptron/index.ts';
import type { Read } from '../profile.ts';
import { type Anaphor, bucket, type Pair } from './pair.ts';

export const MOST_FEATURES = 48;
/** Raise it when templates change: weights mean nothing under others. */
export const RANKER_TEMPLATES = 1;

/** Features of leaving the anaphor alone. */
export function aloneFeatures(layers: Read, { profile: p, count, matched }: Anaphor, out: Int32Array): number {
  const A = p.sort;
  const { mention } = p;
  const { type } = p;
  const rest = p.words.length - 1;
  const { tokens, tree } = layers;
  const behind = tokens.lower[mention.last];
  const follows =
    behind === 'of' ? 1 : behind === 'who' || behind === 'that' || behind === 'which' ? 2 : behind === ',' ? 3 : 0;
  let n = 0;
  out[n++] = mix1(seeded(100), A);
  out[n++] = mix2(seeded(101), A, p.hash);
  out[n++] = mix2(seeded(102), A, type);
  out[n++] = deep(mix2(seeded(103), A, type)) ^ salt(Math.min(rest, 3));
  out[n++] = deep(mix2(seeded(104), A, p.fine)) ^ salt(type);
  out[n++] = mix2(seeded(105), p.coarse, type);
  out[n++] = mix2(seeded(106), A, bucket(count));
  out[n++] = deep(mix2(seeded(107), A, matched ? 1 : 0)) ^ salt(Math.min(rest, 2));
  out[n++] = deep(mix2(seeded(108), A, follows)) ^ salt(type);
  out[n++] = mix2(seeded(109), A, tree.dep[mention.head]);
  out[n++] = deep(mix2(seeded(110), A, type)) ^ salt(p.number === 'plural' ? 1 : p.number === 'any' ? 2 : 0);
  out[n++] = mix2(seeded(111), A, Math.min(p.sentence, 2));
  out[n++] = deep(mix2(seeded(112), A, type)) ^ salt(p.names.length ? 1 + Math.min(p.countries.length, 1) : 0);
  out[n++] = deep(mix2(seeded(113), p.hash, type)) ^ salt(follows);
  out[n++] = deep(mix2(seeded(114), A, type)) ^ salt(p.kind);
  out[n++] = mix2(seeded(115), A, mention.head > 0 ? layers.tags.pos[Math.max(0, mention.first - 1)] : 0);
  return spread(out, n);
}

/** Adds features of a pair to `out`, from `n` on. @returns how many there are then */
type Templates = (pair: Pair, out: Int32Array, n: number) => number;

/**
 * Features of the sort of the anaphor and of small numbers, in groups that look at the same ones: there are so few of each
 * group's that `score.ts` knows their sums. What a group looks at must be in its key there.
 */
export const GROUPS: readonly Templates[] = [
  function distance({ p: { sort: A }, far, rank }, out, n) {
    out[n++] = feature2(1, A, far);
    out[n++] = feature2(4, A, rank);
    out[n++] = feature3(21, A, far, rank);
    return n;
  },
  function discourse({ p: { sort: A }, q, near, sameParagraph, governs, quoted, speaks }, out, n) {
    const subject = q.subject ? 1 : 0;
    out[n++] = feature3(3, A, subject, Math.min(near, 2));
    out[n++] = feature3(19, A, sameParagraph, near);
    out[n++] = feature3(24, A, governs, near === 0 ? 1 : 0);
    out[n++] = feature3(25, A, q.mention.actsAs ? 1 : 0, subject);
    out[n++] = feature3(38, A, quoted, Math.min(near, 2));
    out[n++] = feature3(39, A, speaks, Math.min(near, 2));
    return n;
  },
  function chain({ p: { sort: A, type: mine }, size, largest, named, kin, sameKind }, out, n) {
    out[n++] = feature3(5, A, size, named);
    out[n++] = feature3(18, A, largest, size);
    out[n++] = feature3(33, mine, sameKind, kin);
    out[n++] = feature3(34, A, sameKind, size);
    return n;
  },
  function agreement({ p: { sort: A }, q: { type }, level, named, number, countries, match }, out, n) {
    out[n++] = feature3(2, A, level, type);
    out[n++] = feature3(6, A, type, named);
    out[n++] = feature3(14, A, number, type);
    out[n++] = feature3(15, A, countries, type);
    out[n++] = feature3(32, A, match, type);
    return n;
  },
  function heads({ p: { sort: A }, match, rest, far, countries }, out, n) {
    out[n++] = feature3(7, A, match, rest);
    out[n++] = feature3(27, A, match, far);
    out[n++] = feature3(28, A, countries, match);
    return n;
  },
  function words({ p, q }, out, n) {
    const A = p.sort;
    out[n++] = feature3(12, A, p.fine && p.fine === q.fine ? 1 : 0, p.coarse === q.coarse ? 1 : 0);
    out[n++] = feature3(20, A, q.determiner, q.counted ? 1 : 0);
    return n;
  },
  function roles({ p: { sort: A }, near, role, ownRole }, out, n) {
    out[n++] = feature3(16, A, role, Math.min(near, 2));
    out[n++] = feature3(37, A, ownRole, role);
    return n;
  },
];

/**
 * Fills `keys` with what each group looks at, packed into one number that ends with the group's own. @returns false when the
 * anaphor's sort or a type has no code
 */
export function keysOf(pair: Pair, keys: Int32Array): boolean {
  const { p, q, far, near, size, named, countries, match, role } = pair;
  const A = p.sortCode;
  const fine = p.fine && p.fine === q.fine ? 1 : 0;
  const coarse = p.coarse === q.coarse ? 1 : 0;
  const subject = q.subject ? 1 : 0;
  const acts = q.mention.actsAs ? 1 : 0;
  const counted = q.counted ? 1 : 0;
  const beside = (pair.sameParagraph << 3) | (pair.governs << 2) | (subject << 1) | acts;
  const chain = (size << 5) | (named << 4) | (pair.largest << 3) | (pair.sameKind << 2) | pair.kin;
  keys[0] = (A << 9) | (far << 6) | (pair.rank << 3);
  keys[1] = (A << 12) | (near << 10) | (beside << 6) | (pair.quoted << 4) | (pair.speaks << 3) | 1;
  keys[2] = (A << 15) | (p.typeCode << 11) | (chain << 3) | 2;
  keys[3] =
    (A << 17) |
    (q.typeCode << 13) |
    (pair.level << 11) |
    (named << 10) |
    (pair.number << 8) |
    (countries << 5) |
    (match << 3) |
    3;
  keys[4] = (A << 13) | (match << 11) | (pair.rest << 9) | (far << 6) | (countries << 3) | 4;
  keys[5] = (A << 9) | (fine << 8) | (coarse << 7) | (q.determiner << 4) | (counted << 3) | 5;
  keys[6] = (A << 17) | (role << 11) | (pair.ownRole << 5) | (near << 3) | 6;
  return A > 0 && p.typeCode > 0 && q.typeCode > 0;
}

/** Features of words and kinds, of which there are many. */
export function lexicalFeatures({ p, q, level, named, central }: Pair, out: Int32Array, from: number): number {
  const A = p.sort;
  const { type, kind } = q;
  let n = from;
  out[n++] = deep(mix2(seeded(9), p.hash, q.hash)) ^ salt(level);
  out[n++] = deep(mix2(seeded(10), A, p.fine)) ^ salt(q.fine);
  out[n++] = deep(mix2(seeded(11), p.type, p.coarse)) ^ salt(q.coarse);
  out[n++] = deep(mix2(seeded(13), p.hash, type)) ^ salt(kind);
  out[n++] = deep(mix2(seeded(23), p.hash, level)) ^ salt(named);
  out[n++] = deep(mix2(seeded(29), A, p.kind)) ^ salt(kind);
  out[n++] = deep(mix2(seeded(30), p.type, p.fine)) ^ salt(kind);
  out[n++] = mix2(seeded(36), A, q.hash);
  out[n++] = deep(mix2(seeded(40), p.hash, central)) ^ salt(kind);
  if (p.governor) {
    out[n++] = deep(mix2(seeded(42), p.governor, type)) ^ salt(kind);
    out[n++] = deep(mix2(seeded(43), p.governor, type)) ^ salt(A);
  }
  return spread(out, n, from);
}

/** All features of a pair. */
export function pairFeatures(pair: Pair, out: Int32Array): number {
  let n = 0;
  for (const group of GROUPS) n = group(pair, out, n);
  return lexicalFeatures(pair, out, n);
}
