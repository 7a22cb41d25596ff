/** Casualties as data: how many were killed, injured, captured or are missing, and which are a part of others ("including two children"). */

import type { DraftArgument, DraftCasualties } from '../document/layers.ts';
import type { Amount } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import { depSet } from './deps.ts';
import { caseOf, children, conjuncts, type Graph, hasDep, lemmaOf } from './graph.ts';
import { includedBehind } from './listed.ts';
import type { EventMention } from './reading.ts';
import { mentionsAt } from './standing.ts';

type Kind = DraftCasualties['kind'];

/** The number of a quantity's mention: "at least 12" has no upper end, so 12 is its best; "30 to 40" is best put at 35. No age is a number of people. */
function amountOf(graph: Graph, mention: number): Amount | null {
  const { amount, kind } = graph.mentions[mention];
  if (!amount || (kind !== undefined && kind !== 'count')) return null;
  const { value, minimum, maximum } = amount;
  const middle = minimum !== undefined && maximum !== undefined ? Math.round((minimum + maximum) / 2) : undefined;
  const best = value ?? middle ?? minimum ?? maximum;
  return best === undefined ? null : { best, low: minimum ?? best, high: maximum ?? best };
}

const COUNTING = depSet('nummod', 'amod', 'advmod', 'det', 'compound');
/** How many a noun speaks of: by the number before it, one for a person. */
export function countOf(graph: Graph, token: number): Amount | null {
  for (let c = graph.first[token]; c >= 0; c = graph.next[c])
    if (hasDep(graph, c, COUNTING)) {
      const mention = graph.headed[c] >= 0 ? graph.headed[c] : graph.holding[c];
      if (mention >= 0 && graph.mentions[mention].type === 'quantity') return amountOf(graph, mention);
    }
  // "dozens of soldiers": the measure stands above
  const head = graph.tree.head[token];
  if (head >= 0 && graph.tree.dep[token] === DEP.nmod && graph.headed[head] >= 0)
    return amountOf(graph, graph.headed[head]);
  return null;
}
function amountAt(graph: Graph, mention: number): Amount | null {
  const { type, head } = graph.mentions[mention];
  if (type === 'quantity') return amountOf(graph, mention);
  return countOf(graph, head) ?? (type === 'person' ? { best: 1, low: 1, high: 1 } : null);
}

const INCLUDING = depSet('nmod', 'acl', 'obl', 'conj');
/** "six civilians, including two children": the mentions that are a part of others. */
function partsOf(graph: Graph, mention: number): number[] {
  return [
    ...includedBehind(graph, mention),
    ...children(graph, graph.mentions[mention].head)
      .filter((c) => hasDep(graph, c, INCLUDING) && /^(?:including|among)$/.test(caseOf(graph, c)))
      .flatMap((c) => conjuncts(graph, c))
      .flatMap((c) => mentionsAt(graph, c)),
  ];
}

/** "four of them", "three of whom". */
const isOfThem = (graph: Graph, number: number): boolean =>
  children(graph, number).some(
    (c) => graph.tree.dep[c] === DEP.nmod && /^(?:them|whom|those)$/.test(graph.tokens.lower[c]),
  );
/** "…, four of them critically", "…, three of them students": the mentions behind a group in its sentence that count a part of it. */
function countedParts(graph: Graph, mention: number): number[] {
  const { head, last } = graph.mentions[mention];
  const parts: number[] = [];
  for (let t = last; t < Math.min(last + 12, graph.sentences.last[graph.tokens.sentence[head]]); t++) {
    if (graph.headed[t] < 0 || graph.mentions[graph.headed[t]].type !== 'quantity' || !isOfThem(graph, t)) continue;
    const counted = graph.tree.head[t];
    const named = graph.tree.dep[t] === DEP.nummod && graph.headed[counted] >= 0;
    parts.push(named ? graph.headed[counted] : graph.headed[t]);
  }
  return parts;
}

/** The one of two mentions that ends closer before a part. */
function nearer(graph: Graph, part: number, a: number, b: number | undefined): number {
  const { mentions } = graph;
  return b === undefined || (mentions[a].last <= mentions[part].first && mentions[a].last > mentions[b].last) ? a : b;
}

/** Whether a word stands below another in the tree. */
function isBelow(graph: Graph, token: number, above: number): boolean {
  for (let at = graph.tree.head[token], steps = 0; at >= 0 && steps < 8; at = graph.tree.head[at], steps++)
    if (at === above) return true;
  return false;
}

const PEOPLE = new Set(['person', 'group', 'quantity', 'nationality']);
const CAPTURE = /\b(?:capture|prisoner|captive|hostage)\b/;
/** What became of those that fill a role. */
function kindOf(
  graph: Graph,
  { role, rule, mention }: DraftArgument,
  members: readonly EventMention[],
  mode: string | undefined,
): Kind | null {
  if (role === 'killed' || role === 'injured') return role;
  if (role !== 'patient' || rule === 'member') return null;
  if (!PEOPLE.has(graph.mentions[mention].type)) return null;
  return mode === 'abduction' || members.some((m) => CAPTURE.test(m.frame.lemma)) ? 'captured' : null;
}

/** How far from an event's word, in words, its missing are looked for. */
const NEAR = 40;
const MISSING = new Set(['missing', 'unaccounted', 'disappeared']);
const HARM = new Set(['assault', 'coerce']);
const MISSED = depSet('nsubj', 'nsubj:pass', 'nummod', 'det');
const PREDICATE = depSet('amod', 'acl', 'xcomp');
/** "killed 12 and left five missing", "two are missing": the mentions of those missing, by a word of an event's sentence. */
function missing(graph: Graph, members: readonly EventMention[]): number[] {
  const found: number[] = [];
  if (!HARM.has(members[0].frame.type) || members[0].status === 'hypothetical') return found;
  for (const { token } of members) {
    const sentence = graph.tokens.sentence[token];
    const first = Math.max(graph.sentences.first[sentence], token - NEAR);
    for (let t = first; t < Math.min(graph.sentences.last[sentence], token + NEAR); t++) {
      if (!MISSING.has(graph.tokens.lower[t])) continue;
      const subject = children(graph, t).find((c) => hasDep(graph, c, MISSED));
      const about = subject ?? (hasDep(graph, t, PREDICATE) ? objectOf(graph, t) : -1);
      if (about >= 0) found.push(...mentionsAt(graph, about));
    }
  }
  return found;
}
/** What an adjective says something of: its noun, or the object beside it ("left five missing"). */
function objectOf(graph: Graph, adjective: number): number {
  const head = graph.tree.head[adjective];
  if (head < 0 || graph.tree.dep[adjective] !== DEP.xcomp) return head;
  return children(graph, head).find((c) => graph.tree.dep[c] === DEP.obj) ?? -1;
}

/** Of two counts of the same people in different sentences the later one is the better, and both are its bounds. */
const revised = (known: Amount, later: Amount): Amount => ({
  best: later.best,
  low: Math.min(known.low, later.low),
  high: Math.max(known.high, later.high),
});
/** "people" and "persons" counted again, or numbers alone. */
function isRecount(graph: Graph, a: number, b: number): boolean {
  const [x, y] = [graph.mentions[a], graph.mentions[b]];
  if (graph.tokens.sentence[x.head] === graph.tokens.sentence[y.head]) return false;
  return (
    (x.type === 'quantity' && y.type === 'quantity') ||
    (x.type === 'group' && lemmaOf(graph, x.head) === lemmaOf(graph, y.head))
  );
}

interface Victims {
  readonly kind: Kind;
  readonly mention: number;
  /** Named as one of a group that is a victim too. */
  readonly isMember: boolean;
}
/** Of whom the parts counted behind them are a part: "two were killed and 53 wounded, four of them critically", of those named last. */
function ownersOfParts(graph: Graph, victims: readonly Victims[]): Map<number, number> {
  const owners = new Map<number, number>();
  for (const { mention } of victims)
    for (const part of countedParts(graph, mention)) owners.set(part, nearer(graph, part, mention, owners.get(part)));
  return owners;
}

/** The records of an event, one for a kind and group of victims. */
class Records {
  readonly list: (DraftCasualties & { readonly mention: number })[] = [];
  readonly #seen = new Set<string>();
  constructor(private readonly graph: Graph) {}

  /** @returns whether it is a record of its own */
  add(kind: Kind, mention: number, partOf?: number): boolean {
    const { graph, list } = this;
    const key = `${kind} ${graph.chain[mention]}`;
    const amount = amountAt(graph, mention);
    if (!amount || this.#seen.has(key)) return false;
    this.#seen.add(key);
    const known = list.findIndex((r) => r.kind === kind && r.partOf === partOf && isRecount(graph, r.mention, mention));
    if (known >= 0) list[known] = { ...list[known], ...revised(list[known], amount), mention };
    else list.push({ kind, ...amount, mention, ...(partOf === undefined ? {} : { partOf }) });
    return known < 0;
  }
  /** The record of the group that a mention is named in. */
  wholeOf({ kind, mention, isMember }: Victims): number | undefined {
    if (!isMember) return undefined;
    const { mentions } = this.graph;
    const at = this.list.findIndex(
      (r) => r.kind === kind && isBelow(this.graph, mentions[mention].head, mentions[r.mention].head),
    );
    return at < 0 ? undefined : at;
  }
}

/** @param args the event's own, those of all its mentions */
export function casualtiesOf(
  graph: Graph,
  members: readonly EventMention[],
  args: readonly DraftArgument[],
  mode: string | undefined,
): DraftCasualties[] {
  const records = new Records(graph);
  const victims = args.flatMap((arg): Victims[] => {
    const kind = kindOf(graph, arg, members, mode);
    return kind ? [{ kind, mention: arg.mention, isMember: arg.rule === 'member' }] : [];
  });
  const owners = ownersOfParts(graph, victims);
  for (const those of victims) {
    if (owners.has(those.mention)) continue;
    if (!records.add(those.kind, those.mention, records.wholeOf(those))) continue;
    const whole = records.list.length - 1;
    for (const part of partsOf(graph, those.mention)) records.add(those.kind, part, whole);
    for (const [part, owner] of owners) if (owner === those.mention) records.add(those.kind, part, whole);
  }
  for (const mention of missing(graph, members)) records.add('missing', mention);
  return records.list;
}
