/** `sitrep diff`: what two runs over the same texts differ in, and whether that is within limits. */
import { DIFF_LAYERS, type DiffLayer } from '../evaluation/diff/change.ts';
import {
  type AnnotatedDocument,
  Diff,
  DuplicateError,
  diffPage,
  FormatError,
  forEachLayer,
  gate,
  joinBy,
  type LayerLimits,
  type Limit,
  type Limits,
  readAnnotations,
} from '../evaluation/index.ts';
import { type Arguments, defineCommand, Usage } from './command.ts';
import { wholeNumber } from './evaluateRequest.ts';
import { writePage } from './page.ts';
import { breachLines, changeLines, diffTable, heading, type Printer, summary } from './scores.ts';
import { coloured, type Host, oneLine, plain } from './terminal.ts';

const HELP = `Compares two runs over the same texts: what was lost, gained and changed. A gate for CI.

Usage: sitrep diff [options] OLD NEW

OLD and NEW are JSON Lines as "sitrep extract --jsonl" and "sitrep batch" write them (.jsonl, .jsonl.gz), or any format that
"sitrep evaluate" reads. Large files are streamed; fastest where both are in the same order.

Options:
  --max-lost LIMIT     how much may be lost (default 0): --max-lost 5 for each layer, --max-lost events=2 for one,
                       --max-lost 1% of what there was; several times. Layers: ${DIFF_LAYERS.join(', ')}
  --max-changed LIMIT  how much may change (default: any number)
  --max-gained LIMIT   how much may be gained (default: any number)
  --list N             list the first N changes (default 40)
  --json               print JSON
  --html FILE          write a page
  -h, --help           print this

Ends with 1 where a limit is broken, a document is lost or its text is another, and with 2 where a file can't be read.

Examples:
  sitrep diff old.jsonl new.jsonl
  sitrep diff old.jsonl new.jsonl --max-lost 1% --max-lost events=0 --max-changed entities=20 --html diff.html
`;

const OPTIONS = {
  'max-lost': { type: 'string', multiple: true },
  'max-changed': { type: 'string', multiple: true },
  'max-gained': { type: 'string', multiple: true },
  list: { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
} as const;

const LIMIT = /^(?:([a-z]+)=)?(\d{1,9}(?:\.\d{1,6})?)(%?)$/;

/** "5", "1%", "events=2": a limit without a layer holds for those that have none of their own. */
function limitsOf(option: string, given: readonly string[], fallback: LayerLimits): LayerLimits {
  let each = fallback;
  const own: Partial<Record<DiffLayer, Limit>> = {};
  for (const text of given) {
    const [, layer, number, percent] = LIMIT.exec(text) ?? [];
    if (number === undefined || (!percent && number.includes('.')))
      throw new Usage(`--${option}: expected a limit such as 5, 1% or events=2, got '${text}'`);
    if (layer !== undefined && !DIFF_LAYERS.includes(layer as DiffLayer))
      throw new Usage(`--${option}: expected one of ${DIFF_LAYERS.join(', ')}, got '${layer}'`);
    const limit: Limit = percent ? { percent: Number(number) } : { most: Number(number) };
    if (layer === undefined) each = forEachLayer(limit);
    else own[layer as DiffLayer] = limit;
  }
  return { ...each, ...own };
}

/** @throws Usage */
function requestOf(values: Arguments<typeof OPTIONS>['values'], positionals: readonly string[]) {
  if (positionals.length !== 2) throw new Usage(`expected OLD and NEW, got '${positionals.join(' ')}'`);
  const [before, after] = positionals;
  const limits: Limits = {
    lost: limitsOf('max-lost', values['max-lost'] ?? [], forEachLayer({ most: 0 })),
    changed: limitsOf('max-changed', values['max-changed'] ?? [], {}),
    gained: limitsOf('max-gained', values['max-gained'] ?? [], {}),
  };
  return { before, after, limits, list: wholeNumber('list', values.list) ?? (values.html ? 1000 : 40), print: values };
}
type Request = ReturnType<typeof requestOf>;

async function compare({ before, after, limits, list, print }: Request, host: Host): Promise<number> {
  const diff = new Diff({ limit: list });
  const keyOf = ({ id }: AnnotatedDocument): string => id;
  for await (const [old, now] of joinBy(keyOf, [readAnnotations(before), readAnnotations(after)])) diff.add(old, now);
  const report = diff.report();
  const breaches = gate(report, limits);
  if (print.html !== undefined) await writePage(print.html, diffPage(report, `${before} → ${after}`, breaches));
  if (print.json) host.write(`${JSON.stringify({ passed: !breaches.length, breaches, ...report }, null, 2)}\n`);
  else {
    const printer: Printer = { columns: host.columns, paint: host.colours ? coloured : plain };
    host.write(printer.paint('dim', `${oneLine(before)} → ${oneLine(after)} · ${report.documents} documents\n`));
    host.write(`${heading(summary(report), printer)}${diffTable(report, printer)}${changeLines(report, printer)}`);
    host.complain(breachLines(breaches));
  }
  return breaches.length ? 1 : 0;
}

async function run(request: Request, host: Host): Promise<number> {
  try {
    return await compare(request, host);
  } catch (error) {
    if (!(error instanceof FormatError || error instanceof DuplicateError)) throw error;
    host.complain(`sitrep: ${oneLine(error.message)}\n`);
    return 2;
  }
}

export const diffCommand = defineCommand({
  name: 'diff',
  summary: 'what two runs differ in: a gate for CI',
  help: HELP,
  options: OPTIONS,
  run: (values, positionals, host) => run(requestOf(values, positionals), host),
});
