/**
 * The corpus's file format: standoff JSON, one record a line, beside a text that stands in a file of its own. The text
 * is named with its SHA-256, so that offsets can never be read against another text.
 */
import { createHash } from 'node:crypto';
import type { Annotation } from './annotation.ts';

/** How a corpus file names its text. */
export interface TextReference {
  /** The file's name, without a folder. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

export interface CorpusFile extends Annotation {
  readonly id: string;
  readonly text: TextReference;
  /** The article's date, `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  /** Where the article comes from, a hint for places. */
  readonly source?: string;
}

/** SHA-256 of a text's UTF-8 bytes, hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const LAYERS = ['mentions', 'entities', 'relations', 'events'] as const;

const rows = (records: readonly object[]): string =>
  records.length ? `[\n${records.map((record) => `    ${JSON.stringify(record)}`).join(',\n')}\n  ]` : '[]';

/** The file's JSON: a line for each record, so that a changed annotation is a changed line. */
export function formatCorpusFile({ id, text, date, source, ...annotation }: CorpusFile): string {
  const head = { id, text, date, ...(source === undefined ? {} : { source }) };
  const fields = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  const layers = LAYERS.map((layer) => `  "${layer}": ${rows(annotation[layer])}`);
  return `{\n${[...fields, ...layers].join(',\n')}\n}\n`;
}
