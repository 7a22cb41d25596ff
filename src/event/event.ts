/** From the mentions of one event to its record: arguments, status, casualties, codes. */
import type { DraftArgument, DraftEvent } from '../document/layers.ts';
import type { Amount } from '../document/schema.ts';
import type { Span } from '../document/span.ts';
import { spanOf } from '../document/tokens.ts';
import { isBackground } from './background.ts';
import { casualtiesOf, countOf } from './casualty.ts';
import { codes, type Writings } from './code.ts';
import type { Graph } from './graph.ts';
import { isNoun } from './graph.ts';
import type { EventMention } from './reading.ts';

/** The arguments of all mentions, one for an entity and role. */
function union({ chain }: Graph, members: readonly EventMention[]): readonly DraftArgument[] {
  const [{ args: first }] = members;
  if (members.length === 1 && areApart(chain, first)) return first;
  const all: DraftArgument[] = [];
  for (const { args } of members) for (const arg of args) if (!isAmong(chain, arg, all)) all.push(arg);
  return all;
}
function isAmong(chain: Int32Array, { role, mention }: DraftArgument, all: readonly DraftArgument[]): boolean {
  for (const a of all) if (a.role === role && isSame(chain, a.mention, mention)) return true;
  return false;
}
function areApart(chain: Int32Array, args: readonly DraftArgument[]): boolean {
  for (let i = 0; i < args.length; i++)
    for (let j = 0; j < i; j++)
      if (args[j].role === args[i].role && isSame(chain, args[j].mention, args[i].mention)) return false;
  return true;
}
const isSame = (chain: Int32Array, a: number, b: number): boolean =>
  a === b || (chain[a] >= 0 && chain[a] === chain[b]);

/** The most telling mode of the mentions: "killing" and "other" say less than how it was done. */
function modeOf(members: readonly EventMention[]): string | undefined {
  let first: string | undefined;
  for (const { mode } of members) {
    if (mode && mode !== 'killing' && mode !== 'other') return mode;
    first ||= mode;
  }
  return first || undefined;
}

/** How many there were, as the first noun that says so says. */
function amountOf(graph: Graph, members: readonly EventMention[]): Amount | undefined {
  for (const { token } of members) {
    const count = isNoun(graph, token) ? countOf(graph, token) : null;
    if (count) return count;
  }
  return undefined;
}
function triggersOf({ tokens }: Graph, members: readonly EventMention[]): Span[] {
  if (members.length === 1) return [spanOf(tokens, members[0].first, members[0].last)];
  const triggers: Span[] = [];
  for (const m of members) triggers.push(spanOf(tokens, m.first, m.last));
  return triggers.sort((a, b) => a.start - b.start);
}
function isInSentence({ tokens }: Graph, members: readonly EventMention[], token: number): boolean {
  for (const m of members) if (tokens.sentence[m.token] === tokens.sentence[token]) return true;
  return false;
}

export function eventOf(graph: Graph, members: readonly EventMention[], writings: Writings): DraftEvent {
  const { frame, status, polarity } = members[0];
  const written = writings.of(frame);
  const args = union(graph, members);
  const mode = modeOf(members);
  const triggers = triggersOf(graph, members);
  const count = amountOf(graph, members);
  const casualties = casualtiesOf(graph, members, args, mode);
  // evidence is what stands in the triggers' own sentences
  let start = triggers[0].start;
  let end = 0;
  for (const t of triggers) end = Math.max(end, t.end);
  for (const { mention } of args) {
    const m = graph.mentions[mention];
    if (!isInSentence(graph, members, m.head)) continue;
    start = Math.min(start, m.start);
    end = Math.max(end, m.end);
  }
  return {
    type: frame.type,
    mode,
    triggers,
    start,
    end,
    args,
    status,
    polarity,
    background: isBackground(graph, members, count) ? true : undefined,
    count,
    casualties: casualties.length ? casualties : undefined,
    codes: codes(graph, written, { type: frame.type, mode, status, polarity, args }),
    rule: frame.rule,
    confidence: written.confidence,
  };
}
