/** Reads one event word: the row of the table that holds for it, its arguments, mode, status and source. */
import type { DraftArgument } from '../document/layers.ts';
import type { EventType, Polarity, Status } from '../document/schema.ts';
import { argumentsOf, isArmed, SPOKEN, withMembers } from './argument.ts';
import { sourcesOf } from './attribution.ts';
import { blamed } from './blame.ts';
import { isCivil } from './civil.ts';
import type { Context } from './context.ts';
import type { Frame } from './frame.ts';
import { caseOf, children, type Graph, hasDep, isNoun, isVerb, lemmaOf } from './graph.ts';
import { listed } from './listed.ts';
import { mayBend, meets, nounOf, type Reading, usesDenial } from './need.ts';
import { reach } from './reach.ts';
import { adjectiveSlots, nounSlots, type Slot, verbSlots } from './slot.ts';
import { modalityOf } from './status.ts';
import type { Candidate } from './trigger.ts';
import { timesOf } from './when.ts';
import { placesOf } from './where.ts';

/** One mention of an event. */
export interface EventMention {
  readonly token: number;
  /** The trigger's words: first to last, exclusive. */
  readonly first: number;
  readonly last: number;
  /** Words that belong to this event and name none of their own: "up" of "blew up", "truce" of "declared a truce". */
  readonly parts: readonly number[];
  readonly frame: Frame;
  readonly mode: string | undefined;
  readonly slots: readonly Slot[];
  readonly args: readonly DraftArgument[];
  readonly status: Status;
  readonly polarity: Polarity;
  /** Whether it counts only because the text tells of such events elsewhere: nobody that it asks for is named with it. */
  readonly bare: boolean;
}

/** The slots of an event word, by its part of speech. */
export function slotsFor(graph: Graph, token: number, context: Context): Slot[] {
  if (!isNoun(graph, token)) return isVerb(graph, token) ? verbSlots(graph, token) : adjectiveSlots(graph, token);
  return [...nounSlots(graph, token, context.light), ...blamed(graph, token, context.blame)];
}

/** "handed over the town to the army": the parse may take a row's particle for a preposition; its noun is the object. */
function objectOf(graph: Graph, slots: readonly Slot[], frame: Frame, parts: readonly number[]): readonly Slot[] {
  if (parts.length === 0) return slots;
  const particle = parts.find((p) => hasDep(graph, p, 'case') && !frame.own.has(graph.tokens.lower[p]));
  if (particle === undefined || slots.some((s) => s.key === 'obj' && s.rank === 0)) return slots;
  const noun = graph.tree.head[particle];
  if (parts.includes(noun)) return slots;
  const below = children(graph, noun).filter((c) => hasDep(graph, c, 'nmod') && caseOf(graph, c));
  return [
    ...slots.map((s) => (s.token === noun ? { ...s, key: 'obj' } : s)),
    ...below.map((token): Slot => ({ key: caseOf(graph, token), token, rank: 1 })),
  ];
}

/** "rocket attack", "killed in an air strike", a drone as the instrument: the more telling mode. */
function modeOf(
  graph: Graph,
  frame: Frame,
  token: number,
  slots: readonly Slot[],
  args: readonly DraftArgument[],
  context: Context,
) {
  if (frame.type !== 'assault') return frame.mode;
  const general =
    frame.mode === undefined ||
    frame.mode === 'killing' ||
    frame.mode === 'bombing' ||
    frame.mode === 'shelling' ||
    frame.mode === 'shooting';
  if (!general) return frame.mode;
  const beside = isNoun(graph, token) ? children(graph, token).filter((c) => hasDep(graph, c, 'compound', 'amod')) : [];
  for (const c of beside) {
    const mode = context.modes.get(lemmaOf(graph, c)) ?? context.modes.get(graph.tokens.lower[c]);
    if (mode) return mode;
  }
  for (const { role, mention } of args) {
    if (role !== 'instrument') continue;
    const { kind, head } = graph.mentions[mention];
    const mode = context.modes.get(lemmaOf(graph, head)) ?? context.modes.get(`#${kind}`);
    if (mode) return mode;
  }
  if (frame.mode && frame.mode !== 'killing') return frame.mode;
  for (const s of slots) {
    if (!['in', 'by', 'with', 'from', 'nsubj', 'when', 'during'].includes(s.key)) continue;
    for (const t of [s.token, ...children(graph, s.token)]) {
      const mode = context.modes.get(lemmaOf(graph, t));
      if (mode) return mode;
    }
  }
  return frame.mode;
}

function isIdiom(graph: Graph, token: number, { idioms }: Context): boolean {
  for (let from = Math.max(0, token - 3); from <= token; from++)
    for (const words of idioms.get(lemmaOf(graph, from)) ?? idioms.get(graph.tokens.lower[from]) ?? [])
      if (
        from + words.length > token &&
        words.every((w, i) => lemmaOf(graph, from + i) === w || graph.tokens.lower[from + i] === w)
      )
        return true;
  return false;
}

/** The arguments that rows with the same slots read at one word, worked out once: most rows of a word have the slots of another. */
export class Known {
  readonly #args: { readonly frame: Frame; readonly args: readonly DraftArgument[] }[] = [];

  /** @param around the slots of the word, the same at each call */
  argumentsOf(graph: Graph, around: readonly Slot[], frame: Frame): readonly DraftArgument[] {
    for (const known of this.#args)
      if (known.frame.slots === frame.slots && known.frame.type === frame.type) return known.args;
    const args = argumentsOf(graph, around, frame, NO_PARTS);
    this.#args.push({ frame, args });
    return args;
  }
}
const NO_PARTS: readonly number[] = [];

/** A row of the table at a word; its arguments are worked out when a need asks for them. */
class Row implements Reading {
  #args: readonly DraftArgument[] | undefined;
  constructor(
    readonly graph: Graph,
    readonly token: number,
    readonly slots: readonly Slot[],
    readonly frame: Frame,
    readonly parts: readonly number[],
    readonly known: Known,
  ) {}
  get args(): readonly DraftArgument[] {
    return (this.#args ??= this.parts.length
      ? argumentsOf(this.graph, this.slots, this.frame, this.parts)
      : this.known.argumentsOf(this.graph, this.slots, this.frame));
  }
}

/** Types whose events are somewhere. */
const TAKES_PLACE = new Set<EventType>([
  'assault',
  'coerce',
  'protest',
  'consult',
  'mobilize',
  'retreat',
  'cooperate',
  'aid',
]);

/** What is only to come has another time and place than the words that speak of it. */
const AHEAD = new Set<Status>(['planned', 'hypothetical', 'threatened']);

/**
 * @param around the slots of the candidate's word
 * @param known what has been read at the word
 * @param told types of which the text tells elsewhere: a word for one of them need not name who took part again.
 */
export function read(
  graph: Graph,
  candidate: Candidate,
  around: readonly Slot[],
  context: Context,
  known: Known,
  told?: ReadonlySet<EventType>,
): EventMention | null {
  const { token } = candidate;
  for (const { frame, parts } of candidate.frames) {
    const lenient = told !== undefined;
    if (lenient && !(told.has(frame.type) && mayBend(frame) && !hasDep(graph, token, 'compound', 'amod'))) continue;
    const slots = objectOf(graph, around, frame, parts);
    const reading = new Row(graph, token, slots, frame, parts, known);
    if (!meets(frame, reading, lenient)) continue;
    if (isIdiom(graph, token, context)) return null;
    const args = withMembers(graph, reading.args);
    if (isCivil(graph, frame, args, context.civil)) continue;
    const { status, polarity } = modalityOf(graph, token, context);
    const own = args.filter((a) => a.role === 'agent').map((a) => a.mention);
    const sources = sourcesOf(graph, token, context, own).map(
      (mention): DraftArgument => ({ role: 'source', mention, rule: 'says' }),
    );
    const lists = listed(graph, args);
    const shared = !AHEAD.has(status ?? 'actual');
    const times = args.some((a) => a.role === 'time')
      ? []
      : timesOf(graph, token, shared, SPOKEN.has(frame.type)).map(
          (mention): DraftArgument => ({ role: 'time', mention, rule: 'clause' }),
        );
    const places =
      args.some((a) => a.role === 'place') || !TAKES_PLACE.has(frame.type)
        ? []
        : placesOf(graph, token, shared)
            .filter((mention) => !args.some((a) => a.mention === mention))
            .map((mention): DraftArgument => ({ role: 'place', mention, rule: 'clause' }));
    const words = [token, ...parts].sort((a, b) => a - b);
    const beside = words.every((t, i) => i === 0 || t === words[i - 1] + 1);
    return {
      token,
      first: beside ? words[0] : token,
      last: (beside ? words[words.length - 1] : token) + 1,
      parts: [...parts, nounOf(frame, reading)],
      frame,
      mode: isArmed(frame.type) ? modeOf(graph, frame, token, slots, args, context) : frame.mode,
      slots,
      args: [...args, ...lists, ...reach(graph, frame.type, slots, args), ...places, ...times, ...sources],
      status: status ?? frame.status ?? 'actual',
      polarity: usesDenial(frame) ? 'positive' : polarity,
      bare: lenient,
    };
  }
  return null;
}
