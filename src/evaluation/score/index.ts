/** Gold against predicted, by layer. Pure functions: counts of one document, their sum, and the figures of the sum. */
import { type AnnotatedRelation, type Annotation, PROPERTIES, type Property } from '../annotation.ts';
import { align } from './align/index.ts';
import { LAYERS, type Layer } from './alignment.ts';
import { type CoreferenceFigures, coreferenceFigures } from './coreference.ts';
import { countAlignment } from './count.ts';
import { addCounts, type Counts, CRITERIA, type Criterion, each, type LayerCounts, noCounts } from './counts.ts';
import { type Figures, figures, figuresByKey, percent, sumOf, type Tallies } from './tally.ts';

export interface CriterionScore extends Figures {
  /** By type, or by role for arguments. */
  readonly by: Readonly<Record<string, Figures>>;
}

/** How many of those that could be judged were right. */
export interface Accuracy {
  readonly right: number;
  readonly of: number;
  /** With one decimal; null where there was none to judge. */
  readonly percent: number | null;
}

/** A layer by what counts as found; and of what was found whatever its type, how much has the right one. */
export type LayerScore = Readonly<Record<Criterion, CriterionScore>> & { readonly type: Accuracy };

/** All rates are percentages with one decimal. */
export type Score = Readonly<Record<Layer, LayerScore>> & {
  readonly coreference: CoreferenceFigures;
  readonly accuracy: Readonly<Record<Property, Accuracy>>;
};

export interface Pair {
  readonly gold: Annotation;
  readonly predicted: Annotation;
}

/** Without what the gazetteer adds: gold comes from the text, so that this is neither right nor wrong. */
export function fromText<A extends Annotation>(annotation: A): A {
  const said = (relation: AnnotatedRelation & { readonly origin?: string }): boolean => relation.origin !== 'gazetteer';
  return { ...annotation, relations: annotation.relations.filter(said) };
}

/** What one document contributes. */
export function countDocument({ gold, predicted }: Pair): Counts {
  const theirs = fromText(predicted);
  return countAlignment(align(gold, theirs), gold, theirs);
}

const criterion = (tallies: Tallies): CriterionScore => ({ ...figures(sumOf(tallies)), by: figuresByKey(tallies) });

const accuracyOf = ({ right, of }: { readonly right: number; readonly of: number }): Accuracy => ({
  right,
  of,
  percent: of ? percent(right, of) : null,
});

function layerOf(counts: LayerCounts): LayerScore {
  const [overlapping, found] = [sumOf(counts.overlap).correct, sumOf(counts.untyped).correct];
  return {
    ...each(CRITERIA, (name) => criterion(counts[name])),
    type: accuracyOf({ right: overlapping, of: found }),
  };
}

/** The figures of documents' counts taken together (micro-averaged). */
export function scoreOf(documents: readonly Counts[]): Score {
  const sum = noCounts();
  for (const counts of documents) addCounts(sum, counts);
  return {
    ...each(LAYERS, (layer) => layerOf(sum[layer])),
    coreference: coreferenceFigures(sum.coreference),
    accuracy: each(PROPERTIES, (property) => accuracyOf(sum.properties[property])),
  };
}

/** Scores predicted annotations against gold ones of the same texts. */
export const score = (pairs: readonly Pair[]): Score => scoreOf(pairs.map(countDocument));
