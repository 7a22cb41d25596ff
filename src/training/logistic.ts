/** Logistic regression over hashed features, by AdaGrad (Duchi et al. 2011) with a small L2 penalty. */
import { Random, type Weights } from '../perceptron/index.ts';

export interface Example {
  readonly features: Int32Array;
  /** 0 or 1. */
  readonly label: number;
  readonly weight: number;
}
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export interface LogisticOptions {
  readonly bits: number;
  readonly passes: number;
  readonly rate: number;
  readonly penalty: number;
}

export function trainLogistic(examples: readonly Example[], options: LogisticOptions): Weights {
  const { bits, passes, rate, penalty } = options;
  const mask = 2 ** bits - 1;
  const values = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(1e-2);
  const random = new Random(7);
  for (let pass = 0; pass < passes; pass++)
    for (const { features, label, weight } of random.shuffle([...examples])) {
      let sum = 0;
      for (const f of features) sum += values[f & mask];
      const slope = (sigmoid(sum) - label) * weight;
      for (const f of features) {
        const b = f & mask;
        const g = slope + penalty * values[b];
        squares[b] += g * g;
        values[b] -= (rate * g) / Math.sqrt(squares[b]);
      }
    }
  return { bits, classes: 1, values };
}

export function logit({ bits, values }: Weights, features: Int32Array, count = features.length): number {
  const mask = 2 ** bits - 1;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[features[i] & mask];
  return sum;
}
