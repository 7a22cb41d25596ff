/** The other places of a text, counted: what each round of resolution asks of them without going through them all. */
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';
import { isLocal, kilometres, northward } from './cue.ts';
import { Tally } from './tally.ts';
import type { PlaceChain } from './types.ts';

const MOST_WEIGHT = 3;
/** In a long text the towns so many places before and behind count as near: what is far off in the text says little. */
const WINDOW = 64;

/** What is summed up: weights by country, by division and by row; how many are the country, the division itself, or that row. */
const WEIGHT = { country: 0, division: 1, row: 2 } as const;
const COUNT = { country: 3, division: 4, row: 5 } as const;
/** Sums that a place adds to, at the most. */
const SUMS = 6;

/** What the places chosen so far say of a row. */
export interface Surroundings {
  readonly all: number;
  readonly sameCountry: number;
  readonly placed: number;
  readonly sameDivision: number;
  readonly countryNamed: boolean;
  readonly divisionNamed: boolean;
}

export class Company {
  readonly #g: Gazetteer;
  readonly #weight: Int32Array;
  readonly #chosen: Int32Array;
  readonly #tally: Tally;
  /** Weights of those in a country at all, and in a division at all. */
  #all = 0;
  #placed = 0;
  /** The answer, filled anew for each question. */
  readonly #found = {
    all: 0,
    sameCountry: 0,
    placed: 0,
    sameDivision: 0,
    countryNamed: false,
    divisionNamed: false,
  };

  constructor(gazetteer: Gazetteer, chains: readonly PlaceChain[]) {
    this.#g = gazetteer;
    this.#weight = new Int32Array(chains.length);
    for (let c = 0; c < chains.length; c++) this.#weight[c] = Math.min(MOST_WEIGHT, chains[c].names.length);
    this.#chosen = new Int32Array(chains.length).fill(-1);
    this.#tally = new Tally(SUMS * chains.length);
  }

  /** Counts the choices anew. */
  refresh(chosen: Int32Array): void {
    this.#chosen.set(chosen);
    this.#tally.clear();
    this.#all = 0;
    this.#placed = 0;
    for (let o = 0; o < chosen.length; o++) {
      const row = chosen[o];
      if (row < 0) continue;
      this.#tally.add(WEIGHT.row, row, this.#weight[o]);
      this.#tally.add(COUNT.row, row, 1);
      this.#count(row, this.#weight[o], 1);
    }
  }

  #count(row: number, weight: number, count: number): void {
    const g = this.#g;
    const tally = this.#tally;
    const country = g.country[row];
    if (country > 0) {
      this.#all += weight;
      tally.add(WEIGHT.country, country, weight);
    }
    if (g.kind[row] === KIND.country) {
      tally.add(COUNT.country, country, count);
      return;
    }
    const isDivision = g.kind[row] === KIND.division1;
    const division = isDivision ? row : g.admin1[row];
    if (division < 0) return;
    this.#placed += weight;
    tally.add(WEIGHT.division, division, weight);
    if (isDivision) tally.add(COUNT.division, division, count);
  }

  /** All chains but `c` itself and those that have chosen the same row. What it gives is good until the next question. */
  around(c: number, row: number): Surroundings {
    const g = this.#g;
    const tally = this.#tally;
    const count = tally.of(COUNT.row, row);
    const weight = tally.of(WEIGHT.row, row);
    const own = this.#chosen[c] >= 0 && this.#chosen[c] !== row ? this.#chosen[c] : -1;
    if (count) this.#count(row, -weight, -count);
    if (own >= 0) this.#count(own, -this.#weight[c], -1);
    const country = g.country[row];
    const division = g.kind[row] === KIND.division1 ? row : g.admin1[row];
    const found = this.#found;
    found.all = this.#all;
    found.sameCountry = tally.of(WEIGHT.country, country);
    found.placed = this.#placed;
    found.sameDivision = division >= 0 ? tally.of(WEIGHT.division, division) : 0;
    found.countryNamed = tally.of(COUNT.country, country) > 0;
    found.divisionNamed = division >= 0 && tally.of(COUNT.division, division) > 0;
    if (count) this.#count(row, weight, count);
    if (own >= 0) this.#count(own, this.#weight[c], 1);
    return found;
  }

  /** Kilometres from a row to the nearest town, district or facility that another chain near by in the text has chosen. */
  nearest(c: number, row: number): number {
    const last = Math.min(this.#chosen.length, c + WINDOW + 1);
    let least = Infinity;
    for (let o = Math.max(0, c - WINDOW); o < last; o++) {
      const other = this.#chosen[o];
      if (o === c || other < 0 || other === row || !isLocal(this.#g, other)) continue;
      if (northward(this.#g, other, row) < least) least = Math.min(least, kilometres(this.#g, other, row));
    }
    return least;
  }
}
