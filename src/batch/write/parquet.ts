/** Tables as Parquet, with a group of rows at a time in memory. */
import { type BasicType, fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Cell, Column, Table } from './tables.ts';
import type { TableWriter } from './writer.ts';

const TYPES: Readonly<Record<Column['type'], BasicType>> = {
  string: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};
const GROUP = 20_000;

/** A cell as its column takes it; a number that no INT32 holds is left out. */
function fitting(cell: Cell, type: Column['type']): Cell {
  if (cell === undefined || cell === null) return null;
  if (type === 'string') return String(cell);
  if (type === 'integer') return cell === Number(cell) >> 0 ? cell : null;
  return type === typeof cell ? cell : null;
}

export class ParquetTable implements TableWriter {
  readonly #columns: readonly Column[];
  readonly #writer: ParquetWriter;
  #rows: Cell[][] = [];

  constructor(path: string, { columns }: Table) {
    this.#columns = columns;
    const columnData = columns.map(({ name, type }) => ({ name, type: TYPES[type], data: [], nullable: true }));
    this.#writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: schemaFromColumnData({ columnData }),
      createdBy: 'sitrep',
    });
  }
  async write(rows: Cell[][]): Promise<void> {
    for (const row of rows) this.#rows.push(row);
    if (this.#rows.length >= GROUP) await this.#flush();
  }
  async #flush(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    const columnData = this.#columns.map(({ name, type }, i) => ({
      name,
      type: TYPES[type],
      data: rows.map((row) => fitting(row[i], type)),
      nullable: true,
    }));
    await this.#writer.write({ columnData, rowGroupSize: GROUP });
  }
  async close(): Promise<void> {
    if (this.#rows.length) await this.#flush();
    await this.#writer.finish();
  }
}
