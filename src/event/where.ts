/** Where an event was, when its own slots don't say: the place of the clause above it, or the one that begins the sentence. */
import { DEP } from '../document/ud.ts';
import { WHERE } from './argument.ts';
import { caseOf, children, conjuncts, type Graph, hasDep, isVerb } from './graph.ts';

const BETWEEN = [
  'conj',
  'xcomp',
  'advcl',
  'acl',
  'obj',
  'obl',
  'nmod',
  'compound',
  'amod',
  'nsubj',
  'nsubj:pass',
] as const;

function placesAt(graph: Graph, token: number): number[] {
  if (!WHERE.has(caseOf(graph, token)) || caseOf(graph, token) === 'from') return [];
  return conjuncts(graph, token)
    .map((c) => graph.headed[c])
    .filter((m) => m >= 0 && graph.mentions[m].type === 'place');
}

/** "In Gao gunmen killed two": the phrase that begins the sentence, whatever the parse hangs it on. */
function fronted(graph: Graph, token: number): number[] {
  const { sentences, tokens, tree } = graph;
  const first = sentences.first[tokens.sentence[token]];
  for (let t = first; t < Math.min(first + 8, token); t++)
    if (tree.dep[t] === DEP.case && t <= first + 1) return placesAt(graph, tree.head[t]);
  return [];
}

/** Phrases of a word's own clause: what is in them is where the word's event is. */
const INSIDE = ['obj', 'obl', 'nmod', 'nsubj', 'nsubj:pass', 'obl:agent', 'acl', 'advcl', 'amod'] as const;
/** The nearest phrases below a word, through its arguments, for which `at` finds something: "killed the leader of a group in Gao". */
export function nearestBelow(graph: Graph, token: number, at: (token: number) => number[], depth = 3): number[] {
  let level = [token];
  for (let d = 0; d < depth && level.length; d++) {
    const below = level.flatMap((t) => children(graph, t));
    const found = below.flatMap(at);
    if (found.length) return [...new Set(found)];
    level = below.filter((t) => hasDep(graph, t, ...INSIDE));
  }
  return [];
}

/** The place mentions that say where the event of a word was. */
export function placesOf(graph: Graph, token: number): number[] {
  const below = nearestBelow(graph, token, (t) =>
    hasDep(graph, t, 'obl', 'nmod', 'advmod') ? placesAt(graph, t) : [],
  );
  if (below.length) return below;
  for (let at = token, steps = 0; at >= 0 && steps < 5; at = graph.tree.head[at], steps++) {
    if (isVerb(graph, at) || steps === 0) {
      const found = children(graph, at)
        .filter((c) => hasDep(graph, c, 'obl', 'nmod', 'advmod'))
        .flatMap((c) => placesAt(graph, c));
      if (found.length) return [...new Set(found)];
    }
    if (!hasDep(graph, at, ...BETWEEN)) break;
  }
  return fronted(graph, token);
}
