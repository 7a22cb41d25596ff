/**
 * How far a rule is to be trusted: its smoothed precision over annotated texts (`lexicon/relation-confidence.tsv`,
 * `lexicon/event-confidence.tsv`).
 */
import { type Assets, decode, resource } from '../document/assets.ts';
import { parseTable } from './table.ts';

/** Rule → 0 to 1. */
export type Confidences = ReadonlyMap<string, number>;

/** Of a rule that fired less often nothing is said. */
const FIRINGS = 5;

export function parseConfidences(source: string, name: string): Confidences {
  const confidences = new Map<string, number>();
  for (const { rule, right, fired } of parseTable(source, name, ['rule', 'right', 'fired']))
    if (Number(fired) >= FIRINGS)
      confidences.set(rule, Math.round((100 * (Number(right) + 1)) / (Number(fired) + 2)) / 100);
  return confidences;
}

/** The table of a layer's rules. */
export const ruleConfidences = (assets: Assets, layer: 'relation' | 'event'): Confidences =>
  resource(assets, `lexicon/${layer}-confidence.tsv`, (bytes, name) => parseConfidences(decode(bytes), name));
