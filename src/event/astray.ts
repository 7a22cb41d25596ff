/** Agents that the parse hangs one noun too low: "the arrest of a bishop by the police", "were given refuge by Sweden". */
import { DEP } from '../document/ud.ts';
import { depSet } from './deps.ts';
import { caseOf, type Graph, hasDep } from './graph.ts';
import type { Slot } from './slot.ts';

const PHRASE = depSet('nmod', 'obl', 'obl:agent');
const INNER = depSet('obj', 'xcomp');

/** Of a phrase below an event noun, the phrases behind it that name who did it, or between whom it was. */
export function addAstray(graph: Graph, inner: number, slots: Slot[]): void {
  for (let c = graph.first[inner]; c >= 0; c = graph.next[c]) {
    if (c < inner || !hasDep(graph, c, PHRASE)) continue;
    const key = caseOf(graph, c);
    if (key === 'by' || key === 'between') slots.push({ key, token: c, rank: 1 });
  }
}

/** Of a passive without an agent: the "by" phrase of its object or complement. */
export function addPassiveAgent(graph: Graph, verb: number, slots: Slot[]): void {
  for (let o = graph.first[verb]; o >= 0; o = graph.next[o]) {
    if (!hasDep(graph, o, INNER)) continue;
    for (let c = graph.first[o]; c >= 0; c = graph.next[c])
      if (c > o && hasDep(graph, c, PHRASE) && (graph.tree.dep[c] === DEP['obl:agent'] || caseOf(graph, c) === 'by'))
        slots.push({ key: 'nsubj', token: c, rank: 1 });
  }
}
