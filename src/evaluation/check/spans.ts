/** Spans lie in the text, hold something, and neither start nor end in white space. */
import type { Span } from '../../document/schema.ts';
import type { Context } from './report.ts';

const SPACE = /\s/u;

function problemOf({ start, end }: Span, text: string | undefined): string | undefined {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start)
    return 'whole offsets with 0 ≤ start < end';
  if (text === undefined) return undefined;
  if (end > text.length) return `an end within the text's ${text.length} characters`;
  if (SPACE.test(text[start]) || SPACE.test(text[end - 1])) return 'a span that neither starts nor ends in white space';
  return undefined;
}

export function checkSpan({ text, report }: Context, record: string, span: Span): void {
  const expected = problemOf(span, text);
  if (expected) report(record, expected, `${span.start}:${span.end}`);
}

/** Reports where records aren't in the order of the text. */
export function checkOrder(context: Context, layer: string, starts: readonly (readonly number[])[]): void {
  for (let i = 1; i < starts.length; i++) {
    const before = starts[i - 1];
    const step = starts[i].map((start, k) => start - before[k]).find((difference) => difference !== 0) ?? 0;
    if (step < 0)
      context.report(`${layer}[${i}]`, `${layer} in the order of the text`, `${before} before ${starts[i]}`);
  }
}
