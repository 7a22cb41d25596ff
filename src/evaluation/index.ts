/**
 * `sitrep/evaluation`: gold against predicted, run against run, and the formats that annotated texts come in.
 * `evaluate`, `compare` and `diff` take lists; the classes `Evaluation`, `Comparison` and `Diff` take one document after the other.
 */
export type {
  AnnotatedArgument,
  AnnotatedDocument,
  AnnotatedEntity,
  AnnotatedEvent,
  AnnotatedMention,
  AnnotatedRelation,
  Annotation,
  Property,
  Scope,
} from './annotation.ts';
export { checkCorpusFile } from './check/index.ts';
export { type CorpusFile, formatCorpusFile, type TextReference } from './corpusFile.ts';
export type { Change, DiffLayer, FieldChange } from './diff/change.ts';
export { Diff, type DiffOptions, type DiffReport, type LayerDiff } from './diff/diff.ts';
export { type Breach, forEachLayer, gate, type LayerLimits, type Limit, type Limits } from './diff/gate.ts';
export { compare, diff, evaluate, type Predictions } from './evaluate.ts';
export { comparisonPage } from './html/comparison.ts';
export { diffPage } from './html/diff.ts';
export { evaluationPage } from './html/evaluation.ts';
export { meaningOf } from './meaning.ts';
export { readNotation } from './notation/index.ts';
export { writeNotation } from './notation/write.ts';
export { type BratSource, readBrat } from './read/brat.ts';
export { FormatError } from './read/formatError.ts';
export { type AnnotationFormat, FORMATS, type ReadOptions, readAnnotations } from './read/index.ts';
export type { Labels } from './read/labels.ts';
export { parseTimeml } from './read/timeml.ts';
export { type Corpus, readCorpus } from './readCorpus.ts';
export type { BootstrapOptions, Difference, Differences, Interval, Intervals } from './report/bootstrap.ts';
export { Comparison, type ComparisonReport } from './report/compare.ts';
export { Evaluation, type EvaluationOptions, type EvaluationReport } from './report/evaluate.ts';
export { FIGURES, type Figure } from './report/figures.ts';
export type { Finding, Problem } from './report/findings.ts';
export { DuplicateError, joinBy } from './report/pairs.ts';
export type { Confusion, RuleScore } from './report/tables.ts';
export type { Grade, Layer } from './score/alignment.ts';
export type { CoreferenceFigures, Rates } from './score/coreference.ts';
export type { Criterion } from './score/counts.ts';
export { type Accuracy, type CriterionScore, type LayerScore, type Pair, type Score, score } from './score/index.ts';
export type { Figures } from './score/tally.ts';
export { writeBrat } from './write/brat.ts';
export { bratConfig } from './write/bratConfig.ts';
export { writeBio, writeConllu } from './write/conll.ts';
