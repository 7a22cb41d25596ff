/** Which figures a report shows, in which order, and what they are called. */
import { PROPERTIES } from '../annotation.ts';
import type { EvaluationReport } from '../report/evaluate.ts';
import type { Figure } from '../report/figures.ts';
import { LAYERS, type Layer } from '../score/alignment.ts';
import { CRITERIA } from '../score/counts.ts';

export interface FigureRow {
  readonly name: string;
  readonly figure: Figure;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly correct?: number;
  readonly predicted?: number;
  readonly gold?: number;
}

const CRITERION = { exact: 'exact', overlap: 'overlapping', untyped: 'any type' } as const;
const has = ({ layers }: EvaluationReport, layer: Layer): boolean =>
  layers.includes(layer === 'arguments' ? 'events' : layer);

/** Precision, recall and F1 of what gold annotates. */
export function figureRows(report: EvaluationReport): FigureRow[] {
  const rows = LAYERS.filter((layer) => has(report, layer)).flatMap((layer) =>
    CRITERIA.map((criterion): FigureRow => {
      const { by: _, ...figures } = report[layer][criterion];
      return { name: `${layer}, ${CRITERION[criterion]}`, figure: `${layer}.${criterion}`, ...figures };
    }),
  );
  if (!report.layers.includes('entities')) return rows;
  const { conll, muc, b3, ceafE } = report.coreference;
  const mean = (side: 'precision' | 'recall'): number =>
    Math.round((10 * (muc[side] + b3[side] + ceafE[side])) / 3) / 10;
  const coreference: FigureRow[] = [
    {
      name: 'coreference, CoNLL',
      figure: 'coreference.conll',
      f1: conll,
      precision: mean('precision'),
      recall: mean('recall'),
    },
    { name: 'coreference, MUC', figure: 'coreference.muc', ...muc },
    { name: 'coreference, B³', figure: 'coreference.b3', ...b3 },
    { name: 'coreference, CEAF-e', figure: 'coreference.ceafE', ...ceafE },
  ];
  return [...rows.slice(0, CRITERIA.length), ...coreference, ...rows.slice(CRITERIA.length)];
}

export interface AccuracyRow {
  readonly name: string;
  readonly figure: Figure;
  readonly percent: number;
  readonly right: number;
  readonly of: number;
}
const PROPERTY = {
  kind: 'kinds',
  level: 'levels',
  date: 'date values',
  country: 'countries',
  status: 'status',
  polarity: 'polarity',
  mode: 'modes',
} as const;

/** The share right of types and properties, where there were any to judge. */
export function accuracyRows(report: EvaluationReport): AccuracyRow[] {
  const types = LAYERS.filter((layer) => has(report, layer)).map((layer) => ({
    name: layer === 'arguments' ? 'roles of arguments' : `types of ${layer}`,
    figure: `${layer}.type` as Figure,
    ...report[layer].type,
  }));
  const properties = PROPERTIES.map((property) => ({
    name: PROPERTY[property],
    figure: property as Figure,
    ...report.accuracy[property],
  }));
  return [...types, ...properties].flatMap(({ percent, ...row }) => (percent === null ? [] : [{ ...row, percent }]));
}
