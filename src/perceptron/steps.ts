/** Which labels may follow which in a chain, as its decoder reads it; labels are the emissions' classes here. */
import { groupsOf } from './rowModel.ts';

/** The cost of a step that is none. */
export const FORBIDDEN = -0x3fffffff;

export interface Steps {
  /** Labels that all those may follow which follow label 0: outside, or a mention's end. */
  readonly close: Int32Array;
  /** What follows closed labels, at a cost by both (labels × labels). */
  readonly free: Int32Array;
  readonly cost: Int32Array;
  /** What follows others: `held[k]` follows `from[e]` at `step[e]`, e from `starts[k]` to `starts[k + 1]`. */
  readonly held: Int32Array;
  readonly starts: Int32Array;
  readonly from: Int32Array;
  readonly step: Int32Array;
  /** What may be a sequence of its own. */
  readonly alone: Int32Array;
  /** Groups of these. */
  readonly freeGroups: number;
  readonly heldGroups: number;
  readonly aloneGroups: number;
  /** labels × labels: by how much at most a step from closed b is better than the same step from closed a. */
  readonly lead: Int32Array;
}

/** @throws RangeError when some label may follow both a closed label and one that isn't */
export function stepsOf(transitions: Int32Array, labelOf: Uint8Array): Steps {
  const n = labelOf.length;
  const all = Array.from({ length: n }, (_, i) => i);
  // by which the decoder settles ties
  const inOrder = all.toSorted((a, b) => labelOf[a] - labelOf[b]);
  const costOf = (a: number, b: number): number => transitions[labelOf[a] * n + labelOf[b]];
  const after = all.map((a) => inOrder.filter((b) => costOf(a, b) > FORBIDDEN));
  const [free] = after;
  const key = free.join();
  const close = inOrder.filter((a) => after[a].length === free.length && after[a].join() === key);
  const open = inOrder.filter((a) => !close.includes(a));
  const held = [...new Set(open.flatMap((a) => after[a]))].sort((a, b) => a - b);
  if (held.some((b) => free.includes(b)))
    throw new RangeError('chain: expected that no label follows closed and open ones');
  const into = held.map((b) => open.filter((a) => after[a].includes(b)));
  const starts = new Int32Array(held.length + 1);
  for (let k = 0; k < held.length; k++) starts[k + 1] = starts[k] + into[k].length;
  const alone = free.filter((b) => close.includes(b));
  const lead = new Int32Array(n * n);
  for (const a of close)
    for (const b of close) {
      let most = FORBIDDEN;
      for (const c of free) most = Math.max(most, costOf(b, c) - costOf(a, c));
      lead[a * n + b] = most;
    }
  return {
    close: Int32Array.from(close),
    free: Int32Array.from(free),
    cost: Int32Array.from({ length: n * n }, (_, k) => costOf(Math.floor(k / n), k % n)),
    held: Int32Array.from(held),
    starts,
    from: Int32Array.from(into.flat()),
    step: Int32Array.from(held.flatMap((b, k) => into[k].map((a) => costOf(a, b)))),
    alone: Int32Array.from(alone),
    freeGroups: groupsOf(free),
    heldGroups: groupsOf(held),
    aloneGroups: groupsOf(alone),
    lead,
  };
}
