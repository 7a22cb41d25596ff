/** `sitrep evaluate`: predictions against gold, by layer, type and rule; two runs against each other. */
import {
  type AnnotatedDocument,
  Comparison,
  comparisonPage,
  DuplicateError,
  Evaluation,
  evaluationPage,
  FormatError,
  joinBy,
  readAnnotations,
} from '../evaluation/index.ts';
import { type Document, extract } from '../index.ts';
import { defineCommand } from './command.ts';
import { HELP, OPTIONS, type Request, requestOf } from './evaluateRequest.ts';
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

async function run(request: Request, host: Host): Promise<number> {
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

export const evaluateCommand = defineCommand({
  name: 'evaluate',
  summary: 'how right it is, against annotated texts',
  help: HELP,
  options: OPTIONS,
  run: (values, positionals, host) => run(requestOf(values, positionals), host),
});
