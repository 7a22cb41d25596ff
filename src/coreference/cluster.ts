/** Chains in the making: disjoint sets of mentions, each with a summary of what is in it. */
import type { Profile } from './profile.ts';

/** What is known of a chain as a whole. */
export interface Summary {
  /** The countries that its descriptions name: "Iraqi militias". */
  readonly countries: string[];
  /** Base forms (hashes) of its heads, and the words of its names. */
  readonly lemmas: number[];
  readonly words: string[];
  /** Mentions with a name. */
  names: number;
  gender: Profile['gender'];
}

export class Clusters {
  readonly #parent: Int32Array;
  /** Of a chain, at its first mention; made when it is first asked for, as most chains are of one mention. */
  readonly #members: (number[] | undefined)[];
  readonly #summaries: (Summary | undefined)[];
  readonly profiles: readonly Profile[];

  constructor(profiles: readonly Profile[]) {
    this.profiles = profiles;
    this.#parent = Int32Array.from(profiles, (_, i) => i);
    this.#members = new Array(profiles.length);
    this.#summaries = new Array(profiles.length);
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

  /** The mentions of a chain, in no order. */
  members(i: number): readonly number[] {
    return this.#membersOf(this.find(i));
  }

  #membersOf(root: number): number[] {
    let members = this.#members[root];
    if (!members) this.#members[root] = members = [root];
    return members;
  }

  same(a: number, b: number): boolean {
    return this.find(a) === this.find(b);
  }

  /** What the chain of a mention holds; made when it is first asked for. */
  summary(i: number): Summary {
    const root = this.find(i);
    let summary = this.#summaries[root];
    if (!summary) {
      summary = { countries: [], lemmas: [], words: [], names: 0, gender: 'any' };
      for (const m of this.#membersOf(root)) add(summary, this.profiles[m]);
      this.#summaries[root] = summary;
    }
    return summary;
  }

  /** Joins the chains of two mentions. */
  join(a: number, b: number): void {
    const one = this.find(a);
    const other = this.find(b);
    if (one === other) return;
    const first = Math.min(one, other);
    const last = Math.max(one, other);
    this.#parent[last] = first;
    // the smaller goes into the larger: a chain of thousands is not copied for each that joins it
    const larger = this.#membersOf(first).length > this.#membersOf(last).length ? first : last;
    const members = this.#membersOf(larger);
    const summary = this.#summaries[larger];
    for (const m of this.#membersOf(larger === first ? last : first)) {
      if (summary) add(summary, this.profiles[m]);
      members.push(m);
    }
    this.#members[first] = members;
    this.#summaries[first] = summary;
    this.#members[last] = undefined;
    this.#summaries[last] = undefined;
  }

  /** In the order of their first mentions, each in the order of the text. */
  chains(): number[][] {
    const chains: number[][] = [];
    for (let i = 0; i < this.#parent.length; i++) {
      if (this.#parent[i] !== i) continue;
      const members = this.#membersOf(i);
      chains.push(members.length > 1 ? members.sort((p, q) => p - q) : members);
    }
    return chains;
  }
}

/** Of a chain that has been called by more words than these, the first are remembered. */
const MOST_WORDS = 24;
function note<T>(list: T[], value: T): void {
  if (list.length < MOST_WORDS && !list.includes(value)) list.push(value);
}

function add(summary: Summary, p: Profile): void {
  if (p.mention.level === 'pronoun') {
    if (p.gender !== 'any' && p.gender !== 'n') summary.gender = p.gender;
    return;
  }
  note(summary.lemmas, p.hash);
  if (p.gender !== 'any') summary.gender = p.gender;
  if (p.mention.level === 'name') {
    summary.names++;
    for (const word of p.words) note(summary.words, word);
  } else for (const code of p.countries) note(summary.countries, code);
}
