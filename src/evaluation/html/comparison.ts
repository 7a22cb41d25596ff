/** Two runs against one gold, as a page. */

import type { Difference } from '../report/bootstrap.ts';
import type { ComparisonReport } from '../report/compare.ts';
import { changesOf, diffTable } from './diff.ts';
import { accuracyRows, figureRows } from './figures.ts';
import { type Cell, type Html, html, page, plural, table, tenths } from './page.ts';

/** "+1.2" */
export const signed = (value: number): string =>
  value > 0 ? `+${tenths(value)}` : value < 0 ? `−${tenths(-value)}` : '0.0';

function differenceCell(difference: Difference | undefined): Html {
  if (!difference) return html``;
  const sure = difference.p < 0.05;
  const colour = !sure ? 'soft' : difference.difference > 0 ? 'good' : 'bad';
  return html`<span class="${colour}">${signed(difference.difference)}</span>`;
}
const rangeOf = (difference: Difference | undefined): Html =>
  difference ? html`<span class="soft">${signed(difference.low)} to ${signed(difference.high)}</span>` : html``;

export function comparisonPage({ before, after, differences, diff }: ComparisonReport, title = 'Comparison'): string {
  const was = new Map([
    ...figureRows(before).map((row) => [row.figure, row.f1] as const),
    ...accuracyRows(before).map((row) => [row.figure, row.percent] as const),
  ]);
  const now = [
    ...figureRows(after).map(({ name, figure, f1 }) => ({ name, figure, value: f1 })),
    ...accuracyRows(after).map(({ name, figure, percent }) => ({ name: `${name}, % right`, figure, value: percent })),
  ];
  const rows = now.map(({ name, figure, value }): Cell[] => {
    const difference = differences[figure];
    const old = was.get(figure);
    return [
      name,
      old === undefined ? '' : tenths(old),
      html`<b>${tenths(value)}</b>`,
      differenceCell(difference),
      rangeOf(difference),
      difference ? difference.p.toFixed(3) : '',
    ];
  });
  return page(title, plural(after.documents, 'document'), [
    table(['', 'before', 'after', 'difference', '95 %', 'p'], rows),
    html`<p class="soft">Coloured where chance explains the difference in fewer than one of twenty draws (paired bootstrap by document).</p>`,
    html`<h2>Records</h2>`,
    diffTable(diff),
    ...changesOf(diff),
  ]);
}
