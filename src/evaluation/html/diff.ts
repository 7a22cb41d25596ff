/** What two runs differ in, as a page. */
import { type Change, DIFF_LAYERS } from '../diff/change.ts';
import type { DiffReport } from '../diff/diff.ts';
import type { Breach } from '../diff/gate.ts';
import { contextOf } from './context.ts';
import { type Cell, fold, type Html, html, page, plural, table } from './page.ts';

const COLOURS = { lost: 'bad', gained: 'good', changed: 'change' } as const;

const coloured = (count: number, colour: string, sign: string): Html =>
  count ? html`<span class="${colour}">${sign}${count}</span>` : html`<span class="soft">0</span>`;

export function diffTable({ layers }: DiffReport): Html {
  const judged = DIFF_LAYERS.some((layer) => layers[layer].right !== undefined);
  const rows = DIFF_LAYERS.map((layer): Cell[] => {
    const { before, after, kept, changed, lost, gained, right } = layers[layer];
    const counts = [
      before,
      after,
      kept,
      coloured(changed, 'change', ''),
      coloured(lost, 'bad', '−'),
      coloured(gained, 'good', '+'),
    ];
    return [layer, ...counts, ...(judged ? [right ? `${right.lost} lost, ${right.gained} gained` : ''] : [])];
  });
  return table(
    ['', 'before', 'after', 'the same', 'changed', 'lost', 'gained', ...(judged ? ['of which right'] : [])],
    rows,
  );
}

const verdict = (right: boolean | undefined): Html =>
  right === undefined
    ? html``
    : right
      ? html` <span class="good">✓ right</span>`
      : html` <span class="bad">✗ wrong</span>`;

function changeItem({ change, before, after, fields = [], right, context }: Change): Html {
  const told = html`${before ?? after ?? ''}${verdict(before === undefined ? right?.after : right?.before)}`;
  const list = fields.map(
    ({ field, before: a, after: b }) =>
      html`<p class="context">${field}: <span class="bad">${a}</span> → <span class="good">${b}</span></p>`,
  );
  const now =
    change === 'changed' && right?.after !== right?.before
      ? html` <span class="soft">now</span>${verdict(right?.after)}`
      : html``;
  return html`<div class="item"><p><span class="tag ${COLOURS[change]}">${change}</span>${told}${now}</p>${list}${contextOf(context)}</div>`;
}

export function changesOf({ changes, unlisted }: DiffReport): Html[] {
  const parts = DIFF_LAYERS.flatMap((layer) => {
    const own = changes.filter((change) => change.layer === layer);
    if (!own.length) return [];
    const counts = (['lost', 'gained', 'changed'] as const)
      .map((what) => [what, own.filter(({ change }) => change === what).length] as const)
      .filter(([, count]) => count)
      .map(([what, count]) => `${count} ${what}`);
    return [fold(layer, counts.join(', '), own.map(changeItem), layer === 'events')];
  });
  const more = unlisted ? [html`<p class="soft">${plural(unlisted, 'more change')} not listed.</p>`] : [];
  return parts.length ? [html`<h2>Changes</h2>`, ...parts, ...more] : [];
}

const names = (title: string, ids: readonly string[]): Html[] =>
  ids.length
    ? [
        fold(
          title,
          plural(ids.length, 'document'),
          ids.map((id) => html`<p><code>${id}</code></p>`),
        ),
      ]
    : [];

/** @param breaches what `gate` found, when the diff is a gate */
export function diffPage(report: DiffReport, title = 'Diff', breaches?: readonly Breach[]): string {
  const verdictOf = (list: readonly Breach[]): Html =>
    list.length
      ? html`<p class="bad"><b>Over the limits:</b> ${list.map(({ layer, what, count, limit }) => `${count} ${layer} ${what} (at most ${limit})`).join(', ')}</p>`
      : html`<p class="good"><b>Within the limits.</b></p>`;
  return page(title, plural(report.documents, 'document'), [
    ...(breaches ? [verdictOf(breaches)] : []),
    diffTable(report),
    ...names('Documents lost', report.lost),
    ...names('Documents gained', report.gained),
    ...names('Documents with another text, not compared', report.otherTexts),
    ...changesOf(report),
  ]);
}
