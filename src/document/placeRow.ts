/** `capital` is a country's seat of government, a city as well. `division1` and `division2` are first- and second-order administrative divisions (GeoNames ADM1, ADM2). */
export const PLACE_KINDS = [
  'country',
  'division1',
  'division2',
  'city',
  'region',
  'area',
  'water',
  'facility',
  'capital',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place as users bring it, and as the build command collects it. Degrees are WGS 84. */
export interface PlaceRow {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly others?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Names of the divisions that hold it. */
  readonly admin1?: string;
  readonly admin2?: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly geonamesId?: number;
  readonly population?: number;
}

/** `full`: towns from 1,000 people. `small`, for browsers: from 15,000 people, and no second-order divisions but those of the USA. */
export type GazetteerEdition = 'full' | 'small';
