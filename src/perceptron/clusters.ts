/**
 * Words that stand in like contexts share a cluster ("mortar", "rocket", "shell"), so that a model knows something of
 * a word that its training data never had. Made from word vectors by `training/clusters.ts`, in two grains.
 */
import { type Assets, resource } from '../document/assets.ts';
import { packNumbers, readModel, unpackNumbers, writeModel } from './file.ts';
import { HashTable } from './hashTable.ts';

export interface WordCluster {
  /** `hashString` of the word in lower case. */
  readonly hash: number;
  readonly fine: number;
}

const FILE = { name: 'clusters', version: 1, templates: 0 };
export const CLUSTERS_FILE = 'model/clusters.bin';

export class Clusters {
  readonly #fine: HashTable;
  readonly #coarse: Uint16Array;

  /**
   * @param hashes of words, and the fine cluster of each beside it. @param coarse the wide cluster of each fine one.
   * Clusters are numbered from 1; 0 is none.
   */
  constructor(hashes: ArrayLike<number>, fine: ArrayLike<number>, coarse: ArrayLike<number>) {
    this.#fine = new HashTable(hashes, fine);
    this.#coarse = Uint16Array.from(coarse);
  }

  /** Of a word by `hashString(lower)`: one of some hundreds of clusters, 0 when the word is unknown. */
  fine(hash: number): number {
    return this.#fine.get(hash);
  }

  /** The wide cluster (one of some dozens) of a fine one. */
  coarse(fine: number): number {
    return this.#coarse[fine];
  }
}

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
    { gaps: packNumbers(gaps), fine: packNumbers(sorted.map((w) => w.fine)), coarse: packNumbers(coarse) },
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
  return new Clusters(hashes, unpackNumbers(sections.fine), unpackNumbers(sections.coarse));
}

/** The package's clusters, read once. */
export const clustersOf = (assets: Assets): Clusters => resource(assets, CLUSTERS_FILE, unpackClusters);
