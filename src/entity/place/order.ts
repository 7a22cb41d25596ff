/** The resolved names of a text in their order, to find the one beside a word without going through all. */
import type { PlaceChain, PlaceName } from './types.ts';

export interface PlacedName {
  readonly name: PlaceName;
  readonly chain: number;
}

/** The names of all chains as they stand in the text, the longer first; `n` is a name's place in its chain. */
export interface OrderedName extends PlacedName {
  readonly n: number;
}
export function inOrder(chains: readonly PlaceChain[]): OrderedName[] {
  const all: OrderedName[] = [];
  for (let chain = 0; chain < chains.length; chain++) {
    const { names } = chains[chain];
    for (let n = 0; n < names.length; n++) all.push({ name: names[n], chain, n });
  }
  return all.length < 2 ? all : all.sort((a, b) => a.name.first - b.name.first || b.name.last - a.name.last);
}

export class NamesInOrder {
  readonly #names: readonly PlacedName[];

  constructor(names: readonly PlacedName[]) {
    this.#names = [...names].sort((a, b) => a.name.first - b.name.first || a.chain - b.chain);
  }

  /** How many begin in front of a token. */
  #before(token: number): number {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#names[middle].name.first < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The cheapest to the left or right of a token. @param cost of a name @param least what a name costs at the least, so many
   * tokens away to the left (negative) or right: where that is dearer than the best, the search ends
   */
  cheapest(
    token: number,
    cost: (placed: PlacedName) => number,
    least: (tokens: number) => number,
  ): { chain: number; cost: number } | undefined {
    const middle = this.#before(token);
    let best: { chain: number; cost: number } | undefined;
    const look = (placed: PlacedName): boolean => {
      if (best && least(placed.name.first - token) >= best.cost) return false;
      const c = cost(placed);
      if (!best || c < best.cost) best = { chain: placed.chain, cost: c };
      return true;
    };
    for (let i = middle - 1; i >= 0 && look(this.#names[i]); i--);
    for (let i = middle; i < this.#names.length && look(this.#names[i]); i++);
    return best;
  }

  /** The chain of the first name that lies inside tokens `first` to `last` (exclusive). */
  inside(first: number, last: number): number | undefined {
    for (let i = this.#before(first); i < this.#names.length && this.#names[i].name.first < last; i++)
      if (this.#names[i].name.last <= last) return this.#names[i].chain;
    return undefined;
  }
}
