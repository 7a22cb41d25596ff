/**
 * Which mentions of events are one event: words that the syntax ties ("an attack killed three"), and later mentions that
 * agree in type, participants, place and time ("the attack"). After the merging step of FASTUS (Hobbs et al. 1997).
 */

import type { DraftArgument } from '../document/layers.ts';
import type { EventType } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import { depSet } from './deps.ts';
import { caseOf, type Graph, hasDep, isNoun, lemmaOf } from './graph.ts';
import { Kinship } from './kin.ts';
import type { EventMention } from './reading.ts';
import { antecedent } from './standing.ts';
import { TRAIT } from './trait.ts';

const TIES = new Set([
  'nsubj',
  'obj',
  'in',
  'by',
  'with',
  'from',
  'during',
  'of',
  'xcomp',
  'when',
  'light',
  'advcl',
  'as',
]);

/** Whether two mentions are one event by the syntax: one stands in the other's slot, or is its participle. */
function tied(graph: Graph, a: EventMention, b: EventMention): boolean {
  const isIn = graph.tree.dep[b.token] === DEP.nmod && caseOf(graph, b.token) === 'in';
  for (const { key, rank, token } of a.slots) {
    if (rank !== 0) continue;
    if (TIES.has(key) && antecedent(graph, token) === b.token) return true;
    // "provided 5 million dollars in new assistance"
    if (isIn && key === 'obj' && isCounted(graph, token) && below(graph, b.token, token)) return true;
  }
  return graph.tree.head[a.token] === b.token && continues(graph, a, b);
}
const isCounted = (graph: Graph, token: number): boolean =>
  graph.holding[token] >= 0 && graph.mentions[graph.holding[token]].type === 'quantity';
const below = (graph: Graph, token: number, above: number): boolean =>
  graph.tree.head[token] === above || graph.tree.head[graph.tree.head[token]] === above;

const CLAUSE = depSet('xcomp', 'advcl', 'ccomp');
/** "attacked the village, killing three", "met to discuss", "killed and wounded"; but "kidnapped and killed", "urged them to press" are two. */
function continues(graph: Graph, a: EventMention, b: EventMention): boolean {
  const { type, traits } = a.frame;
  if (type === 'request' && hasDep(graph, a.token, CLAUSE)) return false;
  if (graph.tree.dep[a.token] !== DEP.conj || isNoun(graph, a.token)) return true;
  if (type !== 'assault') return (traits & TRAIT.joined) !== 0;
  return a.mode !== 'abduction' && b.mode !== 'abduction' && [a, b].some(harms);
}
const harms = ({ args }: EventMention): boolean => args.some((a) => a.role === 'killed' || a.role === 'injured');

const GENERAL = new Set([undefined, 'killing', 'other']);
const isReal = ({ status }: EventMention): boolean =>
  status === 'actual' || status === 'attempted' || status === 'alleged';

/** What is known of an event so far. */
interface Cluster {
  readonly members: EventMention[];
  /** The arguments of all: the only mention's own, or a list that grows. */
  args: readonly DraftArgument[];
  merged: DraftArgument[] | undefined;
  /** Which of the roles that are compared are filled, a bit each. */
  roles: number;
  /** The one telling mode. */
  mode: string | undefined;
  /** The sentence of its last mention. */
  sentence: number;
}
function rolesOf(args: readonly DraftArgument[]): number {
  let roles = 0;
  for (const { role } of args) roles |= 1 << ROLES_COMPARED.indexOf(role as Compared);
  return roles & ALL_COMPARED;
}
function modeOf(members: readonly EventMention[]): string | undefined {
  for (const { mode } of members) if (!GENERAL.has(mode)) return mode;
  return undefined;
}
function clusterOf(graph: Graph, members: EventMention[]): Cluster {
  const merged = members.length > 1 ? members.flatMap((m) => m.args) : undefined;
  const args = merged ?? members[0].args;
  const sentence = graph.tokens.sentence[members[members.length - 1].token];
  return { members, args, merged, roles: rolesOf(args), mode: modeOf(members), sentence };
}
function take(cluster: Cluster, later: Cluster): void {
  for (const m of later.members) cluster.members.push(m);
  cluster.args = cluster.merged ??= cluster.args.slice();
  for (const arg of later.args) cluster.merged.push(arg);
  cluster.roles |= later.roles;
  cluster.mode ??= later.mode;
  cluster.sentence = later.sentence;
}

/** "the attack", "this incident", "these strikes": points back. */
function isDefinite(graph: Graph, { token }: EventMention): boolean {
  if (!isNoun(graph, token)) return false;
  for (let c = graph.first[token]; c >= 0; c = graph.next[c])
    if (graph.tree.dep[c] === DEP.det && DEFINITE.has(graph.tokens.lower[c])) return true;
  return false;
}
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'such']);

/**
 * What each way of standing to each other says for one event: points, tuned on the development texts and on MUC-4. Other
 * victims are a weak reason against ("killed two soldiers … the attack, in which a child died"), another time is a strong one; who acts and
 * when is mostly told in the same words, so that other words for a kin are a reason against, if a weak one.
 */
const WEIGHTS = {
  near: 2,
  definite: 1,
  word: 1,
  mode: 1.5,
  far: -0.5,
  least: 2,
  nearest: 3,
  farthest: 6,
};
const COMPARED = {
  agent: { same: 1, kin: -1, open: 0, apart: -9 },
  patient: { same: 2, kin: 0.5, open: 0, apart: -1 },
  place: { same: 0, kin: 0, open: 0, apart: -1 },
  time: { same: 2, kin: -0.5, open: 0, apart: -9 },
  killed: { same: 1, kin: 0, open: 0, apart: 0 },
  instrument: { same: 1, kin: 0, open: 0, apart: 0 },
};
type Compared = keyof typeof COMPARED;
const ROLES_COMPARED = Object.keys(COMPARED) as readonly Compared[];
const ALL_COMPARED = (1 << ROLES_COMPARED.length) - 1;
const POINTS = Object.values(COMPARED);

function haveOneWord(graph: Graph, a: readonly EventMention[], b: readonly EventMention[]): boolean {
  for (const { token } of a) for (const other of b) if (sameWord(graph, token, other.token)) return true;
  return false;
}
/** Whether two words have one base form; those that the tables don't know have number 0. */
const sameWord = (graph: Graph, a: number, b: number): boolean =>
  graph.base[a] === graph.base[b] && (graph.base[a] > 0 || lemmaOf(graph, a) === lemmaOf(graph, b));
/** How well a later mention goes with an event. */
function agreement(graph: Graph, kinship: Kinship, cluster: Cluster, later: Cluster): number {
  const a = cluster.members[0];
  const b = later.members[0];
  if (a.polarity !== b.polarity || isReal(a) !== isReal(b)) return Number.NEGATIVE_INFINITY;
  if (cluster.mode !== later.mode && cluster.mode && later.mode) return Number.NEGATIVE_INFINITY;
  let score = 0;
  const both = cluster.roles & later.roles;
  for (let role = 0; both >> role; role++)
    if ((both >> role) & 1) score += POINTS[role][kinship.match(ROLES_COMPARED[role], cluster.args, later.args)];
  const sentences = graph.tokens.sentence[b.token] - cluster.sentence;
  if (isDefinite(graph, b)) score += sentences <= WEIGHTS.nearest ? WEIGHTS.near : WEIGHTS.definite;
  if (haveOneWord(graph, later.members, cluster.members)) score += WEIGHTS.word;
  else if (later.mode && later.mode === cluster.mode) score += WEIGHTS.mode;
  return score + (sentences > WEIGHTS.farthest ? WEIGHTS.far : 0);
}

/** How many of the last events of its type a mention is compared with. */
const MEMORY = 40;
/** Groups of mentions, each one event, in the order of the text. */
export function identify(graph: Graph, mentions: readonly EventMention[]): EventMention[][] {
  const events: EventMention[][] = [];
  const kinship = new Kinship(graph);
  const ofType = new Map<EventType, Cluster[]>();
  for (const members of tieUp(graph, mentions)) {
    const later = clusterOf(graph, members);
    const { type } = members[0].frame;
    let alike = ofType.get(type);
    if (!alike) ofType.set(type, (alike = []));
    let best: Cluster | undefined;
    let most = WEIGHTS.least;
    for (let e = alike.length - 1; e >= Math.max(0, alike.length - MEMORY); e--) {
      const score = agreement(graph, kinship, alike[e], later);
      if (score < most || (score === most && best)) continue;
      best = alike[e];
      most = score;
    }
    if (best) take(best, later);
    else {
      events.push(members);
      alike.push(later);
    }
  }
  // "the operation" of which nobody takes part has only the events that it may point back to
  return events.filter(isFirm);
}
function isFirm(members: readonly EventMention[]): boolean {
  for (const m of members) if (!m.bare) return true;
  return false;
}

/** Mentions of a sentence that the syntax ties, together. */
function tieUp(graph: Graph, mentions: readonly EventMention[]): EventMention[][] {
  const { sentence } = graph.tokens;
  const groups: EventMention[][] = [];
  /** The number of the mention that each is tied to; its own for the root of a group. */
  const tiedTo: number[] = [];
  for (let i = 0; i < mentions.length; i++) tiedTo.push(i);
  const rootOf = (i: number): number => (tiedTo[i] === i ? i : rootOf(tiedTo[i]));
  for (let i = 0; i < mentions.length; i++)
    for (let j = i + 1; j < Math.min(mentions.length, i + 40); j++) {
      const a = mentions[i];
      const b = mentions[j];
      if (sentence[a.token] !== sentence[b.token]) break;
      if (a.frame.type === b.frame.type && a.polarity === b.polarity && (tied(graph, a, b) || tied(graph, b, a)))
        tiedTo[rootOf(j)] = rootOf(i);
    }
  const at: (EventMention[] | undefined)[] = new Array(mentions.length);
  for (let i = 0; i < mentions.length; i++) {
    const root = rootOf(i);
    const known = at[root];
    if (known) known.push(mentions[i]);
    else groups.push((at[root] = [mentions[i]]));
  }
  return groups;
}
