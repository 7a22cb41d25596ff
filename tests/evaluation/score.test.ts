import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedMention, Annotation } from '../../src/evaluation/annotation.ts';
import { readNotation } from '../../src/evaluation/notation/index.ts';
import { LAYERS } from '../../src/evaluation/score/alignment.ts';
import { assign } from '../../src/evaluation/score/assignment.ts';
import { coreferenceCounts, coreferenceFigures } from '../../src/evaluation/score/coreference.ts';
import { CRITERIA } from '../../src/evaluation/score/counts.ts';
import { score } from '../../src/evaluation/score/index.ts';

/** "ab c": a and b are mentions of one entity, c of another; each letter is a span of its own. */
const chains = (written: string): AnnotatedMention[] =>
  written.split(' ').flatMap((chain) =>
    [...chain].map((letter) => {
      const start = letter.charCodeAt(0) * 2;
      return { id: letter, start, end: start + 1, type: 'person' as const, level: 'name' as const, entity: chain };
    }),
  );

describe('coreference', () => {
  // The published example: Luo (2005), "On coreference resolution performance metrics", table 1.
  it.each([
    ['abcde fghijkl', 94.7, 86.5, 73.3],
    ['abcdehijkl fg', 94.7, 73.7, 66.7],
    ['abcdefghijkl', 90, 54.5, 29.4],
    ['a b c d e f g h i j k l', 0, 40, 17.8],
    ['abcde fg hijkl', 100, 100, 100],
  ])('of %s is as in the paper', (response, muc, b3, ceafE) => {
    const figures = coreferenceFigures(coreferenceCounts(chains('abcde fg hijkl'), chains(response)));
    expect([figures.muc.f1, figures.b3.f1, figures.ceafE.f1]).toEqual([muc, b3, ceafE]);
    const mean = (figures.muc.f1 + figures.b3.f1 + figures.ceafE.f1) / 3;
    expect(Math.abs(figures.conll - mean)).toBeLessThan(0.1);
  });
});

describe('assignment', () => {
  it('finds the best sum where the greedy choice misses it', () => {
    expect(
      assign([
        [9, 8],
        [8, 1],
      ]),
    ).toEqual([1, 0]);
    expect(assign([])).toEqual([]);
  });

  it('is never worse than any other assignment', () => {
    const square = fc.integer({ min: 1, max: 5 }).chain((n) => {
      const row = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: n + 1, maxLength: n + 1 });
      return fc.array(row, { minLength: n, maxLength: n });
    });
    const best = (weights: number[][], used: ReadonlySet<number> = new Set()): number =>
      weights.length === 0
        ? 0
        : Math.max(
            ...weights[0].map((w, j) => (used.has(j) ? -Infinity : w + best(weights.slice(1), new Set([...used, j])))),
          );
    fc.assert(
      fc.property(square, (weights) => {
        const columns = assign(weights);
        expect(new Set(columns).size).toBe(weights.length);
        expect(columns.reduce((sum, column, row) => sum + weights[row][column], 0)).toBe(best(weights));
      }),
      { seed: 1 },
    );
  });
});

const RECORDS = `
entity iraq place/country country=IQ
entity iran place/country country=IR
entity d date/date value=2024-04-22
relation fights iraq iran
event v assault/missile agent=iran patient=iraq time=d
`;
const annotate = (notation: string): Annotation => readNotation(notation).annotation;
const GOLD = annotate(`[iran! Iran] {v shelled} [iraq Iraq] on [d April 22].\n---${RECORDS}`);

describe('score', () => {
  it('of a document against itself is 100 in every layer', () => {
    const { accuracy, ...layers } = score([{ gold: GOLD, predicted: GOLD }]);
    for (const layer of LAYERS) for (const criterion of CRITERIA) expect(layers[layer][criterion].f1).toBe(100);
    expect(layers.coreference.b3.f1).toBe(100);
    for (const { right, of, percent } of Object.values(accuracy)) expect([percent, right]).toEqual([100, of]);
  });

  it('of nothing is nought, and no division by it', () => {
    const nothing: Annotation = { mentions: [], entities: [], relations: [], events: [] };
    expect(score([{ gold: GOLD, predicted: nothing }]).mentions.exact).toMatchObject({ f1: 0, gold: 3, predicted: 0 });
    expect(score([{ gold: nothing, predicted: nothing }]).coreference.conll).toBe(0);
    expect(score([]).events.exact.f1).toBe(0);
  });

  it('counts a mention that is too long as overlapping, and lets its relations and arguments stand', () => {
    const predicted = annotate(`[iran! Iran] {v shelled} [iraq Iraq on] [d April 22].\n---${RECORDS}`);
    const { mentions, relations, arguments: args } = score([{ gold: GOLD, predicted }]);
    expect(mentions.exact).toMatchObject({ correct: 2, f1: 66.7 });
    expect(mentions.exact.by.place).toMatchObject({ correct: 1, gold: 2, predicted: 2 });
    expect([mentions, relations, args].map(({ overlap }) => overlap.f1)).toEqual([100, 100, 100]);
    expect([relations, args].map(({ exact }) => exact.f1)).toEqual([0, 66.7]);
  });

  it('takes symmetric relations either way round, others not', () => {
    const turned = (from: string, to: string, type: string): Annotation =>
      annotate(
        `[iran! Iran] {v shelled} [iraq Iraq] on [d April 22].\n---${RECORDS.replace(/relation .*/, `relation ${type} ${from} ${to}`)}`,
      );
    expect(score([{ gold: GOLD, predicted: turned('iran', 'iraq', 'fights') }]).relations.exact.f1).toBe(100);
    const part = turned('iraq', 'iran', 'part-of');
    const { relations } = score([{ gold: part, predicted: turned('iran', 'iraq', 'part-of') }]);
    expect([relations.overlap.f1, relations.untyped.f1]).toEqual([0, 100]);
  });

  it('matches events by type and trigger; a wrong role is a wrong argument, a wrong status a wrong property', () => {
    const records = RECORDS.replace(
      'assault/missile agent=iran patient=iraq',
      'assault/rocket planned agent=iraq patient=iraq',
    );
    const predicted = annotate(`[iran! Iran] {v shelled} [iraq Iraq] on [d April 22].\n---${records}`);
    const { events, arguments: args, accuracy } = score([{ gold: GOLD, predicted }]);
    expect(events.exact).toMatchObject({ correct: 1, f1: 100 });
    expect(args.overlap).toMatchObject({ correct: 2, predicted: 3, gold: 3 });
    expect(args.overlap.by.agent).toMatchObject({ correct: 0, predicted: 1, gold: 1 });
    expect([accuracy.status, accuracy.mode, accuracy.polarity].map(({ percent }) => percent)).toEqual([0, 0, 100]);
    const other = annotate(
      `[iran! Iran] {v shelled} [iraq Iraq] on [d April 22].\n---${RECORDS.replace('assault/missile', 'aid')}`,
    );
    const { events: mistyped } = score([{ gold: GOLD, predicted: other }]);
    expect([mistyped.overlap.f1, mistyped.untyped.f1]).toEqual([0, 100]);
  });

  it('adds documents up before it divides', () => {
    const nothing: Annotation = { mentions: [], entities: [], relations: [], events: [] };
    const { mentions } = score([
      { gold: GOLD, predicted: GOLD },
      { gold: GOLD, predicted: nothing },
    ]);
    expect(mentions.exact).toMatchObject({ precision: 100, recall: 50, f1: 66.7 });
  });
});
