/** Chains in the making: disjoint sets of mentions that remember what they may not join with. */
import type { Profile } from './profile.ts';

export class Clusters {
  readonly #parent: Int32Array;
  readonly #members: number[][];
  readonly profiles: readonly Profile[];

  constructor(profiles: readonly Profile[]) {
    this.profiles = profiles;
    this.#parent = Int32Array.from(profiles, (_, i) => i);
    this.#members = profiles.map((_, i) => [i]);
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

  /** Joins the chains of two mentions. A mention is never in one chain with another that it nests in, but for "Hamas" in "Hamas militia". */
  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)].sort((p, q) => p - q);
    if (x === y) return;
    this.#parent[y] = x;
    // the smaller list goes into the larger: a chain of thousands is not copied for each that joins it
    const [few, many] = [this.#members[x], this.#members[y]].sort((p, q) => p.length - q.length);
    for (const m of few) many.push(m);
    this.#members[x] = many;
    this.#members[y] = [];
  }

  chains(): number[][] {
    return this.#members.filter((m) => m.length).map((m) => m.sort((p, q) => p - q));
  }
}
