/** What a check finds: a record, what was expected of it and what came. */
import type { CorpusFile } from '../corpusFile.ts';

export type Report = (record: string, expected: string, got: unknown) => void;

export interface Context {
  readonly file: CorpusFile;
  /** Undefined when the text isn't at hand; then what needs it is not checked. */
  readonly text: string | undefined;
  readonly report: Report;
}

/** Reports a value that isn't one of a list. */
export function expectOneOf(report: Report, record: string, what: string, list: readonly string[], got: unknown): void {
  if (!list.includes(got as string)) report(record, `${what} to be one of ${list.join(', ') || 'none'}`, got);
}
