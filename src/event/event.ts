/** From the mentions of one event to its record: arguments, status, casualties, codes. */
import type { DraftArgument, DraftEvent } from '../document/layers.ts';
import type { Amount } from '../document/schema.ts';
import { spanOf } from '../document/tokens.ts';
import { casualtiesOf, countOf } from './casualty.ts';
import { type CodeTable, codes } from './code.ts';
import type { Graph } from './graph.ts';
import { isNoun } from './graph.ts';
import type { EventMention } from './reading.ts';

/** The arguments of all mentions, one for an entity and role. */
function union(graph: Graph, members: readonly EventMention[]): DraftArgument[] {
  const seen = new Set<string>();
  return members
    .flatMap((m) => m.args)
    .filter(({ role, mention }) => {
      const key = `${role} ${graph.chain[mention] < 0 ? `m${mention}` : graph.chain[mention]}`;
      return !seen.has(key) && Boolean(seen.add(key));
    });
}

/** The most telling mode of the mentions: "killing" and "other" say less than how it was done. */
const modeOf = (members: readonly EventMention[]): string | undefined =>
  members.find((m) => m.mode && m.mode !== 'killing' && m.mode !== 'other')?.mode ?? members.find((m) => m.mode)?.mode;

/** Aggregates and history: "more than 150 attacks", "attacks since 1981". */
const MANY = 10;
function isBackground(graph: Graph, members: readonly EventMention[], count: Amount | null): boolean {
  if (count && count.best >= MANY) return true;
  return members.some((m) =>
    m.slots.some(
      (s) => s.key === 'since' && graph.headed[s.token] >= 0 && graph.mentions[graph.headed[s.token]].type === 'date',
    ),
  );
}

export function eventOf(graph: Graph, members: readonly EventMention[], table: CodeTable): DraftEvent {
  const [first] = members;
  const args = union(graph, members);
  const mode = modeOf(members);
  const triggers = members.map((m) => spanOf(graph.tokens, m.first, m.last)).sort((a, b) => a.start - b.start);
  const count = members.reduce<Amount | null>(
    (known, m) => known ?? (isNoun(graph, m.token) ? countOf(graph, m.token) : null),
    null,
  );
  const casualties = casualtiesOf(graph, args, mode);
  // evidence is what stands in the triggers' own sentences
  const sentences = new Set(members.map((m) => graph.tokens.sentence[m.token]));
  const fillers = args
    .map((a) => graph.mentions[a.mention])
    .filter((m) => sentences.has(graph.tokens.sentence[m.head]));
  const used = [...triggers, ...fillers];
  const { frame, status, polarity } = first;
  const found = codes(graph, table, { type: frame.type, mode, lemma: frame.lemma, status, polarity, args });
  return {
    type: first.frame.type,
    ...(mode ? { mode } : {}),
    triggers,
    start: used.reduce((least, s) => Math.min(least, s.start), Number.POSITIVE_INFINITY),
    end: used.reduce((most, s) => Math.max(most, s.end), 0),
    args,
    status: first.status,
    polarity: first.polarity,
    ...(isBackground(graph, members, count) ? { background: true as const } : {}),
    ...(count ? { count } : {}),
    ...(casualties.length ? { casualties } : {}),
    ...(found ? { codes: found } : {}),
    rule: first.frame.rule,
  };
}
