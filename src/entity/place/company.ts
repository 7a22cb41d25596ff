/** The other places of a text, counted: what each round of resolution asks of them without going through them all. */
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';
import { isLocal, kilometres } from './cue.ts';
import type { PlaceChain } from './types.ts';

const MOST_WEIGHT = 3;
/** In a long text the towns so many places before and behind count as near: what is far off in the text says little. */
const WINDOW = 64;

/** Weights of some places, by what they lie in. */
class Tally {
  /** Those in a country at all, and in a division at all. */
  all = 0;
  placed = 0;
  readonly country = new Map<number, number>();
  readonly division = new Map<number, number>();
  /** How many are the country, the division itself. */
  readonly countryItself = new Map<number, number>();
  readonly divisionItself = new Map<number, number>();
}
const bump = (map: Map<number, number>, key: number, by: number): void => void map.set(key, (map.get(key) ?? 0) + by);

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
  #tally = new Tally();
  /** Weight and number of the chains that have chosen a row. */
  #ofRow = new Map<number, { weight: number; count: number }>();

  constructor(gazetteer: Gazetteer, chains: readonly PlaceChain[]) {
    this.#g = gazetteer;
    this.#weight = Int32Array.from(chains, ({ names }) => Math.min(MOST_WEIGHT, names.length));
    this.#chosen = new Int32Array(chains.length).fill(-1);
  }

  /** Counts the choices anew. */
  refresh(chosen: Int32Array): void {
    this.#chosen.set(chosen);
    this.#tally = new Tally();
    this.#ofRow = new Map();
    for (let o = 0; o < chosen.length; o++) {
      const row = chosen[o];
      if (row < 0) continue;
      const known = this.#ofRow.get(row);
      if (known) {
        known.weight += this.#weight[o];
        known.count++;
      } else this.#ofRow.set(row, { weight: this.#weight[o], count: 1 });
      this.#count(row, this.#weight[o], 1);
    }
  }

  #count(row: number, weight: number, count: number): void {
    const g = this.#g;
    const t = this.#tally;
    const country = g.country[row];
    if (country > 0) {
      t.all += weight;
      bump(t.country, country, weight);
    }
    if (g.kind[row] === KIND.country) {
      bump(t.countryItself, country, count);
      return;
    }
    const isDivision = g.kind[row] === KIND.division1;
    const division = isDivision ? row : g.admin1[row];
    if (division < 0) return;
    t.placed += weight;
    bump(t.division, division, weight);
    if (isDivision) bump(t.divisionItself, division, count);
  }

  /** All chains but `c` itself and those that have chosen the same row. */
  around(c: number, row: number): Surroundings {
    const g = this.#g;
    const same = this.#ofRow.get(row);
    const own = this.#chosen[c] >= 0 && this.#chosen[c] !== row ? this.#chosen[c] : -1;
    if (same) this.#count(row, -same.weight, -same.count);
    if (own >= 0) this.#count(own, -this.#weight[c], -1);
    const t = this.#tally;
    const country = g.country[row];
    const division = g.kind[row] === KIND.division1 ? row : g.admin1[row];
    const found = {
      all: t.all,
      sameCountry: t.country.get(country) ?? 0,
      placed: t.placed,
      sameDivision: t.division.get(division) ?? 0,
      countryNamed: (t.countryItself.get(country) ?? 0) > 0,
      divisionNamed: division >= 0 && (t.divisionItself.get(division) ?? 0) > 0,
    };
    if (same) this.#count(row, same.weight, same.count);
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
      least = Math.min(least, kilometres(this.#g, other, row));
    }
    return least;
  }
}
