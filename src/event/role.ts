/** Which roles a mention takes in a slot: those of the frame that its type fits, else what its type says. */
import { type EntityType, ROLES, type Role } from '../document/schema.ts';
import type { Frame, SlotRole } from './frame.ts';
import type { Graph } from './graph.ts';
import type { Slot } from './slot.ts';

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
export const fits = (role: Role, type: EntityType): boolean =>
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

export const isActor = (graph: Graph, mention: number): boolean => ACTOR.includes(graph.mentions[mention].type);
