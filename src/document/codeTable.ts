/** The kinds of stretches of UTF-16 code units: kind, first and last unit. */
export type CodeRange = readonly [kind: number, first: number, last: number];

/** A kind for each code unit, told by one look. @param rest the kind of those in no stretch; of several stretches the last counts */
export function codeTable(rest: number, ranges: readonly CodeRange[]): Uint8Array {
  const table = new Uint8Array(0x10000).fill(rest);
  for (const [kind, first, last] of ranges) table.fill(kind, first, last + 1);
  return table;
}
