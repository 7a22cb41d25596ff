/** `sitrep evaluate`: predictions against gold, by layer, type and rule; two runs against each other. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import {
  type AnnotatedDocument,
  type AnnotationFormat,
  Comparison,
  comparisonPage,
  DuplicateError,
  Evaluation,
  evaluationPage,
  FORMATS,
  FormatError,
  joinBy,
  type Labels,
  readAnnotations,
  type Scope,
} from '../evaluation/index.ts';
import { type Document, extract } from '../index.ts';
import { type Command, Usage } from './command.ts';
import { writePage } from './page.ts';
import {
  changeLines,
  comparisonTable,
  diffTable,
  errorLines,
  figuresTable,
  heading,
  type Printer,
  rulesTable,
  summary,
  typesTable,
} from './scores.ts';
import { coloured, type Host, oneLine, plain } from './terminal.ts';

const HELP = `Scores predictions against annotated texts: mentions, coreference, relations, events, arguments.

Usage: sitrep evaluate [options] GOLD [PREDICTED]

GOLD and PREDICTED are files or folders: JSON Lines in the schema's form (.jsonl, .jsonl.gz; what "sitrep extract --jsonl" and
"sitrep batch" write), corpus files (.json), brat standoff (.ann beside .txt), CoNLL-U and columns with BIO tags (.conllu,
.conll, .bio, .iob2), TimeML (.tml). What GOLD doesn't annotate is not scored.

Options:
  --run              predict with this version: extract each text of GOLD
  --baseline FILE    an earlier run: prints the differences, and what was gained and lost
  --errors N         list the first N errors (or changes) of each layer, with their context
  --types            print the figures of each type and role
  --rules            print how often each rule was right
  --only LIST        score only these, of layers (mentions, entities, relations, events), levels (name, nominal, pronoun) and
                     types (person, place, …): --only mentions,place,name
  --format FORMAT    GOLD's format, where its name doesn't tell: ${FORMATS.join(', ')}
  --texts FOLDER     where the texts are that corpus files and brat name
  --map LABEL=TYPE   what a corpus calls a type: --map PER=person; --map MISC= leaves it out (several times)
  --match id|text    what brings GOLD and PREDICTED together (default id)
  --draws N          draws of the bootstrap for the 95 % intervals (default 1000; 0 for none)
  --seed N           its seed (default 1)
  --json             print JSON
  --html FILE        write a page
  -h, --help         print this

Examples:
  sitrep evaluate gold.jsonl --run --rules
  sitrep evaluate gold.jsonl run.jsonl --errors 20 --html report.html
  sitrep evaluate gold.jsonl new.jsonl --baseline old.jsonl
  sitrep evaluate corpus/dispatch --run --only events
`;

const OPTIONS = {
  run: { type: 'boolean' },
  baseline: { type: 'string' },
  errors: { type: 'string' },
  types: { type: 'boolean' },
  rules: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  format: { type: 'string' },
  texts: { type: 'string' },
  map: { type: 'string', multiple: true },
  match: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

const LAYERS = ['mentions', 'entities', 'relations', 'events'] as const;
const LEVELS = ['name', 'nominal', 'pronoun'] as const;

/** @throws Usage for what is no whole number from nought */
export function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new Usage(`--${option}: expected a whole number, got '${value}'`);
  return Number(value);
}

function scopeOf(lists: readonly string[]): Scope {
  const words = lists.flatMap((list) => list.split(',')).map((word) => word.trim());
  if (words.includes('')) throw new Usage(`--only: expected names with commas between, got '${lists.join(' ')}'`);
  const layers = LAYERS.filter((layer) => words.includes(layer));
  const levels = LEVELS.filter((level) => words.includes(level));
  const types = words.filter(
    (word) => !(LAYERS as readonly string[]).includes(word) && !(LEVELS as readonly string[]).includes(word),
  );
  return {
    ...(layers.length ? { layers } : {}),
    ...(levels.length ? { levels } : {}),
    ...(types.length ? { types } : {}),
  };
}

/** @throws Usage for what is not LABEL=TYPE */
export function labelsOf(pairs: readonly string[]): Labels {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at <= 0) throw new Usage(`--map: expected LABEL=TYPE, got '${pair}'`);
      return [pair.slice(0, at), pair.slice(at + 1) || null];
    }),
  ) as Labels;
}

function oneOf<T extends string>(option: string, value: string | undefined, names: readonly T[]): T | undefined {
  if (value !== undefined && !names.includes(value as T))
    throw new Usage(`--${option}: expected one of ${names.join(', ')}, got '${value}'`);
  return value as T | undefined;
}

function requestOf(args: readonly string[]) {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Usage((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const [gold, predicted, ...more] = positionals;
  if (gold === undefined) throw new Usage('no gold was named');
  if (more.length) throw new Usage(`expected GOLD and PREDICTED, got '${positionals.join(' ')}'`);
  if (!values.run === (predicted === undefined)) throw new Usage('expected either PREDICTED or --run');
  const draws = wholeNumber('draws', values.draws);
  const format = oneOf<AnnotationFormat>('format', values.format, FORMATS);
  const match = oneOf('match', values.match, ['id', 'text'] as const) ?? 'id';
  const texts = values.texts === undefined ? {} : { texts: values.texts };
  const labels = labelsOf(values.map ?? []);
  return {
    gold,
    predicted,
    baseline: values.baseline,
    keyOf: (document: AnnotatedDocument): string => document[match],
    match,
    reading: { labels, ...texts, ...(format ? { format } : {}) },
    readingPredicted: { labels, ...texts },
    evaluation: {
      scope: scopeOf(values.only ?? []),
      errors: wholeNumber('errors', values.errors) ?? (values.html === undefined ? 0 : 100),
      bootstrap: draws === 0 ? (false as const) : { draws: draws ?? 1000, seed: wholeNumber('seed', values.seed) ?? 1 },
    },
    errors: wholeNumber('errors', values.errors) ?? 0,
    print: values,
  };
}
type Request = Exclude<ReturnType<typeof requestOf>, 'help'>;

/** @throws FormatError for a date that is none */
function extracted({ id, text, date, source }: AnnotatedDocument, file: string): Document {
  try {
    return extract(text, { ...(date ? { date } : {}), ...(source ? { source } : {}) });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FormatError({ file }, `document '${id}': ${error.message.replace('extract: options.', '')}`);
  }
}

/** @throws FormatError where offsets would be into another text */
function sameText(gold: AnnotatedDocument, predicted: AnnotatedDocument | undefined, file: string): void {
  if (!predicted || predicted.text === gold.text) return;
  let at = 0;
  while (gold.text[at] === predicted.text[at]) at++;
  throw new FormatError(
    { file },
    `document '${gold.id}': expected the text of the gold, got one that differs from character ${at} on`,
  );
}

/** Gold with what was predicted for it, and with what the baseline predicted. */
async function* rows(request: Request, host: Host) {
  const { gold, predicted, baseline, keyOf, match, reading, readingPredicted } = request;
  const files = [predicted, baseline].filter((file) => file !== undefined);
  const sources = [readAnnotations(gold, reading), ...files.map((file) => readAnnotations(file, readingPredicted))];
  let extra = 0;
  let met = 0;
  for await (const [document, ...others] of joinBy(keyOf, sources)) {
    if (!document) {
      extra++;
      continue;
    }
    for (const [i, other] of others.entries()) sameText(document, other, files[i]);
    if (others.some((other) => other !== undefined)) met++;
    const answer = predicted === undefined ? extracted(document, gold) : others[0];
    yield { document, answer, before: baseline === undefined ? undefined : others.at(-1) };
  }
  if (files.length && !met && extra)
    throw new FormatError(
      { file: files[0] },
      `expected documents of ${gold} by their ${match}, got none of them; --match ${match === 'id' ? 'text' : 'id'} may help`,
    );
  if (extra) host.complain(`sitrep: ${extra} predicted documents are not in ${oneLine(gold)}, and were left out\n`);
}

function titleOf({ gold, predicted, baseline }: Request): string {
  const run = predicted ?? 'this version';
  return baseline === undefined ? `${run} against ${gold}` : `${baseline} → ${run}, against ${gold}`;
}

async function evaluateRuns(request: Request, host: Host, printer: Printer): Promise<void> {
  const evaluation = new Evaluation(request.evaluation);
  for await (const { document, answer } of rows(request, host)) evaluation.add(document, answer);
  const report = evaluation.report();
  const { json, html, types, rules } = request.print;
  if (html !== undefined) await writePage(html, evaluationPage(report, titleOf(request)));
  if (json) host.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const unanswered = report.unanswered.length ? `, ${report.unanswered.length} without a prediction` : '';
    host.write(printer.paint('dim', `${oneLine(titleOf(request))} · ${report.documents} documents${unanswered}\n\n`));
    host.write(figuresTable(report, printer));
    if (types) host.write(typesTable(report, printer));
    if (rules) host.write(rulesTable(report, printer));
    if (request.errors) host.write(errorLines(report, printer));
  }
}

async function compareRuns(request: Request, host: Host, printer: Printer): Promise<void> {
  const comparison = new Comparison({ ...request.evaluation, limit: 5 * request.evaluation.errors });
  for await (const { document, answer, before } of rows(request, host)) comparison.add(document, before, answer);
  const report = comparison.report();
  const { json, html } = request.print;
  if (html !== undefined) await writePage(html, comparisonPage(report, titleOf(request)));
  if (json) host.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    host.write(printer.paint('dim', `${oneLine(titleOf(request))} · ${report.after.documents} documents\n\n`));
    host.write(comparisonTable(report, printer));
    host.write(heading(summary(report.diff), printer));
    host.write(diffTable(report.diff, printer));
    if (request.errors) host.write(changeLines(report.diff, printer));
  }
}

async function run(args: readonly string[], host: Host): Promise<number> {
  const request = requestOf(args);
  if (request === 'help') {
    host.write(HELP);
    return 0;
  }
  const printer: Printer = { columns: host.columns, paint: host.colours ? coloured : plain };
  try {
    await (request.baseline === undefined ? evaluateRuns : compareRuns)(request, host, printer);
    return 0;
  } catch (error) {
    if (!(error instanceof FormatError || error instanceof DuplicateError)) throw error;
    host.complain(`sitrep: ${oneLine(error.message)}\n`);
    return 1;
  }
}

export const evaluateCommand: Command = { name: 'evaluate', summary: 'how right it is, against annotated texts', run };
