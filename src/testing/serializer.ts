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
  /** @param indentation what the lines of a nested value are set in by */
  serialize: (value: unknown, _config?: unknown, indentation = ''): string =>
    meaningOf(value as Document).replaceAll('\n', `\n${indentation}`),
};
