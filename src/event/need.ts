/** Whether a row of `event.tsv` holds for a word in its sentence: "meet" is a meeting with an actor, not with a target. */

import { isOfTypes, OWN_TYPES, typesOf } from '../document/entityType.ts';
import { type BuiltInEntityType, ROLES, type Role } from '../document/schema.ts';
import { hasRole } from './args.ts';
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
  /** The types of mentions that hold: those of one's own always do. */
  readonly types: number;
  /** The number of the set. */
  readonly set: number;
}

const ROLE_NAMES = new Set(['agent', 'patient', 'instrument', 'place', 'time', 'killed', 'injured']);

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
  return {
    negated,
    kind,
    key,
    ofRole,
    predicate,
    types: kind === 'type' ? OWN_TYPES | typesOf(...(value.split(',') as BuiltInEntityType[])) : 0,
    set,
  };
}

const PREDICATES_OF_ARGUMENTS = new Set(['actor', 'both']);
/** Whether a need is about the arguments, which are worked out late. */
export function ofArguments({ kind, key, ofRole }: Need): boolean {
  if (kind === 'predicate') return PREDICATES_OF_ARGUMENTS.has(key);
  return kind !== 'slot' && (kind !== 'set' || ofRole);
}

const OF_ARGUMENTS = new Set([...ROLE_NAMES, 'actor', 'both', 'against']);
/** Whether a need asks that someone or something is named, not for a certain sense of the word; a verb's types are of its sense. */
export const asksWho = ({ negated, kind, key }: Need, pos: Frame['pos']): boolean =>
  !negated && (kind === 'type' ? pos === 'NOUN' : kind !== 'set' && OF_ARGUMENTS.has(key));

/** What stands in a need's three numbers: the first is its kind and these bits, the others are its key and what it asks of it. */
const KIND = { predicate: 0, role: 1, slot: 2, type: 3, set: 4, filler: 5 } as const;
const KINDS = 7;
const NEGATED = 8;
/** It asks that someone is named. */
const WHO = 16;
/** The last of its alternatives. */
const LAST = 32;
const END = -1;
/** The number of the object among the slots that needs are about. */
export const OBJ = 0;

/** The needs of all rows as numbers that are read one after the other; rows that need the same share theirs. */
export class Needs {
  readonly keys = ['obj'];
  readonly predicates: Predicate[] = [];
  readonly #code: number[] = [];
  code = new Int32Array(0);

  /** Where the needs of a row begin. */
  add(all: Frame['needs'], pos: Frame['pos']): number {
    const at = this.#code.length;
    for (const any of all)
      for (const need of any) this.#code.push(...this.#encoded(need, pos, need === any[any.length - 1]));
    this.#code.push(END);
    return at;
  }
  /** When all are added. */
  close(): void {
    this.code = Int32Array.from(this.#code);
  }
  #encoded(need: Need, pos: Frame['pos'], isLast: boolean): [kind: number, key: number, asked: number] {
    const bits = (need.negated ? NEGATED : 0) | (asksWho(need, pos) ? WHO : 0) | (isLast ? LAST : 0);
    const role = ROLES.indexOf(need.key as Role);
    switch (need.kind) {
      case 'predicate':
        return [KIND.predicate | bits, this.predicates.push(need.predicate as Predicate) - 1, 0];
      case 'role':
        return [KIND.role | bits, role, 0];
      case 'type':
        return [KIND.type | bits, role, need.types];
      case 'slot':
        return [KIND.slot | bits, this.#keyOf(need.key), 0];
      case 'set':
        return need.ofRole ? [KIND.filler | bits, role, need.set] : [KIND.set | bits, this.#keyOf(need.key), need.set];
    }
  }
  #keyOf(slot: string): number {
    const known = this.keys.indexOf(slot);
    return known < 0 ? this.keys.push(slot) - 1 : known;
  }
}

function holds(needs: Needs, at: number, reading: Reading): boolean {
  const { code } = needs;
  const key = code[at + 1];
  const asked = code[at + 2];
  switch (code[at] & KINDS) {
    case KIND.predicate:
      return needs.predicates[key](reading);
    case KIND.role:
      return hasRole(reading.args, ROLES[key]);
    case KIND.slot:
      return reading.slotted.has(key);
    case KIND.type:
      for (const a of reading.args)
        if (a.role === ROLES[key] && isOfTypes(asked, reading.graph.mentions[a.mention].type)) return true;
      return false;
    case KIND.set:
      return reading.slotted.isOf(key, asked);
    default:
      return fillerInSet(reading, ROLES[key], asked);
  }
}

/** Whether one of those that fill a role is of a set; an actor without a mention ("strikers blocked the road") counts by its word. */
function fillerInSet({ graph, slots, senses, args }: Reading, role: Role, set: number): boolean {
  for (const a of args) if (a.role === role && senses.isOf(graph.mentions[a.mention].head, set)) return true;
  if (role !== 'agent') return false;
  for (const s of slots) if (s.key === 'nsubj' && senses.isOf(antecedent(graph, s.token), set)) return true;
  return false;
}

/** The noun that a row asks for at its object ("imposed sanctions", "declared a truce") belongs to the row's event: -1 for none. */
export function nounOf({ objects }: Frame, { slotted, slots }: Reading): number {
  for (const set of objects) if (slotted.isOf(OBJ, set)) return ownSlot(slots, 'obj')?.token ?? -1;
  return -1;
}

/**
 * Whether all needs of a row hold. With `lenient`, nobody need be named: "the operation", where the text has told of one.
 *
 * @param from where they begin
 */
export function meets(needs: Needs, from: number, reading: Reading, lenient: boolean): boolean {
  const { code } = needs;
  for (let at = from; code[at] !== END; ) {
    let met = false;
    for (let isLast = false; !isLast; at += 3) {
      const bits = code[at];
      isLast = (bits & LAST) !== 0;
      met ||= (lenient && (bits & WHO) !== 0) || holds(needs, at, reading) !== ((bits & NEGATED) !== 0);
    }
    if (!met) return false;
  }
  return true;
}
