/**
 * The target that a word names only by what it speaks of: "balked at a plan by Brussels", "agreed to an exchange of prisoners with Iraq".
 * Sought among the phrases below what the word governs, the nearest first.
 */

import type { DraftArgument } from '../document/layers.ts';
import { DEP } from '../document/ud.ts';
import { hasRole } from './args.ts';
import { depSet } from './deps.ts';
import { caseOf, type Graph, hasDep } from './graph.ts';
import type { Slot } from './slot.ts';
import { TRAIT } from './trait.ts';

/** Prepositions before a party, the most telling first. */
const PREPOSITIONS = ['by', 'with', 'against', 'to', 'from', 'toward', 'towards', 'on', 'upon', 'between', 'of'];
const ranked = (words: readonly string[]): ReadonlyMap<string, number> => new Map(words.map((word, i) => [word, i]));
const BEFORE = ranked(PREPOSITIONS);
const BEFORE_PARTNER = ranked(PREPOSITIONS.filter((word) => word !== 'against' && word !== 'on' && word !== 'upon'));
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

const GOVERNED = depSet('obj', 'iobj', 'nmod', 'nmod:poss', 'obl', 'obl:agent', 'compound', 'amod', 'xcomp');
function isGoverned(graph: Graph, token: number): boolean {
  if (graph.tree.dep[token] !== DEP.acl) return hasDep(graph, token, GOVERNED);
  if (caseOf(graph, token) === 'to') return true;
  // "a plan drawn up by the group"
  for (let c = graph.first[token]; c >= 0; c = graph.next[c]) if (caseOf(graph, c) === 'by') return true;
  return false;
}
/** Whether it is one that no argument is. */
function isNew({ chain }: Graph, args: readonly DraftArgument[], mention: number): boolean {
  for (const a of args) if (a.mention === mention || chain[a.mention] === chain[mention]) return false;
  return true;
}

/** For an event with an agent and no patient, the nearest party below the words in its slots; -1 for none. @param traits of its type */
export function reach(graph: Graph, traits: number, slots: readonly Slot[], args: readonly DraftArgument[]): number {
  if (!(traits & TRAIT.party) || hasRole(args, 'patient') || !hasRole(args, 'agent')) return -1;
  const before = traits & TRAIT.together ? BEFORE_PARTNER : BEFORE;
  let level: number[] = [];
  for (const { key, rank, token } of slots)
    if (key === 'obj' || key === 'xcomp' || (rank === 0 && before.has(key))) level.push(token);
  for (let depth = 0, seen = 0; depth < DEPTH && level.length && seen < MOST; depth++, seen += level.length) {
    const below: number[] = [];
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const t of level)
      for (let c = graph.first[t]; c >= 0; c = graph.next[c]) {
        if (!isGoverned(graph, c)) continue;
        below.push(c);
        const mention = graph.headed[c];
        const rank = mention < 0 ? undefined : before.get(caseOf(graph, c));
        if (rank === undefined || rank > least || (rank === least && c > nearest)) continue;
        if (isParty(graph, mention) && isNew(graph, args, mention)) [nearest, least] = [c, rank];
      }
    if (nearest >= 0) return graph.headed[nearest];
    level = below;
  }
  return -1;
}
