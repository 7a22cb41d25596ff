/** Precision and recall of spans, as the geo benchmark counts them: optional gold is neither hit nor miss. */
import type { Item } from './placeData.ts';

export interface Score {
  exact: number;
  overlap: number;
  predicted: number;
  gold: number;
}
export const noScore = (): Score => ({ exact: 0, overlap: 0, predicted: 0, gold: 0 });

export function addScore(sum: Score, { gold }: Item, found: readonly (readonly [number, number])[]): void {
  const wanted = gold.filter((g) => !g.optional);
  const kept = found.filter(([start, end]) => !gold.some((g) => g.optional && g.start < end && start < g.end));
  sum.exact += kept.filter(([start, end]) => wanted.some((g) => g.start === start && g.end === end)).length;
  sum.overlap += wanted.filter((g) => kept.some(([start, end]) => start < g.end && g.start < end)).length;
  sum.predicted += kept.length;
  sum.gold += wanted.length;
}

export function scoreLine({ exact, overlap, predicted, gold }: Score): string {
  const percent = (x: number): string => (100 * x).toFixed(1);
  const f1 = (hits: number): string => percent((2 * hits) / (predicted + gold));
  return `exact P ${percent(exact / predicted)} R ${percent(exact / gold)} F1 ${f1(exact)}, overlap F1 ${f1(overlap)} (${predicted} found, ${gold} gold)`;
}
