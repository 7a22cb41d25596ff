/** CSV with a row of column names (RFC 4180, TSV too): a document a row. A row that is broken is one error; reading goes on behind it. */
import type { FieldNames } from '../kind.ts';
import type { BatchInput } from '../record.ts';
import type { Bytes } from './bytes.ts';
import { documentOf } from './fields.ts';
import { bytesFor, decoder, unreadable } from './text.ts';

interface Settings {
  readonly name: string;
  readonly fields: FieldNames;
  readonly encoding?: string | undefined;
  readonly maxLength: number;
  readonly delimiter: string;
}

export async function* readCsv(bytes: Bytes, settings: Settings): AsyncGenerator<BatchInput, void, undefined> {
  const { Parser } = await import('csv-parse');
  const decode = decoder(settings.encoding);
  const found: BatchInput[] = [];
  let columns: string[] | undefined;
  let number = 0;
  const idOf = (): string => `${settings.name}:${number}`;

  /** The first row names the columns; every other is a document. */
  const take = (row: readonly Uint8Array[]): void => {
    const cells = row.map(decode);
    if (!columns) {
      columns = cells.map((cell) => cell?.trim() ?? '');
      return;
    }
    number++;
    if (cells.includes(undefined))
      found.push({ id: idOf(), error: unreadable(`is not ${settings.encoding ?? 'utf-8'} text`) });
    else
      found.push(
        documentOf(Object.fromEntries(columns.map((column, i) => [column, cells[i]])), settings.fields, idOf()),
      );
  };
  const failed = ({ message }: Error): void => {
    number++;
    found.push({ id: idOf(), error: unreadable(message) });
  };
  const parser = new Parser({
    delimiter: settings.delimiter,
    encoding: null,
    max_record_size: 2 * bytesFor(settings.maxLength),
    // without an encoding the cells are bytes, whatever the types say
    on_record: (row) => void take(row as unknown as Uint8Array[]),
    on_skip: (error) => void (error && failed(error)),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on('error', failed).resume();
  let first = true;
  for await (const chunk of bytes) {
    // the parser's own way with a byte order mark makes text of bytes
    const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    first = false;
    await new Promise((resolve) => parser.write(marked ? chunk.subarray(3) : chunk, resolve));
    yield* found.splice(0);
  }
  if (!parser.destroyed) await new Promise<void>((resolve) => parser.on('close', resolve).end());
  yield* found.splice(0);
}
