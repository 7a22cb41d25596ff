/** Numbers that speak for or against a row of the gazetteer, and what each is worth. */
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';

export const CUES = [
  'population',
  'country',
  'division1',
  'division2',
  'other-kind',
  'other-name',
  'parent',
  'other-parent',
  'countries',
  'country-named',
  'divisions',
  'division-named',
  'near',
  'class',
  'source-country',
  'source-division',
  'demonyms',
  'holds-others',
  'capital',
  'acts',
  'seat-named',
  'listed',
] as const;
export type Cue = (typeof CUES)[number];
export const CUE = Object.freeze(Object.fromEntries(CUES.map((cue, i) => [cue, i])) as Record<Cue, number>);

/**
 * What each cue adds to a row's score: round numbers near those that `training/gazetteer/resolution.ts` learns (a softmax
 * over the rows of each name), which do as well on its data and lean less on its local papers.
 */
export const WEIGHTS: readonly number[] = [
  1.4, 2.5, 0, -1, 0.5, -1.2, 5, -2, 2, 1.5, 3.5, 2, 2.5, 4, 1.8, 3.2, 1.5, 1.5, 3, 3, -0.8, 5,
];

const KM_PER_DEGREE = 111.2;
const RADIANS = Math.PI / 18_000;

/** Kilometres between two rows, on a plane: good to a few per cent where it matters (some hundred kilometres). */
export function kilometres(g: Gazetteer, a: number, b: number): number {
  const north = (g.latitude[a] - g.latitude[b]) / 100;
  let east = Math.abs(g.longitude[a] - g.longitude[b]) / 100;
  if (east > 180) east = 360 - east;
  east *= Math.cos(((g.latitude[a] + g.latitude[b]) / 2) * RADIANS);
  return Math.sqrt(north * north + east * east) * KM_PER_DEGREE;
}
/** What two rows are apart at the least. */
export const northward = (g: Gazetteer, a: number, b: number): number =>
  (Math.abs(g.latitude[a] - g.latitude[b]) / 100) * KM_PER_DEGREE;

/** Row `outer` is a country or division that holds row `inner`. */
export const holds = (g: Gazetteer, outer: number, inner: number): boolean =>
  inner !== outer &&
  (g.admin1[inner] === outer ||
    g.admin2[inner] === outer ||
    (g.kind[outer] === KIND.country &&
      g.kind[inner] !== KIND.country &&
      g.country[outer] === g.country[inner] &&
      g.country[inner] > 0));

/** Towns, districts and facilities: what lies somewhere in particular. */
export const isLocal = (g: Gazetteer, row: number): boolean => {
  const kind = g.kind[row];
  return kind === KIND.city || kind === KIND.capital || kind === KIND.division2 || kind === KIND.facility;
};
