/** Where an event was, when its own slots don't say: the place of the clause above it, or the one that begins the sentence. */
import { DEP } from '../document/ud.ts';
import { depSet } from './deps.ts';
import { caseOf, conjuncts, type Graph, hasDep, isCoordinated, isVerb } from './graph.ts';
import { WHERE } from './role.ts';

/** What an event may hang on and be in the same place. */
const BETWEEN = depSet(
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
);
const PHRASES = depSet('obl', 'nmod', 'advmod');

function placesAt(graph: Graph, token: number, found: number[]): void {
  const preposition = caseOf(graph, token);
  if (preposition === 'from' || !WHERE.has(preposition)) return;
  if (!isCoordinated(graph, token)) addPlace(graph, token, found);
  else for (const t of conjuncts(graph, token)) addPlace(graph, t, found);
}
function addPlace({ headed, mentions }: Graph, token: number, found: number[]): void {
  const place = headed[token];
  if (place >= 0 && mentions[place].type === 'place' && !found.includes(place)) found.push(place);
}
export function placesIn(graph: Graph, token: number, found: number[]): void {
  if (hasDep(graph, token, PHRASES)) placesAt(graph, token, found);
}

/** "In Gao gunmen killed two": the phrase that begins the sentence, whatever the parse hangs it on. */
function fronted(graph: Graph, token: number): number[] {
  const { sentences, tokens, tree } = graph;
  const first = sentences.first[tokens.sentence[token]];
  const found: number[] = [];
  if (first < token && tree.dep[first] === DEP.case) placesAt(graph, tree.head[first], found);
  else if (first + 1 < token && tree.dep[first + 1] === DEP.case) placesAt(graph, tree.head[first + 1], found);
  return found;
}

/** Phrases of a word's own clause: what is in them is where the word's event is. */
const INSIDE = depSet('obj', 'obl', 'nmod', 'nsubj', 'nsubj:pass', 'obl:agent', 'acl', 'advcl', 'amod');
const SUBJECT = depSet('nsubj', 'nsubj:pass', 'obl:agent');
const DEEP = depSet('obj', 'obl', 'nmod', 'acl', 'advcl', 'xcomp');
/** No clause of real language has more phrases side by side; a megabyte without a full stop does. */
const WIDEST = 60;
const NONE: readonly number[] = [];
/** What `look` finds at the nearest words below a word, through its arguments (of its subject alone, or through infinitives too, with `at`): "killed the leader of a group in Gao". */
export function nearestBelow(
  graph: Graph,
  token: number,
  look: (graph: Graph, token: number, found: number[]) => void,
  depth = 3,
  at: 'all' | 'subject' | 'deep' = 'all',
): number[] {
  const found: number[] = [];
  let level: readonly number[] = [token];
  for (let d = 0; d < depth && level.length && !found.length; d++) {
    const through = at === 'deep' ? DEEP : at === 'subject' && d === 0 ? SUBJECT : INSIDE;
    let next: number[] | undefined;
    for (const t of level)
      for (let c = graph.first[t]; c >= 0; c = graph.next[c]) {
        look(graph, c, found);
        // what is found, or looked through for the last time, need not be gone into
        if (found.length || d + 1 === depth || graph.first[c] < 0 || !hasDep(graph, c, through)) continue;
        if (!next) next = [c];
        else if (next.length < WIDEST) next.push(c);
      }
    level = next ?? NONE;
  }
  return found;
}

/** The place mentions that say where the event of a word was; what is above it says so only where it is `shared`, as in `timesOf`. */
export function placesOf(graph: Graph, token: number, shared: boolean): number[] {
  if (!graph.placed[graph.tokens.sentence[token]]) return [];
  const below = nearestBelow(graph, token, placesIn);
  if (below.length) return below;
  for (let at = token, steps = 0; at >= 0 && steps < (shared ? 5 : 1); at = graph.tree.head[at], steps++) {
    if (isVerb(graph, at) || steps === 0) {
      const found: number[] = [];
      for (let c = graph.first[at]; c >= 0; c = graph.next[c]) placesIn(graph, c, found);
      if (found.length) return found;
    }
    if (!hasDep(graph, at, BETWEEN)) break;
  }
  return shared ? fronted(graph, token) : [];
}
