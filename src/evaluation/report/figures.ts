/** The headline figures, and counts laid out as numbers in a row, so that documents can be drawn and added up fast. */
import { PROPERTIES, type Property } from '../annotation.ts';
import { LAYERS, type Layer } from '../score/alignment.ts';
import type { Measure } from '../score/coreference.ts';
import { type Counts, CRITERIA, type Criterion } from '../score/counts.ts';
import { harmonic, sumOf } from '../score/tally.ts';

/** F1 of each layer and criterion, of each coreference measure, and the share right of types and of each property. */
export type Figure =
  | `${Layer}.${Criterion}`
  | `${Layer}.type`
  | 'coreference.conll'
  | 'coreference.muc'
  | 'coreference.b3'
  | 'coreference.ceafE'
  | Property;

const MEASURES = ['muc', 'b3', 'ceafE'] as const;
export const FIGURES: readonly Figure[] = [
  ...LAYERS.flatMap((layer) => CRITERIA.map((criterion): Figure => `${layer}.${criterion}`)),
  'coreference.conll',
  ...MEASURES.map((measure): Figure => `coreference.${measure}`),
  ...LAYERS.map((layer): Figure => `${layer}.type`),
  ...PROPERTIES,
];

const measureRow = ({ recall, precision }: Measure): number[] => [
  recall.right,
  recall.of,
  precision.right,
  precision.of,
];

/** A document's counts in a fixed order. */
export function rowOf(counts: Counts): Float64Array {
  return Float64Array.from([
    ...LAYERS.flatMap((layer) =>
      CRITERIA.flatMap((criterion) => {
        const { correct, predicted, gold } = sumOf(counts[layer][criterion]);
        return [correct, predicted, gold];
      }),
    ),
    ...MEASURES.flatMap((measure) => measureRow(counts.coreference[measure])),
    ...PROPERTIES.flatMap((property) => [counts.properties[property].right, counts.properties[property].of]),
  ]);
}

/** The figures of a row, or of a sum of rows, in the order of `FIGURES`; from 0 to 100, NaN where there is nothing to divide by. */
export function figuresOfRow(row: Float64Array): Float64Array {
  const figures = new Float64Array(FIGURES.length);
  let at = 0;
  let figure = 0;
  for (; figure < LAYERS.length * CRITERIA.length; figure++, at += 3) {
    const [correct, predicted, gold] = [row[at], row[at + 1], row[at + 2]];
    figures[figure] = predicted + gold ? (200 * correct) / (predicted + gold) : Number.NaN;
  }
  const mean = figure++;
  for (let i = 0; i < MEASURES.length; i++, at += 4) {
    const [recall, precision] = [row[at] / (row[at + 1] || 1), row[at + 2] / (row[at + 3] || 1)];
    figures[figure] = row[at + 1] + row[at + 3] ? 100 * harmonic(recall, precision) : Number.NaN;
    figures[mean] += figures[figure++] / MEASURES.length;
  }
  const [overlapping, untyped] = [3 * CRITERIA.indexOf('overlap'), 3 * CRITERIA.indexOf('untyped')];
  for (let first = 0; first < 3 * CRITERIA.length * LAYERS.length; first += 3 * CRITERIA.length)
    figures[figure++] = row[first + untyped] ? (100 * row[first + overlapping]) / row[first + untyped] : Number.NaN;
  for (let i = 0; i < PROPERTIES.length; i++, at += 2)
    figures[figure++] = row[at + 1] ? (100 * row[at]) / row[at + 1] : Number.NaN;
  return figures;
}
