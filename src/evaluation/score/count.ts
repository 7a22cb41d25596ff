/** From an alignment to counts. */
import type { Annotation } from '../annotation.ts';
import { type Alignment, type Grade, LAYERS, type Layer, typeOf } from './alignment.ts';
import { coreferenceCounts } from './coreference.ts';
import { type Counts, CRITERIA, type Criterion, noCounts } from './counts.ts';
import { judge } from './properties.ts';
import { count } from './tally.ts';

/** Whether a grade counts as found. */
const FOUND: Readonly<Record<Criterion, readonly Grade[]>> = {
  exact: ['exact'],
  overlap: ['exact', 'overlap'],
  untyped: ['exact', 'overlap', 'mistyped'],
};

export function countAlignment(alignment: Alignment, gold: Annotation, predicted: Annotation): Counts {
  const counts: Counts = { ...noCounts(), coreference: coreferenceCounts(gold.mentions, predicted.mentions) };
  for (const layer of LAYERS)
    for (const row of alignment[layer])
      for (const criterion of CRITERIA) {
        const tallies = counts[layer][criterion];
        if (row.gold) count(tallies, typeOf(row.gold), 'gold');
        if (row.predicted) count(tallies, typeOf(row.predicted), 'predicted');
        if (row.gold && FOUND[criterion].includes(row.grade)) count(tallies, typeOf(row.gold), 'correct');
      }
  for (const { property, wanted, got } of judge(alignment, gold, predicted)) {
    counts.properties[property].of++;
    if (wanted === got) counts.properties[property].right++;
  }
  return counts;
}

/** What a rule predicted, and how much of it was right. */
export interface RuleTally {
  right: number;
  predicted: number;
}
export type RuleTallies = Readonly<Record<Layer, Map<string, RuleTally>>>;

/** Adds, for each rule, how often what it gave was right: mentions exactly, the rest overlapping. */
export function countRules(tallies: RuleTallies, alignment: Alignment): void {
  for (const layer of LAYERS)
    for (const { predicted, grade } of alignment[layer]) {
      const rule = (predicted as { readonly rule?: string } | undefined)?.rule;
      if (rule === undefined) continue;
      const tally = tallies[layer].get(rule) ?? { right: 0, predicted: 0 };
      tallies[layer].set(rule, tally);
      tally.predicted++;
      if (FOUND[layer === 'mentions' ? 'exact' : 'overlap'].includes(grade)) tally.right++;
    }
}
