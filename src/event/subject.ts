/** Who does what a clause without a subject says: the subject or object of the verb above it. */
import { DEP, POS } from '../document/ud.ts';
import { depSet, OWNER, SURFACE_SUBJECT } from './deps.ts';
import { caseOf, childIn, type Graph, hasChild, hasDep, isVerb, lemmaOf } from './graph.ts';
import type { Slot } from './slot.ts';
import { isPassive } from './voice.ts';

const MODIFYING = depSet('acl:relcl', 'acl');
const MARK = depSet('mark');
const DEPENDENT = depSet('xcomp', 'advcl', 'conj', 'ccomp');
const SHARING = depSet('xcomp', 'advcl', 'conj', 'parataxis');
/** The word that a verb's unsaid subject is, with the slot it fills. */
export function sharedSubject(graph: Graph, verb: number): Slot | null {
  const token = unsaidSubject(graph, verb, 0);
  return token < 0 ? null : { key: isPassive(graph, verb) ? 'obj' : 'nsubj', token, rank: 1 };
}
function unsaidSubject(graph: Graph, verb: number, depth: number): number {
  const { tree } = graph;
  const head = tree.head[verb];
  if (head < 0 || depth > 6) return -1;
  if (tree.dep[verb] === DEP.amod) return head;
  if (hasDep(graph, verb, MODIFYING)) {
    if (tree.dep[verb] === DEP.acl && graph.tokens.lower[verb] !== lemmaOf(graph, verb)) return head;
    // "ordered the army to withdraw", where the clause hangs on the army
    return !hasChild(graph, verb, MARK) || isActor(graph, head) ? head : ownerOf(graph, head, depth);
  }
  if (!isVerb(graph, head) && !hasDep(graph, verb, DEPENDENT)) return -1;
  const controller = controllerOf(graph, verb, head);
  if (controller >= 0) return controller;
  if (!hasDep(graph, verb, SHARING)) return -1;
  const subject = surfaceSubject(graph, head);
  return subject >= 0 ? subject : unsaidSubject(graph, head, depth + 1);
}
/** Verbs whose addressee does what the infinitive says, whatever the parse takes the infinitive for. */
const ADDRESSING = new Set(
  'ask urge order tell instruct invite encourage advise press pressure push call appeal request persuade force compel allow permit enable help authorize command warn send dispatch deploy lead train equip arm assist advise support prepare hire use'.split(
    ' ',
  ),
);
const BEFORE_GERUND = new Set(['of', 'from', 'for', 'into']);
const CONTROLLED = depSet('advcl', 'ccomp');
const OBJECTS = depSet('obj', 'iobj');
/** "accused the army of killing them", "prevented rebels from entering", "called on Iraq to act": the object is the subject. */
function controllerOf(graph: Graph, verb: number, head: number): number {
  const mark = caseOf(graph, verb);
  const controlled =
    graph.tree.dep[verb] === DEP.xcomp ||
    (hasDep(graph, verb, CONTROLLED) &&
      (BEFORE_GERUND.has(mark) || (mark === 'to' && ADDRESSING.has(lemmaOf(graph, head)))));
  if (!controlled) return -1;
  const object = childIn(graph, head, OBJECTS);
  if (object >= 0) return object;
  if (!ADDRESSING.has(lemmaOf(graph, head))) return -1;
  for (let c = graph.first[head]; c >= 0 && c < verb; c = graph.next[c])
    if (graph.tree.dep[c] === DEP.obl && BEFORE_ADDRESSEE.has(caseOf(graph, c))) return c;
  return -1;
}
const BEFORE_ADDRESSEE = new Set(['on', 'upon', 'to']);
export const isActor = (graph: Graph, noun: number): boolean =>
  graph.headed[noun] >= 0 && ACTORS.has(graph.mentions[graph.headed[noun]].type);
const ACTORS = new Set<string>(['person', 'organization', 'group', 'place']);
/** "Iran's plan to attack", "announced plans to attack": who has the noun. */
function ownerOf(graph: Graph, noun: number, depth: number): number {
  for (let c = graph.first[noun]; c >= 0; c = graph.next[c])
    if (hasDep(graph, c, OWNER) && graph.holding[c] >= 0) return c;
  const governor = graph.tree.head[noun];
  if (governor < 0 || !isVerb(graph, governor)) return -1;
  const subject = surfaceSubject(graph, governor);
  return subject >= 0 ? subject : unsaidSubject(graph, governor, depth + 1);
}
const surfaceSubject = (graph: Graph, word: number): number => childIn(graph, word, SURFACE_SUBJECT);

/** "In Gao gunmen killed two": the preposition is the place's, whatever the parse says. */
function startsClause(graph: Graph, noun: number): boolean {
  for (let c = graph.first[noun]; c >= 0; c = graph.next[c]) {
    const mention = graph.headed[c];
    if (mention < 0 || graph.tree.dep[c] !== DEP.compound) continue;
    const { type, level, first } = graph.mentions[mention];
    if (type === 'place' && level === 'name' && first > 0 && graph.tree.dep[first - 1] === DEP.case) return true;
  }
  return false;
}

const MAIN = depSet('root', 'ccomp', 'parataxis', 'conj');
/** A main verb for which the parse has no subject: the nearest noun before it that hangs on no preposition. */
export function nounBefore(graph: Graph, verb: number): Slot | null {
  if (!hasDep(graph, verb, MAIN)) return null;
  let at = verb - 1;
  while (
    at >= 0 &&
    (graph.tags.pos[at] === POS.AUX || graph.tags.pos[at] === POS.ADV || graph.tags.pos[at] === POS.PART)
  )
    at--;
  if (at < 0 || graph.tokens.sentence[at] !== graph.tokens.sentence[verb] || graph.holding[at] < 0) return null;
  let noun = graph.mentions[graph.holding[at]].head;
  for (let steps = 0; steps < 4 && caseOf(graph, noun) && !startsClause(graph, noun); steps++) {
    noun = graph.tree.head[noun];
    if (noun < 0 || noun >= verb) return null;
  }
  if (graph.headed[noun] < 0 || graph.mentions[graph.headed[noun]].type === 'date') return null;
  return { key: isPassive(graph, verb) ? 'obj' : 'nsubj', token: noun, rank: 1 };
}
