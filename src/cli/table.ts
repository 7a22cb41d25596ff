/** Rows of cells, aligned. */
import { cut, type Format, type Paint, widthOf } from './terminal.ts';

const INDENT = 2;
const GAP = 3;

/** Widths of columns that fit into a line: the widest column gives way first. */
function columnWidths(rows: readonly (readonly string[])[], line: number): number[] {
  const widths: number[] = [];
  for (const row of rows) for (const [c, cell] of row.entries()) widths[c] = Math.max(widths[c] ?? 0, widthOf(cell));
  const used = widths.filter((width) => width > 0).length;
  let excess = widths.reduce((sum, width) => sum + width, INDENT + GAP * (used - 1)) - line;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest] <= 8) break;
    widths[widest]--;
    excess--;
  }
  return widths;
}

/** @param formats how each column is painted (none: as it is). @param line characters in a line. */
export function table(
  rows: readonly (readonly string[])[],
  formats: readonly (Format | undefined)[],
  line: number,
  paint: Paint,
): string {
  const widths = columnWidths(rows, line);
  const lines = rows.map((row) => {
    let shown = '';
    let at = 0;
    let column = INDENT;
    for (const [c, cell] of row.entries()) {
      const words = cut(cell, widths[c]);
      if (words) {
        shown += ' '.repeat(column - at) + (formats[c] ? paint(formats[c], words) : words);
        at = column + widthOf(words);
      }
      if (widths[c]) column += widths[c] + GAP;
    }
    return shown;
  });
  return `${lines.join('\n')}\n`;
}
