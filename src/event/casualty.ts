/** Casualties as data: how many were killed, injured, captured or are missing, and which are a part of others ("including two children"). */

import { isOfTypes, typesOf } from '../document/entityType.ts';
import type { DraftArgument, DraftCasualties } from '../document/layers.ts';
import type { Amount } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import { depSet, OBJECT } from './deps.ts';
import { caseOf, childIn, conjuncts, type Graph, hasChild, hasDep, lemmaOf } from './graph.ts';
import { includedBehind } from './listed.ts';
import type { EventMention } from './reading.ts';
import { mentionsAt } from './standing.ts';
import { TRAIT } from './trait.ts';
import { MARK } from './vocabulary.ts';

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
const AMONG = new Set(['including', 'among']);
/** "six civilians, including two children": the mentions that are a part of others. */
function partsOf(graph: Graph, mention: number): readonly number[] {
  const { head } = graph.mentions[mention];
  const behind = includedBehind(graph, mention);
  if (!hasChild(graph, head, INCLUDING)) return behind;
  const parts = behind.slice();
  for (let c = graph.first[head]; c >= 0; c = graph.next[c])
    if (hasDep(graph, c, INCLUDING) && graph.marker[c] >= 0 && AMONG.has(caseOf(graph, c)))
      for (const t of conjuncts(graph, c)) for (const m of mentionsAt(graph, t)) parts.push(m);
  return parts;
}

/** "four of them", "three of whom". */
function isOfThem({ first, next, tree, tokens }: Graph, number: number): boolean {
  for (let c = first[number]; c >= 0; c = next[c])
    if (tree.dep[c] === DEP.nmod && THEM.has(tokens.lower[c])) return true;
  return false;
}
const THEM = new Set(['them', 'whom', 'those']);
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

const PEOPLE = typesOf('person', 'group', 'quantity', 'nationality');
/** What became of those that fill a role. */
function kindOf(
  graph: Graph,
  { role, rule, mention }: DraftArgument,
  members: readonly EventMention[],
  mode: string | undefined,
): Kind | null {
  if (role === 'killed' || role === 'injured') return role;
  if (role !== 'patient' || rule === 'member') return null;
  if (!isOfTypes(PEOPLE, graph.mentions[mention].type)) return null;
  return mode === 'abduction' || members.some((m) => m.frame.captures) ? 'captured' : null;
}

/** How far from an event's word, in words, its missing are looked for. */
const NEAR = 40;
/** Marked in the vocabulary, so that most sentences need not be looked through. */
export const MISSING: ReadonlySet<string> = new Set(['missing', 'unaccounted', 'disappeared']);
const NOBODY: readonly number[] = [];
const MISSED = depSet('nsubj', 'nsubj:pass', 'nummod', 'det');
const PREDICATE = depSet('amod', 'acl', 'xcomp');
/** "killed 12 and left five missing", "two are missing": the mentions of those missing, by a word of an event's sentence. */
function missing(graph: Graph, members: readonly EventMention[]): readonly number[] {
  if (!(members[0].frame.traits & TRAIT.harm) || members[0].status === 'hypothetical') return NOBODY;
  const found: number[] = [];
  for (const { token } of members) {
    const sentence = graph.tokens.sentence[token];
    if (!(graph.marked[sentence] & MARK.missing)) continue;
    const first = Math.max(graph.sentences.first[sentence], token - NEAR);
    for (let t = first; t < Math.min(graph.sentences.last[sentence], token + NEAR); t++) {
      if (!MISSING.has(graph.tokens.lower[t])) continue;
      const subject = childIn(graph, t, MISSED);
      const about = subject < 0 && hasDep(graph, t, PREDICATE) ? objectOf(graph, t) : subject;
      if (about >= 0) for (const m of mentionsAt(graph, about)) found.push(m);
    }
  }
  return found;
}
/** What an adjective says something of: its noun, or the object beside it ("left five missing"). */
function objectOf(graph: Graph, adjective: number): number {
  const head = graph.tree.head[adjective];
  if (head < 0 || graph.tree.dep[adjective] !== DEP.xcomp) return head;
  return childIn(graph, head, OBJECT);
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

const NONE: readonly DraftCasualties[] = [];
/** @param args the event's own, those of all its mentions */
export function casualtiesOf(
  graph: Graph,
  members: readonly EventMention[],
  args: readonly DraftArgument[],
  mode: string | undefined,
): readonly DraftCasualties[] {
  const victims: Victims[] = [];
  for (const arg of args) {
    const kind = kindOf(graph, arg, members, mode);
    if (kind) victims.push({ kind, mention: arg.mention, isMember: arg.rule === 'member' });
  }
  const lost = missing(graph, members);
  if (victims.length === 0 && lost.length === 0) return NONE;
  const records = new Records(graph);
  const owners = ownersOfParts(graph, victims);
  for (const those of victims) {
    if (owners.has(those.mention)) continue;
    if (!records.add(those.kind, those.mention, records.wholeOf(those))) continue;
    const whole = records.list.length - 1;
    for (const part of partsOf(graph, those.mention)) records.add(those.kind, part, whole);
    for (const [part, owner] of owners) if (owner === those.mention) records.add(those.kind, part, whole);
  }
  for (const mention of lost) records.add('missing', mention);
  return records.list;
}
