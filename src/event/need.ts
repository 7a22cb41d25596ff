/** Whether a row of `event.tsv` holds for a word in its sentence: "meet" is a meeting with an actor, not with a target. */
import type { DraftArgument } from '../document/layers.ts';
import { POS } from '../document/ud.ts';
import { isActor } from './argument.ts';
import type { Frame, Need } from './frame.ts';
import {
  antecedent,
  caseOf,
  children,
  conjuncts,
  type Graph,
  hasChild,
  hasDep,
  isVerb,
  lemmaOf,
  mentionsAt,
} from './graph.ts';
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
    // "asked the council to help": the parse may take the infinitive for an adjunct
    slots.some((s) => s.key === 'xcomp' || s.key === 'ccomp' || (s.key === 'to' && isVerb(graph, s.token))) ||
    children(graph, token).some((c) => hasDep(graph, c, 'ccomp', 'xcomp', 'parataxis')),
  ccomp: ({ slots }) => slots.some((s) => s.key === 'ccomp'),
  plural: ({ graph, token }) => graph.tokens.lower[token] !== lemmaOf(graph, token),
  passive: ({ graph, token }) => isPassive(graph, token),
  light: ({ slots }) => slots.some((s) => s.key === 'light'),
  // "would welcome talks", "said it would respond"
  future: (r) => clauses(r).some((v) => children(r.graph, v).some((c) => FUTURE.has(r.graph.tokens.lower[c]))),
  // "Algeria said it would respond": what one says of oneself
  own: ({ graph, slots }) => slots.some((s) => s.key === 'that' && graph.tags.pos[s.token] === POS.PRON),
  // "said that Israel must withdraw"
  must: (r) => said(r).some((v) => children(r.graph, v).some((c) => MUST.has(r.graph.tokens.lower[c]))),
  // "insisted that Israel withdraw"
  subjunctive: (r) => said(r).some((v) => isSubjunctive(r.graph, v)),
  // "will leave unless the vote is held again"
  conditional: (r) =>
    clauses(r).some((v) =>
      children(r.graph, v).some((c) => hasDep(r.graph, c, 'advcl') && CONDITIONS.has(caseOf(r.graph, c))),
    ),
  // "will not accept the plan"
  denied: ({ graph, token }) => children(graph, token).some((c) => isDenial(graph.tokens.lower[c])),
};
const FUTURE = new Set(['will', 'would', 'shall', "'ll", '’ll', 'wo']);
const CONDITIONS = new Set(['if', 'unless', 'until']);
const MUST = new Set(['must', 'should', 'ought']);
/** "that Iraq pull out": the bare form under a subject that is one. */
function isSubjunctive(graph: Graph, verb: number): boolean {
  if (graph.tokens.lower[verb] !== lemmaOf(graph, verb) || hasChild(graph, verb, 'aux', 'aux:pass', 'cop'))
    return false;
  const subject = children(graph, verb).find((c) => hasDep(graph, c, 'nsubj'));
  return subject !== undefined && graph.tags.pos[subject] === POS.PROPN && !hasChild(graph, subject, 'conj');
}
const isDenial = (word: string): boolean => /^(?:not|n['’]t|never|no)$/.test(word);
/** The clause that the word speaks of. */
const said = ({ slots }: Reading): number[] =>
  slots.filter((s) => s.key === 'ccomp' && s.rank === 0).map((s) => s.token);
const clauses = (reading: Reading): number[] => [reading.token, ...said(reading)];
const ROLE_NAMES = new Set(['agent', 'patient', 'instrument', 'place', 'time', 'killed', 'injured']);

/** The words that stand in a slot or fill a role, with those coordinated. */
function wordsAt(reading: Reading, key: string): number[] {
  const { graph, slots, args } = reading;
  if (ROLE_NAMES.has(key)) return args.filter((a) => a.role === key).map((a) => graph.mentions[a.mention].head);
  return slots.filter((s) => s.key === key).flatMap((s) => conjuncts(graph, antecedent(graph, s.token)));
}

function inSet(reading: Reading, { key, values }: Need): boolean {
  const { graph, slots } = reading;
  const direct = wordsAt(reading, key);
  // an actor without a mention ("strikers blocked the road") counts by its word
  const words =
    key === 'agent'
      ? [...direct, ...slots.filter((s) => s.key === 'nsubj').map((s) => antecedent(graph, s.token))]
      : direct;
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

/** A row that asks for a denial has read it: "will not accept" is a rejection, not the lack of one. */
export const usesDenial = (frame: Frame): boolean =>
  frame.needs.some((any) => any.some((n) => n.key === 'denied' && !n.negated));

export const meets = (frame: Frame, reading: Reading): boolean =>
  frame.needs.every((any) => any.some((need) => holds(reading, need) !== need.negated));
