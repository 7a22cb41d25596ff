/** What the gazetteer knows of a text's places: which lies in which. */
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';
import { holds } from './cue.ts';
import { Tally } from './tally.ts';
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
  const pairs: GazetteerPair[] = [];
  const first = firstOf(gazetteer, places);
  for (let child = 0; child < places.length; child++) {
    const { row } = places[child];
    if (row < 0) continue;
    // the narrowest first
    let parent = first.of(ROW, gazetteer.admin2[row]) - 1;
    if (!isIn(gazetteer, places, row, parent)) parent = first.of(ROW, gazetteer.admin1[row]) - 1;
    if (!isIn(gazetteer, places, row, parent)) parent = first.of(COUNTRY, gazetteer.country[row]) - 1;
    if (!isIn(gazetteer, places, row, parent)) continue;
    const kind = gazetteer.kind[row];
    const division = kind === KIND.division1 || kind === KIND.division2 || kind === KIND.region;
    pairs.push({ child, parent, type: division ? 'part-of' : 'located-in' });
  }
  return pairs;
}

const isIn = (gazetteer: Gazetteer, places: readonly ResolvedPlace[], row: number, other: number): boolean =>
  other >= 0 && places[other].row !== row && holds(gazetteer, places[other].row, row);

const ROW = 0;
const COUNTRY = 1;
/** Where each row, and each country, is first among the places, from 1. */
function firstOf(gazetteer: Gazetteer, places: readonly ResolvedPlace[]): Tally {
  const first = new Tally(2 * places.length);
  for (let place = 0; place < places.length; place++) {
    const { row } = places[place];
    if (row < 0) continue;
    if (!first.of(ROW, row)) first.add(ROW, row, place + 1);
    const country = gazetteer.country[row];
    if (gazetteer.kind[row] === KIND.country && !first.of(COUNTRY, country)) first.add(COUNTRY, country, place + 1);
  }
  return first;
}
