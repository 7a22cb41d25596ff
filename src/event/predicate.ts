/** The conditions of rows that have names of their own: see the head of `event.tsv`. */
import type { DraftArgument } from '../document/layers.ts';
import { DEP, POS } from '../document/ud.ts';
import { depSet, SUBJECT } from './deps.ts';
import { caseOf, childIn, type Graph, hasChild, isCoordinated, isVerb, lemmaOf } from './graph.ts';
import { isActor } from './role.ts';
import type { Senses } from './sense.ts';
import type { Slot } from './slot.ts';
import type { Slotted } from './slotted.ts';
import { isPassive } from './voice.ts';

/** A word as a row reads it. */
export interface Reading {
  readonly graph: Graph;
  readonly senses: Senses;
  readonly token: number;
  readonly slots: readonly Slot[];
  /** What stands in them. */
  readonly slotted: Slotted;
  /** Worked out when a need asks for them. */
  readonly args: readonly DraftArgument[];
}
export type Predicate = (reading: Reading) => boolean;

const FUTURE = new Set(['will', 'would', 'shall', "'ll", '’ll', 'wo']);
const CONDITIONS = new Set(['if', 'unless', 'until']);
const MUST = new Set(['must', 'should', 'ought']);
const DENIALS = new Set(['not', "n't", 'n’t', 'never', 'no']);
const AUXILIARY = depSet('aux', 'aux:pass', 'cop');
const CLAUSE = depSet('ccomp', 'xcomp', 'parataxis');
const ADVERBIAL = depSet('advcl');

const hasSlot = ({ slots }: Reading, key: string): boolean => {
  for (const s of slots) if (s.key === key) return true;
  return false;
};
const hasActor = ({ args, graph }: Reading, role: string): boolean => {
  for (const a of args) if (a.role === role && isActor(graph, a.mention)) return true;
  return false;
};
function hasWord({ first, next, tokens }: Graph, token: number, words: ReadonlySet<string>): boolean {
  for (let c = first[token]; c >= 0; c = next[c]) if (words.has(tokens.lower[c])) return true;
  return false;
}
/** Whether something holds for the clause that the word speaks of. */
function ofSaid({ graph, slots }: Reading, test: (graph: Graph, clause: number) => boolean): boolean {
  for (const s of slots) if (s.key === 'ccomp' && s.rank === 0 && test(graph, s.token)) return true;
  return false;
}
/** Whether it holds for the word or that clause. */
const ofEither = (reading: Reading, test: (graph: Graph, clause: number) => boolean): boolean =>
  test(reading.graph, reading.token) || ofSaid(reading, test);

/** "that Iraq pull out": the bare form under a subject that is one. */
function isSubjunctive(graph: Graph, verb: number): boolean {
  if (graph.tokens.lower[verb] !== lemmaOf(graph, verb) || hasChild(graph, verb, AUXILIARY)) return false;
  const subject = childIn(graph, verb, SUBJECT);
  return subject >= 0 && graph.tags.pos[subject] === POS.PROPN && !isCoordinated(graph, subject);
}
const isFuture = (graph: Graph, clause: number): boolean => hasWord(graph, clause, FUTURE);
const isObliged = (graph: Graph, clause: number): boolean => hasWord(graph, clause, MUST);
function isConditional(graph: Graph, clause: number): boolean {
  if (!hasChild(graph, clause, ADVERBIAL)) return false;
  for (let c = graph.first[clause]; c >= 0; c = graph.next[c])
    if (graph.tree.dep[c] === DEP.advcl && CONDITIONS.has(caseOf(graph, c))) return true;
  return false;
}

export const PREDICATES: ReadonlyMap<string, Predicate> = new Map<string, Predicate>(
  Object.entries({
    actor: ({ args, graph }) => {
      for (const { role, mention } of args)
        if (
          role === 'instrument' ||
          ((role === 'agent' || role === 'patient') && graph.mentions[mention].type !== 'quantity')
        )
          return true;
      return false;
    },
    both: (r) =>
      (hasActor(r, 'agent') && hasActor(r, 'patient')) || r.args.filter((a) => a.role === 'agent').length > 1,
    clause: (r) => {
      const { graph, token, slots } = r;
      if (hasChild(graph, token, CLAUSE)) return true;
      // "asked the council to help": the parse may take the infinitive for an adjunct
      for (const s of slots)
        if (s.key === 'xcomp' || s.key === 'ccomp' || (s.key === 'to' && isVerb(graph, s.token))) return true;
      return false;
    },
    plural: ({ graph, token }) => graph.tokens.lower[token] !== lemmaOf(graph, token),
    passive: ({ graph, token }) => isPassive(graph, token),
    light: (r) => hasSlot(r, 'light'),
    ccomp: (r) => hasSlot(r, 'ccomp'),
    // "would welcome talks", "said it would respond"
    future: (r) => ofEither(r, isFuture),
    // "Algeria said it would respond": what one says of oneself
    own: ({ graph, slots }) => slots.some((s) => s.key === 'that' && graph.tags.pos[s.token] === POS.PRON),
    // "said that Israel must withdraw"
    must: (r) => ofSaid(r, isObliged),
    // "insisted that Israel withdraw"
    subjunctive: (r) => ofSaid(r, isSubjunctive),
    // "will leave unless the vote is held again"
    conditional: (r) => ofEither(r, isConditional),
    // "will not accept the plan"
    denied: ({ graph, token }) => hasWord(graph, token, DENIALS),
  } satisfies Record<string, Predicate>),
);
