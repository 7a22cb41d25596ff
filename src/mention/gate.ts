/**
 * Which words are worth the tagger's while. Two words in three are no part of a mention and look it ("said", "the",
 * "before"): a model of few features and one weight each passes over them, and the tagger reads the runs between.
 */
import { deep, type LinearModel, mix1, mix2, salt, seeded, spread } from '../perceptron/index.ts';
import type { Columns } from './columns.ts';

export const MOST_GATE_FEATURES = 20;
/** Logarithm of the odds below which a word is passed over: one word of a mention in three hundred lies below. */
const PASSED_OVER = -3;

/** Writes the hashed features of word `i` to `out` and returns how many there are. */
export function gateFeatures(c: Columns, i: number, out: Int32Array): number {
  const { lower, suffix3, fine } = c.words;
  const { lexicon, place, bits } = c.evidence;
  const before = i > c.first[i] ? i - 1 : -1;
  const after = i + 1 < c.last[i] ? i + 1 : -1;
  const word = lower[i];
  const pos = c.pos[i];
  const capital = c.capitalised[i];
  const capitals = (before < 0 ? 2 : c.capitalised[before]) * 3 + (after < 0 ? 2 : c.capitalised[after]);
  const head = c.head.length ? c.head[i] : -1;
  const dep = c.dep.length ? c.dep[i] : 0;
  out[0] = mix1(seeded(1), 0);
  out[1] = mix2(seeded(2), word, capital);
  out[2] = deep(mix2(seeded(3), word, capitals)) ^ salt(capital);
  out[3] = deep(mix2(seeded(4), pos, dep)) ^ salt(capital);
  out[4] = deep(mix2(seeded(5), pos, before < 0 ? -1 : c.pos[before])) ^ salt(after < 0 ? -1 : c.pos[after]);
  out[5] = mix2(seeded(6), lexicon[i], capital);
  out[6] = mix2(seeded(7), place[i], capital);
  out[7] = mix2(seeded(8), bits[i], pos);
  out[8] = mix2(seeded(9), fine[i], pos);
  out[9] = mix2(seeded(10), before < 0 ? -1 : lower[before], pos);
  out[10] = mix2(seeded(11), after < 0 ? -1 : lower[after], pos);
  out[11] = mix2(seeded(12), suffix3[i], pos);
  out[12] = mix2(seeded(13), c.covered[i], pos);
  out[13] = deep(mix2(seeded(14), pos, capitals)) ^ salt(capital);
  out[14] = deep(mix2(seeded(15), dep, head < 0 ? -1 : c.pos[head])) ^ salt(head < i ? 0 : 1);
  out[15] = mix2(seeded(16), after < 0 ? -1 : lexicon[after], pos);
  out[16] = mix2(seeded(17), after < 0 ? -1 : fine[after], pos);
  out[17] = mix2(seeded(18), dep, head < 0 ? -1 : fine[head]);
  return spread(out, 18);
}

/** Scratch. */
const buffer = new Int32Array(MOST_GATE_FEATURES);
const score = new Int32Array(1);

/** 1 for each word that the tagger should read. */
export function openWords(gate: LinearModel, columns: Columns): Uint8Array {
  const open = new Uint8Array(columns.length);
  const least = PASSED_OVER / gate.unit;
  for (let i = 0; i < columns.length; i++) {
    gate.score(buffer, gateFeatures(columns, i, buffer), score);
    open[i] = score[0] < least ? 0 : 1;
  }
  return open;
}

/** Adds the runs of open words between `first` and `last`: first, last (exclusive), first, last … */
export function runsOf(open: Uint8Array, first: number, last: number, runs: number[]): void {
  for (let i = first; i < last; i++) {
    if (!open[i]) continue;
    runs.push(i);
    while (i < last && open[i]) i++;
    runs.push(i);
  }
}
