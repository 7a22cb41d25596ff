/** What the gazetteer says of one name, whatever place it turns out to be: the ground of recognition. */
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND, NAME, PLACE_KINDS } from '../../gazetteer/places/types.ts';

export interface NameFacts {
  /** Rows of the gazetteer. */
  readonly rows: readonly number[];
  /** The row that is meant where nothing else is known. */
  readonly likeliest: number;
  /** Flags that all of its places share. */
  readonly flags: number;
  readonly hasCountry: boolean;
}

/** How likely a row is meant, before the text is read: people, on a logarithmic scale (20 a power of ten), and kind. */
const KIND_BONUS = new Float64Array(PLACE_KINDS.length);
KIND_BONUS[KIND.country] = 60;
KIND_BONUS[KIND.division1] = 12;
KIND_BONUS[KIND.region] = 20;
KIND_BONUS[KIND.area] = 20;
KIND_BONUS[KIND.capital] = 30;
KIND_BONUS[KIND.water] = 10;
KIND_BONUS[KIND.division2] = -30;
export const priorOf = (gazetteer: Gazetteer, row: number, other: boolean): number =>
  gazetteer.population[row] + KIND_BONUS[gazetteer.kind[row]] - (other ? 25 : 0);

const SEAT = 30;

/** @param capitals the word is written in capitals: "US" is the country then, "Us" is not */
export function factsOf(gazetteer: Gazetteer, entry: number, capitals: boolean): NameFacts {
  const { names } = gazetteer;
  // most names are one place's
  if (names.next[entry] < 0 && (capitals || !(names.flags[entry] & NAME.capitals))) {
    const row = names.row[entry];
    return { rows: [row], likeliest: row, flags: names.flags[entry], hasCountry: gazetteer.kind[row] === KIND.country };
  }
  const rows: number[] = [];
  let likeliest = -1;
  let best = -Infinity;
  let flags = 255;
  let hasCountry = false;
  /** Divisions that have their namesake's seat among the rows: "Aleppo" is the city first. */
  const seated = new Set<number>();
  for (let e = entry; e >= 0; e = names.next[e])
    if (gazetteer.kind[names.row[e]] === KIND.city) seated.add(gazetteer.admin1[names.row[e]]);
  let abbreviated = false;
  for (let e = entry; capitals && e >= 0; e = names.next[e]) if (names.flags[e] & NAME.capitals) abbreviated = true;
  for (let e = entry; e >= 0; e = names.next[e]) {
    if (((names.flags[e] & NAME.capitals) !== 0) !== abbreviated) continue;
    const row = names.row[e];
    if (!rows.includes(row)) rows.push(row);
    flags &= names.flags[e];
    if (gazetteer.kind[row] === KIND.country) hasCountry = true;
    const prior = priorOf(gazetteer, row, (names.flags[e] & NAME.other) !== 0) - (seated.has(row) ? SEAT : 0);
    if (prior > best) {
      best = prior;
      likeliest = row;
    }
  }
  return { rows, likeliest, flags, hasCountry };
}

/** The news names the same places again and again: of names that share a slot the last one's facts are kept. */
const SLOTS = 2 ** 12;

/** Facts of a gazetteer's names, most of them known from earlier documents. */
export class KnownFacts {
  readonly #gazetteer: Gazetteer;
  readonly #keys = new Int32Array(SLOTS);
  readonly #facts: NameFacts[] = [];

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  of(entry: number, capitals: boolean): NameFacts {
    const key = 2 * entry + (capitals ? 2 : 1);
    const slot = (key ^ (key >>> 12)) & (SLOTS - 1);
    if (this.#keys[slot] !== key) {
      this.#facts[slot] = factsOf(this.#gazetteer, entry, capitals);
      this.#keys[slot] = key;
    }
    return this.#facts[slot];
  }
}

const known = new WeakMap<Gazetteer, KnownFacts>();
export function knownFacts(gazetteer: Gazetteer): KnownFacts {
  let facts = known.get(gazetteer);
  if (!facts) known.set(gazetteer, (facts = new KnownFacts(gazetteer)));
  return facts;
}
