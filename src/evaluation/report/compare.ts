/** Two runs against one gold: both reports, how much they differ and how sure that is, and what was gained and lost. */
import type { AnnotatedDocument, Annotation } from '../annotation.ts';
import { Diff, type DiffOptions, type DiffReport } from '../diff/diff.ts';
import type { Judge } from '../diff/text.ts';
import type { Aligned, EventArgument, Layer } from '../score/alignment.ts';
import { type Differences, differencesOf } from './bootstrap.ts';
import { Evaluation, type EvaluationOptions, type EvaluationReport, type Scored } from './evaluate.ts';

export interface ComparisonReport {
  readonly before: EvaluationReport;
  readonly after: EvaluationReport;
  /** Of the headline figures, after less before, with 95 % intervals by the paired bootstrap. */
  readonly differences: Differences;
  /** What was lost, gained and changed, and whether that was right. */
  readonly diff: DiffReport;
}

const argumentKey = ({ event, role, mention }: EventArgument): string => JSON.stringify([event.id, role, mention]);

/** What of a run was right, and what was not. */
function rightness({ alignment }: Scored): (layer: Layer, record: unknown) => boolean | undefined {
  const right = new Map<unknown, boolean>();
  for (const [layer, rows] of Object.entries(alignment) as [Layer, readonly Aligned<unknown>[]][])
    for (const { predicted, grade } of rows) {
      if (predicted === undefined) continue;
      const key = layer === 'arguments' ? argumentKey(predicted as EventArgument) : predicted;
      right.set(key, grade === 'exact' || (grade === 'overlap' && layer !== 'mentions'));
    }
  return (layer, record) => right.get(layer === 'arguments' ? argumentKey(record as EventArgument) : record);
}

export class Comparison {
  readonly #before: Evaluation;
  readonly #after: Evaluation;
  readonly #diff: Diff;
  readonly #options: EvaluationOptions & DiffOptions;

  constructor(options: EvaluationOptions & DiffOptions = {}) {
    this.#options = options;
    this.#before = new Evaluation(options);
    this.#after = new Evaluation(options);
    this.#diff = new Diff(options);
  }

  add(gold: AnnotatedDocument, before: Annotation | undefined, after: Annotation | undefined): void {
    const [was, is] = [this.#before.add(gold, before), this.#after.add(gold, after)];
    const [ofBefore, ofAfter] = [rightness(was), rightness(is)];
    const judge: Judge = (layer, record, side) => (side === 'before' ? ofBefore : ofAfter)(layer, record);
    const { id, text } = gold;
    this.#diff.add({ ...was.predicted, id, text }, { ...is.predicted, id, text }, judge);
  }

  report(): ComparisonReport {
    const { bootstrap = {} } = this.#options;
    return {
      before: this.#before.report(),
      after: this.#after.report(),
      differences: bootstrap ? differencesOf(this.#before.units, this.#after.units, bootstrap) : {},
      diff: this.#diff.report(),
    };
  }
}
