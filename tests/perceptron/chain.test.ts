import { describe, expect, it } from 'vitest';
import { ChainDecoder, FORBIDDEN } from '../../src/perceptron/chain.ts';
import {
  type GroupedModel,
  packWeights,
  Random,
  unpackGroups,
  unpackParts,
  unpackWeights,
} from '../../src/perceptron/index.ts';

const LABELS = 9;
/** Outside, and begin, inside, last, only of two classes. */
const mayFollow = (a: number, b: number): boolean => {
  const open = a > 0 && (a - 1) % 4 < 2;
  const continues = b > 0 && ((b - 1) % 4 === 1 || (b - 1) % 4 === 2);
  return open ? continues && (a - 1) >> 2 === (b - 1) >> 2 : !continues;
};

/** Emissions straight from a table: the first feature is the word's number. */
const tableModel = (table: readonly Int32Array[]): GroupedModel => {
  let word = 0;
  return {
    classes: LABELS,
    unit: 0.1,
    warm: () => undefined,
    score: (features, _, scores) => scores.set(table[features[0]]),
    look: (features) => {
      word = features[0];
    },
    sum: (groups, scores) => {
      for (let c = 0; c < LABELS; c++) scores[c] = groups & (1 << (c >> 2)) ? table[word][c] : -1e6;
    },
  };
};

function random(seed: number, length: number) {
  const chance = new Random(seed);
  const number = (): number => chance.below(60) - 30;
  const transitions = Int32Array.from({ length: LABELS * LABELS }, (_, k) =>
    mayFollow(Math.floor(k / LABELS), k % LABELS) ? number() : FORBIDDEN,
  );
  const table = Array.from({ length }, () => Int32Array.from({ length: LABELS }, number));
  return { transitions, table };
}

/** The greatest score of any sequence, by trying them all. */
function best({ transitions, table }: ReturnType<typeof random>, t = 0, before = 0): number {
  if (t === table.length) return mayFollow(before, 0) ? 0 : -Infinity;
  let most = -Infinity;
  for (let b = 0; b < LABELS; b++)
    if (mayFollow(before, b)) {
      const step = t ? transitions[before * LABELS + b] : 0;
      most = Math.max(most, step + table[t][b] + best({ transitions, table }, t + 1, b));
    }
  return most;
}
function scoreOf({ transitions, table }: ReturnType<typeof random>, labels: Int32Array): number {
  let sum = 0;
  for (let t = 0; t < table.length; t++)
    sum += table[t][labels[t]] + (t ? transitions[labels[t - 1] * LABELS + labels[t]] : 0);
  return sum;
}

describe('the chain decoder', () => {
  it.each([1, 2, 3, 5])('finds a best sequence of %i words', (length) => {
    for (let seed = 1; seed <= 60; seed++) {
      const chain = random(seed, length);
      const decoder = new ChainDecoder({ emissions: tableModel(chain.table), transitions: chain.transitions });
      const out = new Int32Array(length);
      decoder.decode(
        length,
        (i, buffer) => {
          buffer[0] = i;
          return 1;
        },
        new Int32Array(1),
        out,
      );
      expect(Array.from(out, (label, t) => mayFollow(t ? out[t - 1] : 0, label))).not.toContain(false);
      expect(scoreOf(chain, out)).toBe(best(chain));
    }
  });
});

describe('emissions of many classes', () => {
  it('are the sums of the weights, in rows that know of few classes or of most', () => {
    const bits = 6;
    const classes = 21;
    const chance = new Random(4);
    const values = Float32Array.from({ length: 2 ** bits * classes }, (_, k) =>
      Math.floor(k / classes) % 2 || k % 7 === 0 ? chance.below(250) - 125 : 0,
    );
    const model = unpackWeights(packWeights({ bits, classes, values }, { unit: 1 }));
    const features = Int32Array.from({ length: 40 }, () => chance.below(2 ** bits));
    const scores = new Int32Array(classes);
    for (const count of [0, 1, 7, 40]) {
      model.score(features, count, scores);
      const sums = Array.from({ length: classes }, (_, c) =>
        features.subarray(0, count).reduce((sum, f) => sum + values[f * classes + c], 0),
      );
      expect([...scores]).toEqual(sums);
    }
  });

  it('are summed for the groups that are asked for, in the order that is asked for', () => {
    const bits = 4;
    const classes = 9;
    const values = Float32Array.from({ length: 2 ** bits * classes }, (_, k) => (k % 5) - 2);
    const bytes = packWeights({ bits, classes, values }, { unit: 1 });
    const backwards = unpackGroups(
      bytes,
      Array.from({ length: classes }, (_, c) => classes - 1 - c),
    );
    const all = new Int32Array(classes);
    const some = new Int32Array(classes);
    unpackWeights(bytes).score(Int32Array.of(3, 7), 2, all);
    backwards.look(Int32Array.of(3, 7), 2);
    backwards.sum(0b101, some);
    const wanted = [...all].reverse().map((score, c) => (c >> 2 === 1 ? 0 : score));
    expect([...some]).toEqual(wanted);
  });

  it('are the same in parts', () => {
    const bits = 5;
    const classes = 11;
    const values = Float32Array.from({ length: 2 ** bits * classes }, (_, k) => (k % 3 ? 0 : (k % 9) - 4));
    const bytes = packWeights({ bits, classes, values }, { unit: 1 });
    const all = new Int32Array(classes);
    unpackWeights(bytes).score(Int32Array.of(3, 7, 12), 3, all);
    const bounds = [
      { first: 1, last: 2 },
      { first: 4, last: 11 },
    ];
    unpackParts(bytes, bounds).forEach((part, p) => {
      const scores = new Int32Array(part.classes);
      part.score(Int32Array.of(3, 7, 12), 3, scores);
      expect([...scores]).toEqual([...all.subarray(bounds[p].first, bounds[p].last)]);
    });
  });
});
