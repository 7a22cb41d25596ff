/**
 * The target that a word names only by what it speaks of: "balked at a plan by Brussels", "agreed to an exchange of prisoners with Iraq".
 * Sought among the phrases below what the word governs, the nearest first.
 */
import type { DraftArgument } from '../document/layers.ts';
import { caseOf, children, type Graph, hasDep } from './graph.ts';
import type { Slot } from './slot.ts';

/** Types whose target is another party; who is attacked or arrested stands in a slot of its own. */
const PARTIES = new Set([
  'agree',
  'consult',
  'support',
  'concede',
  'cooperate',
  'aid',
  'request',
  'accuse',
  'reject',
  'threaten',
  'sanction',
]);
/** Prepositions before a party, the most telling first. */
const BEFORE = ['by', 'with', 'against', 'to', 'from', 'toward', 'towards', 'on', 'upon', 'between', 'of'];
/** Types of two sides that go together: whom they go against is no party to it ("teamed up against smugglers", "discussed the campaign against the rebels"). */
const TOGETHER = new Set(['agree', 'consult', 'concede', 'cooperate', 'aid']);
const BEFORE_PARTNER = BEFORE.filter((word) => word !== 'against' && word !== 'on' && word !== 'upon');
const DEPTH = 3;
const MOST = 60;

const isParty = (graph: Graph, mention: number): boolean => {
  const { type, kind, actsAs } = graph.mentions[mention];
  return (
    type === 'person' ||
    type === 'organization' ||
    type === 'group' ||
    type === 'nationality' ||
    (type === 'place' && (kind === 'country' || Boolean(actsAs)))
  );
};

const governed = (graph: Graph, token: number): number[] =>
  children(graph, token).filter(
    (c) =>
      hasDep(graph, c, 'obj', 'iobj', 'nmod', 'nmod:poss', 'obl', 'obl:agent', 'compound', 'amod', 'xcomp') ||
      // "a plan drawn up by the group"
      (hasDep(graph, c, 'acl') && children(graph, c).some((d) => caseOf(graph, d) === 'by')) ||
      (hasDep(graph, c, 'acl') && caseOf(graph, c) === 'to'),
  );

/** For an event with an agent and no patient, the nearest party below the words in its slots, as a patient; none otherwise. */
export function reach(
  graph: Graph,
  type: string,
  slots: readonly Slot[],
  args: readonly DraftArgument[],
): DraftArgument[] {
  if (!PARTIES.has(type) || args.some((a) => a.role === 'patient') || !args.some((a) => a.role === 'agent')) return [];
  const known = args.map((a) => a.mention);
  const chains = new Set(known.map((m) => graph.chain[m]));
  const isNew = (mention: number) =>
    mention >= 0 && isParty(graph, mention) && !chains.has(graph.chain[mention]) && !known.includes(mention);
  const before = TOGETHER.has(type) ? BEFORE_PARTNER : BEFORE;
  let level = slots
    .filter((s) => s.key === 'obj' || s.key === 'xcomp' || (s.rank === 0 && before.includes(s.key)))
    .map((s) => s.token);
  for (let depth = 0, seen = 0; depth < DEPTH && level.length && seen < MOST; depth++, seen += level.length) {
    const below = level.flatMap((t) => governed(graph, t));
    const found = below
      .filter((t) => isNew(graph.headed[t]) && before.includes(caseOf(graph, t)))
      .sort((a, b) => before.indexOf(caseOf(graph, a)) - before.indexOf(caseOf(graph, b)) || a - b);
    if (found.length) return [{ role: 'patient', mention: graph.headed[found[0]], rule: 'reach' }];
    level = below;
  }
  return [];
}
