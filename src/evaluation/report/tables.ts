/** Per rule and per pair of types: where precision is lost, and what is taken for what. */
import { type Aligned, type Alignment, LAYERS, type Layer, typeOf } from '../score/alignment.ts';
import { countRules, type RuleTallies } from '../score/count.ts';
import { each } from '../score/counts.ts';
import { percent } from '../score/tally.ts';

export interface RuleScore {
  readonly rule: string;
  readonly right: number;
  readonly predicted: number;
  /** Percent, with one decimal. */
  readonly precision: number;
}
/** How often gold's type was predicted as another one. */
export interface Confusion {
  readonly gold: string;
  readonly predicted: string;
  readonly count: number;
}

export class Rules {
  readonly #tallies: RuleTallies = each(LAYERS, () => new Map());
  add(alignment: Alignment): void {
    countRules(this.#tallies, alignment);
  }
  /** The rules that fired most come first. */
  scores(): Record<Layer, RuleScore[]> {
    return each(LAYERS, (layer) =>
      [...this.#tallies[layer]]
        .map(([rule, { right, predicted }]) => ({ rule, right, predicted, precision: percent(right, predicted) }))
        .sort((a, b) => b.predicted - a.predicted || (a.rule < b.rule ? -1 : 1)),
    );
  }
}

type Typed = { readonly type: string } | { readonly role: string };

export class Confusions {
  readonly #counts: Record<Layer, Map<string, Confusion>> = each(LAYERS, () => new Map());
  add(alignment: Alignment): void {
    for (const layer of LAYERS)
      for (const { gold, predicted, grade } of alignment[layer] as readonly Aligned<Typed>[]) {
        if (grade !== 'mistyped' || !gold || !predicted) continue;
        const pair = { gold: typeOf(gold), predicted: typeOf(predicted) };
        const key = JSON.stringify(pair);
        const count = (this.#counts[layer].get(key)?.count ?? 0) + 1;
        this.#counts[layer].set(key, { ...pair, count });
      }
  }
  /** The most frequent first. */
  lists(): Record<Layer, Confusion[]> {
    return each(LAYERS, (layer) =>
      [...this.#counts[layer].values()].sort((a, b) => b.count - a.count || (a.gold < b.gold ? -1 : 1)),
    );
  }
}
