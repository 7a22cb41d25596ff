/** Arguments that the parse hangs one word too low, or takes for another part of the clause. */
import { DEP, POS } from '../document/ud.ts';
import { depSet, SURFACE_SUBJECT } from './deps.ts';
import { caseOf, type Graph, hasChild, hasDep } from './graph.ts';
import type { Slot } from './slot.ts';
import { isActor } from './subject.ts';

const PHRASE = depSet('nmod', 'obl', 'obl:agent');
const INNER = depSet('obj', 'xcomp');

/** Of an object, the phrases behind it: "fired rockets at the base", where "at the base" hangs on the rockets. */
export function addBehindObject(graph: Graph, object: number, slots: Slot[]): void {
  if (!hasChild(graph, object, BEHIND_OBJECT)) return;
  for (let c = graph.first[object]; c >= 0; c = graph.next[c])
    if (graph.tree.dep[c] === DEP.nmod && graph.marker[c] >= 0)
      slots.push({ key: caseOf(graph, c), token: c, rank: 1 });
    else if (graph.tree.dep[c] === DEP.acl && caseOf(graph, c) === 'to' && isActor(graph, object))
      slots.push({ key: 'xcomp', token: c, rank: 1 });
}
const BEHIND_OBJECT = depSet('nmod', 'acl');

/** Of a phrase below an event noun, the phrases behind it that name who did it, or between whom it was: "the arrest of a bishop by the police". */
export function addAstray(graph: Graph, inner: number, slots: Slot[]): void {
  for (let c = graph.first[inner]; c >= 0; c = graph.next[c]) {
    if (c < inner || !hasDep(graph, c, PHRASE)) continue;
    const key = caseOf(graph, c);
    if (key === 'by' || key === 'between') slots.push({ key, token: c, rank: 1 });
  }
}

/** Of a passive without an agent: the "by" phrase of its object or complement ("were given refuge by Sweden"). */
export function addPassiveAgent(graph: Graph, verb: number, slots: Slot[]): void {
  for (let o = graph.first[verb]; o >= 0; o = graph.next[o]) {
    if (!hasDep(graph, o, INNER)) continue;
    for (let c = graph.first[o]; c >= 0; c = graph.next[c])
      if (c > o && hasDep(graph, c, PHRASE) && (graph.tree.dep[c] === DEP['obl:agent'] || caseOf(graph, c) === 'by'))
        slots.push({ key: 'nsubj', token: c, rank: 1 });
  }
}

const OPENERS = new Set(['after', 'before', 'since', 'until', 'as']);
const BETWEEN = new Set<number>([POS.AUX, POS.ADV, POS.PART]);
/** "after rockets were fired": a conjunction that is taken for a preposition, and with it the subject for an adjunct. */
export function isHiddenSubject(graph: Graph, verb: number, token: number): boolean {
  if (token > verb || !OPENERS.has(caseOf(graph, token)) || hasChild(graph, verb, SURFACE_SUBJECT)) return false;
  for (let t = token + 1; t < verb; t++) if (!BETWEEN.has(graph.tags.pos[t])) return false;
  return true;
}
