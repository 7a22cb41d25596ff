/** What one document contributes to a score. Counts of documents add up, so that a bootstrap can draw documents. */
import { PROPERTIES, type Property } from '../annotation.ts';
import { LAYERS, type Layer } from './alignment.ts';
import { addCoreference, type CoreferenceCounts, noCoreference, type Ratio } from './coreference.ts';
import { addTallies, type Tallies } from './tally.ts';

/** What counts as found: everything right; overlapping and the right type; overlapping, whatever the type. Each takes in the one before. */
export const CRITERIA = ['exact', 'overlap', 'untyped'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** By type, or by role for arguments. */
export type LayerCounts = Readonly<Record<Criterion, Tallies>>;

export type Counts = Readonly<Record<Layer, LayerCounts>> & {
  readonly coreference: CoreferenceCounts;
  readonly properties: Readonly<Record<Property, Ratio>>;
};

/** A record with the same keys as a list, each with a value of its own. */
export const each = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

export const noCounts = (): Counts => ({
  ...each(LAYERS, () => each(CRITERIA, () => new Map())),
  coreference: noCoreference(),
  properties: each(PROPERTIES, () => ({ right: 0, of: 0 })),
});

/** Adds the second's counts to the first's. */
export function addCounts(sum: Counts, more: Counts): void {
  for (const layer of LAYERS)
    for (const criterion of CRITERIA) addTallies(sum[layer][criterion], more[layer][criterion]);
  addCoreference(sum.coreference, more.coreference);
  for (const property of PROPERTIES) {
    sum.properties[property].right += more.properties[property].right;
    sum.properties[property].of += more.properties[property].of;
  }
}
