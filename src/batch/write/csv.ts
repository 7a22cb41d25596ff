/** Tables as CSV (RFC 4180). */
import { type FileHandle, open } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from './tables.ts';
import type { TableWriter } from './writer.ts';

// Spreadsheets run a cell that starts so as a formula, =HYPERLINK(…) from a hostile article among them; with a quotation mark before it, it is
// text (OWASP, "CSV Injection"). Numbers are ours: "-3.5" stays one.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const safe = (cell: Cell): Cell => (typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell);

const lines = (rows: Cell[][]): string => stringify(rows, { cast: { boolean: String } });

export class CsvWriter implements TableWriter {
  readonly #file: FileHandle;
  private constructor(file: FileHandle) {
    this.#file = file;
  }
  static async open(path: string, { columns }: Table): Promise<CsvWriter> {
    const file = await open(path, 'w');
    await file.appendFile(lines([columns.map(({ name }) => name)]));
    return new CsvWriter(file);
  }
  async write(rows: Cell[][]): Promise<void> {
    if (rows.length) await this.#file.appendFile(lines(rows.map((row) => row.map(safe))));
  }
  async close(): Promise<void> {
    await this.#file.sync();
    await this.#file.close();
  }
}
