import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { type BatchRecord, extractAll } from 'sitrep/batch';
import { beforeAll, describe, expect, it } from 'vitest';
import { envelopeOf, json } from '../../src/batch/record.ts';
import { CsvWriter } from '../../src/batch/write/csv.ts';
import { ParquetTable } from '../../src/batch/write/parquet.ts';
import { TABLES } from '../../src/batch/write/tables.ts';
import { writeTables } from '../../src/batch/write/writer.ts';
import { collect, documents, folder } from './documents.ts';

const at = folder();
const NAMES = ['arguments', 'documents', 'entities', 'events', 'mentions', 'relations'];
const text =
  'Two drones struck a base in Jordan on Sunday, killing three US soldiers and wounding about 34 others, the Pentagon said.';
let all: BatchRecord[];

beforeAll(async () => {
  const given = [
    ...documents(3),
    { id: '=1+1', text, date: '2024-01-29' },
    { id: 'bad', text: 'One.', date: 'tomorrow' },
  ];
  all = await collect(extractAll(given, { workers: 0 }));
  await writeFile(at('records.jsonl'), all.map((record) => `${json(record)}\n`).join(''));
  for (const format of ['csv', 'parquet'] as const) {
    await mkdir(at(format));
    await writeTables(at('records.jsonl'), at(format), format);
  }
});

const csv = async (name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(at('csv', `${name}.csv`)), { columns: true });
const parquet = async (name: string): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: await asyncBufferFromFile(at('parquet', `${name}.parquet`)) });

describe('tables', () => {
  it('are whole files, and nothing else', async () => {
    expect((await readdir(at('csv'))).sort()).toEqual(NAMES.map((name) => `${name}.csv`));
    expect((await readdir(at('parquet'))).sort()).toEqual(NAMES.map((name) => `${name}.parquet`));
  });

  it('hold a row a record', async () => {
    const layers = ['mentions', 'entities', 'relations', 'events'] as const;
    for (const layer of layers) {
      const count = all.reduce((sum, { document }) => sum + (document?.[layer].length ?? 0), 0);
      expect(await csv(layer)).toHaveLength(count);
      expect(await parquet(layer)).toHaveLength(count);
    }
    expect((await csv('documents')).map(({ document, error }) => [document, error])).toEqual([
      ...[
        ['d0', ''],
        ['d1', ''],
        ['d2', ''],
        ["'=1+1", ''],
        ['bad', 'rejected'],
      ],
    ]);
  });

  it('say who, what, where and how many', async () => {
    const events = (await parquet('events')).filter(({ document }) => document === '=1+1');
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'assault', instrument: 'drones', place: 'Jordan', polarity: 'positive' }),
    );
    expect(events.some(({ killed, killedLow }) => killed === 3 && killedLow === 3)).toBe(true);
    const places = (await parquet('entities')).filter(({ name }) => name === 'Jordan');
    expect(places[0]).toMatchObject({ type: 'place', country: 'JO', latitude: expect.any(Number), date: null });
    const dates = (await csv('entities')).filter(({ document, type }) => document === "'=1+1" && type === 'date');
    expect(dates[0]).toMatchObject({ name: 'Sunday', date: '2024-01-28', start: '2024-01-28', value: '' });
    expect(await csv('arguments')).toContainEqual(expect.objectContaining({ role: 'place', text: 'Jordan' }));
  });

  it('are the same as CSV and as Parquet', async () => {
    for (const { name, columns } of TABLES) {
      const rows = await csv(name);
      for (const [i, row] of (await parquet(name)).entries())
        for (const { name: column } of columns)
          expect(rows[i][column].replace(/^'/, '')).toBe(String(row[column] ?? '').replace(/^'/, ''));
    }
  });
});

describe('cells of Parquet', () => {
  it('are of their type, or none', async () => {
    const columns = (['string', 'integer', 'number', 'boolean'] as const).map((type) => ({ name: type, type }));
    const writer = new ParquetTable(at('x.parquet'), { name: 'x', columns, rows: () => [] });
    await writer.write([
      ['a', 5, 5e9, true],
      [5, 5e9, '5', 'true'],
      ['odd \ud800', -1.5, -1.5, undefined],
    ]);
    await writer.close();
    expect(await parquetReadObjects({ file: await asyncBufferFromFile(at('x.parquet')) })).toEqual([
      { string: 'a', integer: 5, number: 5e9, boolean: true },
      { string: '5', integer: null, number: null, boolean: null },
      { string: 'odd �', integer: null, number: -1.5, boolean: null },
    ]);
  });
});

describe('cells of CSV', () => {
  it('are no formulas', async () => {
    const table = {
      name: 'x',
      columns: [
        { name: 'a', type: 'string' },
        { name: 'b', type: 'number' },
      ],
      rows: () => [],
    } as const;
    const writer = await CsvWriter.open(at('x.csv'), table);
    const evil = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\tx',
      '\rx',
      '＝1',
      '=HYPERLINK("http://x","y")',
      'a=b',
      '',
      'x\n=1',
    ];
    await writer.write(evil.map((cell) => [cell, -3.5]));
    await writer.write([[undefined, null]]);
    await writer.close();
    const rows: string[][] = parse(await readFile(at('x.csv')), { from_line: 2, relax_column_count: true });
    expect(rows.slice(0, evil.length).map(([cell]) => cell)).toEqual(
      evil.map((cell) => (/^[=+\-@\t\r＝]/.test(cell) ? `'${cell}` : cell)),
    );
    expect(rows.every(([, number], i) => i >= evil.length || number === '-3.5')).toBe(true);
  });
});

describe('lines of records', () => {
  it('are single lines whatever the text holds, and give their envelope', () => {
    const evil = '","document":{"x":1}}\u2028\u2029\u0085\n\r\u001b[31m';
    const line = json({ id: evil, version: '1', hash: 'h', document: { text: evil } });
    expect(line).not.toMatch(/[\n\r\u0085\u2028\u2029\u001b]/);
    expect(JSON.parse(line).document.text).toBe(evil);
    expect(envelopeOf(line)).toEqual({ id: evil, version: '1', hash: 'h', failed: false });
  });
});
