/** Tables of data: tab-separated, a header row, `#` comments (source and licence), empty cells allowed. */

export type Row<C extends string> = Readonly<Record<C, string>> & { readonly line: number };

/**
 * Reads a table. @param name for messages ("weapon.tsv"). @param columns what the header must be.
 * @throws SyntaxError that says file, line, what was expected and what came.
 */
export function parseTable<const C extends string>(source: string, name: string, columns: readonly C[]): Row<C>[] {
  const rows: Row<C>[] = [];
  let header = false;
  let number = 0;
  for (let start = 0; start < source.length; ) {
    let end = source.indexOf('\n', start);
    if (end < 0) end = source.length;
    const line = source.slice(start, source.charCodeAt(end - 1) === RETURN ? end - 1 : end);
    start = end + 1;
    number++;
    if (line.charCodeAt(0) === HASH || !line.trim()) continue;
    const cells = line.split('\t');
    if (!header) {
      if (cells.join('\t') !== columns.join('\t'))
        throw new SyntaxError(
          `${name}:${number}: expected the header "${columns.join(' ')}", got "${cells.join(' ')}"`,
        );
      header = true;
      continue;
    }
    if (cells.length > columns.length)
      throw new SyntaxError(`${name}:${number}: expected ${columns.length} columns, got ${cells.length}`);
    const row: Record<string, string | number> = { line: number };
    for (let c = 0; c < columns.length; c++) row[columns[c]] = c < cells.length ? cells[c].trim() : '';
    rows.push(row as Row<C>);
  }
  return rows;
}
const HASH = 35;
const RETURN = 13;

/** For a cell the constant that it names: strings that are one are compared by their addresses, not letter by letter. */
export function constantsOf<T extends string>(names: readonly T[]): (cell: T) => T {
  const constants = new Map(names.map((name) => [name, name]));
  return (cell) => constants.get(cell) ?? cell;
}
