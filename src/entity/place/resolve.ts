/**
 * Toponym resolution: which of the places of a name is meant. Every row that a chain's names bear is scored by cues
 * (after Leidner 2007, Lieberman and Samet 2012): people, the parent that the text names, the countries and divisions of
 * the other names, nearness, the outlet's home. Three rounds, as the others' places are known better each time.
 */
import { rowsFor } from '../../gazetteer/places/division.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import type { Home } from '../../gazetteer/places/home.ts';
import { KIND } from '../../gazetteer/places/types.ts';
import type { Company } from './company.ts';
import { CUE, CUES, holds, isLocal, WEIGHTS } from './cue.ts';
import type { Tally } from './tally.ts';
import type { ParentPair, PlaceChain, PlaceName } from './types.ts';

const ROUNDS = 3;
const MOST_ROWS = 400;

/** What is known of a document's chains, before and while they are resolved. */
export interface Scene {
  readonly gazetteer: Gazetteer;
  readonly chains: readonly PlaceChain[];
  /** Rows of each chain, and whether its name is the row's main one; true where there is but one row. */
  readonly rows: readonly (readonly number[])[];
  readonly mainName: readonly (readonly boolean[])[];
  /** What the class noun in the name says of the kind: -1 nothing. */
  readonly classKind: readonly number[];
  /** A mention stands for a government. */
  readonly acting: readonly boolean[];
  /** The pairs in which each chain is the child, and the parent. */
  readonly parents: ReadonlyMap<number, readonly ParentPair[]>;
  readonly children: ReadonlyMap<number, readonly ParentPair[]>;
  /** The chains beside which each stands in a list. */
  readonly listed: readonly (readonly number[] | undefined)[];
  readonly home: Home;
  /** How often each country (number) is named by a demonym. */
  readonly demonyms: Tally;
  /** Current choice of each chain, -1 for none. */
  readonly chosen: Int32Array;
  /** The choices counted. */
  readonly company: Company;
}

/** Rows that most of the chain's names bear; names without rows are looked up once more. */
const lookedUp = (gazetteer: Gazetteer, text: string, { start, end }: PlaceName): readonly number[] =>
  COMPASS.test(text.slice(start, end)) ? [] : rowsFor(gazetteer, text.slice(start, end));
/** "northern Iraq" is not Iraq, nor what the gazetteer has under such words by chance. */
const COMPASS = /^(?:north|south|east|west|central|upper|lower)/;

export function rowsOf(gazetteer: Gazetteer, text: string, { names }: PlaceChain): readonly number[] {
  if (!names.length) return NO_ROWS;
  const { candidates } = names[0];
  if (candidates.length && candidates.length <= MOST_ROWS && allBear(names, candidates)) return candidates;
  const count = new Map<number, number>();
  let most = 0;
  for (const name of names)
    for (const row of new Set(name.candidates.length ? name.candidates : lookedUp(gazetteer, text, name))) {
      const n = (count.get(row) ?? 0) + 1;
      count.set(row, n);
      most = Math.max(most, n);
    }
  const rows: number[] = [];
  for (const row of count.keys()) if (count.get(row) === most) rows.push(row);
  if (rows.length <= MOST_ROWS) return rows;
  return rows.sort((a, b) => gazetteer.population[b] - gazetteer.population[a] || a - b).slice(0, MOST_ROWS);
}
const NO_ROWS: readonly number[] = Object.freeze([]);
/** The names of a chain have the same rows: nearly always they are one name. */
function allBear(names: readonly PlaceName[], rows: readonly number[]): boolean {
  for (let n = 1; n < names.length; n++) {
    const { candidates } = names[n];
    if (candidates === rows) continue;
    if (candidates.length !== rows.length) return false;
    for (let i = 0; i < rows.length; i++) if (candidates[i] !== rows[i]) return false;
  }
  return true;
}

/** Fills `values` with the cues of one row of chain `c`. */
export function cuesOf(scene: Scene, c: number, at: number, values: Float64Array): void {
  const { gazetteer: g } = scene;
  const row = scene.rows[c][at];
  const kind = g.kind[row];
  values.fill(0);
  values[CUE.population] = g.population[row] / 20;
  if (kind === KIND.country) values[CUE.country] = 1;
  else if (kind === KIND.division1) {
    values[CUE.division1] = 1;
    if (hasSeat(g, scene.rows[c], row)) values[CUE['seat-named']] = 1;
  } else if (kind === KIND.division2) values[CUE.division2] = 1;
  else if (kind === KIND.capital) values[CUE.capital] = 1;
  else if (kind !== KIND.city) values[CUE['other-kind']] = 1;
  if (!scene.mainName[c][at]) values[CUE['other-name']] = 1;
  const wanted = scene.classKind[c];
  if (wanted >= 0)
    values[CUE.class] = wanted === kind || (wanted === KIND.division2 && kind === KIND.division1) ? 1 : -1;
  if (scene.acting[c] && (kind === KIND.country || kind === KIND.capital)) values[CUE.acts] = 1;
  parentCues(scene, c, row, values);
  companyCues(scene, c, row, values);
  if (isListed(scene, c, row)) values[CUE.listed] = 1;
  const country = g.country[row];
  if (country > 0) {
    if (country === scene.home.country) values[CUE['source-country']] = 1;
    values[CUE.demonyms] = Math.min(1, scene.demonyms.of(0, country) / 3);
  }
  if (scene.home.admin1 >= 0 && (g.admin1[row] === scene.home.admin1 || row === scene.home.admin1))
    values[CUE['source-division']] = 1;
}

function isListed({ gazetteer, listed, chosen }: Scene, c: number, row: number): boolean {
  const others = listed[c];
  for (let i = 0; others && i < others.length; i++) if (isAlike(gazetteer, row, chosen[others[i]])) return true;
  return false;
}
/** Countries are listed with countries, divisions with others of their country: "Alabama and Georgia". */
const isAlike = (g: Gazetteer, row: number, other: number): boolean =>
  other >= 0 &&
  g.kind[row] === g.kind[other] &&
  (g.kind[row] === KIND.country || (g.kind[row] === KIND.division1 && g.country[row] === g.country[other]));

/** "Aleppo" is a city and the governorate around it. */
function hasSeat(g: Gazetteer, rows: readonly number[], division: number): boolean {
  for (const row of rows)
    if (g.admin1[row] === division && g.kind[row] === KIND.city && g.population[row] >= SEAT) return true;
  return false;
}
/** Thirty thousand people (see `PlaceColumns.population`). */
const SEAT = 90;

function parentCues(
  { gazetteer: g, parents, children, rows }: Scene,
  c: number,
  row: number,
  values: Float64Array,
): void {
  const outers = parents.get(c);
  let inside = false;
  let asked = false;
  for (let i = 0; outers && i < outers.length; i++) {
    const outer = rows[outers[i].parent];
    if (!hasArea(g, outer)) continue;
    asked = true;
    for (let o = 0; !inside && o < outer.length; o++) inside = holds(g, outer[o], row);
  }
  const inners = children.get(c);
  for (let i = 0; inners && i < inners.length; i++)
    for (const inner of rows[inners[i].child]) if (holds(g, row, inner)) values[CUE['holds-others']] = 1;
  if (inside) values[CUE.parent] = 1;
  else if (asked) values[CUE['other-parent']] = 1;
}
/** One of the rows is more than a town. */
function hasArea(g: Gazetteer, rows: readonly number[]): boolean {
  for (const row of rows) if (g.kind[row] !== KIND.city && g.kind[row] !== KIND.capital) return true;
  return false;
}

function companyCues({ gazetteer: g, company }: Scene, c: number, row: number, values: Float64Array): void {
  const { all, sameCountry, placed, sameDivision, countryNamed, divisionNamed } = company.around(c, row);
  if (countryNamed) values[CUE['country-named']] = 1;
  if (divisionNamed) values[CUE['division-named']] = 1;
  if (all) values[CUE.countries] = sameCountry / (all + 1);
  if (placed) values[CUE.divisions] = sameDivision / (placed + 1);
  if (!isLocal(g, row)) return;
  const nearest = company.nearest(c, row);
  if (nearest < 1000) values[CUE.near] = 1 / (1 + nearest / 60);
}

/** The cues of the row in hand, and the scores of the rows of its chain. */
const VALUES = new Float64Array(CUES.length);
const SCORES = new Float64Array(MOST_ROWS);

/** Fills `scene.chosen`; returns the share of the probability that each choice has over its rivals. */
export function resolveScene(scene: Scene, weights: readonly number[] = WEIGHTS): Float64Array {
  const { chosen, rows, company } = scene;
  const shares = new Float64Array(rows.length).fill(1);
  const open: number[] = [];
  for (let c = 0; c < rows.length; c++)
    if (rows[c].length === 1) chosen[c] = rows[c][0];
    else if (rows[c].length) open.push(c);
  for (let r = 0, changed = open.length > 0; changed && r <= ROUNDS; r++) {
    const next = chosen.slice();
    company.refresh(chosen);
    for (const c of open) {
      let at = 0;
      for (let i = 0; i < rows[c].length; i++) {
        cuesOf(scene, c, i, VALUES);
        let score = 0;
        for (let k = 0; k < VALUES.length; k++) score += weights[k] * VALUES[k];
        SCORES[i] = score;
        if (score > SCORES[at]) at = i;
      }
      next[c] = rows[c][at];
      let rivals = 0;
      for (let i = 0; i < rows[c].length; i++) rivals += Math.exp(SCORES[i] - SCORES[at]);
      shares[c] = 1 / rivals;
    }
    changed = false;
    for (const c of open) changed ||= next[c] !== chosen[c];
    chosen.set(next);
  }
  company.refresh(chosen);
  return shares;
}
