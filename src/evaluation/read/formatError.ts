/** An input that can't be read: "FILE:LINE: expected …, got …". A person can mend it, so it is shown without a stack. */
import { show } from '../../document/check.ts';

/** Where in an input something stands; lines are counted from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly file: string;
  readonly line: number | undefined;

  constructor({ file, line }: Place, what: string) {
    super(`${line === undefined ? file : `${file}:${line}`}: ${what}`);
    this.file = file;
    this.line = line;
  }
}

/** @throws FormatError "FILE:LINE: expected …, got …" */
export function expected(place: Place, what: string, got: unknown): never {
  throw new FormatError(place, `expected ${what}, got ${show(got)}`);
}
