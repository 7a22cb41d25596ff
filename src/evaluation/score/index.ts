/** Gold against predicted, by layer. Pure functions: counts of one document, their sum, and the figures of the sum. */
import type { Annotation } from '../annotation.ts';
import { type CoreferenceFigures, coreferenceCounts, coreferenceFigures } from './coreference.ts';
import { addCounts, type Counts, noCounts, PROPERTIES, type Property } from './counts.ts';
import { countEvents } from './events.ts';
import { countMentions } from './mentions.ts';
import { countRelations } from './relations.ts';
import { standingOf } from './standing.ts';
import { type Figures, figures, figuresByKey, percent, sumOf, type Tallies } from './tally.ts';

export interface LayerScore extends Figures {
  /** By type, or by role for arguments. */
  readonly by: Readonly<Record<string, Figures>>;
}

/** All rates are percentages with one decimal. */
export interface Score {
  readonly mentions: LayerScore;
  readonly mentionsOverlap: LayerScore;
  readonly coreference: CoreferenceFigures;
  readonly relations: LayerScore;
  readonly events: LayerScore;
  readonly arguments: LayerScore;
  /** Share right of the properties of what was found. */
  readonly accuracy: Readonly<Record<Property, number>>;
}

export interface Pair {
  readonly gold: Annotation;
  readonly predicted: Annotation;
}

/** What one document contributes. */
export function countDocument({ gold, predicted }: Pair): Counts {
  const counts: Counts = {
    ...noCounts(),
    coreference: coreferenceCounts(gold.mentions, predicted.mentions),
  };
  const standing = standingOf(predicted, gold);
  countMentions(counts, gold, predicted);
  countRelations(counts, gold, predicted, standing);
  countEvents(counts, gold, predicted, standing);
  return counts;
}

const layer = (tallies: Tallies): LayerScore => ({ ...figures(sumOf(tallies)), by: figuresByKey(tallies) });

/** The figures of documents' counts taken together (micro-averaged). */
export function scoreOf(documents: readonly Counts[]): Score {
  const sum = noCounts();
  for (const counts of documents) addCounts(sum, counts);
  return {
    mentions: layer(sum.mentions),
    mentionsOverlap: layer(sum.mentionsOverlap),
    coreference: coreferenceFigures(sum.coreference),
    relations: layer(sum.relations),
    events: layer(sum.events),
    arguments: layer(sum.arguments),
    accuracy: Object.fromEntries(
      PROPERTIES.map((property) => [property, percent(sum.properties[property].right, sum.properties[property].of)]),
    ) as Record<Property, number>,
  };
}

/** Scores predicted annotations against gold ones of the same texts. */
export const score = (pairs: readonly Pair[]): Score => scoreOf(pairs.map(countDocument));
