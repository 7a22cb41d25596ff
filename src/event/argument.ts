/** From slots to arguments: which mention fills which role. */
import type { DraftArgument, DraftMention } from '../document/layers.ts';
import type { Role } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import { hasRole, put } from './args.ts';
import { depSet, OWNER } from './deps.ts';
import type { Frame } from './frame.ts';
import { caseOf, type Graph, hasChild, hasDep } from './graph.ts';
import { fits, NO_ROLES, rolesIn, WHERE } from './role.ts';
import type { Slot } from './slot.ts';
import { antecedent, mentionsAt, ownersAt } from './standing.ts';
import { TRAIT } from './trait.ts';

/** "in Palmyra, Syria", "at a base in Iraq": adds the places that hold a place. */
function addWider(graph: Graph, args: DraftArgument[], mention: number, depth = 0): void {
  const { first, next, marker, mentions } = graph;
  const { head } = mentions[mention];
  if (!hasChild(graph, head, HOLDER)) return;
  for (let c = first[head]; c >= 0; c = next[c]) {
    if (!hasDep(graph, c, HOLDER) || !(marker[c] < 0 || isOfPlace(caseOf(graph, c)))) continue;
    for (const m of mentionsAt(graph, c)) {
      if (mentions[m].type !== 'place' || m === mention) continue;
      put(args, 'place', m, 'place/wider');
      if (depth < 3) addWider(graph, args, m, depth + 1);
    }
  }
}
const HOLDER = depSet('nmod', 'appos', 'nmod:unmarked', 'nmod:desc', 'list', 'dep');
const isOfPlace = (preposition: string): boolean => preposition === 'of' || WHERE.has(preposition);

/** Who stands in a slot; for a word that is no mention, whose it is: "criticized Assad's policies", "balked at a plan by the bank". */
function fillersAt(graph: Graph, { key, token }: Slot, frame: Frame): readonly number[] {
  const found = mentionsAt(graph, token);
  const owned =
    key === 'nsubj' || key === 'obj' || ((frame.traits & TRAIT.inWords) !== 0 && frame.own.has(key) && !WHERE.has(key));
  return found.length || !owned ? found : ownersAt(graph, antecedent(graph, token));
}

const REFLEXIVE = new Set(
  ['him', 'her', 'it', 'them', 'our', 'my'].flatMap((whose) => [`${whose}self`, `${whose}selves`]),
);
const isReflexive = ({ tokens, mentions }: Graph, mention: number): boolean =>
  REFLEXIVE.has(tokens.lower[mentions[mention].head]);

/** Whether a mention that stands in a slot may take a role beside the arguments that are there. */
function mayTake(graph: Graph, args: readonly DraftArgument[], role: Role, mention: number, key: string): boolean {
  const { chain } = graph;
  for (const a of args) {
    if (a.mention === mention) {
      if (role !== 'place' && role !== 'patient' && a.role !== 'patient') return false;
      if ((a.role === 'agent') !== (role === 'agent')) return false;
    }
    // "gave his backing", "committed themselves": nobody is his own target
    if (role === 'patient' && key !== 'nsubj' && a.role === 'agent') {
      if (chain[a.mention] >= 0 && chain[a.mention] === chain[mention]) return false;
      if (isReflexive(graph, mention)) return false;
    }
  }
  return true;
}

/** The word that a word of speech is about, where it is no mention: -1 for none. */
function toldAt({ headed }: Graph, slots: readonly Slot[]): number {
  for (const s of slots) if (s.key === 'obj' && s.rank === 0 && headed[s.token] < 0) return s.token;
  return -1;
}

/** The arguments of an event word, by its slots: the word's own first. */
export function argumentsOf(
  graph: Graph,
  slots: readonly Slot[],
  frame: Frame,
  parts: readonly number[],
): DraftArgument[] {
  const args: DraftArgument[] = [];
  // "condemned the killing in Gaza": where the parse hangs a place on the verb, it is of what was spoken of
  const told = frame.traits & TRAIT.spoken ? toldAt(graph, slots) : -1;
  addRanked(graph, args, slots, frame, parts, told, 0, NO_ROLES);
  // what the word has of its own is not added to by what it shares
  addRanked(graph, args, slots, frame, parts, told, 1, args.length ? args.map((a) => a.role) : NO_ROLES);
  if (frame.traits & TRAIT.armed) {
    // "rocket attack" is one word of the table, and rockets its instrument
    for (const part of parts)
      if (graph.headed[part] >= 0 && fits('instrument', graph.mentions[graph.headed[part]].type))
        put(args, 'instrument', graph.headed[part], 'compound');
    if (!hasRole(args, 'agent')) addOwners(graph, args);
  }
  addPlaces(graph, args);
  return args;
}
/**
 * @param told the word that is spoken of: no place behind it is the event's
 * @param full the roles that are filled
 */
function addRanked(
  graph: Graph,
  args: DraftArgument[],
  slots: readonly Slot[],
  frame: Frame,
  parts: readonly number[],
  told: number,
  rank: 0 | 1,
  full: readonly Role[],
): void {
  for (const slot of slots) {
    if (slot.rank !== rank || (parts.length && parts.includes(slot.token))) continue;
    for (const mention of fillersAt(graph, slot, frame))
      for (const role of rolesIn(graph, slot, mention, frame)) {
        if (role === 'place' && told >= 0 && slot.token > told) continue;
        if (full.includes(role) || !mayTake(graph, args, role, mention, slot.key)) continue;
        put(args, role, mention, slot.key);
      }
  }
}

/** Whose weapon it is: "Houthi missiles struck the ship". */
function addOwners(graph: Graph, args: DraftArgument[]): void {
  for (let i = 0, given = args.length; i < given; i++) {
    if (args[i].role !== 'instrument') continue;
    const { head } = graph.mentions[args[i].mention];
    if (!hasChild(graph, head, OWNER)) continue;
    for (let c = graph.first[head]; c >= 0; c = graph.next[c])
      if (hasDep(graph, c, OWNER))
        for (const owner of mentionsAt(graph, c))
          if (ownsArms(graph.mentions[owner])) put(args, 'agent', owner, 'instrument/owner');
  }
}
const ownsArms = ({ type, kind }: DraftMention): boolean =>
  type === 'organization' || type === 'nationality' || type === 'group' || (type === 'place' && kind === 'country');

/** Places of places, and where what was done to stands: "bombed a base in Iraq". */
function addPlaces(graph: Graph, args: DraftArgument[]): void {
  const given = args.length;
  if (hasRole(args, 'place')) {
    for (let i = 0; i < given; i++) if (args[i].role === 'place') addWider(graph, args, args[i].mention);
    return;
  }
  for (let i = 0; i < given; i++) {
    if (args[i].role !== 'patient') continue;
    const { head } = graph.mentions[args[i].mention];
    for (let c = graph.first[head]; c >= 0; c = graph.next[c]) {
      if (graph.tree.dep[c] !== DEP.nmod || !WHERE.has(caseOf(graph, c))) continue;
      for (const m of mentionsAt(graph, c)) {
        if (graph.mentions[m].type !== 'place') continue;
        put(args, 'place', m, 'patient/place');
        addWider(graph, args, m);
      }
    }
  }
}
