/** The time of an event that its own slots don't give: the date of the clause above it, else the one date of its sentence. */
import { children, conjuncts, type Graph, hasDep, isVerb } from './graph.ts';

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
/** Dates below the verbs that govern a word, up to a verb with a clause of its own. */
function above(graph: Graph, token: number): number[] {
  for (let at = token, steps = 0; at >= 0 && steps < 5; at = graph.tree.head[at], steps++) {
    const found = children(graph, at)
      .filter((c) => hasDep(graph, c, ...ADJUNCTS))
      .flatMap((c) => conjuncts(graph, c))
      .map((c) => dateAt(graph, c))
      .filter((m) => m >= 0);
    if (found.length) return [...new Set(found)];
    if (isVerb(graph, at) && hasDep(graph, at, 'ccomp', 'parataxis', 'acl:relcl', 'root')) return [];
  }
  return [];
}

/** The dates of a sentence when it has one only, or two side by side. */
function ofSentence(graph: Graph, token: number): number[] {
  const sentence = graph.tokens.sentence[token];
  const found: number[] = [];
  for (let t = graph.sentences.first[sentence]; t < graph.sentences.last[sentence]; t++) {
    const mention = graph.headed[t] >= 0 ? dateAt(graph, t) : -1;
    if (mention >= 0 && !found.includes(mention)) found.push(mention);
    if (found.length > 1) return [];
  }
  return found;
}

/** The date mentions that say when the event of a word was. */
export function timesOf(graph: Graph, token: number): number[] {
  const found = above(graph, token);
  return found.length ? found : ofSentence(graph, token);
}
