/**
 * The time and place at the end of a sentence that tells of one event alone, however deep the parse hangs them: "struck a car
 * carrying policemen assigned to guard nurses in Goma on Monday".
 */
import type { DraftArgument } from '../document/layers.ts';
import { type Graph, hasDep } from './graph.ts';
import type { EventMention } from './reading.ts';
import { datesAt } from './when.ts';
import { nearestBelow, placesIn } from './where.ts';

const DEPTH = 8;
const HAPPENED = new Set(['actual', 'attempted', 'alleged']);
const HAPPENS = new Set(['assault', 'coerce', 'protest', 'consult', 'mobilize', 'retreat']);

export function withUnclaimed(graph: Graph, mentions: readonly EventMention[]): EventMention[] {
  const sentenceOf = (m: EventMention): number => graph.tokens.sentence[m.token];
  const told = new Map<number, number>();
  for (const m of mentions) told.set(sentenceOf(m), (told.get(sentenceOf(m)) ?? 0) + 1);
  return mentions.map((m) => {
    if (told.get(sentenceOf(m)) !== 1 || !hasDep(graph, m.token, 'root')) return m;
    if (!HAPPENED.has(m.status) || !HAPPENS.has(m.frame.type)) return m;
    const lacks = (role: string): boolean => !m.args.some((a) => a.role === role);
    const times =
      lacks('time') && graph.dated[sentenceOf(m)] ? nearestBelow(graph, m.token, datesAt, DEPTH, 'deep') : [];
    const places =
      lacks('place') && graph.placed[sentenceOf(m)] ? nearestBelow(graph, m.token, placesIn, DEPTH, 'deep') : [];
    const added = [
      ...times.map((mention): DraftArgument => ({ role: 'time', mention, rule: 'unclaimed' })),
      ...places
        .filter((mention) => !m.args.some((a) => a.mention === mention))
        .map((mention): DraftArgument => ({ role: 'place', mention, rule: 'unclaimed' })),
    ];
    return added.length ? { ...m, args: [...m.args, ...added] } : m;
  });
}
