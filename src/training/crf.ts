/**
 * Linear-chain conditional random field over hashed features (Lafferty, McCallum and Pereira 2001), trained by AdaGrad
 * (Duchi, Hazan and Singer 2011) and averaged over the later passes. A word may have a set of labels in place of one
 * (Tsuboi et al. 2008): corpora that mark names alone leave open whether another word is in a nominal.
 */
import { Random } from '../perceptron/index.ts';

export interface Sequence {
  /** Feature hashes of each position. */
  readonly features: readonly Int32Array[];
  /** The labels that are right at each position: 1 for right. */
  readonly right: readonly Uint8Array[];
  /** How much the sequence counts. @default 1 */
  readonly weight?: number;
}
export interface CrfModel {
  readonly labelCount: number;
  /** Feature hash → row of `weights`. */
  readonly rows: ReadonlyMap<number, number>;
  /** rows × labels. */
  readonly weights: Float64Array;
  /** labels × labels; -Infinity where forbidden. */
  readonly transitions: Float64Array;
}
export interface CrfOptions {
  readonly labelCount: number;
  readonly mayFollow: (a: number, b: number) => boolean;
  readonly passes: number;
  /** AdaGrad's step. */
  readonly rate: number;
  /** L2, at each update of a feature. */
  readonly decay: number;
  /** Features seen less often are left out. */
  readonly cutoff: number;
  readonly seed: number;
}

/** Which labels may follow which; a sequence begins and ends as if beside label 0. */
class Lattice {
  readonly next: readonly Int32Array[];
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  constructor(
    readonly labels: number,
    mayFollow: CrfOptions['mayFollow'],
  ) {
    const all = Array.from({ length: labels }, (_, i) => i);
    this.next = all.map((a) => Int32Array.from(all.filter((b) => mayFollow(a, b))));
    this.first = Uint8Array.from(all, (b) => (mayFollow(0, b) ? 1 : 0));
    this.last = Uint8Array.from(all, (a) => (mayFollow(a, 0) ? 1 : 0));
  }
}

/** Sums over label sequences, in logarithms: forward (alpha) and backward (beta), over all labels or the right ones only. */
class Sums {
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly logZ: number;
  constructor(
    private readonly lattice: Lattice,
    private readonly n: number,
    private readonly emit: Float64Array,
    private readonly transitions: Float64Array,
    private readonly right?: readonly Uint8Array[],
  ) {
    const L = lattice.labels;
    this.alpha = new Float64Array(n * L).fill(-Infinity);
    this.beta = new Float64Array(n * L).fill(-Infinity);
    this.#forward();
    this.#backward();
    let top = -Infinity;
    const end = (n - 1) * L;
    for (let a = 0; a < L; a++) if (lattice.last[a]) top = Math.max(top, this.alpha[end + a]);
    let z = 0;
    for (let a = 0; a < L; a++) if (lattice.last[a]) z += Math.exp(this.alpha[end + a] - top);
    this.logZ = top + Math.log(z);
  }

  #may(t: number, label: number): boolean {
    return !this.right || this.right[t][label] === 1;
  }

  #forward(): void {
    const { lattice, alpha, emit, transitions } = this;
    const L = lattice.labels;
    for (let b = 0; b < L; b++) if (lattice.first[b] && this.#may(0, b)) alpha[b] = emit[b];
    const most = new Float64Array(L);
    const sum = new Float64Array(L);
    for (let t = 1; t < this.n; t++) {
      most.fill(-Infinity);
      sum.fill(0);
      for (let a = 0; a < L; a++) {
        const x = alpha[(t - 1) * L + a];
        if (x === -Infinity) continue;
        for (const b of lattice.next[a]) most[b] = Math.max(most[b], x + transitions[a * L + b]);
      }
      for (let a = 0; a < L; a++) {
        const x = alpha[(t - 1) * L + a];
        if (x === -Infinity) continue;
        for (const b of lattice.next[a]) sum[b] += Math.exp(x + transitions[a * L + b] - most[b]);
      }
      for (let b = 0; b < L; b++)
        if (sum[b] > 0 && this.#may(t, b)) alpha[t * L + b] = most[b] + Math.log(sum[b]) + emit[t * L + b];
    }
  }

  #backward(): void {
    const { lattice, beta, emit, transitions, n } = this;
    const L = lattice.labels;
    for (let a = 0; a < L; a++) if (lattice.last[a] && this.#may(n - 1, a)) beta[(n - 1) * L + a] = 0;
    for (let t = n - 2; t >= 0; t--)
      for (let a = 0; a < L; a++) {
        if (!this.#may(t, a)) continue;
        let most = -Infinity;
        for (const b of lattice.next[a])
          most = Math.max(most, transitions[a * L + b] + emit[(t + 1) * L + b] + beta[(t + 1) * L + b]);
        if (most === -Infinity) continue;
        let z = 0;
        for (const b of lattice.next[a])
          z += Math.exp(transitions[a * L + b] + emit[(t + 1) * L + b] + beta[(t + 1) * L + b] - most);
        beta[t * L + a] = most + Math.log(z);
      }
  }

  /** Adds `sign` times the probability of each label at `t`. */
  addLabels(t: number, sign: number, out: Float64Array): void {
    const L = this.lattice.labels;
    for (let k = 0; k < L; k++) {
      const x = this.alpha[t * L + k] + this.beta[t * L + k] - this.logZ;
      if (x > -20) out[k] += sign * Math.exp(x);
    }
  }

  /** Adds `sign` times the expected count of each transition. */
  addTransitions(sign: number, out: Float64Array): void {
    const { alpha, beta, emit, transitions } = this;
    const L = this.lattice.labels;
    for (let t = 1; t < this.n; t++)
      for (let a = 0; a < L; a++) {
        const x = alpha[(t - 1) * L + a] - this.logZ;
        if (!(x > -1e9)) continue;
        for (const b of this.lattice.next[a]) {
          const v = x + transitions[a * L + b] + emit[t * L + b] + beta[t * L + b];
          if (v > -12) out[a * L + b] += sign * Math.exp(v);
        }
      }
  }
}

/** Trains a model; the same data, options and seed give the same weights. */
export function trainCrf(data: readonly Sequence[], o: CrfOptions): CrfModel {
  const L = o.labelCount;
  const lattice = new Lattice(L, o.mayFollow);
  const rows = countedFeatures(data, o.cutoff);
  const indexed = data.map(({ features, right, weight = 1 }) => ({
    right,
    weight,
    features: features.map((f) => Int32Array.from([...f].map((h) => rows.get(h) ?? -1).filter((r) => r >= 0))),
  }));
  const weights = new Float64Array(rows.size * L);
  const squares = new Float64Array(rows.size * L).fill(1e-2);
  const transitions = Float64Array.from({ length: L * L }, (_, k) =>
    o.mayFollow(Math.floor(k / L), k % L) ? 0 : -Infinity,
  );
  const transitionSquares = new Float64Array(L * L).fill(1e-2);
  const sum = new Float64Array(weights.length);
  const transitionSum = new Float64Array(L * L);
  const random = new Random(o.seed);
  const gradient = new Float64Array(L);
  let averaged = 0;
  for (let pass = 0; pass < o.passes; pass++) {
    for (const { features, right, weight } of random.shuffle(indexed)) {
      const n = features.length;
      if (!n) continue;
      const emit = new Float64Array(n * L);
      for (let t = 0; t < n; t++)
        for (const r of features[t]) for (let k = 0; k < L; k++) emit[t * L + k] += weights[r * L + k];
      const good = new Sums(lattice, n, emit, transitions, right);
      // what the gold says can't be spelt under the lattice: a crossing of sentences
      if (!Number.isFinite(good.logZ)) continue;
      const all = new Sums(lattice, n, emit, transitions);
      for (let t = 0; t < n; t++) {
        gradient.fill(0);
        all.addLabels(t, weight, gradient);
        good.addLabels(t, -weight, gradient);
        for (const r of features[t]) step(weights, squares, r * L, gradient, o);
      }
      const moves = new Float64Array(L * L);
      all.addTransitions(weight, moves);
      good.addTransitions(-weight, moves);
      step(transitions, transitionSquares, 0, moves, o);
    }
    if (pass < o.passes >> 1) continue;
    averaged++;
    for (let k = 0; k < sum.length; k++) sum[k] += weights[k];
    for (let k = 0; k < transitionSum.length; k++) transitionSum[k] += transitions[k];
  }
  return {
    labelCount: L,
    rows,
    weights: sum.map((v) => v / averaged),
    transitions: transitionSum.map((v) => v / averaged),
  };
}

/** AdaGrad's step for one row of weights. */
function step(weights: Float64Array, squares: Float64Array, at: number, gradient: Float64Array, o: CrfOptions): void {
  for (let k = 0; k < gradient.length; k++) {
    const g = gradient[k];
    if (g > -1e-4 && g < 1e-4) continue;
    const d = g + o.decay * weights[at + k];
    squares[at + k] += d * d;
    weights[at + k] -= (o.rate * d) / Math.sqrt(squares[at + k]);
  }
}

function countedFeatures(data: readonly Sequence[], cutoff: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const s of data) for (const f of s.features) for (const h of f) counts.set(h, (counts.get(h) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [h, c] of counts) if (c >= cutoff) rows.set(h, rows.size);
  return rows;
}
