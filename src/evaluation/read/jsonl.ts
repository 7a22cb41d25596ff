/** JSON Lines in the schema's form, a document a line: gold, or what `sitrep extract --jsonl` and `sitrep batch` write. */
import type { AnnotatedDocument } from '../annotation.ts';
import { documentOf } from './document.ts';
import { expected } from './formatError.ts';
import { linesOf } from './lines.ts';

/** @throws FormatError that names file and line */
export async function* readJsonl(file: string): AsyncGenerator<AnnotatedDocument> {
  for await (const { text, ...place } of linesOf(file)) {
    if (!text.trim()) continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      expected(place, 'JSON', (error as Error).message);
    }
    const record = value as { document?: object; error?: unknown; id?: unknown; text?: unknown } | null;
    // `sitrep batch` wraps a document; a record of a failure holds none.
    if (record?.error !== undefined && record.text === undefined && record.document === undefined) continue;
    yield documentOf(
      record?.document && record.text === undefined ? { ...record.document, id: record.id } : value,
      place,
    );
  }
}
