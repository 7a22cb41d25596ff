/** From slots to arguments: which mention fills which role. A role takes mentions of certain types only. */
import type { DraftArgument, DraftMention } from '../document/layers.ts';
import { type EntityType, ROLES, type Role } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import { depSet, OWNER } from './deps.ts';
import type { Frame, SlotRole } from './frame.ts';
import { caseOf, childIn, type Graph, hasChild, hasDep } from './graph.ts';
import { includedBehind } from './listed.ts';
import type { Slot } from './slot.ts';
import { antecedent, mentionsAt, ownersAt } from './standing.ts';

const ACTOR: readonly EntityType[] = ['person', 'organization', 'group', 'place', 'nationality'];
const FILLERS: Readonly<Record<Role, readonly EntityType[]>> = {
  agent: ACTOR,
  patient: [...ACTOR, 'weapon', 'vehicle', 'quantity'],
  killed: ['person', 'group', 'quantity', 'nationality'],
  injured: ['person', 'group', 'quantity', 'nationality'],
  instrument: ['weapon', 'vehicle'],
  place: ['place'],
  time: ['date'],
  source: ACTOR,
};
const fits = (role: Role, type: EntityType): boolean =>
  FILLERS[role].includes(type) || (type.includes(':') && role !== 'time');

export const WHERE: ReadonlySet<string> = new Set(
  'in at near outside inside around across throughout within along off over above between through beneath under on north south east west into from'.split(
    ' ',
  ),
);
const MEANS = new Set(['with', 'using', 'by', 'from', 'via', 'aboard', 'in']);
/** Types whose weapons and vehicles are instruments wherever they stand. */
const ARMED = new Set(['assault', 'mobilize', 'coerce', 'threaten']);
export const isArmed = (type: string): boolean => ARMED.has(type);

/** The country or demonym beside an event noun acts ("Israeli strikes"), a town is where it happens ("the Kabul bombing"). */
function compoundRoles(graph: Graph, mention: number, frame: Frame): readonly SlotRole[] {
  const { type, kind, actsAs } = graph.mentions[mention];
  if (type === 'weapon' || type === 'vehicle') return isArmed(frame.type) ? ALONE.instrument : ALONE.patient;
  if (type === 'place' && kind !== 'country' && !actsAs) return ALONE.place;
  if (type === 'place' || type === 'nationality') return ALONE.agent;
  if (frame.type === 'assault' && (type === 'organization' || type === 'group')) return ALONE.agent;
  return frame.slots.get('compound') ?? NO_ROLES;
}

const VISITED: readonly Role[] = ['place', 'patient'];
/** What the roles that hang on the filler mean for a mention. */
function rolesMeant(graph: Graph, role: SlotRole, mention: number): readonly Role[] {
  const { type, kind } = graph.mentions[mention];
  if (role === 'site') return type === 'place' && kind !== 'facility' ? ALONE.place : ALONE.patient;
  if (role === 'visited') return type !== 'place' ? ALONE.patient : kind === 'country' ? VISITED : ALONE.place;
  return ALONE[role];
}

function meantBy(graph: Graph, roles: readonly SlotRole[], mention: number): readonly Role[] {
  if (roles.length === 1) return rolesMeant(graph, roles[0], mention);
  return roles.flatMap((role) => rolesMeant(graph, role, mention));
}

/** Types that are words about something else. */
export const SPOKEN: ReadonlySet<string> = new Set([
  'support',
  'request',
  'accuse',
  'reject',
  'threaten',
  'agree',
  'concede',
]);

/** Those of a slot's roles that a mention's type fits. */
function fittingOf(graph: Graph, given: readonly SlotRole[], mention: number): readonly Role[] {
  const { type } = graph.mentions[mention];
  const [only] = given;
  if (given.length === 1 && only !== 'site' && only !== 'visited') return fits(only, type) ? ALONE[only] : NO_ROLES;
  const meant = meantBy(graph, given, mention);
  return meant.every((role) => fits(role, type)) ? meant : meant.filter((role) => fits(role, type));
}
const NO_ROLES: readonly Role[] = [];
/** A list of each role alone. */
const ALONE = Object.fromEntries(ROLES.map((role) => [role, [role]])) as unknown as Readonly<
  Record<Role, readonly Role[]>
>;

/** The roles that a mention takes in a slot: the frame's when the type fits, else what its type says. */
function rolesIn(graph: Graph, slot: Slot, mention: number, frame: Frame): readonly Role[] {
  const { type } = graph.mentions[mention];
  if (type === 'date') return ALONE.time;
  if (slot.key === 'compound') return meantBy(graph, compoundRoles(graph, mention, frame), mention);
  const given = frame.slots.get(slot.key);
  if (given && !(type === 'place' && slot.key === 'on' && !frame.own.has('on') && frame.pos === 'VERB')) {
    // only people are killed: a place or an organisation there is misread
    if ((given.includes('killed') || given.includes('injured')) && !fits('killed', type)) return NO_ROLES;
    const fitting = fittingOf(graph, given, mention);
    if (fitting.length) return fitting;
    if ((type === 'weapon' || type === 'vehicle') && isArmed(frame.type) && slot.key === 'nsubj')
      return ALONE.instrument;
    if (frame.own.has(slot.key) && given.length === 0) return NO_ROLES;
  }
  if ((type === 'weapon' || type === 'vehicle') && isArmed(frame.type) && MEANS.has(slot.key)) return ALONE.instrument;
  // "condemned the attacks in Paris": what is spoken of was there, not who spoke
  if (type === 'place' && WHERE.has(slot.key) && !(slot.rank === 1 && SPOKEN.has(frame.type))) return ALONE.place;
  return NO_ROLES;
}

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

const PEOPLE = new Set<string>(['group', 'person']);
const AMONG = new Set(['including', 'especially', 'particularly']);
const APPENDED = depSet('appos', 'parataxis', 'list');
/** "civilians, including two children", "workers -- three Salvadorans and an American --": those named behind a group are patients too. */
function addMembers(graph: Graph, args: DraftArgument[], role: Role, mention: number): void {
  const { first, next, marker, mentions } = graph;
  const { type, head } = mentions[mention];
  if (type !== 'group') return;
  for (const m of includedBehind(graph, mention)) addMember(graph, args, role, mention, m);
  for (let c = first[head]; c >= 0; c = next[c])
    if (hasDep(graph, c, APPENDED) || (marker[c] >= 0 && AMONG.has(caseOf(graph, c))))
      for (const m of mentionsAt(graph, c)) addMember(graph, args, role, mention, m);
}
function addMember({ mentions, chain }: Graph, args: DraftArgument[], role: Role, whole: number, member: number): void {
  if (PEOPLE.has(mentions[member].type) && chain[member] !== chain[whole]) put(args, role, member, 'member');
}

/** "six people, three of them students, were killed": the people, where the parse takes the students alone for the victims. */
function wholeOf(graph: Graph, mention: number): number {
  const number = childIn(graph, graph.mentions[mention].head, NUMBER);
  if (number < 2 || graph.tokens.form[number - 1] !== ',' || !isOfThem(graph, number)) return -1;
  const whole = graph.headed[number - 2];
  return whole >= 0 && graph.mentions[whole].type === 'group' ? whole : -1;
}
const NUMBER = depSet('nummod');
function isOfThem({ first, next, tree, tokens }: Graph, number: number): boolean {
  for (let c = first[number]; c >= 0; c = next[c])
    if (tree.dep[c] === DEP.nmod && tokens.lower[c] === 'them') return true;
  return false;
}

/** Types whose target may be known by what it said or made; who is killed or arrested is not known by what he owns. */
const IN_WORDS = new Set([
  'agree',
  'support',
  'concede',
  'cooperate',
  'request',
  'accuse',
  'reject',
  'threaten',
  'sanction',
]);
/** Who stands in a slot; for a word that is no mention, whose it is: "criticized Assad's policies", "balked at a plan by the bank". */
function fillersAt(graph: Graph, { key, token }: Slot, frame: Frame): readonly number[] {
  const found = mentionsAt(graph, token);
  const owned = key === 'nsubj' || key === 'obj' || (IN_WORDS.has(frame.type) && frame.own.has(key) && !WHERE.has(key));
  return found.length || !owned ? found : ownersAt(graph, antecedent(graph, token));
}

const REFLEXIVE = new Set(
  ['him', 'her', 'it', 'them', 'our', 'my'].flatMap((whose) => [`${whose}self`, `${whose}selves`]),
);
const isReflexive = ({ tokens, mentions }: Graph, mention: number): boolean =>
  REFLEXIVE.has(tokens.lower[mentions[mention].head]);

/** Adds an argument, unless it is there. */
function put(args: DraftArgument[], role: Role, mention: number, rule: string): void {
  for (const a of args) if (a.role === role && a.mention === mention) return;
  args.push({ role, mention, rule });
}
/** Whether a mention is one of the first arguments. */
export function hasMention(args: readonly DraftArgument[], mention: number, first: number): boolean {
  for (let i = 0; i < first; i++) if (args[i].mention === mention) return true;
  return false;
}
export function hasRole(args: readonly DraftArgument[], role: Role): boolean {
  for (const a of args) if (a.role === role) return true;
  return false;
}

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
  const told = SPOKEN.has(frame.type) ? toldAt(graph, slots) : -1;
  addRanked(graph, args, slots, frame, parts, told, 0, NO_ROLES);
  // what the word has of its own is not added to by what it shares
  addRanked(graph, args, slots, frame, parts, told, 1, args.length ? args.map((a) => a.role) : NO_ROLES);
  if (isArmed(frame.type)) {
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

/** The arguments with those that are named as parts of them or hold them. */
export function withMembers(graph: Graph, args: readonly DraftArgument[]): DraftArgument[] {
  const all = args.slice();
  for (const { role, mention } of args) {
    if (role !== 'patient' && role !== 'killed' && role !== 'injured') continue;
    addMembers(graph, all, role, mention);
    const whole = wholeOf(graph, mention);
    if (whole >= 0) put(all, role, whole, 'whole');
  }
  return all;
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

export const isActor = (graph: Graph, mention: number): boolean => ACTOR.includes(graph.mentions[mention].type);
