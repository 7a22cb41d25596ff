/** From slots to arguments: which mention fills which role. A role takes mentions of certain types only. */
import type { DraftArgument } from '../document/layers.ts';
import { type EntityType, ROLES, type Role } from '../document/schema.ts';
import type { Frame, SlotRole } from './frame.ts';
import { antecedent, caseOf, children, type Graph, hasDep, mentionsAt, ownersAt } from './graph.ts';
import { includedBehind } from './listed.ts';
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
  if (type === 'weapon' || type === 'vehicle') return isArmed(frame.type) ? ['instrument'] : ['patient'];
  if (type === 'place' && kind !== 'country' && !actsAs) return ['place'];
  if (type === 'place' || type === 'nationality') return ['agent'];
  if (frame.type === 'assault' && (type === 'organization' || type === 'group')) return ['agent'];
  return frame.slots.get('compound') ?? [];
}

/** What the roles that hang on the filler mean for a mention. */
function rolesMeant(graph: Graph, role: SlotRole, mention: number): readonly Role[] {
  const { type, kind } = graph.mentions[mention];
  if (role === 'site') return [type === 'place' && kind !== 'facility' ? 'place' : 'patient'];
  if (role === 'visited') return type !== 'place' ? ['patient'] : kind === 'country' ? ['place', 'patient'] : ['place'];
  return [role];
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
  return given.flatMap((role) => rolesMeant(graph, role, mention)).filter((role) => fits(role, type));
}
const NO_ROLES: readonly Role[] = [];
/** A list of each role alone. */
const ALONE = Object.fromEntries(ROLES.map((role) => [role, [role]])) as unknown as Readonly<
  Record<Role, readonly Role[]>
>;

/** The roles that a mention takes in a slot: the frame's when the type fits, else what its type says. */
function rolesIn(graph: Graph, slot: Slot, mention: number, frame: Frame): readonly Role[] {
  const { type } = graph.mentions[mention];
  if (type === 'date') return ['time'];
  if (slot.key === 'compound')
    return compoundRoles(graph, mention, frame).flatMap((role) => rolesMeant(graph, role, mention));
  const given = frame.slots.get(slot.key);
  if (given && !(type === 'place' && slot.key === 'on' && !frame.own.has('on') && frame.pos === 'VERB')) {
    // only people are killed: a place or an organisation there is misread
    if ((given.includes('killed') || given.includes('injured')) && !fits('killed', type)) return [];
    const fitting = fittingOf(graph, given, mention);
    if (fitting.length) return fitting;
    if ((type === 'weapon' || type === 'vehicle') && isArmed(frame.type) && slot.key === 'nsubj') return ['instrument'];
    if (frame.own.has(slot.key) && given.length === 0) return [];
  }
  if ((type === 'weapon' || type === 'vehicle') && isArmed(frame.type) && MEANS.has(slot.key)) return ['instrument'];
  // "condemned the attacks in Paris": what is spoken of was there, not who spoke
  if (type === 'place' && WHERE.has(slot.key) && !(slot.rank === 1 && SPOKEN.has(frame.type))) return ['place'];
  return [];
}

/** "in Palmyra, Syria", "at a base in Iraq": the places that hold a place. */
function widerPlaces(graph: Graph, mention: number, depth = 0): number[] {
  const wider: number[] = [];
  const head = graph.mentions[mention].head;
  for (const c of children(graph, head)) {
    if (!hasDep(graph, c, 'nmod', 'appos', 'nmod:unmarked', 'nmod:desc', 'list', 'dep')) continue;
    const preposition = caseOf(graph, c);
    if (preposition && !WHERE.has(preposition) && preposition !== 'of') continue;
    for (const m of mentionsAt(graph, c))
      if (graph.mentions[m].type === 'place' && m !== mention)
        wider.push(m, ...(depth < 3 ? widerPlaces(graph, m, depth + 1) : []));
  }
  return wider;
}

/** "civilians, including two children", "workers -- three Salvadorans and an American --": those named behind a group are patients too. */
function membersOf(graph: Graph, mention: number): number[] {
  if (graph.mentions[mention].type !== 'group') return [];
  const below = children(graph, graph.mentions[mention].head)
    .filter(
      (c) =>
        hasDep(graph, c, 'appos', 'parataxis', 'list') ||
        /^(?:including|especially|particularly)$/.test(caseOf(graph, c)),
    )
    .flatMap((c) => mentionsAt(graph, c));
  return [...includedBehind(graph, mention), ...below].filter(
    (m) => /^(?:group|person)$/.test(graph.mentions[m].type) && graph.chain[m] !== graph.chain[mention],
  );
}

/** "six people, three of them students, were killed": the people, where the parse takes the students alone for the victims. */
function wholeOf(graph: Graph, mention: number): number {
  const number = children(graph, graph.mentions[mention].head).find((c) => hasDep(graph, c, 'nummod'));
  if (number === undefined || number < 2 || graph.tokens.form[number - 1] !== ',') return -1;
  if (!children(graph, number).some((c) => hasDep(graph, c, 'nmod') && graph.tokens.lower[c] === 'them')) return -1;
  const whole = graph.headed[number - 2];
  return whole >= 0 && graph.mentions[whole].type === 'group' ? whole : -1;
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

const isReflexive = (graph: Graph, mention: number): boolean =>
  /^(?:him|her|it|them|our|my)sel(?:f|ves)$/.test(graph.tokens.lower[graph.mentions[mention].head]);

/** The arguments of an event word, by its slots. */
export function argumentsOf(
  graph: Graph,
  slots: readonly Slot[],
  frame: Frame,
  parts: readonly number[],
): DraftArgument[] {
  const args: DraftArgument[] = [];
  const taken = new Map<Role, number>();
  const same = (a: number, b: number) => graph.chain[a] >= 0 && graph.chain[a] === graph.chain[b];
  const put = (role: Role, mention: number, rule: string) => {
    if (!args.some((a) => a.role === role && a.mention === mention)) args.push({ role, mention, rule });
  };
  // "condemned the killing in Gaza": where the parse hangs a place on the verb, it is of what was spoken of
  const told = SPOKEN.has(frame.type)
    ? slots.find((s) => s.key === 'obj' && s.rank === 0 && graph.headed[s.token] < 0)?.token
    : undefined;
  for (const rank of [0, 1] as const)
    for (const slot of slots) {
      if (slot.rank !== rank || parts.includes(slot.token)) continue;
      const isOfTold = told !== undefined && slot.token > told;
      for (const mention of fillersAt(graph, slot, frame))
        for (const role of rolesIn(graph, slot, mention, frame)) {
          if (role === 'place' && isOfTold) continue;
          // what the word has of its own is not added to by what it shares
          if (rank === 1 && taken.get(role) === 0) continue;
          if (
            role !== 'place' &&
            args.some((a) => a.mention === mention && !(a.role === 'patient' || role === 'patient'))
          )
            continue;
          if (args.some((a) => a.mention === mention && (a.role === 'agent') !== (role === 'agent'))) continue;
          // "gave his backing", "committed themselves": nobody is his own target
          if (
            role === 'patient' &&
            slot.key !== 'nsubj' &&
            args.some((a) => a.role === 'agent' && (same(a.mention, mention) || isReflexive(graph, mention)))
          )
            continue;
          if (!taken.has(role)) taken.set(role, rank);
          put(role, mention, slot.key);
        }
    }
  // "rocket attack" is one word of the table, and rockets its instrument
  if (isArmed(frame.type))
    for (const part of parts)
      if (graph.headed[part] >= 0 && fits('instrument', graph.mentions[graph.headed[part]].type))
        put('instrument', graph.headed[part], 'compound');
  if (!args.some((a) => a.role === 'agent') && isArmed(frame.type)) owners(graph, args, put);
  places(graph, args, put);
  return args;
}

/** The arguments with those that are named as parts of them or hold them. */
export function withMembers(graph: Graph, args: readonly DraftArgument[]): DraftArgument[] {
  const all = [...args];
  const put = (role: Role, mention: number, rule: string) => {
    if (!all.some((a) => a.role === role && a.mention === mention)) all.push({ role, mention, rule });
  };
  for (const { role, mention } of args) {
    if (role !== 'patient' && role !== 'killed' && role !== 'injured') continue;
    for (const member of membersOf(graph, mention)) put(role, member, 'member');
    const whole = wholeOf(graph, mention);
    if (whole >= 0) put(role, whole, 'whole');
  }
  return all;
}

/** Whose weapon it is: "Houthi missiles struck the ship". */
function owners(
  graph: Graph,
  args: readonly DraftArgument[],
  put: (role: Role, mention: number, rule: string) => void,
) {
  for (const { role, mention } of [...args]) {
    if (role !== 'instrument') continue;
    const m = graph.mentions[mention];
    for (const c of children(graph, m.head))
      if (hasDep(graph, c, 'compound', 'amod', 'nmod:poss'))
        for (const owner of mentionsAt(graph, c)) {
          const { type, kind } = graph.mentions[owner];
          if (
            type === 'organization' ||
            type === 'nationality' ||
            type === 'group' ||
            (type === 'place' && kind === 'country')
          )
            put('agent', owner, 'instrument/owner');
        }
  }
}

/** Places of places, and where what was done to stands: "bombed a base in Iraq". */
function places(
  graph: Graph,
  args: readonly DraftArgument[],
  put: (role: Role, mention: number, rule: string) => void,
) {
  const known = args.filter((a) => a.role === 'place');
  for (const { mention } of known) for (const m of widerPlaces(graph, mention)) put('place', m, 'place/wider');
  if (known.length) return;
  for (const { role, mention } of [...args]) {
    if (role !== 'patient') continue;
    const head = graph.mentions[mention].head;
    for (const c of children(graph, head)) {
      if (!hasDep(graph, c, 'nmod') || !WHERE.has(caseOf(graph, c))) continue;
      for (const m of mentionsAt(graph, c)) {
        if (graph.mentions[m].type !== 'place') continue;
        put('place', m, 'patient/place');
        for (const w of widerPlaces(graph, m)) put('place', w, 'place/wider');
      }
    }
  }
}

export const isActor = (graph: Graph, mention: number): boolean => ACTOR.includes(graph.mentions[mention].type);
