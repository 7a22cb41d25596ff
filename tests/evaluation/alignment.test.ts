/** What holds of every alignment, and of the measures that are made from it. */
import fc from 'fast-check';
import type { AnnotatedEvent, AnnotatedMention, AnnotatedRelation, Annotation } from 'sitrep/evaluation';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/evaluation/score/align/index.ts';
import { LAYERS } from '../../src/evaluation/score/alignment.ts';
import { assign } from '../../src/evaluation/score/assignment.ts';
import { coreferenceCounts } from '../../src/evaluation/score/coreference.ts';
import { CRITERIA } from '../../src/evaluation/score/counts.ts';
import { score } from '../../src/evaluation/score/index.ts';
import { overlap, SpanIndex } from '../../src/evaluation/score/pairing.ts';

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]) => ({ start, end: start + length }));

const annotation: fc.Arbitrary<Annotation> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(span, fc.constantFrom('person', 'place', 'group'), fc.nat(4)), {
      maxLength: 12,
      selector: ([{ start, end }, type]) => `${start} ${end} ${type}`,
    }),
    fc.array(fc.tuple(fc.constantFrom('fights', 'leads'), fc.nat(11), fc.nat(11)), { maxLength: 6 }),
    fc.array(
      fc.tuple(
        fc.constantFrom('assault', 'aid'),
        fc.array(span, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.constantFrom('agent', 'patient'), fc.nat(11)), { maxLength: 4 }),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([spans, ties, happened]) => {
    const mentions = spans.map(([at, type, entity], i) => ({
      id: `m${i}`,
      ...at,
      type,
      level: 'name',
      entity: `e${entity}`,
    })) as AnnotatedMention[];
    const known = (i: number): boolean => i < mentions.length;
    return {
      mentions,
      entities: [...new Set(mentions.map(({ entity }) => entity))].map((id) => ({ id, type: 'person' as const })),
      relations: ties
        .filter(([, a, b]) => known(a) && known(b))
        .map(([type, a, b]) => ({ type, from: `m${a}`, to: `m${b}` }) as AnnotatedRelation),
      events: happened.map(([type, triggers, args], i) => ({
        id: `v${i}`,
        type,
        triggers,
        args: args.filter(([, m]) => known(m)).map(([role, m]) => ({ role, mention: `m${m}` })),
        status: 'actual',
        polarity: 'positive',
      })) as AnnotatedEvent[],
    };
  });

const count = (rows: readonly { gold?: unknown; predicted?: unknown }[], side: 'gold' | 'predicted'): number =>
  rows.filter((row) => row[side] !== undefined).length;

describe('an alignment', () => {
  it('has every mention and event once on its side', () => {
    fc.assert(
      fc.property(annotation, annotation, (gold, predicted) => {
        const { mentions, events } = align(gold, predicted);
        expect([count(mentions, 'gold'), count(mentions, 'predicted')]).toEqual([
          gold.mentions.length,
          predicted.mentions.length,
        ]);
        expect([count(events, 'gold'), count(events, 'predicted')]).toEqual([
          gold.events.length,
          predicted.events.length,
        ]);
        for (const rows of [mentions, events])
          expect(new Set(rows.flatMap((row) => row.gold ?? [])).size).toBe(count(rows, 'gold'));
      }),
      { seed: 5 },
    );
  });
  it('of an annotation with itself is exact', () => {
    fc.assert(
      fc.property(annotation, (gold) => {
        const copy = JSON.parse(JSON.stringify(gold)) as Annotation;
        const aligned = align(gold, copy);
        expect(aligned.mentions.every(({ grade }) => grade === 'exact')).toBe(true);
        // Mentions of one span may belong to two entities: then who stands for whom is open.
        const spans = gold.mentions.map(({ start, end }) => `${start} ${end}`);
        if (new Set(spans).size < spans.length) return;
        expect(aligned.relations.every(({ grade }) => grade === 'exact')).toBe(true);
      }),
      { seed: 5 },
    );
  });
  it('is the same the other way round, as far as mentions go', () => {
    fc.assert(
      fc.property(annotation, annotation, (a, b) => {
        const [there, back] = [score([{ gold: a, predicted: b }]), score([{ gold: b, predicted: a }])];
        expect(there.mentions.exact.correct).toBe(back.mentions.exact.correct);
        for (const measure of ['muc', 'b3', 'ceafE'] as const) {
          expect(there.coreference[measure].precision).toBeCloseTo(back.coreference[measure].recall, 5);
          expect(there.coreference[measure].f1).toBeCloseTo(back.coreference[measure].f1, 5);
        }
      }),
      { seed: 5 },
    );
  });
  it('counts what is exact as overlapping, and that as found whatever the type; no rate is over 100', () => {
    fc.assert(
      fc.property(annotation, annotation, (gold, predicted) => {
        const report = score([{ gold, predicted }]);
        for (const layer of LAYERS) {
          const [exact, overlapping, untyped] = CRITERIA.map((criterion) => report[layer][criterion].correct);
          expect(exact <= overlapping && overlapping <= untyped).toBe(true);
          for (const criterion of CRITERIA)
            for (const rate of ['f1', 'precision', 'recall'] as const)
              expect(report[layer][criterion][rate]).toBeLessThanOrEqual(100);
        }
      }),
      { seed: 5 },
    );
  });
});

describe('SpanIndex', () => {
  it('finds what a walk over all finds', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 40 }), span, (spans, wanted) => {
        const found = new SpanIndex(spans).overlapping(wanted);
        expect(new Set(found)).toEqual(new Set(spans.filter((other) => overlap(other, wanted) > 0)));
        expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));
      }),
      { seed: 5 },
    );
  });
});

describe('CEAF-e', () => {
  /** Each mention's entity, by its place. */
  const chains = fc.array(fc.nat(6), { maxLength: 14 });
  const mentionsOf = (entities: readonly number[], from: number): AnnotatedMention[] =>
    entities.map((entity, i) => ({
      id: `${i}`,
      start: 2 * (i + from),
      end: 2 * (i + from) + 1,
      type: 'person',
      level: 'name',
      entity: `${entity}`,
    }));

  it('part by part is the best assignment of the whole', () => {
    fc.assert(
      fc.property(chains, chains, fc.nat(3), (a, b, shift) => {
        const [gold, predicted] = [mentionsOf(a, 0), mentionsOf(b, shift)];
        const sets = [gold, predicted].map((mentions) => {
          const byEntity = new Map<string, Set<number>>();
          for (const { entity, start } of mentions)
            byEntity.set(entity, (byEntity.get(entity) ?? new Set()).add(start));
          return [...byEntity.values()];
        });
        const [short, long] = sets[0].length <= sets[1].length ? sets : [sets[1], sets[0]];
        const weights = short.map((x) =>
          long.map((y) => (2 * [...x].filter((m) => y.has(m)).length) / (x.size + y.size)),
        );
        const whole = assign(weights).reduce((sum, column, row) => sum + (weights[row][column] ?? 0), 0);
        expect(coreferenceCounts(gold, predicted).ceafE.recall.right).toBeCloseTo(whole, 9);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
