/**
 * Linear-chain conditional random field over hashed features (Lafferty, McCallum and Pereira 2001), trained by
 * AdaGrad (Duchi, Hazan and Singer 2011), for small corpora: it needs no more than forbidden transitions and a seed.
 */
export interface Sequence {
  /** Feature hashes of each position. */
  readonly features: readonly Int32Array[];
  readonly labels: Int32Array;
}
export interface CrfModel {
  readonly labelCount: number;
  /** Feature hash → row of `weights`. */
  readonly rows: Map<number, number>;
  /** rows × labels. */
  readonly weights: Float64Array;
  /** labels × labels; -Infinity where forbidden. */
  readonly transitions: Float64Array;
}
export interface CrfOptions {
  readonly labelCount: number;
  readonly mayFollow: (a: number, b: number) => boolean;
  readonly passes: number;
  readonly rate: number;
  /** L2, per update of a feature. */
  readonly decay: number;
  /** Features seen less often are left out. */
  readonly cutoff: number;
  readonly seed: number;
}

/** mulberry32: a small seeded generator. */
export function random(seed: number): () => number {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function trainCrf(data: readonly Sequence[], o: CrfOptions): CrfModel {
  const L = o.labelCount;
  const counts = new Map<number, number>();
  for (const s of data) for (const f of s.features) for (const h of f) counts.set(h, (counts.get(h) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [h, c] of counts) if (c >= o.cutoff) rows.set(h, rows.size);
  const indexed = data.map((s) => ({
    labels: s.labels,
    features: s.features.map((f) => Int32Array.from([...f].map((h) => rows.get(h) ?? -1).filter((r) => r >= 0))),
  }));
  const weights = new Float64Array(rows.size * L);
  const squares = new Float64Array(rows.size * L).fill(1e-2);
  const trans = new Float64Array(L * L);
  const transSquares = new Float64Array(L * L).fill(1e-2);
  const allowed: Int32Array[] = [];
  for (let a = 0; a < L; a++) {
    const next: number[] = [];
    for (let b = 0; b < L; b++) {
      if (o.mayFollow(a, b)) next.push(b);
      else trans[a * L + b] = -Infinity;
    }
    allowed.push(Int32Array.from(next));
  }
  // a sentence begins and ends as if outside
  const starts = allowed[0];
  const canEnd = Uint8Array.from({ length: L }, (_, a) => (o.mayFollow(a, 0) ? 1 : 0));
  const next = random(o.seed);
  const order = indexed.map((_, i) => i);
  const sum = new Float64Array(weights.length);
  const transSum = new Float64Array(trans.length);
  let averaged = 0;
  for (let pass = 0; pass < o.passes; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const index of order) {
      const { features, labels } = indexed[index];
      const n = labels.length;
      if (!n) continue;
      const emit = new Float64Array(n * L);
      for (let t = 0; t < n; t++) {
        const base = t * L;
        for (const r of features[t]) {
          const w = r * L;
          for (let k = 0; k < L; k++) emit[base + k] += weights[w + k];
        }
      }
      const alpha = new Float64Array(n * L).fill(-Infinity);
      const beta = new Float64Array(n * L).fill(-Infinity);
      for (const b of starts) alpha[b] = emit[b];
      const maxes = new Float64Array(L);
      const sums = new Float64Array(L);
      for (let t = 1; t < n; t++) {
        maxes.fill(-Infinity);
        for (let a = 0; a < L; a++) {
          const x = alpha[(t - 1) * L + a];
          if (x === -Infinity) continue;
          for (const b of allowed[a]) {
            const v = x + trans[a * L + b];
            if (v > maxes[b]) maxes[b] = v;
          }
        }
        sums.fill(0);
        for (let a = 0; a < L; a++) {
          const x = alpha[(t - 1) * L + a];
          if (x === -Infinity) continue;
          for (const b of allowed[a]) sums[b] += Math.exp(x + trans[a * L + b] - maxes[b]);
        }
        for (let b = 0; b < L; b++) if (sums[b] > 0) alpha[t * L + b] = maxes[b] + Math.log(sums[b]) + emit[t * L + b];
      }
      for (let a = 0; a < L; a++) if (canEnd[a]) beta[(n - 1) * L + a] = 0;
      for (let t = n - 2; t >= 0; t--)
        for (let a = 0; a < L; a++) {
          let m = -Infinity;
          for (const b of allowed[a]) {
            const v = trans[a * L + b] + emit[(t + 1) * L + b] + beta[(t + 1) * L + b];
            if (v > m) m = v;
          }
          if (m === -Infinity) continue;
          let z = 0;
          for (const b of allowed[a])
            z += Math.exp(trans[a * L + b] + emit[(t + 1) * L + b] + beta[(t + 1) * L + b] - m);
          beta[t * L + a] = m + Math.log(z);
        }
      let top = -Infinity;
      for (let a = 0; a < L; a++) if (canEnd[a]) top = Math.max(top, alpha[(n - 1) * L + a]);
      let z = 0;
      for (let a = 0; a < L; a++) if (canEnd[a]) z += Math.exp(alpha[(n - 1) * L + a] - top);
      const logZ = top + Math.log(z);
      // gradients: expected minus observed
      const g = new Float64Array(L);
      for (let t = 0; t < n; t++) {
        for (let k = 0; k < L; k++) {
          const x = alpha[t * L + k] + beta[t * L + k] - logZ;
          g[k] = x > -30 ? Math.exp(x) : 0;
        }
        g[labels[t]] -= 1;
        for (const r of features[t]) {
          const w = r * L;
          for (let k = 0; k < L; k++) {
            const gk = g[k];
            if (gk > -1e-4 && gk < 1e-4) continue;
            const d = gk + o.decay * weights[w + k];
            squares[w + k] += d * d;
            weights[w + k] -= (o.rate * d) / Math.sqrt(squares[w + k]);
          }
        }
      }
      const tg = new Map<number, number>();
      for (let t = 1; t < n; t++) {
        for (let a = 0; a < L; a++) {
          const x = alpha[(t - 1) * L + a];
          if (x === -Infinity) continue;
          for (const b of allowed[a]) {
            const v = x + trans[a * L + b] + emit[t * L + b] + beta[t * L + b] - logZ;
            if (v > -12) tg.set(a * L + b, (tg.get(a * L + b) ?? 0) + Math.exp(v));
          }
        }
        const k = labels[t - 1] * L + labels[t];
        tg.set(k, (tg.get(k) ?? 0) - 1);
      }
      for (const [k, v] of tg) {
        const d = v + o.decay * trans[k];
        transSquares[k] += d * d;
        trans[k] -= (o.rate * d) / Math.sqrt(transSquares[k]);
      }
    }
    if (pass >= o.passes >> 1) {
      averaged++;
      for (let k = 0; k < sum.length; k++) sum[k] += weights[k];
      for (let k = 0; k < transSum.length; k++) transSum[k] += trans[k];
    }
  }
  for (let k = 0; k < sum.length; k++) sum[k] /= averaged;
  for (let k = 0; k < transSum.length; k++) transSum[k] = trans[k] === -Infinity ? -Infinity : transSum[k] / averaged;
  return { labelCount: L, rows, weights: sum, transitions: transSum };
}
