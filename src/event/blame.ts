/** Who is said to have done it: "blamed the rebels for the attack", "the group claimed responsibility for the bombing". */
import { caseOf, type Graph, hasDep, isVerb, leader, lemmaOf } from './graph.ts';
import type { Slot } from './slot.ts';
import { verbSlots } from './slot.ts';

/** Culprit slots by "word/verb preposition" or "word/other preposition". */
export type BlameWords = ReadonlyMap<string, string>;

const DENIALS = new Set(['deny', 'disclaim', 'reject', 'dispute']);

/** The slots that fill an event's agent from a word of blame above it. */
export function blamed(graph: Graph, token: number, words: BlameWords): Slot[] {
  const top = leader(graph, token);
  const head = graph.tree.head[top];
  if (head < 0) return [];
  const where = hasDep(graph, top, 'obj', 'nsubj:pass') ? 'obj' : caseOf(graph, top);
  // the parse may hang "for the attack" on the rebels whom one blames
  const above = graph.tree.head[head];
  const governor =
    hasDep(graph, top, 'nmod') && hasDep(graph, head, 'obj', 'nsubj:pass') && above >= 0 ? [head, above] : [head];
  for (const word of governor) {
    const culprit = where && words.get(`${lemmaOf(graph, word)}/${isVerb(graph, word) ? 'verb' : 'other'} ${where}`);
    if (!culprit) continue;
    // "claimed responsibility", "is responsible": the subject is the verb's above the noun, or the adjective's own
    const verb = isVerb(graph, word) || culprit !== 'nsubj' ? word : verbAbove(graph, word);
    if (DENIALS.has(lemmaOf(graph, verb))) return [];
    return verbSlots(graph, verb)
      .filter((s) => s.key === culprit && s.token !== top)
      .map((s) => ({ key: 'culprit', token: s.token, rank: 1 }));
  }
  return [];
}
function verbAbove(graph: Graph, noun: number): number {
  const above = graph.tree.head[noun];
  return hasDep(graph, noun, 'obj') && above >= 0 && isVerb(graph, above) ? above : noun;
}
