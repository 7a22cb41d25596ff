import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ambiguityOf, packClusters, unpackClusters } from '../../src/perceptron/clusters.ts';
import {
  HashTable,
  hashString,
  packNumbers,
  packStrings,
  packWeights,
  readModel,
  unpackNumbers,
  unpackStrings,
  unpackWeights,
  writeModel,
} from '../../src/perceptron/index.ts';

const HEADER = { name: 'toy', version: 2, templates: 3, classes: ['B', 'I', 'O'] };
const weights = (values: number[], classes: number) => ({ bits: 3, classes, values: Float32Array.from(values) });

describe('packed weights', () => {
  it('come back as multiples of the unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 7 }),
        fc.array(fc.float({ min: -60, max: 60, noNaN: true }), { minLength: 56, maxLength: 56 }),
        (classes, values) => {
          const model = unpackWeights(packWeights(weights(values.slice(0, 8 * classes), classes), { unit: 0.5 }));
          const scores = new Int32Array(classes);
          for (let bucket = 0; bucket < 8; bucket++) {
            model.score(Int32Array.of(bucket), 1, scores);
            for (let c = 0; c < classes; c++)
              expect(Math.abs(scores[c] * 0.5 - values[bucket * classes + c])).toBeLessThanOrEqual(0.25);
          }
        },
      ),
    );
  });

  it('of few classes come back as differences from the first, great ones in steps', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: -60, max: 60 }), { minLength: 24, maxLength: 24 })
          .map((all) => all.map((v) => v || 1)),
        (values) => {
          const model = unpackWeights(packWeights(weights(values, 3), { unit: 1 }));
          const scores = new Int32Array(3);
          for (let bucket = 0; bucket < 8; bucket++) {
            model.score(Int32Array.of(bucket), 1, scores);
            const differences = [0, 1, 2].map((c) => values[bucket * 3 + c] - values[bucket * 3]);
            const most = Math.max(...differences.map(Math.abs));
            const step = most < 16 ? 0 : most < 31 ? 1 : most < 62 ? 2 : 4;
            for (let c = 0; c < 3; c++) expect(Math.abs(scores[c] - differences[c])).toBeLessThanOrEqual(step);
          }
        },
      ),
    );
  });

  it('of few classes tell features apart that share a slot of the table', () => {
    const values = new Float32Array(3 * 2 ** 12);
    const full = Array.from({ length: 64 }, (_, i) => i * 65);
    for (const bucket of full) values.set([0, -15, 1 + (bucket % 7)], bucket * 3);
    const model = unpackWeights(packWeights({ bits: 12, classes: 3, values }, { unit: 1 }));
    const scores = new Int32Array(3);
    for (let bucket = 0; bucket < 2 ** 12; bucket++) {
      model.score(Int32Array.of(bucket, bucket - 2 ** 31), 2, scores);
      expect([...scores]).toEqual(full.includes(bucket) ? [0, -30, 2 + 2 * (bucket % 7)] : [0, 0, 0]);
    }
  });

  it('refuse other bytes', () => {
    const bytes = packWeights(weights(new Array(24).fill(1), 3), { unit: 1 });
    expect(() => unpackWeights(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    expect(() => unpackWeights(Uint8Array.of(255))).toThrow(RangeError);
  });
});

describe('the model file', () => {
  const file = writeModel(HEADER, {
    first: Uint8Array.of(1, 2, 3),
    empty: new Uint8Array(0),
    words: packStrings(['für', '猫']),
  });
  const expected = { name: 'toy', version: 2, templates: 3 };

  it('gives back header and sections', () => {
    const { header, sections } = readModel(file, expected);
    expect(header).toMatchObject(HEADER);
    expect([...sections.first]).toEqual([1, 2, 3]);
    expect(sections.empty.length).toBe(0);
    expect(unpackStrings(sections.words)).toEqual(['für', '猫']);
  });

  it('refuses another model, version or template set, and says which', () => {
    expect(() => readModel(file, { ...expected, name: 'tagger' })).toThrow(
      'model tagger: expected name tagger, got toy',
    );
    expect(() => readModel(file, { ...expected, version: 3 })).toThrow('expected version 3, got 2');
    expect(() => readModel(file, { ...expected, templates: 4 })).toThrow('expected templates 4, got 3');
    expect(() => readModel(new TextEncoder().encode('<html>'), expected)).toThrow('expected a file that begins with');
  });

  it('refuses any file with one changed or missing byte', () => {
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = Uint8Array.from(file);
        damaged[at] ^= by;
        expect(() => readModel(damaged, expected)).toThrow(SyntaxError);
      }),
    );
    for (let length = 0; length < file.length; length++)
      expect(() => readModel(file.subarray(0, length), expected), String(length)).toThrow(SyntaxError);
  });
});

describe('tables', () => {
  it('find what stands beside a hash, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer(), (hashes, other) => {
        const table = new HashTable(
          hashes,
          hashes.map((_, i) => i + 1),
        );
        hashes.forEach((hash, i) => {
          expect(table.get(hash)).toBe(i + 1);
        });
        expect(table.get(other)).toBe(hashes.indexOf(other | 0) + 1);
      }),
    );
  });

  it('round trip', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })), (numbers) => {
        expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers);
      }),
    );
  });

  it('keep the clusters of words', () => {
    const words = ['mortar', 'rocket', 'tuesday'].map((word, i) => ({
      hash: hashString(word),
      fine: (i >> 1) + 1,
      ambiguity: i,
    }));
    const clusters = unpackClusters(packClusters(words, [0, 4, 5]));
    expect(clusters.fine(hashString('mortar'))).toBe(1);
    expect(clusters.fine(hashString('tuesday'))).toBe(2);
    expect(clusters.coarse(2)).toBe(5);
    expect(clusters.fine(hashString('unknown'))).toBe(0);
    expect(ambiguityOf(clusters.entry(hashString('tuesday')))).toBe(2);
  });
});
