/** Chains in the making: disjoint sets of mentions, each with a summary of what is in it. */
import type { Profile } from './profile.ts';

/** What is known of a chain as a whole. Lists are made anew when they grow, so that a chain of one mention has its mention's. */
export interface Summary {
  /** The countries that its descriptions name: "Iraqi militias". */
  countries: readonly string[];
  /** Base forms (hashes) of its heads, and the words of its names. */
  lemmas: readonly number[];
  words: readonly string[];
  /** Mentions with a name. */
  names: number;
  gender: Profile['gender'];
}

export class Clusters {
  readonly profiles: readonly Profile[];
  readonly #parent: Int32Array;
  /** Of a chain, at its first mention: how many mentions it has, and the ends of their list; from each the next, -1 at the end. */
  readonly #size: Int32Array;
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  readonly #next: Int32Array;
  /** Made when it is first asked for. */
  readonly #summaries: (Summary | undefined)[];

  constructor(profiles: readonly Profile[]) {
    const n = profiles.length;
    this.profiles = profiles;
    this.#parent = new Int32Array(n);
    for (let i = 0; i < n; i++) this.#parent[i] = i;
    this.#size = new Int32Array(n).fill(1);
    this.#head = this.#parent.slice();
    this.#tail = this.#parent.slice();
    this.#next = new Int32Array(n).fill(-1);
    this.#summaries = new Array(n);
  }

  /** The first mention of a chain stands for it. */
  find(i: number): number {
    let root = i;
    while (this.#parent[root] !== root) root = this.#parent[root];
    while (this.#parent[i] !== root) {
      const next = this.#parent[i];
      this.#parent[i] = root;
      i = next;
    }
    return root;
  }

  /** How many mentions the chain of a mention has. */
  size(i: number): number {
    return this.#size[this.find(i)];
  }

  same(a: number, b: number): boolean {
    return this.find(a) === this.find(b);
  }

  /** What the chain of a mention holds. */
  summary(i: number): Summary {
    const root = this.find(i);
    let summary = this.#summaries[root];
    if (!summary) {
      summary = { countries: NONE, lemmas: NONE, words: NONE, names: 0, gender: 'any' };
      this.#addAll(summary, this.#head[root]);
      this.#summaries[root] = summary;
    }
    return summary;
  }

  #addAll(summary: Summary, first: number): void {
    for (let m = first; m >= 0; m = this.#next[m]) add(summary, this.profiles[m]);
  }

  /** Joins the chains of two mentions. */
  join(a: number, b: number): void {
    const one = this.find(a);
    const other = this.find(b);
    if (one === other) return;
    const first = Math.min(one, other);
    const last = Math.max(one, other);
    // the smaller goes behind the larger: a chain of thousands is not summed up anew for each that joins it
    const larger = this.#size[first] > this.#size[last] ? first : last;
    const smaller = larger === first ? last : first;
    const summary = this.#summaries[larger];
    if (summary) this.#addAll(summary, this.#head[smaller]);
    this.#next[this.#tail[larger]] = this.#head[smaller];
    this.#head[first] = this.#head[larger];
    this.#tail[first] = this.#tail[smaller];
    this.#size[first] += this.#size[last];
    this.#parent[last] = first;
    this.#summaries[first] = summary;
    this.#summaries[last] = undefined;
  }

  /** In the order of their first mentions, each in the order of the text. */
  chains(): number[][] {
    const chains: number[][] = [];
    /** The chain of each first mention. */
    const number = new Int32Array(this.#parent.length);
    for (let i = 0; i < this.#parent.length; i++) {
      const root = this.find(i);
      if (root === i) number[i] = chains.push([i]) - 1;
      else chains[number[root]].push(i);
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
