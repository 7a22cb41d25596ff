import { describe, expect, it } from 'vitest';
import {
  argmax,
  chooseFeatures,
  feature1,
  feature2,
  hashString,
  meanOf,
  packWeights,
  Random,
  Trainer,
  unpackWeights,
} from '../../src/perceptron/index.ts';

const COLOURS: readonly (readonly [word: string, label: number])[] = [
  ['rosso', 0],
  ['rossa', 0],
  ['verde', 1],
  ['verdi', 1],
  ['azzurro', 2],
  ['azzurra', 2],
  ['nero', 3],
  ['nera', 3],
  ['giallo', 4],
  ['gialla', 4],
];

function features(word: string, into: Int32Array): number {
  into[0] = feature1(0, hashString(word));
  into[1] = feature1(1, hashString(word, 0, 2));
  into[2] = feature2(2, word.length, word.charCodeAt(0));
  return 3;
}

function train(seed: number, classes = 5, minUpdates = 1) {
  const trainer = new Trainer({ classes, bits: 12, minUpdates });
  const random = new Random(seed);
  const buffer = new Int32Array(3);
  const scores = new Float64Array(classes);
  for (let pass = 0; pass < 10; pass++)
    for (const [word, label] of random.shuffle([...COLOURS])) {
      const count = features(word, buffer);
      trainer.score(buffer, count, scores);
      trainer.update(buffer, count, label % classes, argmax(scores));
    }
  return trainer.average();
}

function predict(bytes: Uint8Array, word: string): number {
  const model = unpackWeights(bytes);
  const scores = new Int32Array(model.classes);
  const buffer = new Int32Array(3);
  model.score(buffer, features(word, buffer), scores);
  return argmax(scores);
}

describe('training', () => {
  it('learns what can be learnt, with many classes and with few', () => {
    const many = packWeights(train(1), { unit: 0.02 });
    for (const [word, label] of COLOURS) expect(predict(many, word), word).toBe(label);
    const few = packWeights(train(1, 3), { unit: 0.02 });
    for (const [word, label] of COLOURS) expect(predict(few, word), word).toBe(label % 3);
  });

  it('reads an unseen word by its parts', () => {
    expect(predict(packWeights(train(1), { unit: 0.02 }), 'verdino')).toBe(1);
  });

  it('gives the same bytes for the same seed, others for another', () => {
    const bytes = packWeights(train(7), { unit: 0.02 });
    expect(packWeights(train(7), { unit: 0.02 })).toEqual(bytes);
    expect(packWeights(train(8), { unit: 0.02 })).not.toEqual(bytes);
  });

  it('averages: the weights are means over time, not the last ones', () => {
    const trainer = new Trainer({ classes: 2, bits: 4 });
    const one = Int32Array.of(3);
    trainer.update(one, 1, 1, 0);
    for (let i = 0; i < 3; i++) trainer.update(one, 1, 1, 1);
    trainer.update(one, 1, 1, 0);
    const { values } = trainer.average();
    // 1 during four of five steps, 2 in the last, seen from the step that comes next
    expect(values[3 * 2 + 1]).toBeCloseTo(2 - (1 * 1 + 1 * 5) / 6, 6);
    expect(values[3 * 2]).toBeCloseTo(-values[3 * 2 + 1], 6);
  });

  it('leaves out what was hardly ever updated', () => {
    const filled = (minUpdates: number) => train(1, 5, minUpdates).values.filter((v) => v !== 0).length;
    expect(filled(3)).toBeGreaterThan(0);
    expect(filled(3)).toBeLessThan(filled(1));
  });

  it('chooses of the features that share a slot the one that matters more', () => {
    const weights = { bits: 4, classes: 2, values: new Float32Array(32) };
    weights.values.set([1, -1], 3 * 2);
    weights.values.set([5, -4], 11 * 2); // 3 + 8
    weights.values.set([0, 2], 4 * 2);
    weights.values.set([0.5, 0], 12 * 2);
    weights.values.set([0.25, 0], 6 * 2);
    const chosen = chooseFeatures(weights, 3, 1);
    expect([...chosen.keys()].filter((bucket) => chosen[bucket])).toEqual([4, 11]);
  });

  it('learns nothing of features that are not chosen', () => {
    const trainer = new Trainer({ classes: 2, bits: 2, chosen: Uint8Array.of(0, 1, 0, 0) });
    trainer.update(Int32Array.of(1, 2), 2, 1, 0);
    trainer.update(Int32Array.of(1, 2), 2, 1, 1);
    expect([...trainer.average().values].map((v) => v !== 0)).toEqual([
      false,
      false,
      true,
      true,
      ...Array(4).fill(false),
    ]);
  });

  it('makes one of several runs', () => {
    const [a, b] = [train(1), train(2)];
    const mean = meanOf([a, b]);
    expect(mean.values[40]).toBeCloseTo((a.values[40] + b.values[40]) / 2, 6);
    expect(mean.values.some((v, i) => v !== a.values[i])).toBe(true);
  });
});
