/** `sitrep batch`: an archive in; records as JSON Lines, or tables, out. */
import { flagOf, helpOf, parsed, READ_OPTIONS, WORK_OPTIONS } from '../batch/options.ts';
import type { RunOptions } from '../batch/run.ts';
import { type Arguments, defineCommand, Usage } from './command.ts';
import { type ProgressForm, reporter } from './progress.ts';
import { type Host, oneLine } from './terminal.ts';

const HELP = `Reads an archive and writes a record for each document: what was found in it, or why it couldn't be read.

Usage: sitrep batch [options] [FILE | FOLDER | PATTERN | -]…

Reads .txt, .jsonl, .csv, .tsv and .html, packed with gzip or not. Without inputs, or for "-", it is a filter: JSON Lines
from standard input, a line out for each as soon as it is ready.

With --out, a run that was stopped goes on where it was: start it again. Documents that have not changed are not read again.

Options:
  -o, --out FILE               where the records go (default: standard output); for tables, a folder
  --to jsonl|csv|parquet       format of the output (default jsonl); tables of mentions, entities, relations, events …
  --retry                      try documents again that failed in an earlier run
  --strict                     end with 1 where a document failed
  --progress bar|json|none     on standard error (default: a bar on a terminal, nothing elsewhere)
  -h, --help                   print this

Work:
${helpOf(WORK_OPTIONS)}

Reading:
${helpOf(READ_OPTIONS)}

Examples:
  sitrep batch archive --out records.jsonl
  sitrep batch 'news/**/*.jsonl.gz' --fields text=body,date=published --to parquet --out tables
  sitrep batch archive --shard 2/16 --out part-2.jsonl
  zcat news.jsonl.gz | sitrep batch --workers 1 > records.jsonl
`;

const OWN = {
  out: { type: 'string', short: 'o' },
  to: { type: 'string' },
  retry: { type: 'boolean' },
  strict: { type: 'boolean' },
  progress: { type: 'string' },
} as const;
const TABLES = { ...READ_OPTIONS, ...WORK_OPTIONS };
const OPTIONS = {
  ...Object.fromEntries(Object.keys(TABLES).map((name) => [flagOf(name), { type: 'string' }])),
  ...OWN,
} as typeof OWN;

interface Request {
  readonly inputs: readonly string[];
  readonly options: RunOptions;
  readonly form: ProgressForm;
  readonly strict: boolean;
}

function oneOf<T extends string>(flag: string, value: string | undefined, names: readonly T[], otherwise: T): T {
  if (value === undefined) return otherwise;
  if (!names.includes(value as T)) throw new Usage(`--${flag}: expected ${names.join(', ')}, got '${value}'`);
  return value as T;
}

/** @throws Usage */
function optionsOf(values: Arguments<typeof OWN>['values']): RunOptions {
  try {
    return parsed(TABLES, values);
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}

/** @throws Usage */
function requestOf(values: Arguments<typeof OWN>['values'], positionals: readonly string[], host: Host): Request {
  const options = optionsOf(values);
  if (!positionals.length && host.inputIsTerminal) throw new Usage('no file or folder was named');
  const out = values.out === '-' ? undefined : values.out;
  const to = oneOf('to', values.to, ['jsonl', 'csv', 'parquet'], 'jsonl');
  if (to !== 'jsonl' && out === undefined) throw new Usage(`--to ${to}: name a folder for the tables with --out`);
  const form = oneOf('progress', values.progress, ['bar', 'json', 'none'], host.errorIsTerminal ? 'bar' : 'none');
  return {
    inputs: positionals.length ? positionals : ['-'],
    options: { ...options, out, to, retry: values.retry },
    form,
    strict: values.strict ?? false,
  };
}

const MENDED = ['NoSource', 'WrongOutput', 'Locked'];

async function run({ inputs, options, form, strict }: Request, host: Host): Promise<number> {
  const { runBatch } = await import('../batch/run.ts');
  const { progress, end } = reporter(form, (text) => host.complain(text));
  try {
    const { done, failed } = await runBatch(inputs, options, {
      input: host.input,
      write: (line) => host.write(line),
      progress,
    });
    end();
    if (failed && form !== 'json')
      host.complain(`sitrep: ${failed} of ${done} documents failed: their records have an "error"\n`);
    return failed && strict ? 1 : 0;
  } catch (error) {
    const { name, message, code } = error as NodeJS.ErrnoException;
    if (error instanceof TypeError) throw new Usage(message.replace(/^runBatch: options\./, '--'));
    if (MENDED.includes(name)) throw new Usage(message);
    // a module of the user's own may throw anything
    if (code === undefined && options.config === undefined) throw error;
    host.complain(`sitrep: ${oneLine(message)}\n`);
    return 1;
  }
}

export const batchCommand = defineCommand({
  name: 'batch',
  summary: 'the same for archives: many files, worker threads, resume',
  help: HELP,
  options: OPTIONS,
  run: (values, positionals, host) => run(requestOf(values, positionals, host), host),
});
