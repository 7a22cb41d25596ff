/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many arcs of the gold tree a move puts out
 * of reach, in any state, also one that a wrong move has led to.
 */
import { LEFT, RIGHT, SHIFT, type State } from '../parsing/state.ts';

/** A gold tree, words numbered from 1, with 0 as the root's head. */
export interface GoldTree {
  readonly head: Int32Array;
  readonly dep: Uint8Array;
  /** Dependents of each word, ascending. */
  readonly dependents: readonly (readonly number[])[];
}

export function goldTree(head: Int32Array, dep: Uint8Array): GoldTree {
  const heads = Int32Array.from([0, ...Array.from(head, (h) => h + 1)]);
  const dependents: number[][] = Array.from({ length: heads.length }, () => []);
  for (let k = 1; k < heads.length; k++) dependents[heads[k]].push(k);
  return { head: heads, dep: Uint8Array.from([0, ...dep]), dependents };
}

/** Whether no two arcs cross: only such trees can be reached. */
export function isProjective({ head }: GoldTree): boolean {
  for (let k = 1; k < head.length; k++) {
    const low = Math.min(k, head[k]);
    const high = Math.max(k, head[k]);
    for (let i = low + 1; i < high; i++) if (head[i] < low || head[i] > high) return false;
  }
  return true;
}

/** Fills `cost` for the moves that are allowed; the others cost Infinity. @param onStack by word. */
export function costs(state: State, gold: GoldTree, onStack: Uint8Array, cost: Float64Array): void {
  const s0 = state.top(0);
  const s1 = state.top(1);
  const b0 = state.next;
  const waiting = s0 ? countFrom(gold.dependents[s0], b0) : 0;
  cost.fill(Number.POSITIVE_INFINITY);
  if (state.allows(SHIFT)) {
    const h = gold.head[b0];
    // under the stack's last word lies the root
    const lost = h === 0 ? state.depth > 0 : h < b0 && h !== s0 && onStack[h] === 1;
    cost[SHIFT] = (lost ? 1 : 0) + gold.dependents[b0].filter((d) => d < b0 && onStack[d]).length;
  }
  if (state.allows(LEFT)) {
    const h = gold.head[s0];
    const lost = h > b0 || (state.depth === 1 ? h === 0 : h === s1);
    cost[LEFT] = (lost ? 1 : 0) + countFrom(gold.dependents[s0], b0);
  }
  if (state.allows(RIGHT)) cost[RIGHT] = (gold.head[s0] >= b0 ? 1 : 0) + waiting;
}

function countFrom(ascending: readonly number[], from: number): number {
  let n = 0;
  for (let i = ascending.length - 1; i >= 0 && ascending[i] >= from; i--) n++;
  return n;
}
