/** What comes in, as a task for a thread; what can't be one has its answer at once. */
import { failure, type Line, type Task } from './answer.ts';
import type { BatchDocument, BatchError, BatchInput } from './record.ts';

export type Step = { readonly hash: string; readonly line: Line } | { readonly hash: string; readonly task: Task };

/** Why an input, whatever it is, can't be worked on. */
function flawOf(
  input: Partial<Record<keyof BatchDocument | 'error', unknown>>,
  maxLength: number,
): BatchError | undefined {
  const { text, date, source, error } = input;
  if (typeof error === 'object' && error !== null) return error as BatchError;
  const wrong = (name: string, value: unknown): BatchError => ({
    reason: 'unreadable',
    message: `${name}: expected a string, got ${value === null ? 'null' : typeof value}`,
  });
  if (typeof text !== 'string') return wrong('text', text);
  if (typeof (date ?? '') !== 'string') return wrong('date', date);
  if (typeof (source ?? '') !== 'string') return wrong('source', source);
  if (text.length <= maxLength) return undefined;
  return { reason: 'length', message: `longer than ${maxLength} characters: ${text.length}` };
}

/** @param position names a document that has no id */
export function stepOf(
  input: BatchInput,
  position: number,
  maxLength: number,
  hashOf: (document: BatchDocument) => string,
): Step {
  const fields: Partial<BatchDocument> = Object(input);
  const { text = '', date, source, format } = fields;
  const id = String(fields.id ?? position);
  const flaw = flawOf(fields, maxLength);
  if (flaw) {
    const hash = hashOf({ id, text: JSON.stringify(flaw) });
    return { hash, line: failure(id, hash, flaw) };
  }
  const document: BatchDocument = { id, text, date, source, format: format === 'html' ? 'html' : 'text' };
  const hash = hashOf(document);
  return { hash, task: { ...document, hash } };
}
