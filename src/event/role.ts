/** Which roles a mention takes in a slot: those of the frame that its type fits, else what its type says. */
import { isOfTypes, OWN_TYPES, typesOf } from '../document/entityType.ts';
import { type EntityType, ROLES, type Role } from '../document/schema.ts';
import { type WordSet, wordSet } from '../gazetteer/wordMap.ts';
import type { Frame } from './frame.ts';
import type { Graph } from './graph.ts';
import type { Slot } from './slot.ts';
import { TRAIT } from './trait.ts';

const ACTOR = typesOf('person', 'organization', 'group', 'place', 'nationality');
const ARMS = typesOf('weapon', 'vehicle');
const PATIENT = ACTOR | ARMS | typesOf('quantity');
const HARMED = typesOf('person', 'group', 'quantity', 'nationality');
const PLACE = typesOf('place');
const DATE = typesOf('date');
/** The types that fit a role; one of one's own fits everywhere but as a time. */
function fillers(role: Role): number {
  switch (role) {
    case 'agent':
    case 'source':
      return OWN_TYPES | ACTOR;
    case 'patient':
      return OWN_TYPES | PATIENT;
    case 'killed':
    case 'injured':
      return OWN_TYPES | HARMED;
    case 'instrument':
      return OWN_TYPES | ARMS;
    case 'place':
      return OWN_TYPES | PLACE;
    default:
      return DATE;
  }
}
export const fits = (role: Role, type: EntityType): boolean => isOfTypes(fillers(role), type);

/**
 * `site` is the patient when a facility, a vehicle or an actor stands there, the place when a town or country does ("a bomb exploded at a bank in
 * Quito"); `visited` is the place, and the patient when a country or actor.
 */
export type SlotRole = Role | 'site' | 'visited';
/** The roles of a slot ("patient+killed"), and what is asked of them each time. */
export interface SlotRoles {
  readonly list: readonly SlotRole[];
  /** The list, where it is one role that does not hang on the filler. */
  readonly only: readonly [Role] | undefined;
  /** Whether it is the slot of those that are harmed. */
  readonly harms: boolean;
}
export function slotRoles(list: readonly SlotRole[]): SlotRoles {
  const [only] = list;
  return {
    list,
    only: list.length === 1 && only !== 'site' && only !== 'visited' ? [only] : undefined,
    harms: list.includes('killed') || list.includes('injured'),
  };
}

/** Roles by slot. */
export type Slots = ReadonlyMap<string, SlotRoles>;
/** The same for the words of a text, most of whose slots are subjects and objects. */
export class SlotTable {
  readonly #subject: SlotRoles | undefined;
  readonly #object: SlotRoles | undefined;
  readonly #all: Slots;

  constructor(slots: Slots) {
    this.#subject = slots.get('nsubj');
    this.#object = slots.get('obj');
    this.#all = slots;
  }
  get(key: string): SlotRoles | undefined {
    return key === 'nsubj' ? this.#subject : key === 'obj' ? this.#object : this.#all.get(key);
  }
}

export const WHERE: WordSet = wordSet(
  'in at near outside inside around across throughout within along off over above between through beneath under on north south east west into from'.split(
    ' ',
  ),
);
const MEANS = new Set(['with', 'using', 'by', 'from', 'via', 'aboard', 'in']);

const isArmed = ({ traits }: Frame): boolean => (traits & TRAIT.armed) !== 0;
/** The country or demonym beside an event noun acts ("Israeli strikes"), a town is where it happens ("the Kabul bombing"). */
function compoundRoles(graph: Graph, mention: number, frame: Frame): readonly SlotRole[] {
  const { type, kind, actsAs } = graph.mentions[mention];
  if (type === 'weapon' || type === 'vehicle') return isArmed(frame) ? ALONE.instrument : ALONE.patient;
  if (type === 'place' && kind !== 'country' && !actsAs) return ALONE.place;
  if (type === 'place' || type === 'nationality') return ALONE.agent;
  if (frame.type === 'assault' && (type === 'organization' || type === 'group')) return ALONE.agent;
  return frame.slots.get('compound')?.list ?? NO_ROLES;
}

const VISITED: readonly Role[] = ['place', 'patient'];
/** What the roles that hang on the filler mean for a mention. */
function rolesMeant(graph: Graph, role: 'site' | 'visited', mention: number): readonly Role[] {
  const { type, kind } = graph.mentions[mention];
  if (role === 'site') return type === 'place' && kind !== 'facility' ? ALONE.place : ALONE.patient;
  return type !== 'place' ? ALONE.patient : kind === 'country' ? VISITED : ALONE.place;
}

function meantBy(graph: Graph, roles: readonly SlotRole[], mention: number): readonly Role[] {
  if (roles.every(isFixed)) return roles;
  return roles.flatMap((role) => (isFixed(role) ? role : rolesMeant(graph, role, mention)));
}
const isFixed = (role: SlotRole): role is Role => role !== 'site' && role !== 'visited';

/** Those of a slot's roles that a mention's type fits. */
function fittingOf(graph: Graph, { list, only }: SlotRoles, mention: number): readonly Role[] {
  const { type } = graph.mentions[mention];
  if (only) return fits(only[0], type) ? only : NO_ROLES;
  const meant = meantBy(graph, list, mention);
  return meant.every((role) => fits(role, type)) ? meant : meant.filter((role) => fits(role, type));
}
export const NO_ROLES: readonly Role[] = [];
/** A list of each role alone. */
const ALONE = Object.fromEntries(ROLES.map((role) => [role, [role]])) as unknown as Readonly<
  Record<Role, readonly Role[]>
>;

/** The roles that a mention takes in a slot: the frame's when the type fits, else what its type says. */
export function rolesIn(graph: Graph, slot: Slot, mention: number, frame: Frame): readonly Role[] {
  const { type } = graph.mentions[mention];
  if (type === 'date') return ALONE.time;
  if (slot.key === 'compound') return meantBy(graph, compoundRoles(graph, mention, frame), mention);
  const given = frame.slots.get(slot.key);
  if (given && !(type === 'place' && slot.key === 'on' && !frame.own.has('on') && frame.pos === 'VERB')) {
    // only people are killed: a place or an organisation there is misread
    if (given.harms && !fits('killed', type)) return NO_ROLES;
    const fitting = fittingOf(graph, given, mention);
    if (fitting.length) return fitting;
    if ((type === 'weapon' || type === 'vehicle') && isArmed(frame) && slot.key === 'nsubj') return ALONE.instrument;
    if (given.list.length === 0 && frame.own.has(slot.key)) return NO_ROLES;
  }
  if ((type === 'weapon' || type === 'vehicle') && isArmed(frame) && MEANS.has(slot.key)) return ALONE.instrument;
  // "condemned the attacks in Paris": what is spoken of was there, not who spoke
  if (type === 'place' && WHERE.has(slot.key) && !(slot.rank === 1 && (frame.traits & TRAIT.spoken) !== 0))
    return ALONE.place;
  return NO_ROLES;
}

export const isActor = (graph: Graph, mention: number): boolean => isOfTypes(ACTOR, graph.mentions[mention].type);
