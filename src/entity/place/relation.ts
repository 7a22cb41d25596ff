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
  const width = (row: number): number =>
    [2, 1, 0][[KIND.country, KIND.division1, KIND.division2].indexOf(gazetteer.kind[row])] ?? -1;
  const pairs: GazetteerPair[] = [];
  for (let child = 0; child < places.length; child++) {
    const { row } = places[child];
    if (row < 0) continue;
    let parent = -1;
    for (let o = 0; o < places.length; o++) {
      const outer = places[o].row;
      if (outer < 0 || outer === row || !holds(gazetteer, outer, row)) continue;
      if (parent < 0 || width(outer) < width(places[parent].row)) parent = o;
    }
    if (parent < 0) continue;
    const kind = gazetteer.kind[row];
    const division = kind === KIND.division1 || kind === KIND.division2 || kind === KIND.region;
    pairs.push({ child, parent, type: division ? 'part-of' : 'located-in' });
  }
  return pairs;
}
