/** Rows of the library's tables, as they stand in the file. */
import { type Assets, decode } from '../document/assets.ts';

export interface TableRow {
  /** `lexicon/event.tsv:120` */
  readonly where: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows of a table for which a condition holds; none where the file isn't at hand. */
export function rowsOf(
  assets: Assets | undefined,
  name: string,
  holds: (cells: TableRow['cells']) => boolean = () => true,
): TableRow[] {
  if (!assets) return [];
  const lines = decode(assets(name)).split(/\r?\n/);
  let header: string[] | undefined;
  const rows: TableRow[] = [];
  for (const [i, line] of lines.entries()) {
    if (!line.trim() || line.startsWith('#')) continue;
    const values = line.split('\t');
    if (!header) header = values;
    else {
      const cells = Object.fromEntries(header.map((column, c) => [column, values[c]?.trim() ?? '']));
      if (holds(cells)) rows.push({ where: `${name}:${i + 1}`, cells });
    }
  }
  return rows;
}

/** `slots @act to=patient, needs actor`: the cells that aren't empty. */
export const shownCells = (cells: TableRow['cells']): string =>
  Object.entries(cells)
    .filter(([, value]) => value)
    .map(([column, value]) => `${column} ${value}`)
    .join(', ');
