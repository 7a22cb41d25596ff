/** What was wrong, record by record, with its context. */
import type { Annotation, Property } from '../annotation.ts';
import { type Aligned, type Alignment, LAYERS, type Layer } from '../score/alignment.ts';
import { judge } from '../score/properties.ts';
import { type Annotated, Describer, type Spot, spotOf } from './describe.ts';

/** `extent`: the right mention with other edges. The others are grades of the alignment, or a property with another value. */
export type Problem = 'missed' | 'spurious' | 'mistyped' | 'extent' | Property;

/** An error: what gold has, what was predicted, and where. */
export interface Finding {
  readonly layer: Layer;
  readonly problem: Problem;
  readonly wanted?: string;
  readonly got?: string;
  /** Where it stands. */
  readonly context: Spot;
  /** The rule or model that made what was predicted. */
  readonly rule?: string;
}

function problemOf({ grade }: Aligned<unknown>, layer: Layer): Problem | undefined {
  if (grade === 'exact') return undefined;
  if (grade === 'overlap') return layer === 'mentions' ? 'extent' : undefined;
  return grade;
}

const shown = (value: unknown): string => (value === undefined ? 'none' : String(value));
const ruleOf = (record: unknown): { rule?: string } => {
  const { rule } = (record ?? {}) as { rule?: string };
  return rule === undefined ? {} : { rule };
};

/** All errors of one text, by layer in the order of the text. Properties come behind what they belong to. */
export function findingsOf(
  alignment: Alignment,
  gold: Annotated,
  predicted: Annotation,
  properties: readonly Property[] | undefined,
): Finding[] {
  const ours = new Describer(gold);
  const theirs = new Describer({ ...predicted, id: gold.id, text: gold.text });
  const findings: Finding[] = [];
  for (const layer of LAYERS)
    for (const row of alignment[layer] as readonly Aligned<unknown>[]) {
      const problem = problemOf(row, layer);
      if (problem === undefined) continue;
      const focus = row.gold === undefined ? theirs.focus(layer, row.predicted) : ours.focus(layer, row.gold);
      findings.push({
        layer,
        problem,
        ...(row.gold === undefined ? {} : { wanted: ours.record(layer, row.gold) }),
        ...(row.predicted === undefined ? {} : { got: theirs.record(layer, row.predicted) }),
        ...ruleOf(row.predicted),
        context: spotOf(gold, focus),
      });
    }
  for (const { property, wanted, got, row } of judge(alignment, gold, predicted)) {
    if (wanted === got || properties?.includes(property) === false) continue;
    const layer = 'triggers' in row.gold! ? 'events' : 'mentions';
    const record = ours.record(layer, row.gold);
    findings.push({
      layer,
      problem: property,
      wanted: `${record}: ${shown(wanted)}`,
      got: shown(got),
      ...ruleOf(row.predicted),
      context: spotOf(gold, ours.focus(layer, row.gold)),
    });
  }
  return findings.sort(
    (a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || a.context.start - b.context.start,
  );
}
