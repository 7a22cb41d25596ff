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
  readonly weights: Float32Array;
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
  /** labels × labels: e ** transition, 0 where forbidden. */
  readonly factors: Float64Array;
  constructor(
    readonly labels: number,
    mayFollow: CrfOptions['mayFollow'],
  ) {
    const all = Array.from({ length: labels }, (_, i) => i);
    this.next = all.map((a) => Int32Array.from(all.filter((b) => mayFollow(a, b))));
    this.first = Uint8Array.from(all, (b) => (mayFollow(0, b) ? 1 : 0));
    this.last = Uint8Array.from(all, (a) => (mayFollow(a, 0) ? 1 : 0));
    this.factors = new Float64Array(labels * labels);
  }

  /** Takes new weights of transitions. */
  weigh(transitions: Float64Array): void {
    const L = this.labels;
    for (let a = 0; a < L; a++)
      for (const b of this.next[a]) this.factors[a * L + b] = Math.exp(transitions[a * L + b]);
  }
}

/**
 * Sums over label sequences, forward (alpha) and backward (beta), over all labels or the right ones only. Not in
 * logarithms: each word's sums are scaled to 1 (Rabiner 1989), which costs a tenth of the exponentials.
 */
class Sums {
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  /** e ** emission, the greatest of a word being 1; 0 for what is not right. */
  readonly #emit: Float64Array;
  readonly #scale: Float64Array;
  /** 0 when no sequence is allowed. */
  readonly total: number;
  constructor(
    private readonly lattice: Lattice,
    private readonly n: number,
    emit: Float64Array,
    right?: readonly Uint8Array[],
  ) {
    const L = lattice.labels;
    this.alpha = new Float64Array(n * L);
    this.beta = new Float64Array(n * L);
    this.#scale = new Float64Array(n);
    this.#emit = relative(emit, n, L, right);
    this.total = this.#forward() ? this.#backward() : 0;
  }

  #forward(): boolean {
    const { lattice, alpha } = this;
    const L = lattice.labels;
    for (let t = 0; t < this.n; t++) {
      const at = t * L;
      if (t === 0) for (let b = 0; b < L; b++) alpha[b] = lattice.first[b];
      else
        for (let a = 0; a < L; a++) {
          const x = alpha[at - L + a];
          if (x === 0) continue;
          const next = lattice.next[a];
          for (let e = 0; e < next.length; e++) alpha[at + next[e]] += x * lattice.factors[a * L + next[e]];
        }
      let sum = 0;
      for (let b = 0; b < L; b++) sum += alpha[at + b] *= this.#emit[at + b];
      if (!(sum > 0)) return false;
      this.#scale[t] = sum;
      for (let b = 0; b < L; b++) alpha[at + b] /= sum;
    }
    return true;
  }

  /** @returns the share of the sequences that may end where they end. */
  #backward(): number {
    const { lattice, alpha, beta, n } = this;
    const L = lattice.labels;
    const ahead = new Float64Array(L);
    let total = 0;
    for (let a = 0; a < L; a++) {
      beta[(n - 1) * L + a] = lattice.last[a];
      total += alpha[(n - 1) * L + a] * lattice.last[a];
    }
    for (let t = n - 2; t >= 0; t--) {
      this.#ahead(t + 1, ahead);
      for (let a = 0; a < L; a++) {
        if (alpha[t * L + a] === 0) continue;
        let sum = 0;
        const next = lattice.next[a];
        for (let e = 0; e < next.length; e++) sum += lattice.factors[a * L + next[e]] * ahead[next[e]];
        beta[t * L + a] = sum;
      }
    }
    return total;
  }

  /** What follows from each label at `t`, the word itself counted in. */
  #ahead(t: number, out: Float64Array): void {
    const at = t * out.length;
    for (let b = 0; b < out.length; b++) out[b] = (this.#emit[at + b] * this.beta[at + b]) / this.#scale[t];
  }

  /** Adds `sign` times the probability of each label at `t`. */
  addLabels(t: number, sign: number, out: Float64Array): void {
    const L = this.lattice.labels;
    for (let k = 0; k < L; k++) out[k] += (sign * this.alpha[t * L + k] * this.beta[t * L + k]) / this.total;
  }

  /** Adds `sign` times the expected count of each transition. */
  addTransitions(sign: number, out: Float64Array): void {
    const { alpha, lattice } = this;
    const L = lattice.labels;
    const ahead = new Float64Array(L);
    for (let t = 1; t < this.n; t++) {
      this.#ahead(t, ahead);
      for (let a = 0; a < L; a++) {
        const x = (sign * alpha[(t - 1) * L + a]) / this.total;
        if (x === 0) continue;
        const next = lattice.next[a];
        for (let e = 0; e < next.length; e++) {
          const k = a * L + next[e];
          out[k] += x * lattice.factors[k] * ahead[next[e]];
        }
      }
    }
  }
}

function relative(emit: Float64Array, n: number, L: number, right: readonly Uint8Array[] | undefined): Float64Array {
  const factors = new Float64Array(n * L);
  for (let t = 0; t < n; t++) {
    let most = -Infinity;
    for (let k = 0; k < L; k++) if (!right || right[t][k]) most = Math.max(most, emit[t * L + k]);
    for (let k = 0; k < L; k++) if (!right || right[t][k]) factors[t * L + k] = Math.exp(emit[t * L + k] - most);
  }
  return factors;
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
  const weights = new Float32Array(rows.size * L);
  const squares = new Float32Array(rows.size * L).fill(1e-2);
  const transitions = Float64Array.from({ length: L * L }, (_, k) =>
    o.mayFollow(Math.floor(k / L), k % L) ? 0 : -Infinity,
  );
  const transitionSquares = new Float64Array(L * L).fill(1e-2);
  const sum = new Float32Array(weights.length);
  const transitionSum = new Float64Array(L * L);
  const random = new Random(o.seed);
  const gradient = new Float64Array(L);
  let averaged = 0;
  for (let pass = 0; pass < o.passes; pass++) {
    for (const { features, right, weight } of random.shuffle(indexed)) {
      const n = features.length;
      if (!n) continue;
      lattice.weigh(transitions);
      const emit = new Float64Array(n * L);
      for (let t = 0; t < n; t++)
        for (let f = 0; f < features[t].length; f++)
          for (let k = 0, from = features[t][f] * L, to = t * L; k < L; k++) emit[to + k] += weights[from + k];
      const good = new Sums(lattice, n, emit, right);
      // what the gold says can't be spelt under the lattice: a crossing of sentences
      if (!good.total) continue;
      const all = new Sums(lattice, n, emit);
      for (let t = 0; t < n; t++) {
        gradient.fill(0);
        all.addLabels(t, weight, gradient);
        good.addLabels(t, -weight, gradient);
        const pulled = steep(gradient);
        if (pulled.length) for (const r of features[t]) step(weights, squares, r * L, gradient, pulled, o);
      }
      const moves = new Float64Array(L * L);
      all.addTransitions(weight, moves);
      good.addTransitions(-weight, moves);
      step(transitions, transitionSquares, 0, moves, steep(moves), o);
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

/** Where a gradient is more than next to nothing. */
function steep(gradient: Float64Array): number[] {
  const pulled: number[] = [];
  for (let k = 0; k < gradient.length; k++) if (gradient[k] < -1e-4 || gradient[k] > 1e-4) pulled.push(k);
  return pulled;
}

/** AdaGrad's step for one row of weights. */
function step(
  weights: Float32Array | Float64Array,
  squares: Float32Array | Float64Array,
  at: number,
  gradient: Float64Array,
  pulled: readonly number[],
  o: CrfOptions,
): void {
  for (const k of pulled) {
    const d = gradient[k] + o.decay * weights[at + k];
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
