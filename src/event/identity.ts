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

/** Types of which one verb says what another does: "met and discussed", "advising and assisting". */
const JOINED = new Set<EventType>(['consult', 'aid', 'agree']);
const CLAUSE = depSet('xcomp', 'advcl', 'ccomp');
/** "attacked the village, killing three", "met to discuss", "killed and wounded"; but "kidnapped and killed", "urged them to press" are two. */
function continues(graph: Graph, a: EventMention, b: EventMention): boolean {
  const { type } = a.frame;
  if (type === 'request' && hasDep(graph, a.token, CLAUSE)) return false;
  if (graph.tree.dep[a.token] !== DEP.conj || isNoun(graph, a.token)) return true;
  if (type !== 'assault') return JOINED.has(type);
  return a.mode !== 'abduction' && b.mode !== 'abduction' && [a, b].some(harms);
}
const harms = ({ args }: EventMention): boolean => args.some((a) => a.role === 'killed' || a.role === 'injured');

const GENERAL = new Set([undefined, 'killing', 'other']);
const REAL = new Set(['actual', 'attempted', 'alleged']);

/** Who or what fills each role that is compared. */
type Fillers = Record<Compared, number[] | undefined>;
/** What is known of an event so far. */
interface Cluster {
  readonly members: EventMention[];
  readonly fillers: Fillers;
  readonly lemmas: string[];
  /** The one telling mode. */
  mode: string | undefined;
  /** The sentence of its last mention. */
  sentence: number;
}
function add(graph: Graph, cluster: Cluster, mentions: readonly EventMention[]): Cluster {
  for (const m of mentions) {
    cluster.members.push(m);
    cluster.lemmas.push(lemmaOf(graph, m.token));
    if (!GENERAL.has(m.mode)) cluster.mode ??= m.mode;
    addFillers(cluster.fillers, m.args);
    cluster.sentence = graph.tokens.sentence[m.token];
  }
  return cluster;
}
function addFillers(fillers: Fillers, args: readonly DraftArgument[]): void {
  for (const { role, mention } of args) {
    if (role === 'injured' || role === 'source') continue;
    const known = fillers[role];
    if (!known) fillers[role] = [mention];
    else if (!known.includes(mention)) known.push(mention);
  }
}
const empty = (): Cluster => ({
  members: [],
  fillers: {
    agent: undefined,
    patient: undefined,
    place: undefined,
    time: undefined,
    killed: undefined,
    instrument: undefined,
  },
  lemmas: [],
  mode: undefined,
  sentence: 0,
});

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
  agent: { same: 1, kin: -1, open: 0, apart: -9 },
  patient: { same: 2, kin: 0.5, open: 0, apart: -1 },
  place: { same: 0, kin: 0, open: 0, apart: -1 },
  time: { same: 2, kin: -0.5, open: 0, apart: -9 },
  killed: { same: 1, kin: 0, open: 0, apart: 0 },
  instrument: { same: 1, kin: 0, open: 0, apart: 0 },
  near: 2,
  definite: 1,
  word: 1,
  mode: 1.5,
  far: -0.5,
  least: 2,
  nearest: 3,
  farthest: 6,
};
type Compared = (typeof ROLES_COMPARED)[number];
const ROLES_COMPARED = ['agent', 'patient', 'place', 'time', 'killed', 'instrument'] as const;
function haveOne(lemmas: readonly string[], others: readonly string[]): boolean {
  for (const lemma of lemmas) if (others.includes(lemma)) return true;
  return false;
}
/** How well a later mention goes with an event. */
function agreement(graph: Graph, kinship: Kinship, cluster: Cluster, later: Cluster): number {
  const [a] = cluster.members;
  const [b] = later.members;
  if (a.polarity !== b.polarity || REAL.has(a.status) !== REAL.has(b.status)) return Number.NEGATIVE_INFINITY;
  if (cluster.mode !== later.mode && cluster.mode && later.mode) return Number.NEGATIVE_INFINITY;
  let score = 0;
  for (const role of ROLES_COMPARED) {
    const theirs = cluster.fillers[role];
    const ours = later.fillers[role];
    if (theirs && ours) score += WEIGHTS[role][kinship.match(role, theirs, ours)];
  }
  const sentences = graph.tokens.sentence[b.token] - cluster.sentence;
  if (isDefinite(graph, b)) score += sentences <= WEIGHTS.nearest ? WEIGHTS.near : WEIGHTS.definite;
  if (haveOne(later.lemmas, cluster.lemmas)) score += WEIGHTS.word;
  else if (later.mode && later.mode === cluster.mode) score += WEIGHTS.mode;
  return score + (sentences > WEIGHTS.farthest ? WEIGHTS.far : 0);
}

/** How many of the last events of its type a mention is compared with. */
const MEMORY = 40;
/** Groups of mentions, each one event, in the order of the text. */
export function identify(graph: Graph, mentions: readonly EventMention[]): EventMention[][] {
  const events: Cluster[] = [];
  const kinship = new Kinship(graph);
  const ofType = new Map<EventType, Cluster[]>();
  for (const members of tieUp(graph, mentions)) {
    const later = add(graph, empty(), members);
    const { type } = members[0].frame;
    let alike = ofType.get(type);
    if (!alike) ofType.set(type, (alike = []));
    let best: Cluster | undefined;
    let most = WEIGHTS.least;
    for (let e = alike.length - 1; e >= Math.max(0, alike.length - MEMORY); e--) {
      const score = agreement(graph, kinship, alike[e], later);
      if (score > most || (score === most && !best)) [best, most] = [alike[e], score];
    }
    if (best) add(graph, best, members);
    else {
      events.push(later);
      alike.push(later);
    }
  }
  // "the operation" of which nobody takes part has only the events that it may point back to
  return events.map((e) => e.members).filter((ms) => !ms.every((m) => m.bare));
}

/** Mentions of a sentence that the syntax ties, together. */
function tieUp(graph: Graph, mentions: readonly EventMention[]): EventMention[][] {
  const { sentence } = graph.tokens;
  const group = mentions.map((_, i) => i);
  const find = (i: number): number => (group[i] === i ? i : find(group[i]));
  for (let i = 0; i < mentions.length; i++)
    for (let j = i + 1; j < Math.min(mentions.length, i + 40); j++) {
      const a = mentions[i];
      const b = mentions[j];
      if (sentence[a.token] !== sentence[b.token]) break;
      if (a.frame.type === b.frame.type && a.polarity === b.polarity && (tied(graph, a, b) || tied(graph, b, a)))
        group[find(j)] = find(i);
    }
  const groups: EventMention[][] = [];
  const at: (EventMention[] | undefined)[] = new Array(mentions.length);
  for (let i = 0; i < mentions.length; i++) {
    const root = find(i);
    const known = at[root];
    if (known) known.push(mentions[i]);
    else groups.push((at[root] = [mentions[i]]));
  }
  return groups;
}
