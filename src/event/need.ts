/** Whether a row of `event.tsv` holds for a word in its sentence: "meet" is a meeting with an actor, not with a target. */

import type { Frame } from './frame.ts';
import { PREDICATES, type Predicate, type Reading } from './predicate.ts';
import type { WordSets } from './sense.ts';
import { ownSlot } from './slot.ts';
import { antecedent } from './standing.ts';

/** One alternative of a condition: see the head of `event.tsv`. */
export interface Need {
  readonly negated: boolean;
  readonly kind: 'predicate' | 'role' | 'slot' | 'type' | 'set';
  /** The slot or role that it is about; of a predicate the name. */
  readonly key: string;
  readonly ofRole: boolean;
  readonly predicate: Predicate | undefined;
  /** The types of mentions that hold. */
  readonly types: ReadonlySet<string>;
  /** The number of the set. */
  readonly set: number;
}

const ROLE_NAMES = new Set(['agent', 'patient', 'instrument', 'place', 'time', 'killed', 'injured']);
const NO_TYPES: ReadonlySet<string> = new Set();

/**
 * Reads a need.
 * @throws SyntaxError that names what cannot be read, or the set that is not known.
 */
export function needOf(text: string, sets: WordSets): Need {
  const negated = text.startsWith('!');
  const [, key, sign, value] = /^!?([\w-]+)(?:([:~])(.+))?$/.exec(text) ?? [];
  if (!key)
    throw new SyntaxError(`event.tsv: expected a need such as agent, patient:person or obj~truce, got "${text}"`);
  const ofRole = ROLE_NAMES.has(key);
  const predicate = sign ? undefined : PREDICATES.get(key);
  const plain = predicate ? 'predicate' : ofRole ? 'role' : 'slot';
  const kind = sign === ':' ? 'type' : sign === '~' ? 'set' : plain;
  const set = kind === 'set' ? sets.numberOf(value) : -1;
  if (set === undefined) throw new SyntaxError(`event.tsv: expected a set of event-set.tsv, got "${value}"`);
  return { negated, kind, key, ofRole, predicate, types: kind === 'type' ? new Set(value.split(',')) : NO_TYPES, set };
}

function holds(reading: Reading, need: Need): boolean {
  const { key } = need;
  switch (need.kind) {
    case 'predicate':
      return (need.predicate as Predicate)(reading);
    case 'role':
      for (const a of reading.args) if (a.role === key) return true;
      return false;
    case 'slot':
      for (const s of reading.slots) if (s.key === key) return true;
      return false;
    case 'type':
      for (const a of reading.args)
        if (a.role === key && matchesType(reading.graph.mentions[a.mention].type, need.types)) return true;
      return false;
    case 'set':
      return need.ofRole ? fillerInSet(reading, need) : slotInSet(reading, need);
  }
}
const matchesType = (type: string, wanted: ReadonlySet<string>): boolean => wanted.has(type) || type.includes(':');

/** Whether one of the words that stand in a slot, or of those coordinated with them, is of a set. */
function slotInSet({ slots, senses }: Reading, { key, set }: Need): boolean {
  for (const s of slots) if (s.key === key && senses.anyIsOf(s.token, set)) return true;
  return false;
}
/** Whether one of those that fill a role is of a set; an actor without a mention ("strikers blocked the road") counts by its word. */
function fillerInSet({ graph, slots, senses, args }: Reading, { key, set }: Need): boolean {
  for (const a of args) if (a.role === key && senses.isOf(graph.mentions[a.mention].head, set)) return true;
  if (key !== 'agent') return false;
  for (const s of slots) if (s.key === 'nsubj' && senses.isOf(antecedent(graph, s.token), set)) return true;
  return false;
}

/** The noun that a row asks for at its object ("imposed sanctions", "declared a truce") belongs to the row's event: -1 for none. */
export function nounOf({ objects }: Frame, reading: Reading): number {
  for (const need of objects) if (slotInSet(reading, need)) return ownSlot(reading.slots, 'obj')?.token ?? -1;
  return -1;
}

/** Whether a need is about the arguments, which are worked out late. */
export const ofArguments = (need: Need): boolean => need.kind !== 'set' || need.ofRole;

const OF_ARGUMENTS = new Set([...ROLE_NAMES, 'actor', 'both', 'against']);
/** Whether a need asks that someone or something is named, not for a certain sense of the word; a verb's types are of its sense. */
export const asksWho = ({ negated, kind, key }: Need, pos: Frame['pos']): boolean =>
  !negated && (kind === 'type' ? pos === 'NOUN' : kind !== 'set' && OF_ARGUMENTS.has(key));

/**
 * Whether all needs of a row hold. With `lenient`, nobody need be named: "the operation", where the text has told of one.
 */
export function meets(frame: Frame, reading: Reading, lenient: boolean): boolean {
  for (const any of frame.needs) if (!meetsOne(any, frame, reading, lenient)) return false;
  return true;
}
function meetsOne(any: readonly Need[], { pos }: Frame, reading: Reading, lenient: boolean): boolean {
  for (const need of any) if ((lenient && asksWho(need, pos)) || holds(reading, need) !== need.negated) return true;
  return false;
}
