/** What a gazetteer holds of a place. */

import { PLACE_KINDS, type PlaceKind } from '../../document/placeRow.ts';

export { PLACE_KINDS, type PlaceKind, type PlaceRow } from '../../document/placeRow.ts';

/** Numbers of `PLACE_KINDS`, as they stand in columns. */
export const KIND = Object.freeze(
  Object.fromEntries(PLACE_KINDS.map((kind, i) => [kind, i])) as Record<PlaceKind, number>,
);

/** Flags of a name: how far it can be trusted alone. */
export const NAME = Object.freeze({
  /** Also a common word or a person's name ("Reading", "Lincoln"): a place only with evidence beside it. */
  risky: 1,
  /** Stands for a place behind another one ("Tulsa, OK"). */
  abbreviation: 2,
  /** Written in capitals ("US", "UAE"). */
  capitals: 4,
  /** Not the place's main name. */
  other: 8,
});

/** Places in columns, as packed in a file. Row numbers point to other rows; -1 is none. */
export interface PlaceColumns {
  readonly length: number;
  readonly kind: Uint8Array;
  /** Number of a code in `countries`. */
  readonly country: Uint8Array;
  /** Row of the first-order division. */
  readonly admin1: Int32Array;
  /** Row of the second-order division. */
  readonly admin2: Int32Array;
  /** Hundredths of a degree. */
  readonly latitude: Int16Array;
  readonly longitude: Int16Array;
  /** 0 when there is none. */
  readonly geonamesId: Int32Array;
  /** 20 × the decimal logarithm of the number of people. */
  readonly population: Uint8Array;
}
