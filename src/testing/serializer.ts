import type { Document } from '../document/schema.ts';
import { meaningOf } from '../evaluation/meaning.ts';
import { isDocument } from './matcher.ts';

/**
 * Prints a document in snapshots by its meaning (see `meaningOf`), so that a snapshot changes when what was understood
 * changes, and not with ids, offsets, rules or confidence.
 * @example expect.addSnapshotSerializer(meaningSerializer); expect(extract(text)).toMatchSnapshot()
 */
export const meaningSerializer = {
  test: (value: unknown): boolean => isDocument(value),
  serialize: (value: unknown): string => meaningOf(value as Document),
};
