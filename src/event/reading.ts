/** Reads one event word: the row of the table that holds for it, its arguments, mode, status and source. */

import type { DraftArgument } from '../document/layers.ts';
import type { EventType, Polarity, Status } from '../document/schema.ts';
import type { Span } from '../document/span.ts';
import { hasMention, hasRole } from './args.ts';
import { sourcesOf } from './attribution.ts';
import { isCivil } from './civil.ts';
import type { Context } from './context.ts';
import { ATTRIBUTE } from './deps.ts';
import type { Frame } from './frame.ts';
import { type Graph, hasChild, hasDep, hasMark, isNoun, lemmaOf } from './graph.ts';
import { listed } from './listed.ts';
import { withMembers } from './member.ts';
import { meets, nounOf } from './need.ts';
import { reach } from './reach.ts';
import type { Slot } from './slot.ts';
import { modalityOf } from './status.ts';
import { TRAIT } from './trait.ts';
import type { Candidates } from './trigger.ts';
import { MARK } from './vocabulary.ts';
import { timesOf } from './when.ts';
import { placesOf } from './where.ts';
import type { WordReading } from './word.ts';

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

/** The same with other arguments: a record of the same hidden class, which a spread would not be. */
export const withArgs = (m: EventMention, args: readonly DraftArgument[]): EventMention => ({
  token: m.token,
  first: m.first,
  last: m.last,
  parts: m.parts,
  frame: m.frame,
  mode: m.mode,
  slots: m.slots,
  args,
  status: m.status,
  polarity: m.polarity,
  bare: m.bare,
});

/** Modes that leave open how it was done. */
const UNTOLD = new Set(['killing', 'bombing', 'shelling', 'shooting']);
const MEANS = new Set(['in', 'by', 'with', 'from', 'nsubj', 'when', 'during']);
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
  if (frame.mode !== undefined && !UNTOLD.has(frame.mode)) return frame.mode;
  if (isNoun(graph, token) && hasChild(graph, token, ATTRIBUTE))
    for (let c = graph.first[token]; c >= 0; c = graph.next[c]) {
      if (!hasDep(graph, c, ATTRIBUTE)) continue;
      const mode = context.modes.get(graph.base[c]) ?? context.modes.get(graph.form[c]);
      if (mode) return mode;
    }
  for (const { role, mention } of args) {
    if (role !== 'instrument') continue;
    const { kind, head } = graph.mentions[mention];
    const mode = context.modes.get(graph.base[head]) ?? (kind === undefined ? kind : context.modesOfKinds.get(kind));
    if (mode) return mode;
  }
  if (frame.mode && frame.mode !== 'killing') return frame.mode;
  for (const s of slots) {
    if (!MEANS.has(s.key)) continue;
    const own = context.modes.get(graph.base[s.token]);
    if (own) return own;
    for (let c = graph.first[s.token]; c >= 0; c = graph.next[c]) {
      const mode = context.modes.get(graph.base[c]);
      if (mode) return mode;
    }
  }
  return frame.mode;
}

function isIdiom(graph: Graph, token: number, { idioms }: Context): boolean {
  for (let from = Math.max(0, token - 3); from <= token; from++) {
    if (!hasMark(graph, from, MARK.idiom)) continue;
    const begun = idioms.get(graph.base[from]) ?? idioms.get(graph.form[from]);
    if (begun) for (const words of begun) if (from + words.length > token && stands(graph, words, from)) return true;
  }
  return false;
}
function stands(graph: Graph, words: readonly string[], from: number): boolean {
  for (let i = 0; i < words.length; i++)
    if (lemmaOf(graph, from + i) !== words[i] && graph.tokens.lower[from + i] !== words[i]) return false;
  return true;
}

/** What is only to come has another time and place than the words that speak of it. */
const AHEAD = new Set<Status>(['planned', 'hypothetical', 'threatened']);

/**
 * @param candidate the number of the reading's word among those
 * @param told types of which the text tells elsewhere: a word for one of them need not name who took part again.
 */
export function read(
  { from, rows, parts }: Candidates,
  candidate: number,
  reading: WordReading,
  context: Context,
  told?: ReadonlySet<EventType>,
): EventMention | null {
  const { graph, token } = reading;
  const { needs, needsOf, frames, bends } = reading.tools.frames;
  const lenient = told !== undefined;
  if (lenient && hasDep(graph, token, ATTRIBUTE)) return null;
  reading.begin();
  for (let i = from[candidate]; i < from[candidate + 1]; i++) {
    const row = rows[i];
    if (lenient && !(bends[row] && told.has(frames[row].type))) continue;
    reading.open(row, parts[i]);
    if (!meets(needs, needsOf[row], reading, lenient)) continue;
    if (isIdiom(graph, token, context)) return null;
    const args = withMembers(graph, reading.args);
    const frame = frames[row];
    if (!isCivil(graph, frame, args, context.civil)) return mentionOf(reading, frame, parts[i], args, lenient, context);
  }
  return null;
}

function mentionOf(
  reading: WordReading,
  frame: Frame,
  parts: readonly number[],
  args: DraftArgument[],
  bare: boolean,
  context: Context,
): EventMention {
  const { graph, token, slots } = reading;
  const { status, polarity } = modalityOf(graph, token, context);
  const mode = frame.traits & TRAIT.armed ? modeOf(graph, frame, token, slots, args, context) : frame.mode;
  addAround(reading, frame, args, !AHEAD.has(status ?? 'actual'));
  const stretch = parts.length ? stretchOf(token, parts) : undefined;
  const noun = nounOf(frame, reading);
  return {
    token,
    first: stretch ? stretch.start : token,
    last: stretch ? stretch.end : token + 1,
    parts: noun < 0 ? parts : [...parts, noun],
    frame,
    mode,
    slots,
    args,
    status: status ?? frame.status ?? 'actual',
    polarity: frame.denies ? 'positive' : polarity,
    bare,
  };
}
/** Where a word and what belongs to it stand side by side: first to last, exclusive. */
function stretchOf(token: number, parts: readonly number[]): Span | undefined {
  let start = token;
  let last = token;
  for (const part of parts) {
    start = Math.min(start, part);
    last = Math.max(last, part);
  }
  // no word stands in it twice
  return last - start === parts.length ? { start, end: last + 1 } : undefined;
}
/** Adds what its slots don't say: those of its lists, whom it reaches, where and when it was, who says so. Each is sought by what the slots have said alone. */
function addAround(
  { graph, token, slots }: WordReading,
  { traits }: Frame,
  args: DraftArgument[],
  shared: boolean,
): void {
  const lists = listed(graph, args);
  const reached = reach(graph, traits, slots, args);
  const times = hasRole(args, 'time') ? NONE : timesOf(graph, token, shared, (traits & TRAIT.spoken) !== 0);
  const places = !(traits & TRAIT.somewhere) || hasRole(args, 'place') ? NONE : placesOf(graph, token, shared);
  const sources = sourcesOf(graph, token, args);
  const given = args.length;
  for (const arg of lists) args.push(arg);
  if (reached >= 0) args.push({ role: 'patient', mention: reached, rule: 'reach' });
  for (const mention of places)
    if (!hasMention(args, mention, given)) args.push({ role: 'place', mention, rule: 'clause' });
  for (const mention of times) args.push({ role: 'time', mention, rule: 'clause' });
  for (const mention of sources) args.push({ role: 'source', mention, rule: 'says' });
}
const NONE: readonly number[] = [];
