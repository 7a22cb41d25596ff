/** Whether an event is so: read from the words below it ("could attack", "failed coup") and above it ("plans to attack"). */
import type { Polarity, Status } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import type { Context, Modals } from './context.ts';
import { caseOf, children, type Graph, hasDep, isVerb, lemmaOf } from './graph.ts';

export interface Modality {
  readonly status: Status | undefined;
  readonly polarity: Polarity;
}
interface Found {
  status: Status | undefined;
  negative: boolean;
}

const BELOW = new Set([DEP.aux, DEP.advmod, DEP.amod, DEP.mark, DEP.det, DEP.compound, DEP.case, DEP.cc]);
/** What the words right below say: auxiliaries, adverbs, adjectives, "if", "no". */
function readBelow(graph: Graph, token: number, { below }: Context, found: Found): void {
  for (const c of children(graph, token)) if (BELOW.has(graph.tree.dep[c])) apply(graph, c, below, found);
}
function apply(graph: Graph, token: number, { says, negative }: Modals, found: Found): void {
  const [word, lemma] = [graph.tokens.lower[token], lemmaOf(graph, token)];
  if (negative.has(word) || negative.has(lemma)) found.negative = !found.negative;
  found.status ??= says.get(word) ?? says.get(lemma);
}

/** How an event hangs on the word above it: in a clause that the word speaks of, as a thing that it does something to, or neither. */
function hold(graph: Graph, token: number): 'clause' | 'thing' | null {
  if (hasDep(graph, token, 'xcomp', 'ccomp', 'csubj')) return 'clause';
  if (hasDep(graph, token, 'acl')) return caseOf(graph, token) ? 'clause' : null;
  // "accused of killing", "prevented from attacking"
  if (hasDep(graph, token, 'advcl')) return /^(?:of|from|for|into|to)$/.test(caseOf(graph, token)) ? 'clause' : null;
  if (hasDep(graph, token, 'obj', 'nsubj:pass', 'compound')) return 'thing';
  if (hasDep(graph, token, 'nmod', 'obl'))
    return /^(?:for|of|to|from|against|about)$/.test(caseOf(graph, token)) ? 'thing' : null;
  return null;
}

/** Verbs that say of an event noun no more than that it is: "talks will resume", "aid would go on". */
const OCCUR = new Set(
  'go continue resume begin start restart happen occur follow proceed end last take hold'.split(' '),
);
const occurs = (graph: Graph, token: number, head: number): boolean =>
  hasDep(graph, token, 'nsubj', 'nsubj:pass') && isVerb(graph, head) && OCCUR.has(lemmaOf(graph, head));

/** "The council is to meet": an infinitive behind a form of "be". */
const isToBe = (graph: Graph, token: number): boolean => {
  const to = children(graph, token).find((c) => hasDep(graph, c, 'mark', 'aux') && graph.tokens.lower[c] === 'to');
  return to !== undefined && to > 0 && /^(?:is|are|was|were)$/.test(graph.tokens.lower[to - 1]);
};

/** "will halt the offensive": what is to be ended is going on. */
const ENDS = new Set('end halt stop suspend cease'.split(' '));

/** What a word's own auxiliaries say holds for the event that it carries: "will carry out an attack", "may try to attack". */
const carries = (graph: Graph, token: number, head: number, { light }: Context): boolean =>
  hasDep(graph, token, 'xcomp') ||
  (hasDep(graph, token, 'conj') && isVerb(graph, token)) ||
  occurs(graph, token, head) ||
  (hasDep(graph, token, 'obj', 'nsubj:pass', 'obl') &&
    light.has(lemmaOf(graph, head)) &&
    !ENDS.has(lemmaOf(graph, head)));

export function modalityOf(graph: Graph, token: number, context: Context): Modality {
  const found: Found = { status: undefined, negative: false };
  readBelow(graph, token, context, found);
  let carried = true;
  for (let at = token, steps = 0; steps < 5 && !found.status; steps++) {
    const head = graph.tree.head[at];
    if (head < 0) break;
    const how = hold(graph, at);
    if (how) apply(graph, head, how === 'clause' ? context.clause : context.thing, found);
    carried = carried && carries(graph, at, head, context);
    if (carried && !found.status) readBelow(graph, head, context, found);
    if (!how && !hasDep(graph, at, 'conj') && !occurs(graph, at, head)) break;
    // "called for an end to the fighting" speaks of the fighting no more than of the end
    if (how === 'thing' && !carried) break;
    at = head;
  }
  if (isToBe(graph, token)) found.status ??= 'planned';
  // "the campaign to liberate the city", where the noun says nothing of how it went
  if (hasDep(graph, token, 'acl') && caseOf(graph, token) === 'to') found.status ??= 'planned';
  return { status: found.status, polarity: found.negative ? 'negative' : 'positive' };
}
