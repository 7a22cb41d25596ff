/**
 * The trained antecedent ranker: each pronoun and description that no sieve has placed is joined with the best of the
 * chains in front of it, unless standing alone scores higher (Denis and Baldridge 2008; Durrett and Klein 2013).
 */
import { type Assets, resource } from '../../document/assets.ts';
import { type LinearModel, readModel, unpackWeights } from '../../perceptron/index.ts';
import type { Clusters } from '../cluster.ts';
import type { Knowledge, Profile, Read } from '../profile.ts';
import { centralCountry } from '../sieve/place.ts';
import { candidatesOf, isOpen, MOST_CANDIDATES } from './candidate.ts';
import { aloneFeatures, MOST_FEATURES, pairFeatures, RANKER_TEMPLATES } from './feature.ts';

export const RANKER_FILE = 'model/coreference.bin';
export const RANKER = { name: 'coreference', version: 1, templates: RANKER_TEMPLATES };

/** What to do with an anaphor: features of each choice, the first that of standing alone. */
export interface Choice {
  readonly anaphor: Profile;
  /** Candidate mentions, the nearest first. */
  readonly candidates: Int32Array;
  count: number;
  /** Features of each choice, `lengths[c]` of them; choice 0 is to stand alone. */
  readonly features: readonly Int32Array[];
  readonly lengths: Int32Array;
}

/** Goes through the anaphors in the order of the text; `decide` gives the number of the choice, 0 for none. */
export function rank(clusters: Clusters, layers: Read, knowledge: Knowledge, decide: (choice: Choice) => number): void {
  const candidates = new Int32Array(MOST_CANDIDATES);
  const features = Array.from({ length: MOST_CANDIDATES + 1 }, () => new Int32Array(MOST_FEATURES));
  const lengths = new Int32Array(MOST_CANDIDATES + 1);
  const central = centralCountry(clusters, knowledge);
  for (const p of clusters.profiles) {
    if (!isOpen(clusters, p)) continue;
    const count = candidatesOf(clusters, layers, p, candidates);
    if (!count) continue;
    let most = 0;
    let matched = false;
    let kin = 0;
    for (let k = 0; k < count; k++) {
      most = Math.max(most, clusters.members(candidates[k]).length);
      if (clusters.summary(candidates[k]).lemmas.includes(p.hash)) matched = true;
      if (clusters.profiles[candidates[k]].kind === p.kind) kin++;
    }
    // "rebels" without an article points at nothing but rebels before it: not asked, as it would hardly ever join
    if (p.mention.level === 'nominal' && p.determiner === 'none' && !matched) continue;
    lengths[0] = aloneFeatures(layers, p, count, matched, features[0]);
    for (let k = 0; k < count; k++) {
      const q = clusters.profiles[candidates[k]];
      const largest = clusters.members(q.index).length === most;
      lengths[k + 1] = pairFeatures(clusters, layers, p, q, k, largest, kin, central, features[k + 1]);
    }
    const choice = decide({ anaphor: p, candidates, count, features, lengths });
    if (choice) clusters.join(candidates[choice - 1], p.index);
  }
}

export const unpackRanker = (bytes: Uint8Array): LinearModel =>
  unpackWeights(readModel(bytes, RANKER).sections.weights);
export const rankerOf = (assets: Assets): LinearModel => resource(assets, RANKER_FILE, unpackRanker);

/** "he", "its", "they" in the news stand for something that was named: to stand alone is no choice. */
export const refers = (anaphor: Profile): boolean => anaphor.person === '3';

/** The choice with the highest score. */
export function decider(model: LinearModel): (choice: Choice) => number {
  const score = new Int32Array(1);
  return ({ anaphor, count, features, lengths }) => {
    let best = 0;
    let most = -Infinity;
    for (let c = refers(anaphor) ? 1 : 0; c <= count; c++) {
      model.score(features[c], lengths[c], score);
      if (score[0] > most) [most, best] = [score[0], c];
    }
    return best;
  };
}
