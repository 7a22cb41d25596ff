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
  readonly #members: number[][];
  readonly #summaries: (Summary | undefined)[];
  readonly profiles: readonly Profile[];

  constructor(profiles: readonly Profile[]) {
    this.profiles = profiles;
    this.#parent = Int32Array.from(profiles, (_, i) => i);
    this.#members = profiles.map((_, i) => [i]);
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
    return this.#members[this.find(i)];
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
      for (const m of this.#members[root]) add(summary, this.profiles[m]);
      this.#summaries[root] = summary;
    }
    return summary;
  }

  /** Joins the chains of two mentions. */
  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)].sort((p, q) => p - q);
    if (x === y) return;
    this.#parent[y] = x;
    const [few, many] = [x, y].sort((p, q) => this.#members[p].length - this.#members[q].length);
    // the smaller goes into the larger: a chain of thousands is not copied for each that joins it
    const summary = this.#summaries[many];
    if (summary) for (const m of this.#members[few]) add(summary, this.profiles[m]);
    for (const m of this.#members[few]) this.#members[many].push(m);
    [this.#members[x], this.#members[y]] = [this.#members[many], []];
    [this.#summaries[x], this.#summaries[y]] = [summary, undefined];
  }

  chains(): number[][] {
    return this.#members.filter((m) => m.length).map((m) => m.sort((p, q) => p - q));
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
