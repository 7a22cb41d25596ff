/** Which predicted span stands for which gold span. */
import type { Span } from '../../document/span.ts';

/** Characters that two spans share; nought or less where they don't meet. */
export const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Share of the longer span that both cover. */
export const sharedPart = (a: Span, b: Span): number => overlap(a, b) / Math.max(a.end - a.start, b.end - b.start);

/** One-to-one pairs of overlapping spans for which `same` holds, the best fitting first (greedy; ties in the order of the text). */
export function pairUp<G extends Span, P extends Span>(
  gold: readonly G[],
  predicted: readonly P[],
  same: (g: G, p: P) => boolean,
): [G, P][] {
  const candidates: [number, G, P][] = [];
  for (const g of gold)
    for (const p of predicted) if (overlap(g, p) > 0 && same(g, p)) candidates.push([sharedPart(g, p), g, p]);
  candidates.sort(([a], [b]) => b - a);
  const taken = new Set<Span>();
  const pairs: [G, P][] = [];
  for (const [, g, p] of candidates) {
    if (taken.has(g) || taken.has(p)) continue;
    taken.add(g).add(p);
    pairs.push([g, p]);
  }
  return pairs;
}
