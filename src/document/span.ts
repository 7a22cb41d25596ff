/** A stretch of the text: UTF-16 code units, `end` exclusive, so that `text.slice(start, end)` is what it covers. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Sorts by start; of two spans that start together the wider comes first, so that what nests follows what holds it. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
