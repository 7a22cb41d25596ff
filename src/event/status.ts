/** Whether an event is so: read from the words below it ("could attack", "failed coup") and above it ("plans to attack"). */
import type { Polarity, Status } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import type { Context } from './context.ts';
import { caseOf, children, type Graph, hasDep, isNoun, lemmaOf } from './graph.ts';

export interface Modality {
  readonly status: Status | undefined;
  readonly polarity: Polarity;
}

const BELOW = new Set([DEP.aux, DEP.advmod, DEP.amod, DEP.mark, DEP.det, DEP.compound, DEP.case, DEP.cc]);
/** How an event hangs on what speaks of it, as something that need not be so. */
const CONTENT = new Set([
  DEP.xcomp,
  DEP.ccomp,
  DEP.obj,
  DEP.acl,
  DEP.nmod,
  DEP.obl,
  DEP.csubj,
  DEP['nsubj:pass'],
  DEP.advcl,
  DEP.compound,
  DEP.iobj,
]);

interface Found {
  status: Status | undefined;
  negative: boolean;
}
function readBelow(graph: Graph, token: number, context: Context, found: Found): void {
  for (const c of children(graph, token)) {
    if (!BELOW.has(graph.tree.dep[c])) continue;
    const word = graph.tokens.lower[c];
    const lemma = lemmaOf(graph, c);
    if (context.negativeBelow.has(word) || context.negativeBelow.has(lemma)) found.negative = !found.negative;
    found.status ??= context.below.get(word) ?? context.below.get(lemma);
  }
}

/** The word above an event, and whether the event is what it speaks of. "in the attempt to attack": yes; "tried in an attack": no. */
function readAbove(graph: Graph, token: number, head: number, context: Context, found: Found): void {
  if (!CONTENT.has(graph.tree.dep[token])) return;
  const lemma = lemmaOf(graph, head);
  const preposition = caseOf(graph, token);
  const oblique = hasDep(graph, token, 'obl', 'nmod', 'advcl');
  // "killed in an attack", "said after the attack" say nothing of it
  if (oblique && !/^(?:for|of|to|from|against|about|on|into|in|over)$/.test(preposition)) return;
  if (oblique && hasDep(graph, token, 'obl') && /^(?:in|on|over)$/.test(preposition)) return;
  if (context.negativeAbove.has(lemma) && !hasDep(graph, token, 'nmod')) found.negative = true;
  found.status ??= context.above.get(lemma) ?? context.above.get(graph.tokens.lower[head]);
  // "forces moved in to retake the town", "the strategy to defeat": what is aimed at
  if (!found.status && hasDep(graph, token, 'advcl', 'acl') && caseOf(graph, token) === 'to') found.status = 'planned';
}

export function modalityOf(graph: Graph, token: number, context: Context): Modality {
  const found: Found = { status: undefined, negative: false };
  let at = token;
  for (let steps = 0; steps < 6; steps++) {
    if (steps === 0 || hasDep(graph, at, 'root', 'ccomp', 'xcomp', 'advcl', 'conj', 'parataxis') || steps === 1) {
      if (steps === 0 || carries(graph, at, token)) readBelow(graph, at, context, found);
    }
    const head = graph.tree.head[at];
    if (head < 0 || found.status) break;
    readAbove(graph, at, head, context, found);
    if (found.status || !climbs(graph, at)) break;
    at = head;
  }
  return { status: found.status, polarity: found.negative ? 'negative' : 'positive' };
}
/** Whether what holds for a word above holds for the event: the verb whose object or infinitive it is. */
function carries(graph: Graph, above: number, token: number): boolean {
  for (let at = token, steps = 0; steps < 6 && at >= 0; at = graph.tree.head[at], steps++) {
    if (at === above) return true;
    if (hasDep(graph, at, 'ccomp', 'parataxis', 'acl:relcl', 'advcl', 'nsubj', 'obl', 'nmod')) return false;
  }
  return false;
}
const climbs = (graph: Graph, token: number): boolean =>
  hasDep(graph, token, 'xcomp', 'obj', 'conj', 'acl', 'nsubj:pass', 'ccomp', 'compound', 'amod') ||
  (hasDep(graph, token, 'nmod', 'obl', 'advcl') &&
    (isNoun(graph, graph.tree.head[token]) || hasDep(graph, token, 'advcl')));
