/** History and aggregates: "more than 150 attacks", "since 1981", "in the past decade", "regularly attacks", an act of years ago. */

import type { Amount } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import { depSet } from './deps.ts';
import { type Graph, hasChild, lemmaOf } from './graph.ts';
import type { EventMention } from './reading.ts';

/** From so many on they are no single events. */
const MANY = 10;
const OFTEN = new Set([
  'regularly',
  'routinely',
  'repeatedly',
  'frequently',
  'often',
  'traditionally',
  'habitually',
  'periodically',
  'historically',
]);
const OVER = new Set(['in', 'over', 'during', 'throughout', 'within', 'across', 'bare']);
const DAY = 86_400_000;
/** A text tells of what happened within the year before it; the rest is history. */
const NEWS = 365 * DAY;

/** "the past ten years", "a decade": a stretch of a year or more. */
function isLong(graph: Graph, mention: number): boolean {
  const value = graph.entities[graph.chain[mention]]?.attributes.value;
  return typeof value === 'string' && /^P(?:\d+|X)(?:Y|DE|CE)/.test(value);
}

/** "in 1982", "last year": a year before, or a whole year that is over. */
function isLongAgo(graph: Graph, mention: number): boolean {
  if (!graph.date) return false;
  const interval = graph.entities[graph.chain[mention]]?.attributes.interval as
    | { start: string; end: string }
    | undefined;
  if (!interval) return false;
  const told = dayOf(graph.date);
  const start = dayOf(interval.start);
  const end = dayOf(interval.end);
  return told - end > NEWS || (told >= end && end - start >= NEWS - 1);
}
const dayOf = (date: string): number => Date.parse(date.slice(0, 10));

/** "an earlier kidnapping", "previous attacks". */
const EARLIER = new Set(['earlier', 'previous', 'past', 'prior', 'historic', 'historical']);
function says(graph: Graph, token: number): boolean {
  if (!hasChild(graph, token, MODIFIER)) return false;
  for (let c = graph.first[token]; c >= 0; c = graph.next[c])
    if (
      (graph.tree.dep[c] === DEP.advmod && OFTEN.has(lemmaOf(graph, c))) ||
      (graph.tree.dep[c] === DEP.amod && EARLIER.has(graph.tokens.lower[c]))
    )
      return true;
  return false;
}
const MODIFIER = depSet('advmod', 'amod');

/** "since 1981", "in the past decade". */
function goesOn(graph: Graph, { slots }: EventMention): boolean {
  for (const { key, token } of slots) {
    const mention = graph.headed[token];
    if (mention < 0 || graph.mentions[mention].type !== 'date') continue;
    if (key === 'since' || (OVER.has(key) && isLong(graph, mention))) return true;
  }
  return false;
}
/** Whether it has a time, and each that it has is long ago. */
function wasLongAgo(graph: Graph, members: readonly EventMention[]): boolean {
  let times = 0;
  for (const { args } of members)
    for (const { role, mention } of args) {
      if (role !== 'time') continue;
      times++;
      if (!isLongAgo(graph, mention)) return false;
    }
  return times > 0;
}

export function isBackground(graph: Graph, members: readonly EventMention[], count: Amount | undefined): boolean {
  if (count && count.best >= MANY) return true;
  if (wasLongAgo(graph, members)) return true;
  for (const m of members) if (goesOn(graph, m) || says(graph, m.token)) return true;
  return false;
}
