/** Which predicted span stands for which gold span. */
import { compareSpans, type Span } from '../../document/span.ts';

/** Characters that two spans share; nought or less where they don't meet. */
export const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Share of the longer span that both cover. */
export const sharedPart = (a: Span, b: Span): number => overlap(a, b) / Math.max(a.end - a.start, b.end - b.start);

/** Finds what overlaps a span among many, in time that grows with what is found: sorted by start, with the furthest end so far. */
export class SpanIndex<T extends Span> {
  readonly #spans: readonly T[];
  readonly #furthest: Float64Array;

  constructor(spans: readonly T[]) {
    this.#spans = [...spans].sort(compareSpans);
    this.#furthest = new Float64Array(spans.length);
    let end = -Infinity;
    for (const [i, span] of this.#spans.entries()) this.#furthest[i] = end = Math.max(end, span.end);
  }

  /** In the order of the text. */
  overlapping(span: Span): T[] {
    const found: T[] = [];
    for (let i = this.#before(span.end) - 1; i >= 0 && this.#furthest[i] > span.start; i--)
      if (overlap(this.#spans[i], span) > 0) found.push(this.#spans[i]);
    return found.reverse();
  }

  /** How many spans start before an offset. */
  #before(offset: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#spans[middle].start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** One-to-one pairs of overlapping spans for which `same` holds, the best fitting first (greedy; ties in the order of the text). */
export function pairUp<G extends Span, P extends Span>(
  gold: readonly G[],
  predicted: readonly P[],
  same: (g: G, p: P) => boolean,
): [G, P][] {
  const index = new SpanIndex(predicted);
  const candidates: [number, G, P][] = gold.flatMap((g) =>
    index
      .overlapping(g)
      .filter((p) => same(g, p))
      .map((p): [number, G, P] => [sharedPart(g, p), g, p]),
  );
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
