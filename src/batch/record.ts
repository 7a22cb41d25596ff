/** What a batch takes in and gives back, and the line of JSON that it is written as. */
import type { Document } from '../index.ts';

/** One text to be read. */
export interface BatchDocument {
  /** A name of one's own: it comes back with the answer, and decides which shard reads the document. */
  readonly id: string;
  /** The text as it is, or a page of HTML. */
  readonly text: string;
  /** The article's date, ISO 8601. */
  readonly date?: string | null | undefined;
  /** Where it comes from ("Reuters, London"). */
  readonly source?: string | null | undefined;
  /** `html`: a page, whose main text is extracted. Its date and site count where the document has none. */
  readonly format?: 'text' | 'html' | undefined;
}

/**
 * Why a document has no answer: it couldn't be read or has another shape (`unreadable`), is too long (`length`), was refused by the
 * library (`rejected`: a date that is none), took too long (`timeout`), filled the memory (`memory`), or met a mistake of the library (`failed`).
 */
export type Reason = 'unreadable' | 'length' | 'rejected' | 'timeout' | 'memory' | 'failed';
export interface BatchError {
  readonly reason: Reason;
  readonly message: string;
}
/** A document that a reader found but couldn't read. */
export interface Unread {
  readonly id: string;
  readonly error: BatchError;
}
export type BatchInput = BatchDocument | Unread;

interface Envelope {
  readonly id: string;
  /** The library's version. */
  readonly version: string;
  /** Of the document, the settings and the version: where it is the same, so is the answer. */
  readonly hash: string;
}
/** The answer to one document: the document as `extract` returns it, or the reason why there is none. */
export type BatchRecord =
  | (Envelope & { readonly document: Document; readonly error?: undefined })
  | (Envelope & { readonly error: BatchError; readonly document?: undefined });

// JSON leaves DEL, C1, marks of direction and Unicode's line ends as they are. Escaped they are the same data, no terminal acts on
// them, and no reader of lines breaks at them.
const UNESCAPED = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON that is safe to print, and a single line where there is no indent. */
export const json = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(UNESCAPED, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The envelope of a line, without a look at the document: inside an id or a hash the quotation marks would be escaped. */
export function envelopeOf(line: string): (Envelope & { readonly failed: boolean }) | undefined {
  const found = /,"(document|error)":\{/.exec(line);
  if (!found || !line.endsWith('}}')) return undefined;
  try {
    const { id, version, hash } = JSON.parse(`${line.slice(0, found.index)}}`);
    if (typeof id !== 'string' || typeof version !== 'string' || typeof hash !== 'string') return undefined;
    return { id, version, hash, failed: found[1] === 'error' };
  } catch {
    return undefined;
  }
}
