/**
 * Whether fillers of a role go together in one event though they are not one entity: "US strikes" and "American forces
 * hit the base", "in Iraq" and "at Al-Asad", "2008" and "October 26, 2008".
 */
import type { DraftArgument } from '../document/layers.ts';
import type { Role } from '../document/schema.ts';
import { wordSet } from '../gazetteer/wordMap.ts';
import { type Graph, lemmaOf } from './graph.ts';

/** How two sets of fillers stand: one entity in both, of one kin, apart; open where one can't say. */
export type Match = 'same' | 'kin' | 'open' | 'apart';

const VAGUE = wordSet([
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

  /** How those that fill a role stand to each other, each among the arguments of an event. */
  match(role: Role, a: readonly DraftArgument[], b: readonly DraftArgument[]): Match {
    const { chain } = this.#graph;
    for (const x of a)
      if (x.role === role)
        for (const y of b) if (y.role === role && chain[x.mention] === chain[y.mention]) return 'same';
    for (const x of a)
      if (x.role === role)
        for (const y of b) if (y.role === role && this.#kin(role, x.mention, y.mention)) return 'kin';
    return this.#isVague(role, a) || this.#isVague(role, b) ? 'open' : 'apart';
  }

  /** Whether nobody in particular is meant: "several individuals". */
  #isVague(role: Role, args: readonly DraftArgument[]): boolean {
    for (const a of args)
      if (a.role === role && !VAGUE.has(lemmaOf(this.#graph, this.#graph.mentions[a.mention].head))) return false;
    return true;
  }

  #kin(role: Role, a: number, b: number): boolean {
    if (role === 'time') return this.#sameTime(a, b);
    if (role === 'place') return this.#samePlace(a, b);
    return haveOne(this.#countriesOf(b), this.#countriesOf(a));
  }

  /** Days differ; a month holds its days, a weekend its Saturday, and of a duration or a date without a year one can't say. */
  #sameTime(a: number, b: number): boolean {
    const x = this.#intervalOf(a);
    const y = this.#intervalOf(b);
    return !x || !y || (x.start < y.end && y.start < x.end);
  }
  #intervalOf(mention: number): { start: string; end: string } | undefined {
    const interval = this.#graph.entities[this.#graph.chain[mention]]?.attributes.interval;
    return interval as { start: string; end: string } | undefined;
  }

  /** Towns differ; a town, its region and its country do not, as far as one knows the countries. */
  #samePlace(a: number, b: number): boolean {
    const x = this.#graph.mentions[a];
    const y = this.#graph.mentions[b];
    const here = this.#countriesOf(a);
    const there = this.#countriesOf(b);
    if (here.length && there.length && !haveOne(here, there)) return false;
    return x.kind !== y.kind || (x.kind !== 'city' && x.kind !== 'country');
  }

  /** The countries of a mention: its own and those named within it ("US troops", "Iran-backed militias"). */
  #countriesOf(mention: number): readonly string[] {
    let known = this.#countries.get(mention);
    if (!known) this.#countries.set(mention, (known = this.#countriesIn(mention)));
    return known;
  }
  #countriesIn(mention: number): readonly string[] {
    const { mentions } = this.#graph;
    const { first, last } = mentions[mention];
    let found: string[] | undefined;
    for (let m = mention; m < mentions.length && mentions[m].first < last; m++) {
      if (m !== mention && (mentions[m].last > last || mentions[m].first < first)) continue;
      const country = this.#graph.entities[this.#graph.chain[m]]?.attributes.country;
      if (typeof country === 'string' && country && !found?.includes(country)) (found ??= []).push(country);
    }
    return found ?? NONE;
  }
}
const NONE: readonly string[] = [];
function haveOne(some: readonly string[], others: readonly string[]): boolean {
  for (const one of some) if (others.includes(one)) return true;
  return false;
}
