/** Trains the antecedent ranker: a softmax over the choices of each anaphor, by AdaGrad (Duchi et al. 2011; Durrett and Klein 2013). */

import { sieved } from '../coreference/index.ts';
import type { Knowledge } from '../coreference/profile.ts';
import { aloneFeatures, MOST_FEATURES, pairFeatures } from '../coreference/ranker/feature.ts';
import { type Choice, rank } from '../coreference/ranker/index.ts';
import { meanOf, Random, type Weights } from '../perceptron/index.ts';
import type { CoreferenceItem } from './coreferenceData.ts';

/** One decision: features of every choice, the first that of standing alone, and which choices are right. */
export interface Decision {
  readonly choices: readonly Int32Array[];
  readonly right: readonly boolean[];
  readonly weight: number;
}
export interface RankerOptions {
  readonly bits: number;
  readonly passes: number;
  readonly rate: number;
  /** L2 penalty, a step. */
  readonly penalty: number;
  /** What a wrong choice costs in training: to stand alone with an antecedent there, to join without one, to join the wrong one. */
  readonly costs: { readonly alone: number; readonly joined: number; readonly wrong: number };
  /** Runs whose mean is taken. */
  readonly runs: number;
}
export const RANKER_TRAINING: RankerOptions = {
  bits: 16,
  passes: 8,
  rate: 0.08,
  penalty: 1e-2,
  costs: { alone: 0.5, joined: 1, wrong: 1 },
  runs: 5,
};

/** The decisions of a text, each after the right ones before it. */
export function decisionsOf(item: CoreferenceItem, knowledge: Knowledge, weight: number): Decision[] {
  const { layers, entities } = item;
  const clusters = sieved(layers, knowledge);
  const found: Decision[] = [];
  rank(clusters, layers, knowledge, ({ anaphor, pairs }: Choice) => {
    const entity = entities[anaphor.profile.index];
    const candidates = pairs.slice(0, anaphor.count);
    const right = candidates.map(({ q }) => entity !== undefined && entities[q.index] === entity);
    const first = right.indexOf(true);
    const out = new Int32Array(MOST_FEATURES);
    found.push({
      choices: [
        out.slice(0, aloneFeatures(layers, anaphor, out)),
        ...candidates.map((pair) => out.slice(0, pairFeatures(pair, out))),
      ],
      right: [first < 0, ...right],
      weight,
    });
    return first + 1;
  });
  return found;
}

/** The mean of several runs in other orders: with so few decisions one run leans on its last ones. */
export const trainRanker = (decisions: readonly Decision[], options: RankerOptions = RANKER_TRAINING): Weights =>
  meanOf(Array.from({ length: options.runs }, (_, i) => oneRun(decisions, options, i + 1)));

function oneRun(decisions: readonly Decision[], options: RankerOptions, seed: number): Weights {
  const { bits, passes, rate, penalty, costs } = options;
  const mask = 2 ** bits - 1;
  const values = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(1e-2);
  const random = new Random(seed);
  const order = [...decisions];
  for (let pass = 0; pass < passes; pass++)
    for (const { choices, right, weight } of random.shuffle(order)) {
      const scores = choices.map((features, c) => {
        let sum = right[c] ? 0 : c === 0 ? costs.alone : right[0] ? costs.joined : costs.wrong;
        for (let i = 0; i < features.length; i++) sum += values[features[i] & mask];
        return sum;
      });
      const all = shares(scores, () => true);
      const good = shares(scores, (c) => right[c]);
      for (let c = 0; c < choices.length; c++) {
        const slope = (all[c] - good[c]) * weight;
        if (Math.abs(slope) < 1e-4) continue;
        const features = choices[c];
        for (let i = 0; i < features.length; i++) {
          const b = features[i] & mask;
          const g = slope + penalty * values[b];
          squares[b] += g * g;
          values[b] -= (rate * g) / Math.sqrt(squares[b]);
        }
      }
    }
  return { bits, classes: 1, values };
}

/** The softmax of those scores that take part; 0 for the others. */
function shares(scores: readonly number[], takesPart: (c: number) => boolean): number[] {
  let most = -Infinity;
  scores.forEach((s, c) => {
    if (takesPart(c)) most = Math.max(most, s);
  });
  const powers = scores.map((s, c) => (takesPart(c) ? Math.exp(s - most) : 0));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / sum);
}
