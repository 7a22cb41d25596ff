/** The options of a batch: one table, from which the command's arguments, its help and the checks of the functions are made. */
import { availableParallelism } from 'node:os';
import { record } from '../document/check.ts';
import { createExtractor, type ExtractorOptions } from '../index.ts';
import { choice, type FieldNames, fields, type Kind, number, type Shard, shard, string } from './kind.ts';

interface Option {
  readonly kind: Kind<unknown>;
  readonly help: string;
}
const encoding: Kind<string> = {
  ...string('LABEL'),
  check(value, where) {
    try {
      return new TextDecoder(string('').check(value, where)).encoding;
    } catch {
      throw new TypeError(`${where}: expected an encoding such as 'windows-1252', got '${value}'`);
    }
  },
};

/** How documents are read from files. */
export const READ_OPTIONS = {
  from: {
    kind: choice('text', 'jsonl', 'csv', 'html'),
    help: 'format of the input (default: by file name; standard input: jsonl)',
  },
  fields: { kind: fields, help: 'fields of JSON Lines and CSV, as id=guid,text=body,date=published,source=outlet' },
  encoding: { kind: encoding, help: 'of the bytes (default utf-8; a page of HTML may name its own)' },
  shard: { kind: shard, help: 'read only this part of the documents, as 2/16, by a hash of their ids' },
  maxLength: {
    kind: number(1, 100_000_000),
    help: 'characters of the longest document that is read (default 2000000)',
  },
} as const satisfies Record<string, Option>;

/** How they are worked on. */
export const WORK_OPTIONS = {
  workers: { kind: number(0, 1024), help: 'worker threads (default: one a core; 0: none, and no timeout)' },
  timeout: { kind: number(0.05, 86_400, false), help: 'seconds after which a document is given up (default 60)' },
  date: { kind: string('DATE'), help: 'date of documents that have none, as 2024-04-24' },
  source: { kind: string('SOURCE'), help: 'source of documents that have none, as "Reuters, London"' },
  gazetteer: { kind: choice('full', 'small'), help: 'edition of the gazetteer (default full)' },
  dateOrder: { kind: choice('mdy', 'dmy'), help: 'how 04/05/2024 is read (default mdy)' },
  config: { kind: string('FILE'), help: 'a module whose default export are the options of createExtractor' },
} as const satisfies Record<string, Option>;

export interface ReadOptions {
  readonly from?: 'text' | 'jsonl' | 'csv' | 'html' | undefined;
  /** Names of the fields that hold id, text, date and source, where they are others. */
  readonly fields?: Partial<FieldNames> | undefined;
  readonly encoding?: string | undefined;
  readonly shard?: Shard | undefined;
  /** Characters of the longest document that is read; a longer one is an error record. 2,000,000. */
  readonly maxLength?: number | undefined;
}
export interface WorkOptions {
  /** Worker threads: as many as there are cores. With 0 this thread does the work, and no timeout can stop it. */
  readonly workers?: number | undefined;
  /** Seconds that one document may take; then its thread is stopped. 60. */
  readonly timeout?: number | undefined;
  /** For documents that have no date. */
  readonly date?: string | undefined;
  /** For documents that have no source. */
  readonly source?: string | undefined;
  readonly gazetteer?: 'full' | 'small' | undefined;
  readonly dateOrder?: 'mdy' | 'dmy' | undefined;
  /** Options of `createExtractor` that are plain data: own lexicon, types, places. */
  readonly extractor?: ExtractorOptions | undefined;
  /** Path or URL of a module whose default export are such options; it may hold functions (own stages), and each thread imports it. */
  readonly config?: string | undefined;
}

type Table = Readonly<Record<string, Option>>;
export const flagOf = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/** Checks options against tables. @throws TypeError */
export function checked(table: Table, options: unknown, where: string, others: readonly string[] = []) {
  const given = record(options ?? {}, where, [...Object.keys(table), ...others]);
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given))
    if (value !== undefined) result[name] = table[name] ? table[name].kind.check(value, `${where}.${name}`) : value;
  return result;
}

/** A command's arguments (flag → text) as options. @throws TypeError "--workers: expected …" */
export function parsed(table: Table, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(table)) {
    const argument = values[flagOf(name)];
    if (typeof argument === 'string') options[name] = kind.check(kind.parse(argument), `--${flagOf(name)}`);
  }
  return options;
}

/** The lines of `--help`. */
export const helpOf = (table: Table): string =>
  Object.entries(table)
    .map(([name, { kind, help }]) => `  ${`--${flagOf(name)} ${kind.placeholder}`.padEnd(28)} ${help}`)
    .join('\n');

export const DEFAULT_LENGTH = 2_000_000;

/** What a thread needs to know; plain data. */
export interface WorkSettings {
  readonly workers: number;
  readonly timeout: number;
  readonly maxLength: number;
  readonly date: string | null;
  readonly source: string | null;
  readonly extractor: ExtractorOptions;
  readonly config: string | null;
}

/** @throws TypeError */
export function workSettings(options: unknown, where: string, others: readonly string[] = []): WorkSettings {
  const table = { ...WORK_OPTIONS, maxLength: READ_OPTIONS.maxLength };
  const given = checked(table, options, where, ['extractor', ...others]) as WorkOptions & ReadOptions;
  const { gazetteer, dateOrder } = given;
  const extractor = { ...given.extractor, ...(gazetteer && { gazetteer }), ...(dateOrder && { dateOrder }) };
  createExtractor(extractor);
  try {
    structuredClone(extractor);
  } catch {
    throw new TypeError(
      `${where}.extractor: functions can't be sent to worker threads; put the options into a module, and name it with config`,
    );
  }
  return {
    workers: given.workers ?? availableParallelism(),
    timeout: given.timeout ?? 60,
    maxLength: given.maxLength ?? DEFAULT_LENGTH,
    date: given.date ?? null,
    source: given.source ?? null,
    extractor,
    config: given.config ?? null,
  };
}
