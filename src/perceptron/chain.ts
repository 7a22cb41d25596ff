/** The best label sequence under a linear-chain model: Viterbi's algorithm over the transitions that are allowed. */
import { type GroupedModel, groupsOf } from './rowModel.ts';

export interface ChainModel {
  readonly emissions: GroupedModel;
  /** labels × labels, in the units of `emissions`; `FORBIDDEN` where label b may not follow label a. */
  readonly transitions: Int32Array;
  /** The class of each label in `emissions`, where it isn't the label itself. Label 0 is class 0. */
  readonly classOf?: ArrayLike<number>;
}
export const FORBIDDEN = -0x3fffffff;

/**
 * How far below the best a label may lie and still be followed up, in scores of training: a label that is e ** 12 times
 * less likely at a word is never part of the best sequence in practice, and few labels are left to look at.
 */
const BEAM = 12;

/**
 * A decoder with its own buffers; label 0 is what a sequence begins and ends beside. Labels are the emissions' classes inside,
 * and words are scored only in the groups of those that may follow what is still alive.
 */
export class ChainDecoder {
  readonly #labels: number;
  readonly #emissions: GroupedModel;
  /** The label of each class. */
  readonly #labelOf: Uint8Array;
  readonly #beam: number;
  readonly #steps: Steps;
  readonly #emit: Int32Array;
  readonly #alive: Int32Array;
  /** Labels that some way leads to at the word at hand, and the time at which each was last noted. */
  readonly #reached: Int32Array;
  readonly #noted: Int32Array;
  #time = 0;
  #scores: Int32Array;
  #back: Uint8Array;

  constructor({ emissions, transitions, classOf }: ChainModel) {
    const n = emissions.classes;
    this.#labels = n;
    this.#emissions = emissions;
    this.#beam = Math.round(BEAM / emissions.unit);
    this.#labelOf = new Uint8Array(n);
    for (let label = 0; label < n; label++) this.#labelOf[classOf?.[label] ?? label] = label;
    this.#steps = stepsOf(transitions, this.#labelOf);
    this.#emit = new Int32Array(n);
    this.#alive = new Int32Array(n);
    this.#reached = new Int32Array(n);
    this.#noted = new Int32Array(n);
    this.#scores = new Int32Array(n * 64);
    this.#back = new Uint8Array(n * 64);
  }

  /** Labels of `length` words into `out`. @param features writes the features of word i into the buffer and says how many. */
  decode(
    length: number,
    features: (i: number, buffer: Int32Array) => number,
    buffer: Int32Array,
    out: Int32Array,
  ): void {
    const n = this.#labels;
    if (!length) return;
    if (length === 1) {
      out[0] = this.#single(features(0, buffer), buffer);
      return;
    }
    if (this.#scores.length < n * length) {
      this.#scores = new Int32Array(n * length);
      this.#back = new Uint8Array(n * length);
    }
    let alive = 0;
    for (let t = 0; t < length; t++) {
      this.#emissions.look(buffer, features(t, buffer));
      const reached = t === 0 ? this.#begin() : this.#advance(t * n, alive);
      alive = this.#prune(t * n, reached);
    }
    this.#trace(length, alive, out);
  }

  /** The label of a word that is a sequence of its own. */
  #single(count: number, buffer: Int32Array): number {
    const { starts, next, closed, alone } = this.#steps;
    const emit = this.#emit;
    this.#emissions.look(buffer, count);
    this.#emissions.sum(alone, emit);
    let best = next[starts[0]];
    for (let e = starts[0]; e < starts[1]; e++) if (closed[next[e]] && emit[next[e]] > emit[best]) best = next[e];
    return this.#labelOf[best];
  }

  /** The first word's labels: as if label 0 stood before it, at no cost. @returns how many there are */
  #begin(): number {
    const { starts, next, groups } = this.#steps;
    this.#emissions.sum(groups[0], this.#emit);
    let count = 0;
    for (let e = starts[0]; e < starts[1]; e++) {
      this.#scores[next[e]] = 0;
      this.#back[next[e]] = 0;
      this.#reached[count++] = next[e];
    }
    return count;
  }

  /** The best way from the labels that are alive to each label of the word whose scores begin at `at`. @returns to how many */
  #advance(at: number, count: number): number {
    const { starts, next, cost, groups } = this.#steps;
    const scores = this.#scores;
    const back = this.#back;
    const alive = this.#alive;
    const noted = this.#noted;
    this.#time = (this.#time + 1) | 0;
    const time = this.#time;
    const before = at - this.#labels;
    let reached = 0;
    let wanted = 0;
    for (let k = 0; k < count; k++) {
      const a = alive[k];
      wanted |= groups[a];
      const x = scores[before + a];
      const end = starts[a + 1];
      for (let e = starts[a]; e < end; e++) {
        const b = next[e];
        const v = x + cost[e];
        if (noted[b] !== time) {
          noted[b] = time;
          this.#reached[reached++] = b;
        } else if (v <= scores[at + b]) continue;
        scores[at + b] = v;
        back[at + b] = a;
      }
    }
    this.#emissions.sum(wanted, this.#emit);
    return reached;
  }

  /** Adds what the word itself says of its labels, and returns how many of these are worth following up. */
  #prune(at: number, count: number): number {
    const n = this.#labels;
    const { closed, lead } = this.#steps;
    const scores = this.#scores;
    const emit = this.#emit;
    const reached = this.#reached;
    const alive = this.#alive;
    let best = FORBIDDEN;
    let top = 0;
    let highest = FORBIDDEN;
    for (let k = 0; k < count; k++) {
      const b = reached[k];
      const v = scores[at + b] + emit[b];
      scores[at + b] = v;
      if (v > best) best = v;
      if (v > highest && closed[b]) {
        highest = v;
        top = b;
      }
    }
    const floor = best - this.#beam;
    let left = 0;
    for (let k = 0; k < count; k++) {
      const b = reached[k];
      const v = scores[at + b];
      if (v < floor) continue;
      // whatever comes next, the way over `top` is better
      if (closed[b] && b !== top && v + lead[top * n + b] < highest) continue;
      alive[left++] = b;
    }
    return left;
  }

  #trace(length: number, count: number, out: Int32Array): void {
    const n = this.#labels;
    const { closed } = this.#steps;
    const at = (length - 1) * n;
    let last = 0;
    let best = FORBIDDEN;
    for (let k = 0; k < count; k++) {
      const a = this.#alive[k];
      // a mention can't stay open at the end
      if (!closed[a] || this.#scores[at + a] <= best) continue;
      best = this.#scores[at + a];
      last = a;
    }
    if (best === FORBIDDEN) {
      out.fill(0, 0, length);
      return;
    }
    for (let t = length - 1; t >= 0; t--) {
      out[t] = this.#labelOf[last];
      last = this.#back[t * n + last];
    }
  }
}

/** Which labels may follow which, as the loops read it; labels are classes here. */
interface Steps {
  /** Label a is followed by `next[e]` at `cost[e]`, e from `starts[a]` to `starts[a + 1]`. */
  readonly starts: Int32Array;
  readonly next: Int32Array;
  readonly cost: Int32Array;
  /** Groups of what follows each label; of what may stand alone. */
  readonly groups: Int32Array;
  readonly alone: number;
  /** 1 for labels that all those may follow which follow label 0: outside, or a mention's end. */
  readonly closed: Uint8Array;
  /** labels × labels: by how much at most a step from closed b is better than the same step from closed a. */
  readonly lead: Int32Array;
}

/** Of steps that are equally good the one of the lower label wins: they stand in the order of labels, not of classes. */
function stepsOf(transitions: Int32Array, labelOf: Uint8Array): Steps {
  const n = labelOf.length;
  const all = Array.from({ length: n }, (_, i) => i);
  const costOf = (a: number, b: number): number => transitions[labelOf[a] * n + labelOf[b]];
  const byLabel = [...all].sort((a, b) => labelOf[a] - labelOf[b]);
  const after = all.map((a) => byLabel.filter((b) => costOf(a, b) > FORBIDDEN));
  const starts = new Int32Array(n + 1);
  for (const a of all) starts[a + 1] = starts[a] + after[a].length;
  const closed = Uint8Array.from(after, (labels) => (labels.join() === after[0].join() ? 1 : 0));
  const lead = new Int32Array(n * n);
  for (const a of all)
    for (const b of all)
      if (closed[a] && closed[b]) lead[a * n + b] = Math.max(...after[0].map((c) => costOf(b, c) - costOf(a, c)));
  return {
    starts,
    next: Int32Array.from(after.flat()),
    cost: Int32Array.from(after.flatMap((labels, a) => labels.map((b) => costOf(a, b)))),
    groups: Int32Array.from(after, groupsOf),
    alone: groupsOf(after[0].filter((b) => closed[b])),
    closed,
    lead,
  };
}
