/**
 * The trained antecedent ranker: each pronoun and description that no sieve has placed is joined with the best of the
 * chains in front of it, unless standing alone scores higher (Denis and Baldridge 2008; Durrett and Klein 2013).
 */
import { type Assets, resource } from '../../document/assets.ts';
import { type LinearModel, readModel, unpackWeights } from '../../perceptron/index.ts';
import type { Clusters } from '../cluster.ts';
import { DETERMINER, LEVEL } from '../code.ts';
import type { Knowledge, Read } from '../profile.ts';
import { Repeats } from '../repeats.ts';
import { centralCountry } from '../sieve/place.ts';
import { candidatesOf, isOpen, MOST_CANDIDATES, typeColumn } from './candidate.ts';
import { RANKER_TEMPLATES } from './feature.ts';
import { Anaphor, Pair } from './pair.ts';
import type { Scorer } from './score.ts';

export { Scorer } from './score.ts';

export const RANKER_FILE = 'model/coreference.bin';
export const RANKER = { name: 'coreference', version: 1, templates: RANKER_TEMPLATES };

/** What to do with an anaphor: to leave it alone, or to join it with one of its candidates. */
export interface Choice {
  readonly anaphor: Anaphor;
  readonly layers: Read;
  /** With each candidate, the nearest first: as many as the anaphor's `count`. */
  readonly pairs: readonly Pair[];
}
/** The number of the candidate chosen, from 1; 0 for none. */
export type Decide = (choice: Choice) => number;

/** Goes through the anaphors in the order of the text. */
export function rank(clusters: Clusters, layers: Read, knowledge: Knowledge, decide: Decide): void {
  const { profiles } = clusters;
  const central = centralCountry(clusters, knowledge);
  const types = typeColumn(profiles);
  heads.clear();
  for (let i = 0; i < profiles.length; i++) if (profiles[i].level !== LEVEL.pronoun) heads.add(profiles[i].hash);
  const choice = { anaphor: new Anaphor(central), layers, pairs: PAIRS };
  for (let i = 0; i < profiles.length; i++) {
    const p = profiles[i];
    if (!isOpen(clusters, p)) continue;
    // "rebels" without an article points at nothing but rebels before it: not asked, as it would hardly ever join
    const bare = p.level === LEVEL.nominal && p.determiner === DETERMINER.none;
    if (bare && !heads.has(p.hash)) continue;
    const count = candidatesOf(clusters, layers, p, types, CANDIDATES);
    if (!count) continue;
    choice.anaphor.fill(clusters, p, CANDIDATES, count);
    if (bare && !choice.anaphor.matched) continue;
    for (let k = 0; k < count; k++) PAIRS[k].fill(clusters, layers, choice.anaphor, profiles[CANDIDATES[k]], k);
    const chosen = decide(choice);
    if (chosen) clusters.join(CANDIDATES[chosen - 1], p.index);
  }
  for (const pair of PAIRS) pair.clear();
}

/** Scratch: the candidates of the anaphor at hand, and its pairs with them. */
const CANDIDATES = new Int32Array(MOST_CANDIDATES);
const PAIRS = Array.from({ length: MOST_CANDIDATES }, () => new Pair());
/** Heads that the text has more than once. */
const heads = new Repeats();

export const unpackRanker = (bytes: Uint8Array): LinearModel =>
  unpackWeights(readModel(bytes, RANKER).sections.weights);
export const rankerOf = (assets: Assets): LinearModel => resource(assets, RANKER_FILE, unpackRanker);

/** "he", "its", "they" in the news stand for something that was named: to stand alone is no choice. */
export const refers = ({ profile }: Anaphor): boolean => profile.person === '3';

/** The choice with the highest score. */
export function decider(scorer: Scorer): Decide {
  return ({ anaphor, layers, pairs }) => {
    let best = 0;
    let most = refers(anaphor) ? -Infinity : scorer.alone(layers, anaphor);
    for (let k = 0; k < anaphor.count; k++) {
      const score = scorer.pair(pairs[k]);
      if (score > most) {
        most = score;
        best = k + 1;
      }
    }
    return best;
  };
}
