/** The time of an event that its own slots don't give: the date of the clause above it. */
import { children, conjuncts, type Graph, hasDep, isVerb } from './graph.ts';
import { nearestBelow } from './where.ts';

/** A point or stretch of the calendar: "three months" and "every day" are no time at which something was. */
function dateAt(graph: Graph, token: number): number {
  const mention = graph.headed[token] >= 0 ? graph.headed[token] : graph.holding[token];
  if (mention < 0) return -1;
  const { type, kind } = graph.mentions[mention];
  return type === 'date' && kind !== 'duration' && kind !== 'set' ? mention : -1;
}

const ADJUNCTS = [
  'obl',
  'obl:unmarked',
  'nmod:unmarked',
  'nmod',
  'advmod',
  'nmod:desc',
  'nmod:poss',
  'compound',
] as const;
/** The date mentions that say when the event of a word was: those below the verbs that govern it, up to one with a clause of its own. */
export function timesOf(graph: Graph, token: number): number[] {
  for (let at = token, steps = 0; at >= 0 && steps < 5; at = graph.tree.head[at], steps++) {
    const found = children(graph, at)
      .filter((c) => hasDep(graph, c, ...ADJUNCTS))
      .flatMap((c) => conjuncts(graph, c))
      .map((c) => dateAt(graph, c))
      .filter((m) => m >= 0);
    if (found.length) return [...new Set(found)];
    if (isVerb(graph, at) && hasDep(graph, at, 'ccomp', 'parataxis', 'acl:relcl', 'root')) break;
  }
  // "the minister on Monday urged the parties", "killed the leader of the group that day": inside the word's own phrases
  return nearestBelow(graph, token, (t) => {
    const date = hasDep(graph, t, ...ADJUNCTS) ? dateAt(graph, t) : -1;
    return date < 0 ? [] : [date];
  });
}
