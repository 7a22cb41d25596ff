/** Differences between two annotations of one text: what was lost, gained and changed from the first to the second. */

import type { Spot } from '../report/describe.ts';
import type { Layer } from '../score/alignment.ts';

export const DIFF_LAYERS = ['mentions', 'entities', 'relations', 'events', 'arguments'] as const;
export type DiffLayer = (typeof DIFF_LAYERS)[number] & (Layer | 'entities');

/** A field with another value. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Change {
  readonly layer: DiffLayer;
  readonly change: 'lost' | 'gained' | 'changed';
  /** The type of what was lost or changed, or gained. */
  readonly type: string;
  /** In words; missing for what is new. */
  readonly before?: string;
  /** In words; missing for what is gone. */
  readonly after?: string;
  /** Of what changed: in what. */
  readonly fields?: readonly FieldChange[];
  /** Where it stands. */
  readonly context: Spot;
  /** Against gold, where there is one: whether it was right, and whether it is. */
  readonly right?: { readonly before?: boolean; readonly after?: boolean };
}

/** What one text contributes: changes, and how much there was of each type. */
export interface TextDiff {
  readonly changes: readonly Change[];
  /** Records of a layer by type, in the first and in the second. */
  readonly sizes: readonly { readonly layer: DiffLayer; readonly type: string; readonly side: 'before' | 'after' }[];
}

const shown = (value: unknown): string =>
  value === undefined ? 'none' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** The fields whose values differ, as JSON has them: lists and records by what they hold. */
export const fieldChanges = (before: object, after: object, fields: readonly string[]): FieldChange[] =>
  fields.flatMap((field) => {
    const [a, b] = [before, after].map((record) => shown((record as Record<string, unknown>)[field]));
    return a === b ? [] : [{ field, before: a, after: b }];
  });
