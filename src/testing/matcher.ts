/** What vitest and jest give a matcher, and what it gives back: the part that both share. */
import { show } from '../document/check.ts';
import type { Document } from '../document/schema.ts';

export interface MatcherContext {
  /** Whether the call was `expect(…).not`. */
  readonly isNot?: boolean;
  /** Deep equality that knows asymmetric matchers (`expect.closeTo(31.5)`). */
  equals(a: unknown, b: unknown): boolean;
  readonly utils?: { diff?(expected: unknown, received: unknown): string | null | undefined };
}
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

const LAYERS = ['mentions', 'entities', 'relations', 'events'] as const;

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Document).text === 'string' &&
  LAYERS.every((layer) => Array.isArray((value as Document)[layer]));

/** @throws TypeError for what is no document */
export function documentOf(value: unknown, matcher: string): Document {
  if (!isDocument(value))
    throw new TypeError(`${matcher}: expected a document as extract returns it, got ${show(value)}`);
  return value;
}

/** Lines, each set in. */
export const indented = (lines: readonly string[], by = 2): string =>
  lines.map((line) => `${' '.repeat(by)}${line}`).join('\n');
