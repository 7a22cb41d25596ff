/** An anaphor with one of its candidates, as features ask for them: small numbers, worked out once a pair. */
import type { Clusters } from '../cluster.ts';
import { modifiersOf } from '../modifier.ts';
import type { Profile, Read } from '../profile.ts';

/** What holds for an anaphor and all of its candidates: filled anew for each. */
export class Anaphor {
  profile!: Profile;
  /** How many candidates there are, how many of them are of its kind, and the size of their largest chain. */
  count = 0;
  kin = 0;
  most = 0;
  /** One of the candidates has its head. */
  matched = false;
  /** Its words besides its head and the names inside. */
  modifiers: readonly string[] = [];
  /** The country that the text is most about. */
  readonly central: string | undefined;

  constructor(central: string | undefined) {
    this.central = central;
  }

  fill(clusters: Clusters, p: Profile, candidates: Int32Array, count: number): void {
    let most = 0;
    let kin = 0;
    let matched = false;
    for (let k = 0; k < count; k++) {
      most = Math.max(most, clusters.size(candidates[k]));
      matched ||= clusters.hasLemma(candidates[k], p.hash);
      if (clusters.profiles[candidates[k]].kind === p.kind) kin++;
    }
    this.profile = p;
    this.count = count;
    this.kin = kin;
    this.most = most;
    this.matched = matched;
    this.modifiers = modifiersOf(clusters, p);
  }
}

export const bucket = (n: number): number => (n <= 3 ? n : n <= 5 ? 4 : n <= 8 ? 5 : n <= 15 ? 6 : 7);

const NOBODY = {} as Profile;

/** A record that is filled anew for each pair. */
export class Pair {
  p = NOBODY;
  q = NOBODY;
  /** Sentences between them as a bucket, and up to 3. */
  far = 0;
  near = 0;
  /** How many candidates are nearer, as a bucket. */
  rank = 0;
  level = 0;
  /** Of the candidate's chain: its size as a bucket, whether it is the largest of all candidates', whether it has a name. */
  size = 0;
  largest = 0;
  named = 0;
  /** How many candidates are of the anaphor's kind, up to 3, and whether this one is. */
  kin = 0;
  sameKind = 0;
  /** The anaphor's head is the candidate's (3), a head (2) or a word of a name (1) of its chain. */
  match = 0;
  /** The anaphor's modifiers: it has none (0), all (1), some (2), none (3) of them are the candidate's. */
  rest = 0;
  /** Countries: none (0), only the candidate's (1), only the anaphor's (2), one of both (3), others (4). */
  countries = 0;
  number = 0;
  sameParagraph = 0;
  governs = 0;
  /** Relations of the candidate's head and of the anaphor's to what they hang on. */
  role = 0;
  ownRole = 0;
  quoted = 0;
  speaks = 0;
  /** A place in the country that the text is most about. */
  central = 0;

  /** Forgets the text. */
  clear(): void {
    this.p = this.q = NOBODY;
  }

  /** @param rank how many candidates are nearer */
  fill(clusters: Clusters, { tree, sentences }: Read, anaphor: Anaphor, q: Profile, rank: number): void {
    const p = anaphor.profile;
    const size = clusters.size(q.index);
    const far = p.sentence - q.sentence;
    const { head } = q.mention;
    this.p = p;
    this.q = q;
    this.far = bucket(far);
    this.near = Math.min(far, 3);
    this.rank = bucket(rank);
    this.level = q.level;
    this.size = bucket(size);
    this.largest = size === anaphor.most ? 1 : 0;
    this.named = clusters.isNamed(q.index) ? 1 : 0;
    this.kin = Math.min(anaphor.kin, 3);
    this.sameKind = p.kind === q.kind ? 1 : 0;
    this.match = matchOf(clusters, p, q);
    this.rest = shared(anaphor.modifiers, q.words);
    const countries = clusters.countries(q.index);
    this.countries = countryMatch(p.countries, countries.length ? countries : q.countries);
    this.number = p.number === q.number ? 0 : q.number === 'any' || p.number === 'any' ? 1 : 2;
    this.sameParagraph = sentences.paragraph[p.sentence] === sentences.paragraph[q.sentence] ? 1 : 0;
    this.governs = governs(tree, head, p.mention.head);
    this.role = tree.dep[head];
    this.ownRole = tree.dep[p.mention.head];
    this.quoted = (p.quoted ? 2 : 0) + (q.quoted ? 1 : 0);
    this.speaks = q.speaks ? 1 : 0;
    const { central } = anaphor;
    this.central = central !== undefined && q.mention.type === 'place' && q.countries.includes(central) ? 1 : 0;
  }
}

function matchOf(clusters: Clusters, p: Profile, q: Profile): number {
  if (p.hash === q.hash) return 3;
  return clusters.hasLemma(q.index, p.hash) ? 2 : clusters.hasWord(q.index, p.lemma) ? 1 : 0;
}

function shared(modifiers: readonly string[], words: readonly string[]): number {
  if (!modifiers.length) return 0;
  let found = 0;
  for (let i = 0; i < modifiers.length; i++) if (words.includes(modifiers[i])) found++;
  return found === modifiers.length ? 1 : found ? 2 : 3;
}

function countryMatch(own: readonly string[], other: readonly string[]): number {
  if (!own.length) return other.length ? 1 : 0;
  if (!other.length) return 2;
  for (let i = 0; i < own.length; i++) if (other.includes(own[i])) return 3;
  return 4;
}

/** Whether word `a` stands above word `b` in the tree, a few steps up. */
function governs(tree: Read['tree'], a: number, b: number): number {
  for (let steps = 0, at = tree.head[b]; steps < 4 && at >= 0; steps++, at = tree.head[at]) if (at === a) return 1;
  return 0;
}
