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
  depSet,
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

function filled({ args }: Reading, role: string): boolean {
  for (const a of args) if (a.role === role) return true;
  return false;
}
const actorIn = ({ args, graph }: Reading, role: string): boolean =>
  args.some((a) => a.role === role && isActor(graph, a.mention));

const PREDICATES = new Map<string, (reading: Reading) => boolean>(
  Object.entries({
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
  } satisfies Record<string, (reading: Reading) => boolean>),
);
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

/** Whether a word is of the set, or stands for a mention of such a kind, or says so by what modifies it. */
function isOf(graph: Graph, token: number, values: ReadonlySet<string>): boolean {
  if (isAmong(graph, token, values)) return true;
  for (const m of mentionsAt(graph, token)) {
    const { kind } = graph.mentions[m];
    if (kind !== undefined && values.has(`#${kind}`)) return true;
  }
  // "peace talks", "hundreds of prisoners"
  for (const c of children(graph, token)) if (MODIFIERS[graph.tree.dep[c]] && isAmong(graph, c, values)) return true;
  return false;
}
const MODIFIERS = depSet('nmod', 'compound', 'amod');
const isAmong = (graph: Graph, token: number, values: ReadonlySet<string>): boolean =>
  values.has(lemmaOf(graph, token)) || values.has(graph.tokens.lower[token]);

/** Whether one of the words that stand in a slot or fill a role, or of those coordinated with them, is of the set. */
function inSet(reading: Reading, { key, values }: Need): boolean {
  const { graph, slots } = reading;
  if (ROLE_NAMES.has(key)) {
    for (const a of reading.args)
      if (a.role === key && isOf(graph, graph.mentions[a.mention].head, values)) return true;
    // an actor without a mention ("strikers blocked the road") counts by its word
    if (key === 'agent')
      for (const s of slots) if (s.key === 'nsubj' && isOf(graph, antecedent(graph, s.token), values)) return true;
    return false;
  }
  for (const s of slots)
    if (s.key === key)
      for (const t of conjuncts(graph, antecedent(graph, s.token))) if (isOf(graph, t, values)) return true;
  return false;
}

function holds(reading: Reading, need: Need): boolean {
  const { key } = need;
  if (need.kind === 'set') return inSet(reading, need);
  if (need.kind === 'type') {
    for (const a of reading.args)
      if (a.role === key && matchesType(reading.graph.mentions[a.mention].type, need.values)) return true;
    return false;
  }
  const predicate = PREDICATES.get(key);
  if (predicate) return predicate(reading);
  if (ROLE_NAMES.has(key)) return filled(reading, key);
  for (const s of reading.slots) if (s.key === key) return true;
  return false;
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
export function meets(frame: Frame, reading: Reading, lenient: boolean): boolean {
  for (const any of frame.needs) if (!meetsOne(any, frame, reading, lenient)) return false;
  return true;
}
function meetsOne(any: readonly Need[], frame: Frame, reading: Reading, lenient: boolean): boolean {
  for (const need of any) if ((lenient && asksWho(need, frame)) || holds(reading, need) !== need.negated) return true;
  return false;
}
