/** A record of JSON Lines or CSV as a document. */
import type { FieldNames } from '../kind.ts';
import type { BatchDocument, BatchInput } from '../record.ts';
import { unreadable } from './text.ts';

const shown = (value: unknown): string => (value === undefined ? 'nothing' : value === null ? 'null' : typeof value);

/** @param fallback the id of a record that has none, its place in the file */
export function documentOf(record: object, names: FieldNames, fallback: string): BatchInput {
  const value = (name: string): unknown =>
    Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined;
  const given = value(names.id);
  const id = typeof given === 'number' || (typeof given === 'string' && given) ? String(given) : fallback;
  const fields: { text?: string; date?: string | null; source?: string | null } = {};
  for (const [key, required] of [
    ['text', true],
    ['date', false],
    ['source', false],
  ] as const) {
    const field = value(names[key]);
    if (typeof field === 'string') fields[key] = field;
    else if (required || (field !== undefined && field !== null))
      return { id, error: unreadable(`field '${names[key]}': expected a string, got ${shown(field)}`) };
  }
  return { id, ...fields } as BatchDocument;
}
