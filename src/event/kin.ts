/**
 * Whether fillers of a role go together in one event though they are not one entity: "US strikes" and "American forces
 * hit the base", "in Iraq" and "at Al-Asad", "2008" and "October 26, 2008".
 */
import type { Role } from '../document/schema.ts';
import { type Graph, lemmaOf } from './graph.ts';

/** How two sets of fillers stand: one entity in both, of one kin, apart; open where one can't say. */
export type Match = 'same' | 'kin' | 'open' | 'apart';

const VAGUE = new Set([
  'people',
  'person',
  'individual',
  'man',
  'group',
  'subject',
  'perpetrator',
  'culprit',
  'attacker',
  'assailant',
]);

/** What mentions are compared by: worked out once for each. */
export class Kinship {
  readonly #graph: Graph;
  readonly #countries = new Map<number, readonly string[]>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  match(role: Role, a: readonly number[], b: readonly number[]): Match {
    for (const x of a) for (const y of b) if (this.#graph.chain[x] === this.#graph.chain[y]) return 'same';
    for (const x of a) for (const y of b) if (this.#kin(role, x, y)) return 'kin';
    return this.#isVague(a) || this.#isVague(b) ? 'open' : 'apart';
  }

  /** Whether nobody in particular is meant: "several individuals". */
  #isVague(fillers: readonly number[]): boolean {
    for (const m of fillers) if (!VAGUE.has(lemmaOf(this.#graph, this.#graph.mentions[m].head))) return false;
    return true;
  }

  #kin(role: Role, a: number, b: number): boolean {
    if (role === 'time') return this.#sameTime(a, b);
    if (role === 'place') return this.#samePlace(a, b);
    const ours = this.#countriesOf(a);
    return this.#countriesOf(b).some((c) => ours.includes(c));
  }

  #attribute(mention: number, name: string): string | undefined {
    const value = this.#graph.entities[this.#graph.chain[mention]]?.attributes[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** Days differ; a month holds its days, a weekend its Saturday, and of a duration or a date without a year one can't say. */
  #sameTime(a: number, b: number): boolean {
    const [x, y] = [this.#intervalOf(a), this.#intervalOf(b)];
    return !x || !y || (x.start < y.end && y.start < x.end);
  }
  #intervalOf(mention: number): { start: string; end: string } | undefined {
    const interval = this.#graph.entities[this.#graph.chain[mention]]?.attributes.interval;
    return interval as { start: string; end: string } | undefined;
  }

  /** Towns differ; a town, its region and its country do not, as far as one knows the countries. */
  #samePlace(a: number, b: number): boolean {
    const [x, y] = [this.#graph.mentions[a], this.#graph.mentions[b]];
    const [here, there] = [this.#countriesOf(a), this.#countriesOf(b)];
    if (here.length && there.length && !here.some((c) => there.includes(c))) return false;
    return x.kind !== y.kind || (x.kind !== 'city' && x.kind !== 'country');
  }

  /** The countries of a mention: its own and those named within it ("US troops", "Iran-backed militias"). */
  #countriesOf(mention: number): readonly string[] {
    const known = this.#countries.get(mention);
    if (known) return known;
    const { mentions } = this.#graph;
    const { first, last } = mentions[mention];
    const found = new Set<string>();
    const put = (m: number) => {
      const country = this.#attribute(m, 'country');
      if (country) found.add(country);
    };
    put(mention);
    for (let m = mention + 1; m < mentions.length && mentions[m].first < last; m++)
      if (mentions[m].last <= last && mentions[m].first >= first) put(m);
    const countries = [...found];
    this.#countries.set(mention, countries);
    return countries;
  }
}
