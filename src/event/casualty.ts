/** Casualties as data: how many were killed, injured or captured, and which are a part of others ("including two children"). */
import type { DraftArgument, DraftCasualties } from '../document/layers.ts';
import type { Amount } from '../document/schema.ts';
import { caseOf, children, conjuncts, type Graph, hasDep, mentionsAt } from './graph.ts';

type Kind = DraftCasualties['kind'];

/** The number of a quantity's mention: "at least 12" has no upper end, so 12 is its best. */
function amountOf(graph: Graph, mention: number): Amount | null {
  const amount = graph.mentions[mention].amount;
  const best = amount?.value ?? amount?.minimum ?? amount?.maximum;
  if (best === undefined) return null;
  return { best, low: amount?.minimum ?? best, high: amount?.maximum ?? best };
}

/** How many a noun speaks of: by the number before it, one for a person. */
export function countOf(graph: Graph, token: number): Amount | null {
  for (const c of children(graph, token))
    if (hasDep(graph, c, 'nummod', 'amod', 'advmod', 'det', 'compound')) {
      const mention = graph.headed[c] >= 0 ? graph.headed[c] : graph.holding[c];
      if (mention >= 0 && graph.mentions[mention].type === 'quantity') return amountOf(graph, mention);
    }
  // "dozens of soldiers": the measure stands above
  const head = graph.tree.head[token];
  if (head >= 0 && hasDep(graph, token, 'nmod') && graph.headed[head] >= 0) return amountOf(graph, graph.headed[head]);
  return null;
}
function victims(graph: Graph, mention: number): Amount | null {
  const { type, head } = graph.mentions[mention];
  if (type === 'quantity') return amountOf(graph, mention);
  return countOf(graph, head) ?? (type === 'person' ? { best: 1, low: 1, high: 1 } : null);
}

/** "six civilians, including two children": the mentions that are a part of others. */
function partsOf(graph: Graph, mention: number): number[] {
  return children(graph, graph.mentions[mention].head)
    .filter((c) => hasDep(graph, c, 'nmod', 'acl', 'obl', 'conj') && /^(?:including|among)$/.test(caseOf(graph, c)))
    .flatMap((c) => conjuncts(graph, c))
    .flatMap((c) => mentionsAt(graph, c));
}

export function casualtiesOf(
  graph: Graph,
  args: readonly DraftArgument[],
  mode: string | undefined,
): DraftCasualties[] {
  const records: DraftCasualties[] = [];
  const seen = new Set<string>();
  const add = (kind: Kind, mention: number, partOf?: number) => {
    const key = `${kind} ${graph.chain[mention]}`;
    const amount = victims(graph, mention);
    if (!amount || seen.has(key)) return;
    seen.add(key);
    records.push({ kind, ...amount, mention, ...(partOf === undefined ? {} : { partOf }) });
  };
  for (const { role, mention } of args) {
    const kind =
      role === 'killed' || role === 'injured' ? role : role === 'patient' && mode === 'abduction' ? 'captured' : null;
    if (!kind) continue;
    const whole = records.length;
    add(kind, mention);
    if (records.length > whole) for (const part of partsOf(graph, mention)) add(kind, part, whole);
  }
  return records;
}
