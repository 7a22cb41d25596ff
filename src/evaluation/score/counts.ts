/** What one document contributes to a score. Counts of documents add up, so that a bootstrap can draw documents. */
import { addCoreference, type CoreferenceCounts, noCoreference, type Ratio } from './coreference.ts';
import { addTallies, type Tallies } from './tally.ts';

/** Properties of what was found: `kind` and `level` of exact mentions, `date` and `country` of overlapping ones, the rest of matched events. */
export const PROPERTIES = ['kind', 'level', 'date', 'country', 'status', 'polarity', 'mode'] as const;
export type Property = (typeof PROPERTIES)[number];

export interface Counts {
  /** Mentions by type: same span and type. */
  readonly mentions: Tallies;
  /** Mentions by type: same type, spans overlap, one to one. */
  readonly mentionsOverlap: Tallies;
  readonly coreference: CoreferenceCounts;
  readonly relations: Tallies;
  readonly events: Tallies;
  /** By role. */
  readonly arguments: Tallies;
  readonly properties: Readonly<Record<Property, Ratio>>;
}

export const noCounts = (): Counts => ({
  mentions: new Map(),
  mentionsOverlap: new Map(),
  coreference: noCoreference(),
  relations: new Map(),
  events: new Map(),
  arguments: new Map(),
  properties: Object.fromEntries(PROPERTIES.map((p) => [p, { right: 0, of: 0 }])) as Record<Property, Ratio>,
});

export function mark(counts: Counts, property: Property, right: boolean): void {
  counts.properties[property].of++;
  if (right) counts.properties[property].right++;
}

/** Adds the second's counts to the first's. */
export function addCounts(sum: Counts, more: Counts): void {
  for (const layer of ['mentions', 'mentionsOverlap', 'relations', 'events', 'arguments'] as const)
    addTallies(sum[layer], more[layer]);
  addCoreference(sum.coreference, more.coreference);
  for (const property of PROPERTIES) {
    sum.properties[property].right += more.properties[property].right;
    sum.properties[property].of += more.properties[property].of;
  }
}
