/** The labelled set of `corpus/linking`: short texts and the dispatches, with the identity of each marked name. */
import { readFileSync } from 'node:fs';
import { parseTable } from '../../src/gazetteer/table.ts';
import type { Document } from '../../src/index.ts';

export interface Label {
  readonly start: number;
  readonly end: number;
  readonly identity: string;
}
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly source?: string;
  readonly labels: readonly Label[];
}
const corpus = (path: string): string => readFileSync(new URL(`../../corpus/${path}`, import.meta.url), 'utf8');

/** "Police in [egypt|Egypt] arrested …" → the text and where its marks stand. */
function readText(block: string): Labelled {
  const [head, ...lines] = block.split('\n');
  const [id, date] = head.trim().split(' ');
  const labels: Label[] = [];
  let text = '';
  for (const part of lines
    .join('\n')
    .trim()
    .split(/(\[[^\]|]+\|[^\]]+\])/)) {
    const mark = /^\[([^|]+)\|(.+)\]$/s.exec(part);
    if (mark) labels.push({ start: text.length, end: text.length + mark[2].length, identity: mark[1] });
    text += mark ? mark[2] : part;
  }
  return { id, date, text, labels };
}

/** The short texts, then the dispatches, each in the order of its date. */
export function labelled(): Labelled[] {
  const texts = corpus('linking/texts.txt').split(/^## /m).slice(1).map(readText);
  const rows = parseTable(corpus('linking/dispatches.tsv'), 'dispatches.tsv', ['dispatch', 'name', 'identity']);
  const dispatches = [...new Set(rows.map((row) => row.dispatch))].map((id): Labelled => {
    const { date, source } = JSON.parse(corpus(`dispatch/${id}.json`)) as { date: string; source: string };
    const text = corpus(`dispatch/${id}.txt`);
    const labels = rows
      .filter((row) => row.dispatch === id)
      .map(({ name, identity }) => {
        const start = text.search(new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}(?!\\w)`));
        if (start < 0) throw new Error(`dispatches.tsv: ${id} has no "${name}"`);
        return { start, end: start + name.length, identity };
      });
    return { id, date, text, source, labels };
  });
  return [...texts, ...dispatches].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The entity whose name stands where the label does. */
export function entityAt({ mentions }: Document, { start, end }: Label): string | undefined {
  const over = mentions.filter((m) => m.level === 'name' && m.start < end && m.end > start);
  return (over.find((m) => m.start === start && m.end === end) ?? over[0])?.entity;
}

/** B³ (Bagga and Baldwin 1998) over labels: precision, recall and F1 in per cent. @param items gold and predicted identity of each */
export function b3(items: readonly (readonly [gold: string, predicted: string])[]): {
  p: number;
  r: number;
  f1: number;
} {
  let precision = 0;
  let recall = 0;
  for (const [gold, predicted] of items) {
    const both = items.filter(([g, p]) => g === gold && p === predicted).length;
    precision += both / items.filter(([, p]) => p === predicted).length;
    recall += both / items.filter(([g]) => g === gold).length;
  }
  const [p, r] = [precision / items.length, recall / items.length];
  return { p: 100 * p, r: 100 * r, f1: (200 * p * r) / (p + r) };
}
