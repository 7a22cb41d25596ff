/** Whether a row of `event.tsv` holds for a word in its sentence: "meet" is a meeting with an actor, not with a target. */
import type { DraftArgument } from '../document/layers.ts';
import { isActor } from './argument.ts';
import type { Frame, Need } from './frame.ts';
import { children, conjuncts, type Graph, hasDep, lemmaOf, mentionsAt } from './graph.ts';
import type { Slot } from './slot.ts';
import { isPassive } from './voice.ts';

export interface Reading {
  readonly graph: Graph;
  readonly token: number;
  readonly slots: readonly Slot[];
  /** Worked out when a need asks for them. */
  readonly args: readonly DraftArgument[];
}

const filled = ({ args }: Reading, role: string): boolean => args.some((a) => a.role === role);
const actorIn = ({ args, graph }: Reading, role: string): boolean =>
  args.some((a) => a.role === role && isActor(graph, a.mention));

const PREDICATES: Readonly<Record<string, (reading: Reading) => boolean>> = {
  actor: (r) =>
    r.args.some(
      (a) =>
        a.role === 'instrument' ||
        ((a.role === 'agent' || a.role === 'patient') && r.graph.mentions[a.mention].type !== 'quantity'),
    ),
  both: (r) => (actorIn(r, 'agent') && actorIn(r, 'patient')) || r.args.filter((a) => a.role === 'agent').length > 1,
  clause: ({ graph, token, slots }) =>
    slots.some((s) => s.key === 'xcomp' || s.key === 'ccomp') ||
    children(graph, token).some((c) => hasDep(graph, c, 'ccomp', 'xcomp', 'parataxis')),
  ccomp: ({ slots }) => slots.some((s) => s.key === 'ccomp'),
  plural: ({ graph, token }) => graph.tokens.lower[token] !== lemmaOf(graph, token),
  passive: ({ graph, token }) => isPassive(graph, token),
  light: ({ slots }) => slots.some((s) => s.key === 'light'),
};
const ROLE_NAMES = new Set(['agent', 'patient', 'instrument', 'place', 'time', 'killed', 'injured']);

/** The words that stand in a slot or fill a role, with those coordinated. */
function wordsAt(reading: Reading, key: string): number[] {
  const { graph, slots, args } = reading;
  if (ROLE_NAMES.has(key)) return args.filter((a) => a.role === key).map((a) => graph.mentions[a.mention].head);
  return slots.filter((s) => s.key === key).flatMap((s) => conjuncts(graph, s.token));
}

function inSet(reading: Reading, { key, values }: Need): boolean {
  const { graph, slots } = reading;
  const direct = wordsAt(reading, key);
  // an actor without a mention ("strikers blocked the road") counts by its word
  const words = key === 'agent' ? [...direct, ...slots.filter((s) => s.key === 'nsubj').map((s) => s.token)] : direct;
  return words.some((t) => {
    if (values.has(lemmaOf(graph, t)) || values.has(graph.tokens.lower[t])) return true;
    if (mentionsAt(graph, t).some((m) => values.has(`#${graph.mentions[m].kind}`))) return true;
    // "peace talks", "hundreds of prisoners"
    return children(graph, t).some(
      (c) =>
        hasDep(graph, c, 'nmod', 'compound', 'amod') &&
        (values.has(lemmaOf(graph, c)) || values.has(graph.tokens.lower[c])),
    );
  });
}

function holds(reading: Reading, need: Need): boolean {
  const { graph, args } = reading;
  if (need.kind === 'set') return inSet(reading, need);
  if (need.kind === 'type')
    return args.some((a) => a.role === need.key && matchesType(graph.mentions[a.mention].type, need.values));
  if (need.key in PREDICATES) return PREDICATES[need.key](reading);
  if (ROLE_NAMES.has(need.key)) return filled(reading, need.key);
  return reading.slots.some((s) => s.key === need.key);
}
const matchesType = (type: string, wanted: ReadonlySet<string>): boolean => wanted.has(type) || type.includes(':');

/** The noun that a row asks for at its object ("imposed sanctions", "declared a truce") belongs to the row's event: -1 for none. */
export function nounOf(frame: Frame, reading: Reading): number {
  const asked = frame.needs.some((any) =>
    any.some((n) => n.kind === 'set' && n.key === 'obj' && !n.negated && inSet(reading, n)),
  );
  return asked ? (reading.slots.find((s) => s.key === 'obj' && s.rank === 0)?.token ?? -1) : -1;
}

const OF_ARGUMENTS = new Set([...ROLE_NAMES, 'actor', 'both', 'against']);
/** Whether a need asks that someone or something is named, not for a certain sense of the word; a verb's types are of its sense. */
const asksWho = (need: Need, { pos }: Frame): boolean =>
  !need.negated && (need.kind === 'type' ? pos === 'NOUN' : need.kind === 'plain' && OF_ARGUMENTS.has(need.key));

/** Whether a row may hold without anyone named. */
const bends = new WeakMap<Frame, boolean>();
export function mayBend(frame: Frame): boolean {
  let may = bends.get(frame);
  if (may === undefined) bends.set(frame, (may = frame.needs.some((any) => any.some((need) => asksWho(need, frame)))));
  return may;
}

/**
 * Whether all needs of a row hold. With `lenient`, nobody need be named: "the operation", where the text has told of one.
 */
export const meets = (frame: Frame, reading: Reading, lenient: boolean): boolean =>
  frame.needs.every((any) =>
    any.some((need) => (lenient && asksWho(need, frame)) || holds(reading, need) !== need.negated),
  );
