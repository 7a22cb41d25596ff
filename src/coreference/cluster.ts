/** Chains in the making: disjoint sets of mentions, each with a summary of what is in it. */
import type { Profile } from './profile.ts';

/**
 * What is known of a chain of more than one mention: of one alone its profile tells it. Lists are made anew when they grow, so
 * that they may be a mention's own.
 */
interface Summary {
  /** The countries that its descriptions name: "Iraqi militias". */
  countries: readonly string[];
  /** Base forms (hashes) of its heads, and the words of its names. */
  lemmas: readonly number[];
  words: readonly string[];
  /** Mentions with a name. */
  names: number;
  gender: Profile['gender'];
}

/** Places in the record of a mention. */
const PARENT = 0;
/** Of a chain, at its first mention: how many mentions it has, and the ends of their list; from each the next, -1 at the end. */
const SIZE = 1;
const HEAD = 2;
const TAIL = 3;
const NEXT = 4;
/** Of a chain, its number among all in the end. */
const NUMBER = 5;
const FIELDS = 6;

export class Clusters {
  readonly profiles: readonly Profile[];
  /** The records of all mentions, one behind the other. */
  readonly #links: Int32Array;
  /** Each is made when it is first asked for. */
  readonly #summaries: (Summary | undefined)[] = [];

  constructor(profiles: readonly Profile[]) {
    const n = profiles.length;
    this.profiles = profiles;
    this.#links = new Int32Array(n * FIELDS);
    for (let i = 0, at = 0; i < n; i++, at += FIELDS) {
      this.#links[at] = i;
      this.#links[at + SIZE] = 1;
      this.#links[at + HEAD] = i;
      this.#links[at + TAIL] = i;
      this.#links[at + NEXT] = -1;
      this.#summaries.push(undefined);
    }
  }

  /** The first mention of a chain stands for it. */
  find(i: number): number {
    const links = this.#links;
    let root = i;
    while (links[root * FIELDS] !== root) root = links[root * FIELDS];
    while (links[i * FIELDS] !== root) {
      const next = links[i * FIELDS];
      links[i * FIELDS] = root;
      i = next;
    }
    return root;
  }

  /** How many mentions the chain of a mention has. */
  size(i: number): number {
    return this.#links[this.find(i) * FIELDS + SIZE];
  }

  same(a: number, b: number): boolean {
    return this.find(a) === this.find(b);
  }

  /** Whether a mention of the chain has a name. */
  isNamed(i: number): boolean {
    const root = this.find(i);
    return this.#isOne(root) ? this.profiles[root].mention.level === 'name' : this.#summary(root).names > 0;
  }

  /** Whether one of its heads, no pronoun, has this base form. */
  hasLemma(i: number, hash: number): boolean {
    const root = this.find(i);
    if (!this.#isOne(root)) return this.#summary(root).lemmas.includes(hash);
    const p = this.profiles[root];
    return p.hash === hash && p.mention.level !== 'pronoun';
  }

  /** Whether one of its names has this word. */
  hasWord(i: number, word: string): boolean {
    const root = this.find(i);
    if (!this.#isOne(root)) return this.#summary(root).words.includes(word);
    const p = this.profiles[root];
    return p.mention.level === 'name' && p.words.includes(word);
  }

  /** The countries that its descriptions name. */
  countries(i: number): readonly string[] {
    const root = this.find(i);
    if (!this.#isOne(root)) return this.#summary(root).countries;
    const p = this.profiles[root];
    return p.mention.level === 'nominal' ? p.countries : NONE;
  }

  gender(i: number): Profile['gender'] {
    const root = this.find(i);
    if (!this.#isOne(root)) return this.#summary(root).gender;
    const p = this.profiles[root];
    return p.gender === 'n' && p.mention.level === 'pronoun' ? 'any' : p.gender;
  }

  #isOne(root: number): boolean {
    return this.#links[root * FIELDS + SIZE] === 1;
  }

  #summary(root: number): Summary {
    let summary = this.#summaries[root];
    if (!summary) {
      summary = { countries: NONE, lemmas: NONE, words: NONE, names: 0, gender: 'any' };
      this.#addAll(summary, this.#links[root * FIELDS + HEAD]);
      this.#summaries[root] = summary;
    }
    return summary;
  }

  #addAll(summary: Summary, first: number): void {
    for (let m = first; m >= 0; m = this.#links[m * FIELDS + NEXT]) add(summary, this.profiles[m]);
  }

  /** Joins the chains of two mentions. */
  join(a: number, b: number): void {
    const one = this.find(a);
    const other = this.find(b);
    if (one === other) return;
    const links = this.#links;
    const first = Math.min(one, other);
    const last = Math.max(one, other);
    // the smaller goes behind the larger: a chain of thousands is not summed up anew for each that joins it
    const larger = links[first * FIELDS + SIZE] > links[last * FIELDS + SIZE] ? first : last;
    const smaller = larger === first ? last : first;
    const summary = this.#summaries[larger];
    if (summary) this.#addAll(summary, links[smaller * FIELDS + HEAD]);
    links[links[larger * FIELDS + TAIL] * FIELDS + NEXT] = links[smaller * FIELDS + HEAD];
    links[first * FIELDS + HEAD] = links[larger * FIELDS + HEAD];
    links[first * FIELDS + TAIL] = links[smaller * FIELDS + TAIL];
    links[first * FIELDS + SIZE] += links[last * FIELDS + SIZE];
    links[last * FIELDS + PARENT] = first;
    this.#summaries[first] = summary;
    this.#summaries[last] = undefined;
  }

  /** In the order of their first mentions, each in the order of the text. */
  chains(): number[][] {
    const links = this.#links;
    const chains: number[][] = [];
    for (let i = 0; i < this.profiles.length; i++) {
      const root = this.find(i);
      if (root === i) links[i * FIELDS + NUMBER] = chains.push([i]) - 1;
      else chains[links[root * FIELDS + NUMBER]].push(i);
    }
    return chains;
  }
}
const NONE: readonly never[] = Object.freeze([]);

/** Of a chain that has been called by more words than these, the first are remembered. */
const MOST_WORDS = 24;
const noted = <T>(list: readonly T[], value: T): readonly T[] =>
  list.length >= MOST_WORDS || list.includes(value) ? list : [...list, value];
function notedAll<T>(list: readonly T[], values: readonly T[]): readonly T[] {
  if (!list.length && values.length <= MOST_WORDS) return values;
  let all = list;
  for (let i = 0; i < values.length; i++) all = noted(all, values[i]);
  return all;
}

function add(summary: Summary, p: Profile): void {
  if (p.mention.level === 'pronoun') {
    if (p.gender !== 'any' && p.gender !== 'n') summary.gender = p.gender;
    return;
  }
  summary.lemmas = noted(summary.lemmas, p.hash);
  if (p.gender !== 'any') summary.gender = p.gender;
  if (p.mention.level === 'name') {
    summary.names++;
    summary.words = notedAll(summary.words, p.words);
  } else summary.countries = notedAll(summary.countries, p.countries);
}
