/** From the lines of records to tables: made beside, and put in place when they are whole. */
import { createReadStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { linesOf } from '../read/bytes.ts';
import type { BatchRecord } from '../record.ts';
import { type Cell, TABLES, type Table } from './tables.ts';

export interface TableWriter {
  write(rows: Cell[][]): Promise<void>;
  close(): Promise<void>;
}
export type TableFormat = 'csv' | 'parquet';

const open = async (format: TableFormat, path: string, table: Table): Promise<TableWriter> =>
  format === 'csv'
    ? (await import('./csv.ts')).CsvWriter.open(path, table)
    : new (await import('./parquet.ts')).ParquetTable(path, table);

/** Writes `documents`, `mentions`, `entities`, `relations`, `events` and `arguments` into a folder. @param records a file of records */
export async function writeTables(records: string, folder: string, format: TableFormat): Promise<void> {
  const path = ({ name }: Table): string => join(folder, `${name}.${format}`);
  const writers = await Promise.all(TABLES.map((table) => open(format, `${path(table)}.part`, table)));
  for await (const { bytes } of linesOf(createReadStream(records), Number.POSITIVE_INFINITY)) {
    const record = JSON.parse(bytes!.toString()) as BatchRecord;
    for (const [i, table] of TABLES.entries()) await writers[i].write(table.rows(record));
  }
  for (const writer of writers) await writer.close();
  for (const table of TABLES) await rename(`${path(table)}.part`, path(table));
}
