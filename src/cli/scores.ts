/** Figures of evaluations and diffs as rows for a terminal. */

import { DIFF_LAYERS } from '../evaluation/diff/change.ts';
import { signed } from '../evaluation/html/comparison.ts';
import { accuracyRows, figureRows } from '../evaluation/html/figures.ts';
import type { Breach, ComparisonReport, DiffReport, EvaluationReport, Layer } from '../evaluation/index.ts';
import type { Spot } from '../evaluation/report/describe.ts';
import { LAYERS } from '../evaluation/score/alignment.ts';
import { table } from './table.ts';
import { type Format, oneLine, type Paint } from './terminal.ts';

/** Where and how something is printed. */
export interface Printer {
  readonly columns: number;
  readonly paint: Paint;
}
type Row = readonly string[];
type Formats = readonly (Format | undefined)[];

const tenths = (value: number): string => value.toFixed(1).padStart(5);
const right = (rows: readonly Row[], from: number): Row[] => {
  const widths: number[] = [];
  for (const row of rows) for (const [c, cell] of row.entries()) widths[c] = Math.max(widths[c] ?? 0, cell.length);
  return rows.map((row) => row.map((cell, c) => (c < from ? cell : cell.padStart(widths[c]))));
};
const aligned = (rows: readonly Row[], formats: Formats, { columns, paint }: Printer): string =>
  table(right(rows, 1), formats, columns, paint);

export const heading = (title: string, { paint }: Printer): string => `\n${paint('bold', title)}\n`;

export function figuresTable(report: EvaluationReport, printer: Printer): string {
  const interval = (figure: keyof EvaluationReport['intervals']): string => {
    const found = report.intervals[figure];
    return found ? `${tenths(found.low)} – ${tenths(found.high)}` : '';
  };
  const rows = figureRows(report).map(
    ({ name, figure, f1, precision, recall, correct, predicted, gold }): Row => [
      name,
      tenths(f1),
      interval(figure),
      tenths(precision),
      tenths(recall),
      ...[correct, predicted, gold].map((count) => (count === undefined ? '' : `${count}`)),
    ],
  );
  const heads = ['', 'F1', '95 %', 'precision', 'recall', 'correct', 'predicted', 'gold'];
  const accuracy = accuracyRows(report).map(
    ({ name, figure, percent, right: count, of }): Row => [
      name,
      tenths(percent),
      interval(figure),
      `${count}`,
      `${of}`,
    ],
  );
  const formats: Formats = [undefined, 'bold', 'dim'];
  const properties = accuracy.length
    ? `\n${aligned([['', '% right', '95 %', 'right', 'of'], ...accuracy], formats, printer)}`
    : '';
  return aligned([heads, ...rows], formats, printer) + properties;
}

const basis = (layer: Layer): 'exact' | 'overlap' => (layer === 'mentions' ? 'exact' : 'overlap');

export function typesTable(report: EvaluationReport, printer: Printer): string {
  return LAYERS.filter((layer) => Object.keys(report[layer].exact.by).length)
    .map((layer) => {
      const rows = Object.entries(report[layer][basis(layer)].by)
        .sort(([, a], [, b]) => b.gold - a.gold)
        .map(
          ([type, { f1, precision, recall, correct, predicted, gold }]): Row => [
            type,
            tenths(f1),
            tenths(precision),
            tenths(recall),
            `${correct}`,
            `${predicted}`,
            `${gold}`,
          ],
        );
      const heads = [layer, 'F1', 'precision', 'recall', 'correct', 'predicted', 'gold'];
      return `\n${aligned([heads, ...rows], [undefined, 'bold'], printer)}`;
    })
    .join('');
}

export function rulesTable(report: EvaluationReport, printer: Printer): string {
  return LAYERS.filter((layer) => report.rules[layer].length)
    .map((layer) => {
      const rows = report.rules[layer].map(
        ({ rule, precision, right: count, predicted }): Row => [
          oneLine(rule),
          tenths(precision),
          `${count}`,
          `${predicted}`,
        ],
      );
      return `\n${aligned([[`rules of ${layer}`, 'precision', 'right', 'predicted'], ...rows], [undefined, 'bold'], printer)}`;
    })
    .join('');
}

const contextLine = ({ document, before, words, after }: Spot, paint: Paint): string =>
  `${' '.repeat(12)}${paint('dim', oneLine(before))}${/\s$/.test(before) ? ' ' : ''}${paint('underline', oneLine(words))}${/^\s/.test(after) ? ' ' : ''}${paint('dim', oneLine(after))} ${paint('dim', `(${oneLine(document)})`)}\n`;

const PROBLEM: Readonly<Record<string, Format>> = { missed: 'red', spurious: 'red', lost: 'red', gained: 'green' };

export function errorLines({ findings }: EvaluationReport, printer: Printer): string {
  const { paint } = printer;
  return LAYERS.map((layer) => {
    const own = findings.filter((finding) => finding.layer === layer);
    const lines = own.map(({ problem, wanted, got, rule, context }) => {
      const told = [wanted, got]
        .filter((part) => part !== undefined)
        .map(oneLine)
        .join(paint('dim', ' got '));
      const by = rule === undefined ? '' : ` ${paint('dim', oneLine(rule))}`;
      return `  ${paint(PROBLEM[problem] ?? 'yellow', problem.padEnd(9))} ${told}${by}\n${contextLine(context, paint)}`;
    });
    return own.length ? `${heading(`errors: ${layer}`, printer)}${lines.join('')}` : '';
  }).join('');
}

export function comparisonTable({ before, after, differences }: ComparisonReport, printer: Printer): string {
  const was = new Map<string, number>([
    ...figureRows(before).map(({ figure, f1 }) => [figure, f1] as const),
    ...accuracyRows(before).map(({ figure, percent }) => [figure, percent] as const),
  ]);
  const now = [
    ...figureRows(after).map(({ name, figure, f1 }) => ({ name, figure, value: f1 })),
    ...accuracyRows(after).map(({ name, figure, percent }) => ({ name: `${name}, % right`, figure, value: percent })),
  ];
  const rows = now.map(({ name, figure, value }): Row => {
    const found = differences[figure];
    const old = was.get(figure);
    const told = found
      ? [signed(found.difference), `${signed(found.low)} to ${signed(found.high)}`, found.p.toFixed(3)]
      : ['', '', ''];
    return [name, old === undefined ? '' : tenths(old), tenths(value), ...told];
  });
  return aligned(
    [['', 'before', 'after', 'difference', '95 %', 'p'], ...rows],
    [undefined, undefined, 'bold'],
    printer,
  );
}

export function diffTable({ layers }: DiffReport, printer: Printer): string {
  const judged = DIFF_LAYERS.some((layer) => layers[layer].right !== undefined);
  const rows = DIFF_LAYERS.map((layer): Row => {
    const { before, after, kept, changed, lost, gained, right: count } = layers[layer];
    const verdicts = judged ? [count ? `${count.lost}` : '', count ? `${count.gained}` : ''] : [];
    return [layer, ...[before, after, kept, changed, lost, gained].map(String), ...verdicts];
  });
  const heads = [
    '',
    'before',
    'after',
    'the same',
    'changed',
    'lost',
    'gained',
    ...(judged ? ['lost, right', 'gained, right'] : []),
  ];
  return aligned([heads, ...rows], [undefined, undefined, undefined, 'dim', 'yellow', 'red', 'green'], printer);
}

const verdict = (isRight: boolean | undefined): string =>
  isRight === undefined ? '' : isRight ? ' (right)' : ' (wrong)';

export function changeLines({ changes, unlisted }: DiffReport, printer: Printer): string {
  const { paint } = printer;
  const parts = DIFF_LAYERS.map((layer) => {
    const own = changes.filter((change) => change.layer === layer);
    const lines = own.map(({ change, before, after, fields = [], right: judged, context }) => {
      const told = `${oneLine(before ?? after ?? '')}${verdict(before === undefined ? judged?.after : judged?.before)}`;
      const list = fields.map(
        ({ field, before: a, after: b }) => `${' '.repeat(12)}${field}: ${oneLine(a)} → ${oneLine(b)}\n`,
      );
      return `  ${paint(PROBLEM[change] ?? 'yellow', change.padEnd(9))} ${told}\n${list.join('')}${contextLine(context, paint)}`;
    });
    return own.length ? `${heading(layer, printer)}${lines.join('')}` : '';
  });
  const more = unlisted ? `\n${unlisted} more changes are not listed.\n` : '';
  return parts.join('') + more;
}

/** "12 events gained, 3 lost" */
export function summary({ layers, lost, gained, otherTexts }: DiffReport): string {
  const parts = DIFF_LAYERS.flatMap((layer) => {
    const counts = (['gained', 'lost', 'changed'] as const).filter((what) => layers[layer][what]);
    return counts.map((what, i) => `${layers[layer][what]} ${i ? '' : `${layer} `}${what}`).join(', ') || [];
  });
  const documents = [
    ...(lost.length ? [`${lost.length} documents lost`] : []),
    ...(gained.length ? [`${gained.length} documents gained`] : []),
    ...(otherTexts.length ? [`${otherTexts.length} documents with another text`] : []),
  ];
  return [...documents, ...parts].join('; ') || 'no difference';
}

export const breachLines = (breaches: readonly Breach[]): string =>
  breaches
    .map(({ layer, what, count, limit }) => `sitrep diff: ${count} ${layer} ${what}, at most ${limit} allowed\n`)
    .join('');
