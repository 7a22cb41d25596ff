/** The figures that the corpus holds, and their thresholds: a file that the tests read and that only ever rises. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Score } from '../../src/evaluation/score/index.ts';

const PATH = new URL('thresholds.json', import.meta.url);

export type Figures = Readonly<Record<string, number>>;
/** By set of texts: `dispatch`, `article`. */
export type Thresholds = Readonly<Record<string, Figures>>;

/** The figures by layer, percentages: F1 of what is found, share right of its properties. */
export const figuresOf = (score: Score): Figures => ({
  mentions: score.mentions.exact.f1,
  mentionsOverlap: score.mentions.overlap.f1,
  coreference: score.coreference.conll,
  relations: score.relations.overlap.f1,
  events: score.events.overlap.f1,
  arguments: score.arguments.overlap.f1,
  ...Object.fromEntries(Object.entries(score.accuracy).map(([property, { percent }]) => [property, percent ?? 0])),
});

export const readThresholds = (): Thresholds => JSON.parse(readFileSync(PATH, 'utf8'));

/** Each threshold or the figure, whichever is higher. */
export const raised = (thresholds: Figures, figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([layer, figure]) => [layer, Math.max(figure, thresholds[layer] ?? 0)]),
  );

export function raiseThresholds(set: string, figures: Figures): void {
  const thresholds = readThresholds();
  const next = { ...thresholds, [set]: raised(thresholds[set] ?? {}, figures) };
  writeFileSync(PATH, `${JSON.stringify(next, null, 2)}\n`);
}
