/** Who is said to have done it: "blamed the rebels for the attack", "the group claimed responsibility for the bombing". */
import { caseOf, type Graph, hasDep, isVerb, leader, lemmaOf } from './graph.ts';
import type { Slot } from './slot.ts';
import { verbSlots } from './slot.ts';

/** Culprit slots by "word preposition". */
export type BlameWords = ReadonlyMap<string, string>;

const DENIALS = new Set(['deny', 'disclaim', 'reject', 'dispute']);

/** The slot that fills an event's agent from the word of blame above it; null for none. */
export function blamed(graph: Graph, token: number, words: BlameWords): Slot | null {
  const top = leader(graph, token);
  const head = graph.tree.head[top];
  if (head < 0) return null;
  const where = hasDep(graph, top, 'obj', 'nsubj:pass')
    ? 'obj'
    : hasDep(graph, top, 'obl', 'nmod', 'advcl', 'acl')
      ? caseOf(graph, top)
      : '';
  const culprit = where && words.get(`${lemmaOf(graph, head)} ${where}`);
  if (!culprit) return null;
  // "claimed responsibility", "is responsible": the subject is the verb's above the noun, or the adjective's own
  const verb = isVerb(graph, head) || culprit !== 'nsubj' ? head : verbAbove(graph, head);
  if (verb < 0 || DENIALS.has(lemmaOf(graph, verb))) return null;
  const slot = verbSlots(graph, verb).find((s) => s.key === culprit && s.token !== top);
  return slot ? { key: 'culprit', token: slot.token, rank: 1 } : null;
}
function verbAbove(graph: Graph, noun: number): number {
  const above = graph.tree.head[noun];
  return hasDep(graph, noun, 'obj') && above >= 0 && isVerb(graph, above) ? above : noun;
}
