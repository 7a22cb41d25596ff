/** JSON Lines: an object a line. Empty lines are none. */
import type { FieldNames } from '../kind.ts';
import type { BatchInput } from '../record.ts';
import { type Bytes, linesOf } from './bytes.ts';
import { documentOf } from './fields.ts';
import { bytesFor, decoder, tooLong, unreadable } from './text.ts';

/** @param maxLength characters of a text; a line may hold as many again in other fields */
export async function* readJsonLines(
  bytes: Bytes,
  {
    name,
    fields,
    encoding,
    maxLength,
  }: { name: string; fields: FieldNames; encoding?: string | undefined; maxLength: number },
): AsyncGenerator<BatchInput, void, undefined> {
  const decode = decoder(encoding);
  let number = 0;
  for await (const line of linesOf(bytes, 2 * bytesFor(maxLength))) {
    const id = `${name}:${++number}`;
    if (!line.bytes) {
      yield { id, error: tooLong(maxLength) };
      continue;
    }
    const text = decode(line.bytes);
    if (text === undefined) yield { id, error: unreadable(`is not ${encoding ?? 'utf-8'} text`) };
    else if (text.trim()) yield documentIn(text, fields, id);
  }
}

function documentIn(line: string, fields: FieldNames, id: string): BatchInput {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id, error: unreadable('is no line of JSON') };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id, error: unreadable('is no JSON object') };
  return documentOf(value, fields, id);
}
