/**
 * Words that stand in like contexts share a cluster ("mortar", "rocket", "shell"), so that a model knows something of
 * a word that its training data never had. Made from word vectors by `training/clusters.ts`, in two grains; beside them
 * each word's ambiguity class: which parts of speech it may be ("attack" a noun or a verb, "seize" a verb only).
 */
import { type Assets, resource } from '../document/assets.ts';
import { packNumbers, readModel, unpackNumbers, writeModel } from './file.ts';
import { HashTable } from './hashTable.ts';

export interface WordCluster {
  /** `hashString` of the word in lower case. */
  readonly hash: number;
  readonly fine: number;
  /** Number of its ambiguity class. */
  readonly ambiguity: number;
}

const FILE = { name: 'clusters', version: 2, templates: 0 };
export const CLUSTERS_FILE = 'model/clusters.bin';

/** Both of a word's numbers are one of 16 bits: the fine cluster in the low ones, above it the ambiguity class. */
const FINE_BITS = 10;
const FINE_MASK = 2 ** FINE_BITS - 1;
export const MOST_AMBIGUITY = 2 ** (16 - FINE_BITS) - 1;

export class Clusters {
  readonly #entries: HashTable;
  readonly #coarse: Uint16Array;

  /**
   * @param hashes of words, and the fine cluster and ambiguity class of each beside it. @param coarse the wide cluster of
   * each fine one. Clusters and classes are numbered from 1; 0 is none.
   */
  constructor(
    hashes: ArrayLike<number>,
    fine: ArrayLike<number>,
    ambiguity: ArrayLike<number>,
    coarse: ArrayLike<number>,
  ) {
    this.#entries = new HashTable(
      hashes,
      Uint16Array.from(fine, (cluster, i) => cluster | (ambiguity[i] << FINE_BITS)),
    );
    this.#coarse = Uint16Array.from(coarse);
  }

  /** What is known of a word by `hashString(lower)`, for `fineOf` and `ambiguityOf`: one look for both. 0 when it is unknown. */
  entry(hash: number): number {
    return this.#entries.get(hash);
  }

  /** Of a word by `hashString(lower)`: one of some hundreds of clusters, 0 when the word is unknown. */
  fine(hash: number): number {
    return fineOf(this.#entries.get(hash));
  }

  /** The wide cluster (one of some dozens) of a fine one. */
  coarse(fine: number): number {
    return this.#coarse[fine];
  }
}

export const fineOf = (entry: number): number => entry & FINE_MASK;
export const ambiguityOf = (entry: number): number => entry >>> FINE_BITS;

/** Sorted by hash, so that the gaps are small. */
export function packClusters(words: readonly WordCluster[], coarse: readonly number[]): Uint8Array {
  const sorted = [...words].sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0));
  let previous = 0;
  const gaps = sorted.map(({ hash }) => {
    const gap = (hash >>> 0) - previous;
    previous = hash >>> 0;
    return gap;
  });
  return writeModel(
    { ...FILE, classes: [] },
    {
      gaps: packNumbers(gaps),
      fine: packNumbers(sorted.map((w) => w.fine)),
      ambiguity: packNumbers(sorted.map((w) => w.ambiguity)),
      coarse: packNumbers(coarse),
    },
  );
}

export function unpackClusters(bytes: Uint8Array): Clusters {
  const { sections } = readModel(bytes, FILE);
  const gaps = unpackNumbers(sections.gaps);
  const hashes = new Int32Array(gaps.length);
  let hash = 0;
  for (let i = 0; i < gaps.length; i++) {
    hash = (hash + gaps[i]) | 0;
    hashes[i] = hash;
  }
  const [fine, ambiguity, coarse] = [sections.fine, sections.ambiguity, sections.coarse].map(unpackNumbers);
  return new Clusters(hashes, fine, ambiguity, coarse);
}

/** The package's clusters, read once. */
export const clustersOf = (assets: Assets): Clusters => resource(assets, CLUSTERS_FILE, unpackClusters);
