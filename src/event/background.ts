/** History and aggregates: "more than 150 attacks", "since 1981", "in the past decade", "regularly attacks", an act of years ago. */

import type { Amount } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import { children, type Graph, lemmaOf } from './graph.ts';
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
function isLong(graph: Graph, token: number): boolean {
  const mention = graph.headed[token];
  if (mention < 0 || graph.mentions[mention].type !== 'date') return false;
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
  const [told, start, end] = [graph.date, interval.start, interval.end].map((d) => Date.parse(d.slice(0, 10)));
  return told - end > NEWS || (told >= end && end - start >= NEWS - 1);
}

/** "an earlier kidnapping", "previous attacks". */
const EARLIER = new Set(['earlier', 'previous', 'past', 'prior', 'historic', 'historical']);
const says = (graph: Graph, token: number): boolean =>
  children(graph, token).some(
    (c) =>
      (graph.tree.dep[c] === DEP.advmod && OFTEN.has(lemmaOf(graph, c))) ||
      (graph.tree.dep[c] === DEP.amod && EARLIER.has(graph.tokens.lower[c])),
  );

export function isBackground(graph: Graph, members: readonly EventMention[], count: Amount | null): boolean {
  if (count && count.best >= MANY) return true;
  const times = members.flatMap((m) => m.args.filter((a) => a.role === 'time').map((a) => a.mention));
  if (times.length && times.every((m) => isLongAgo(graph, m))) return true;
  return members.some(
    (m) =>
      m.slots.some((s) => {
        const isDate = graph.headed[s.token] >= 0 && graph.mentions[graph.headed[s.token]].type === 'date';
        return isDate && (s.key === 'since' || (OVER.has(s.key) && isLong(graph, s.token)));
      }) || says(graph, m.token),
  );
}
