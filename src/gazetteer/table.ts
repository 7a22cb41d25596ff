/** Tables of data: tab-separated, a header row, `#` comments (source and licence), empty cells allowed. */
export type Row<C extends string> = Readonly<Record<C, string>> & { readonly line: number };

/**
 * Reads a table. @param name for messages ("weapon.tsv"). @param columns what the header must be.
 * @throws SyntaxError that says file, line, what was expected and what came.
 */
export function parseTable<const C extends string>(source: string, name: string, columns: readonly C[]): Row<C>[] {
  const rows: Row<C>[] = [];
  let header = false;
  const lines = source.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].replace(/\r$/, '');
    if (!line.trim() || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (!header) {
      if (cells.join('\t') !== columns.join('\t'))
        throw new SyntaxError(`${name}:${i + 1}: expected the header "${columns.join(' ')}", got "${cells.join(' ')}"`);
      header = true;
      continue;
    }
    if (cells.length > columns.length)
      throw new SyntaxError(`${name}:${i + 1}: expected ${columns.length} columns, got ${cells.length}`);
    const row: Record<string, string | number> = { line: i + 1 };
    for (let c = 0; c < columns.length; c++) row[columns[c]] = cells[c]?.trim() ?? '';
    rows.push(row as Row<C>);
  }
  return rows;
}
