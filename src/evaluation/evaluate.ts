/** The library's own calls over lists in memory. For files that are larger than memory see `Evaluation`, `Comparison` and `Diff`. */
import { fail } from '../document/check.ts';
import type { AnnotatedDocument, Annotation } from './annotation.ts';
import { Diff, type DiffOptions, type DiffReport } from './diff/diff.ts';
import { Comparison, type ComparisonReport } from './report/compare.ts';
import type { Annotated } from './report/describe.ts';
import { Evaluation, type EvaluationOptions, type EvaluationReport } from './report/evaluate.ts';

/** What was predicted of gold documents: a list in the same order, or one whose items have ids, or what makes it of a document. */
export type Predictions =
  | readonly (Annotation & { readonly id?: string })[]
  | ((document: AnnotatedDocument) => Annotation);

function checkAnnotations(value: unknown, where: string): void {
  if (!Array.isArray(value)) fail(where, 'an array of annotated documents', value);
  for (const [i, item] of value.entries())
    for (const layer of ['mentions', 'entities', 'relations', 'events'])
      if (!Array.isArray((item as Record<string, unknown> | null)?.[layer]))
        fail(`${where}[${i}].${layer}`, 'an array', (item as Record<string, unknown> | null)?.[layer]);
}

function checkDocuments(value: unknown, where: string): void {
  checkAnnotations(value, where);
  for (const [i, item] of (value as AnnotatedDocument[]).entries())
    for (const field of ['id', 'text'] as const)
      if (typeof item[field] !== 'string') fail(`${where}[${i}].${field}`, 'a string', item[field]);
}

/** Finds the prediction of a document: by id where all have one, else by position. */
function finder(gold: readonly AnnotatedDocument[], predicted: Predictions, where: string) {
  if (typeof predicted === 'function') return (document: AnnotatedDocument): Annotation => predicted(document);
  checkAnnotations(predicted, where);
  if (predicted.every(({ id }) => typeof id === 'string')) {
    const byId = new Map(predicted.map((document) => [document.id, document]));
    return ({ id }: AnnotatedDocument): Annotation | undefined => byId.get(id);
  }
  if (predicted.length !== gold.length)
    fail(where, `${gold.length} documents, as many as gold, or an id on each`, `${predicted.length}`);
  return (_: AnnotatedDocument, i: number): Annotation => predicted[i];
}

/**
 * Scores predictions against gold: mentions, coreference, relations, events and arguments, by type and by rule.
 *
 * @param gold annotated documents
 * @param predicted what was predicted for them, or a function that predicts (`({ text, date }) => extract(text, { date })`)
 * @example evaluate(gold, ({ text, date }) => extract(text, { date })).events.overlap.f1 // 65.7
 * @throws TypeError when an argument is not what it should be
 */
export function evaluate(
  gold: readonly AnnotatedDocument[],
  predicted: Predictions,
  options: EvaluationOptions = {},
): EvaluationReport {
  checkDocuments(gold, 'evaluate: gold');
  const find = finder(gold, predicted, 'evaluate: predicted');
  const evaluation = new Evaluation(options);
  for (const [i, document] of gold.entries()) evaluation.add(document, find(document, i));
  return evaluation.report();
}

/**
 * Compares two runs against one gold: both reports, the differences with their intervals, and what was gained and lost.
 *
 * @throws TypeError when an argument is not what it should be
 */
export function compare(
  gold: readonly AnnotatedDocument[],
  before: Predictions,
  after: Predictions,
  options: EvaluationOptions & DiffOptions = {},
): ComparisonReport {
  checkDocuments(gold, 'compare: gold');
  const findBefore = finder(gold, before, 'compare: before');
  const findAfter = finder(gold, after, 'compare: after');
  const comparison = new Comparison(options);
  for (const [i, document] of gold.entries()) comparison.add(document, findBefore(document, i), findAfter(document, i));
  return comparison.report();
}

/**
 * What two runs over the same texts differ in, without gold: "12 events gained, 3 lost".
 *
 * @param before documents with ids, as `sitrep extract --jsonl` writes them
 * @throws TypeError when an argument is not what it should be
 */
export function diff(before: readonly Annotated[], after: readonly Annotated[], options: DiffOptions = {}): DiffReport {
  checkDocuments(before, 'diff: before');
  checkDocuments(after, 'diff: after');
  const report = new Diff(options);
  const others = new Map(after.map((document) => [document.id, document]));
  for (const document of before) {
    report.add(document, others.get(document.id));
    others.delete(document.id);
  }
  for (const document of others.values()) report.add(undefined, document);
  return report.report();
}
