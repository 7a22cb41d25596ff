/** What the ranker sees of an anaphor and of a candidate: hashed features of words, distance, agreement, syntax and chain. */
import { feature1, feature2, feature3 } from '../../perceptron/index.ts';
import type { Clusters } from '../cluster.ts';
import type { Profile, Read } from '../profile.ts';

export const MOST_FEATURES = 48;
/** Raise it when templates change: weights mean nothing under others. */
export const RANKER_TEMPLATES = 1;

const LEVELS = { name: 1, nominal: 2, pronoun: 3 } as const;
const DETERMINERS = { none: 0, the: 1, this: 2, its: 3, a: 4 } as const;
const bucket = (n: number): number => (n <= 3 ? n : n <= 5 ? 4 : n <= 8 ? 5 : n <= 15 ? 6 : 7);

/** Features of leaving the anaphor alone. @param count of candidates @param matched one of them has its head */
export function aloneFeatures(layers: Read, p: Profile, count: number, matched: boolean, out: Int32Array): number {
  const A = p.sort;
  const { mention } = p;
  const { type } = p;
  const rest = p.words.length - 1;
  const { tokens, tree } = layers;
  const behind = tokens.lower[mention.last];
  const follows =
    behind === 'of' ? 1 : behind === 'who' || behind === 'that' || behind === 'which' ? 2 : behind === ',' ? 3 : 0;
  let n = 0;
  out[n++] = feature1(100, A);
  out[n++] = feature2(101, A, p.hash);
  out[n++] = feature2(102, A, type);
  out[n++] = feature3(103, A, type, Math.min(rest, 3));
  out[n++] = feature3(104, A, p.fine, type);
  out[n++] = feature2(105, p.coarse, type);
  out[n++] = feature2(106, A, bucket(count));
  out[n++] = feature3(107, A, matched ? 1 : 0, Math.min(rest, 2));
  out[n++] = feature3(108, A, follows, type);
  out[n++] = feature2(109, A, tree.dep[mention.head]);
  out[n++] = feature3(110, A, type, p.number === 'plural' ? 1 : p.number === 'any' ? 2 : 0);
  out[n++] = feature2(111, A, Math.min(p.sentence, 2));
  out[n++] = feature3(112, A, type, p.names.length ? 1 + Math.min(p.countries.length, 1) : 0);
  out[n++] = feature3(113, p.hash, type, follows);
  out[n++] = feature3(114, A, type, p.kind);
  out[n++] = feature2(115, A, mention.head > 0 ? layers.tags.pos[Math.max(0, mention.first - 1)] : 0);
  return n;
}

/** Features of a candidate. @param rank how many candidates are nearer @param largest its chain is the largest of all candidates' @param kin how many candidates are of the anaphor's kind */
export function pairFeatures(
  clusters: Clusters,
  layers: Read,
  p: Profile,
  q: Profile,
  rank: number,
  largest: boolean,
  kin: number,
  central: string | undefined,
  out: Int32Array,
): number {
  const A = p.sort;
  const { tree, sentences } = layers;
  const { type, kind } = q;
  const mine = p.type;
  const level = LEVELS[q.mention.level];
  const summary = clusters.summary(q.index);
  const size = clusters.members(q.index).length;
  const far = p.sentence - q.sentence;
  const match = p.hash === q.hash ? 3 : summary.lemmas.includes(p.hash) ? 2 : summary.words.includes(p.lemma) ? 1 : 0;
  const rest = modifiers(clusters, p, q);
  const countries = countryMatch(p, summary.countries, q);
  const number = p.number === q.number ? 0 : q.number === 'any' || p.number === 'any' ? 1 : 2;
  const paragraph = sentences.paragraph[p.sentence] === sentences.paragraph[q.sentence] ? 1 : 0;
  const role = tree.dep[q.mention.head];
  let n = 0;
  out[n++] = feature2(1, A, bucket(far));
  out[n++] = feature3(2, A, level, type);
  out[n++] = feature3(3, A, q.subject ? 1 : 0, Math.min(far, 2));
  out[n++] = feature2(4, A, bucket(rank));
  out[n++] = feature3(5, A, bucket(size), summary.names ? 1 : 0);
  out[n++] = feature3(6, A, type, summary.names ? 1 : 0);
  out[n++] = feature3(7, A, match, rest);
  out[n++] = feature3(9, p.hash, q.hash, level);
  out[n++] = feature3(10, A, p.fine, q.fine);
  out[n++] = feature3(11, mine, p.coarse, q.coarse);
  out[n++] = feature3(12, A, p.fine && p.fine === q.fine ? 1 : 0, p.coarse === q.coarse ? 1 : 0);
  out[n++] = feature3(13, p.hash, type, kind);
  out[n++] = feature3(14, A, number, type);
  out[n++] = feature3(15, A, countries, type);
  out[n++] = feature3(16, A, role, Math.min(far, 2));
  out[n++] = feature3(18, A, largest ? 1 : 0, bucket(size));
  out[n++] = feature3(19, A, paragraph, Math.min(far, 3));
  out[n++] = feature3(20, A, DETERMINERS[q.determiner], q.counted ? 1 : 0);
  out[n++] = feature3(21, A, bucket(far), bucket(rank));
  out[n++] = feature3(23, p.hash, level, summary.names ? 1 : 0);
  out[n++] = feature3(24, A, governs(tree, q.mention.head, p.mention.head), far === 0 ? 1 : 0);
  out[n++] = feature3(25, A, q.mention.actsAs ? 1 : 0, q.subject ? 1 : 0);
  out[n++] = feature3(27, A, match, bucket(far));
  out[n++] = feature3(28, A, countries, match);
  out[n++] = feature3(29, A, p.kind, kind);
  out[n++] = feature3(30, mine, p.fine, kind);
  out[n++] = feature3(32, A, match, type);
  const sameKind = p.kind === q.kind ? 1 : 0;
  out[n++] = feature3(33, mine, sameKind, Math.min(kin, 3));
  out[n++] = feature3(34, A, sameKind, bucket(size));
  out[n++] = feature2(36, A, q.hash);
  const main = central !== undefined && q.mention.type === 'place' && q.countries.includes(central) ? 1 : 0;
  out[n++] = feature3(40, p.hash, main, kind);
  out[n++] = feature3(37, A, tree.dep[p.mention.head], role);
  out[n++] = feature3(38, A, (p.quoted ? 2 : 0) + (q.quoted ? 1 : 0), Math.min(far, 2));
  out[n++] = feature3(39, A, speaks(layers, q.mention.head) ? 1 : 0, Math.min(far, 2));
  if (p.governor) {
    out[n++] = feature3(42, p.governor, type, kind);
    out[n++] = feature3(43, p.governor, type, p.sort);
  }
  return n;
}
/** Verbs by which someone says something. */
const SPEECH = new Set(
  'say tell add state explain declare note warn announce claim ask insist stress write argue reply call'.split(' '),
);
const speaks = ({ tree, tags }: Read, head: number): boolean =>
  tree.head[head] >= 0 && SPEECH.has(tags.lemma[tree.head[head]]);

/** Words of `p` besides its head and the names inside: none, all of them in the candidate's chain, or not. */
function modifiers(clusters: Clusters, p: Profile, q: Profile): number {
  const { profiles } = clusters;
  let own = 0;
  let found = 0;
  for (let i = 0; i < p.words.length - 1; i++) {
    const word = p.words[i];
    if (p.names.length && p.names.some((n) => profiles[n].words.includes(word))) continue;
    own++;
    if (q.words.includes(word)) found++;
  }
  return own === 0 ? 0 : found === own ? 1 : found ? 2 : 3;
}

function countryMatch(p: Profile, its: readonly string[], q: Profile): number {
  const other = its.length ? its : q.countries;
  if (!p.countries.length) return other.length ? 1 : 0;
  if (!other.length) return 2;
  for (const code of p.countries) if (other.includes(code)) return 3;
  return 4;
}

/** Whether word `a` stands above word `b` in the tree, a few steps up. */
function governs(tree: Read['tree'], a: number, b: number): number {
  for (let steps = 0, at = tree.head[b]; steps < 4 && at >= 0; steps++, at = tree.head[at]) if (at === a) return 1;
  return 0;
}
