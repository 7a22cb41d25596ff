/** Whether an event is so: read from the words below it ("could attack", "failed coup") and above it ("plans to attack"). */
import type { Polarity, Status } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import type { Context, Modals } from './context.ts';
import { ANY_SUBJECT, depSet } from './deps.ts';
import { caseOf, type Graph, hasChild, hasDep, hasMark, isMarked, isVerb, lemmaOf } from './graph.ts';
import { MARK } from './vocabulary.ts';

export interface Modality {
  readonly status: Status | undefined;
  readonly polarity: Polarity;
}
interface Found {
  status: Status | undefined;
  negative: boolean;
}

const BELOW = depSet('aux', 'advmod', 'amod', 'mark', 'det', 'compound', 'case', 'cc');
/** What the words right below say: auxiliaries, adverbs, adjectives, "if", "no". */
function readBelow(graph: Graph, token: number, { below }: Context, found: Found): void {
  if (!hasChild(graph, token, BELOW)) return;
  for (let c = graph.first[token]; c >= 0; c = graph.next[c])
    if (hasDep(graph, c, BELOW)) apply(graph, c, below, found);
}
function apply(graph: Graph, token: number, { mark, says, negative }: Modals, found: Found): void {
  if (!hasMark(graph, token, mark)) return;
  const form = graph.form[token];
  const base = graph.base[token];
  if (negative.has(form) || negative.has(base)) found.negative = !found.negative;
  found.status ??= says.get(form) ?? says.get(base);
}

const CLAUSE = depSet('xcomp', 'ccomp', 'csubj');
const THING = depSet('obj', 'nsubj:pass', 'compound');
const PHRASE = depSet('nmod', 'obl');
const BEFORE_CLAUSE = new Set(['of', 'from', 'for', 'into', 'to']);
const BEFORE_THING = new Set(['for', 'of', 'to', 'from', 'against', 'about']);
/** How an event hangs on the word above it: in a clause that the word speaks of, as a thing that it does something to, or neither. */
function hold(graph: Graph, token: number): 'clause' | 'thing' | null {
  if (hasDep(graph, token, CLAUSE)) return 'clause';
  if (graph.tree.dep[token] === DEP.acl) return caseOf(graph, token) ? 'clause' : null;
  // "accused of killing", "prevented from attacking"; "denied targeting civilians", where the parse takes the clause for an adjunct
  if (graph.tree.dep[token] === DEP.advcl)
    return BEFORE_CLAUSE.has(caseOf(graph, token)) || graph.tree.head[token] === token - 1 ? 'clause' : null;
  if (hasDep(graph, token, THING)) return 'thing';
  if (hasDep(graph, token, PHRASE)) return BEFORE_THING.has(caseOf(graph, token)) ? 'thing' : null;
  return null;
}

/** Verbs that say of an event noun no more than that it is: "talks will resume", "aid would go on". */
const OCCUR = new Set(
  'go continue resume begin start restart happen occur follow proceed end last take hold'.split(' '),
);
const occurs = (graph: Graph, token: number, head: number): boolean =>
  hasDep(graph, token, ANY_SUBJECT) && isVerb(graph, head) && OCCUR.has(lemmaOf(graph, head));

const TO = depSet('mark', 'aux');
/** "The council is to meet": an infinitive behind a form of "be". */
function isToBe(graph: Graph, token: number): boolean {
  if (!hasChild(graph, token, TO)) return false;
  for (let c = graph.first[token]; c >= 0; c = graph.next[c])
    if (hasDep(graph, c, TO) && graph.tokens.lower[c] === 'to')
      return c > 0 && FORMS_OF_BE.has(graph.tokens.lower[c - 1]);
  return false;
}
const FORMS_OF_BE = new Set(['is', 'are', 'was', 'were']);

/** "will halt the offensive": what is to be ended is going on. */
const ENDS = new Set('end halt stop suspend cease'.split(' '));

const CARRIED = depSet('obj', 'nsubj:pass', 'obl');
/** What a word's own auxiliaries say holds for the event that it carries: "will carry out an attack", "may try to attack". */
const carries = (graph: Graph, token: number, head: number, { light }: Context): boolean =>
  graph.tree.dep[token] === DEP.xcomp ||
  (graph.tree.dep[token] === DEP.conj && isVerb(graph, token)) ||
  occurs(graph, token, head) ||
  (hasDep(graph, token, CARRIED) &&
    isMarked(graph, head, MARK.light) &&
    light.get(graph.base[head])?.has('') === true &&
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
    if (!how && graph.tree.dep[at] !== DEP.conj && !occurs(graph, at, head)) break;
    // "called for an end to the fighting" speaks of the fighting no more than of the end
    if (how === 'thing' && !carried) break;
    at = head;
  }
  if (isToBe(graph, token)) found.status ??= 'planned';
  // "the campaign to liberate the city", where the noun says nothing of how it went
  if (graph.tree.dep[token] === DEP.acl && caseOf(graph, token) === 'to') found.status ??= 'planned';
  return { status: found.status, polarity: found.negative ? 'negative' : 'positive' };
}
