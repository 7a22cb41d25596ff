/** The time of an event that its own slots don't give: the date of the clause above it, else of its sentence. */
import type { DraftArgument } from '../document/layers.ts';
import { children, type Graph, hasDep, isVerb } from './graph.ts';
import type { EventMention } from './reading.ts';

const isDate = (graph: Graph, token: number): number => {
  const mention = graph.headed[token];
  return mention >= 0 && graph.mentions[mention].type === 'date' ? mention : -1;
};

/** Dates below the verbs that govern a word, up to a verb with a clause of its own. */
function above(graph: Graph, token: number): number[] {
  for (let at = token, steps = 0; at >= 0 && steps < 5; at = graph.tree.head[at], steps++) {
    const found = children(graph, at)
      .filter((c) =>
        hasDep(
          graph,
          c,
          'obl',
          'obl:unmarked',
          'nmod:unmarked',
          'nmod',
          'advmod',
          'nmod:desc',
          'nmod:poss',
          'compound',
        ),
      )
      .map((c) => isDate(graph, c))
      .filter((m) => m >= 0);
    if (found.length) return found;
    if (isVerb(graph, at) && hasDep(graph, at, 'ccomp', 'parataxis', 'acl:relcl', 'root')) return [];
  }
  return [];
}

/** The date mentions that say when an event was; empty where an argument says so already. */
export function timesOf(graph: Graph, members: readonly EventMention[], args: readonly DraftArgument[]): number[] {
  if (args.some((a) => a.role === 'time')) return [];
  for (const m of members) {
    const found = above(graph, m.token);
    if (found.length) return found;
  }
  return [];
}
