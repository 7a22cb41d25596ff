/** An event word as the rows of the table read it: its slots, and its arguments where a row asks for them. */
import type { DraftArgument } from '../document/layers.ts';
import { DEP } from '../document/ud.ts';
import { argumentsOf } from './argument.ts';
import { addBlamed } from './blame.ts';
import type { Context } from './context.ts';
import type { Frame, Frames } from './frame.ts';
import { caseOf, type Graph, isNoun, isVerb } from './graph.ts';
import type { Reading } from './predicate.ts';
import type { Senses } from './sense.ts';
import { adjectiveSlots, nounSlots, ownSlot, type Slot, verbSlots } from './slot.ts';
import type { Slotted } from './slotted.ts';

/** The slots of an event word, by its part of speech. */
export function slotsFor(graph: Graph, token: number, context: Context): Slot[] {
  if (!isNoun(graph, token)) return isVerb(graph, token) ? verbSlots(graph, token) : adjectiveSlots(graph, token);
  const slots = nounSlots(graph, token, context.light);
  addBlamed(graph, token, context.blame, slots);
  return slots;
}

/** "handed over the town to the army": the parse may take a row's particle for a preposition; its noun is the object. */
function objectOf(graph: Graph, slots: readonly Slot[], frame: Frame, parts: readonly number[]): readonly Slot[] {
  const particle = parts.find((p) => graph.tree.dep[p] === DEP.case && !frame.own.has(graph.tokens.lower[p]));
  if (particle === undefined || ownSlot(slots, 'obj')) return slots;
  const noun = graph.tree.head[particle];
  if (parts.includes(noun)) return slots;
  const all = slots.map((s): Slot => (s.token === noun ? { key: 'obj', token: noun, rank: s.rank } : s));
  for (let c = graph.first[noun]; c >= 0; c = graph.next[c])
    if (graph.tree.dep[c] === DEP.nmod && graph.marker[c] >= 0) all.push({ key: caseOf(graph, c), token: c, rank: 1 });
  return all;
}

const NO_PARTS: readonly number[] = [];
/** What all words of a document are read with. */
export interface Tools {
  readonly graph: Graph;
  readonly frames: Frames;
  readonly senses: Senses;
  readonly slotted: Slotted;
}
/** Arguments as rows of some slots and one type read them. */
interface ArgsBy {
  readonly slots: number;
  readonly args: readonly DraftArgument[];
  readonly next: ArgsBy | undefined;
}
/** An event word as the rows of the table read it, one after the other. */
export class WordReading implements Reading {
  slots: readonly Slot[];
  #row = -1;
  #parts = NO_PARTS;
  #args: readonly DraftArgument[] | undefined;
  /** Arguments that are worked out: most rows of a word have the slots of another. */
  #known: ArgsBy | undefined;

  /** @param around the slots of the word, whichever row reads it */
  constructor(
    readonly tools: Tools,
    readonly token: number,
    readonly around: readonly Slot[],
  ) {
    this.slots = around;
  }
  get graph(): Graph {
    return this.tools.graph;
  }
  get senses(): Senses {
    return this.tools.senses;
  }
  get slotted(): Slotted {
    return this.tools.slotted;
  }

  /** Reads it from now on. */
  begin(): void {
    this.slots = this.around;
    this.slotted.open(this.around);
  }
  /** Reads it by a row. */
  open(row: number, parts: readonly number[]): void {
    this.#row = row;
    this.#parts = parts;
    this.#args = undefined;
    const { graph, frames } = this.tools;
    const slots = parts.length ? objectOf(graph, this.around, frames.frames[row], parts) : this.around;
    if (slots === this.slots) return;
    this.slots = slots;
    this.slotted.open(slots);
  }
  /** Worked out when they are asked for. */
  get args(): readonly DraftArgument[] {
    return (this.#args ??= this.#argsBy(this.#row));
  }
  #argsBy(row: number): readonly DraftArgument[] {
    const { graph } = this.tools;
    const { frames, slotsOf } = this.tools.frames;
    if (this.#parts.length) return argumentsOf(graph, this.slots, frames[row], this.#parts);
    const slots = slotsOf[row];
    for (let k = this.#known; k; k = k.next) if (k.slots === slots) return k.args;
    const args = argumentsOf(graph, this.around, frames[row], NO_PARTS);
    this.#known = { slots, args, next: this.#known };
    return args;
  }
}
