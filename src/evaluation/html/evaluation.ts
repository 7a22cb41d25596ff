/** An evaluation as a page: figures with intervals, types, rules, confusions, and errors in their context. */
import type { EvaluationReport } from '../report/evaluate.ts';
import type { Finding } from '../report/findings.ts';
import { LAYERS, type Layer } from '../score/alignment.ts';
import { contextOf } from './context.ts';
import { accuracyRows, figureRows } from './figures.ts';
import { bar, type Cell, fold, type Html, html, page, plural, table, tenths } from './page.ts';

const interval = (report: EvaluationReport, figure: keyof EvaluationReport['intervals']): string => {
  const found = report.intervals[figure];
  return found ? `${tenths(found.low)} – ${tenths(found.high)}` : '';
};
const shown = (layer: Layer): 'exact' | 'overlap' => (layer === 'mentions' ? 'exact' : 'overlap');

export function figuresTable(report: EvaluationReport): Html {
  const rows = figureRows(report).map(({ name, figure, f1, precision, recall, correct, predicted, gold }): Cell[] => [
    name,
    bar(f1, report.intervals[figure]),
    html`<b>${tenths(f1)}</b>`,
    html`<span class="soft">${interval(report, figure)}</span>`,
    tenths(precision),
    tenths(recall),
    correct ?? '–',
    predicted ?? '–',
    gold ?? '–',
  ]);
  return table(['', '', 'F1', '95 %', 'precision', 'recall', 'correct', 'predicted', 'gold'], rows);
}

function propertiesTable(report: EvaluationReport): Html[] {
  const rows = accuracyRows(report).map(({ name, figure, percent, right, of }): Cell[] => [
    name,
    bar(percent, report.intervals[figure]),
    html`<b>${tenths(percent)}</b>`,
    html`<span class="soft">${interval(report, figure)}</span>`,
    right,
    of,
  ]);
  if (!rows.length) return [];
  return [
    html`<h2>Types and properties of what was found</h2>`,
    table(['', '', '% right', '95 %', 'right', 'of'], rows),
  ];
}

function typesOf(report: EvaluationReport): Html[] {
  return LAYERS.flatMap((layer) => {
    const by = Object.entries(report[layer][shown(layer)].by);
    if (!by.length) return [];
    const rows = by
      .sort(([, a], [, b]) => b.gold - a.gold)
      .map(([type, { f1, precision, recall, correct, predicted, gold }]): Cell[] => [
        type,
        bar(f1),
        html`<b>${tenths(f1)}</b>`,
        tenths(precision),
        tenths(recall),
        correct,
        predicted,
        gold,
      ]);
    const heads = ['', '', 'F1', 'precision', 'recall', 'correct', 'predicted', 'gold'];
    return [
      fold(layer, plural(rows.length, layer === 'arguments' ? 'role' : 'type'), table(heads, rows), layer === 'events'),
    ];
  });
}

function rulesOf(report: EvaluationReport): Html[] {
  return LAYERS.flatMap((layer) => {
    const rows = report.rules[layer].map(({ rule, precision, right, predicted }): Cell[] => [
      html`<code>${rule}</code>`,
      bar(precision),
      html`<b>${tenths(precision)}</b>`,
      right,
      predicted,
    ]);
    if (!rows.length) return [];
    return [fold(layer, plural(rows.length, 'rule'), table(['', '', 'precision', 'right', 'predicted'], rows))];
  });
}

function confusionsOf(report: EvaluationReport): Html[] {
  return LAYERS.flatMap((layer) => {
    const rows = report.confusions[layer].map(({ gold, predicted, count }): Cell[] => [gold, predicted, count]);
    if (!rows.length) return [];
    return [fold(layer, plural(rows.length, 'pair'), table(['gold', 'predicted', 'times'], rows))];
  });
}

const findingItem = ({ problem, wanted, got, rule, context }: Finding): Html =>
  html`<div class="item"><p><span class="tag ${
    problem === 'missed' || problem === 'spurious' ? 'bad' : 'change'
  }">${problem}</span>${wanted ?? html``}${wanted && got ? html` <span class="soft">got</span> ` : html``}${got ?? html``}${
    rule === undefined ? html`` : html` <code class="soft">${rule}</code>`
  }</p>${contextOf(context)}</div>`;

function errorsOf({ findings }: EvaluationReport): Html[] {
  return LAYERS.flatMap((layer) => {
    const own = findings.filter((finding) => finding.layer === layer);
    return own.length ? [fold(layer, plural(own.length, 'error'), own.map(findingItem), layer === 'events')] : [];
  });
}

const section = (title: string, note: string, parts: readonly Html[]): Html[] =>
  parts.length ? [html`<h2>${title}</h2>`, ...(note ? [html`<p class="soft">${note}</p>`] : []), ...parts] : [];

/** @param title what was evaluated: "gold.jsonl, run of today" */
export function evaluationPage(report: EvaluationReport, title = 'Evaluation'): string {
  const unanswered = report.unanswered.length ? `, ${report.unanswered.length} of them without a prediction` : '';
  return page(title, `${plural(report.documents, 'document')}${unanswered}`, [
    figuresTable(report),
    ...propertiesTable(report),
    ...section('By type', 'Mentions exact, the rest overlapping.', typesOf(report)),
    ...section('Precision by rule', 'What each rule gave, and how much of it was right.', rulesOf(report)),
    ...section('Types taken for others', '', confusionsOf(report)),
    ...section('Errors', `The first of each layer.`, errorsOf(report)),
  ]);
}
