/** Looks for a record that fits a pattern, and says how the closest one differs where there is none. */
import { indented, type MatcherResult } from './matcher.ts';
import type { Mismatch } from './mismatch.ts';

interface Search<T> {
  /** "an event" */
  readonly what: string;
  /** The pattern in words. */
  readonly wanted: string;
  readonly records: readonly T[];
  tell(record: T): string;
  mismatches(record: T): readonly Mismatch[];
}

const SHOWN = 12;
const lineOf = ({ field, expected, got }: Mismatch): string => `${field}: expected ${expected}, got ${got}`;

function listOf(lines: readonly string[]): string {
  const more = lines.length - SHOWN;
  return indented([...lines.slice(0, SHOWN), ...(more > 0 ? [`… and ${more} more`] : [])]);
}

/** The message of a failure: the closest record with what is wrong about it, then all there are. */
function failure<T>({ what, wanted, records, tell }: Search<T>, misses: readonly (readonly Mismatch[])[]): string {
  const head = `expected the document to have ${what}\n  ${wanted}\n\n`;
  if (!records.length) return `${head}but it has none`;
  const best = misses.reduce((least, list, i) => (list.length < misses[least].length ? i : least), 0);
  const closest = `closest:\n  ${tell(records[best])}\n${indented(misses[best].map(lineOf), 4)}`;
  const others = records.filter((_, i) => i !== best).map(tell);
  return head + closest + (others.length ? `\nthe others:\n${listOf(others)}` : '');
}

export function search<T>(options: Search<T>): MatcherResult {
  const { what, wanted, records, tell } = options;
  const misses = records.map((record) => options.mismatches(record));
  const found = misses.findIndex((list) => list.length === 0);
  if (found < 0) return { pass: false, message: () => failure(options, misses) };
  return {
    pass: true,
    message: () => `expected the document not to have ${what}\n  ${wanted}\n\nbut it has\n  ${tell(records[found])}`,
  };
}
