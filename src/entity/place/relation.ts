/** What the gazetteer knows of a text's places: which lies in which. */
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';
import { holds } from './cue.ts';
import type { ResolvedPlace } from './types.ts';

export interface GazetteerPair {
  /** Indices of the resolved places. */
  readonly child: number;
  readonly parent: number;
  /** Towns and facilities are located in a place, divisions are part of one. */
  readonly type: 'located-in' | 'part-of';
}

/** Each place with the narrowest other place of the text that holds it; relations of `origin: 'gazetteer'`. */
export function gazetteerPairs(gazetteer: Gazetteer, places: readonly ResolvedPlace[]): GazetteerPair[] {
  // where each row, and each country, is first among the places
  const byRow = new Map<number, number>();
  const byCountry = new Map<number, number>();
  places.forEach(({ row }, place) => {
    if (row < 0) return;
    if (!byRow.has(row)) byRow.set(row, place);
    const country = gazetteer.country[row];
    if (gazetteer.kind[row] === KIND.country && !byCountry.has(country)) byCountry.set(country, place);
  });
  const pairs: GazetteerPair[] = [];
  places.forEach(({ row }, child) => {
    if (row < 0) return;
    // the narrowest first
    const parent = [
      byRow.get(gazetteer.admin2[row]),
      byRow.get(gazetteer.admin1[row]),
      byCountry.get(gazetteer.country[row]),
    ].find((o) => o !== undefined && places[o].row !== row && holds(gazetteer, places[o].row, row));
    if (parent === undefined) return;
    const kind = gazetteer.kind[row];
    const division = kind === KIND.division1 || kind === KIND.division2 || kind === KIND.region;
    pairs.push({ child, parent, type: division ? 'part-of' : 'located-in' });
  });
  return pairs;
}
