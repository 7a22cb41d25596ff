/**
 * The time and place at the end of a sentence that tells of one event alone, however deep the parse hangs them: "struck a car
 * carrying policemen assigned to guard nurses in Goma on Monday".
 */
import { DEP } from '../document/ud.ts';
import { hasRole } from './args.ts';
import type { Graph } from './graph.ts';
import { type EventMention, withArgs } from './reading.ts';
import { TRAIT } from './trait.ts';
import { datesAt } from './when.ts';
import { nearestBelow, placesIn } from './where.ts';

const DEPTH = 8;
const HAPPENED = new Set(['actual', 'attempted', 'alleged']);

export function withUnclaimed(graph: Graph, mentions: readonly EventMention[]): readonly EventMention[] {
  const { sentence } = graph.tokens;
  let claimed: EventMention[] | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i];
    if (graph.tree.dep[m.token] !== DEP.root || !(m.frame.traits & TRAIT.scene) || !HAPPENED.has(m.status)) continue;
    // mentions stand in the order of the text
    const isAlone =
      (i === 0 || sentence[mentions[i - 1].token] !== sentence[m.token]) &&
      (i + 1 === mentions.length || sentence[mentions[i + 1].token] !== sentence[m.token]);
    if (isAlone) (claimed ??= mentions.slice())[i] = claiming(graph, m);
  }
  return claimed ?? mentions;
}
function claiming(graph: Graph, m: EventMention): EventMention {
  const sentence = graph.tokens.sentence[m.token];
  if (!graph.dated[sentence] && !graph.placed[sentence]) return m;
  const args = m.args.slice();
  if (graph.dated[sentence] && !hasRole(m.args, 'time'))
    for (const mention of nearestBelow(graph, m.token, datesAt, DEPTH, 'deep'))
      args.push({ role: 'time', mention, rule: 'unclaimed' });
  if (graph.placed[sentence] && !hasRole(m.args, 'place'))
    for (const mention of nearestBelow(graph, m.token, placesIn, DEPTH, 'deep'))
      if (!m.args.some((a) => a.mention === mention)) args.push({ role: 'place', mention, rule: 'unclaimed' });
  return args.length > m.args.length ? withArgs(m, args) : m;
}
