/**
 * Which mentions of events are one event: words that the syntax ties ("an attack killed three"), and later mentions that
 * agree in type, participants, place and time ("the attack"). After the merging step of FASTUS (Hobbs et al. 1997).
 */
import { type EventType, ROLES, type Role } from '../document/schema.ts';
import { antecedent, children, type Graph, hasDep, isNoun, lemmaOf } from './graph.ts';
import type { EventMention } from './reading.ts';

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
  if (a.slots.some((s) => s.rank === 0 && TIES.has(s.key) && antecedent(graph, s.token) === b.token)) return true;
  // "attacked the village, killing three", "met to discuss", "killed and wounded"
  return graph.tree.head[a.token] === b.token;
}

const GENERAL = new Set([undefined, 'killing', 'other']);
const REAL = new Set(['actual', 'attempted', 'alleged']);
const ROLES_COMPARED = ['agent', 'patient', 'place', 'time'] as const;

/** What is known of an event so far. */
interface Cluster {
  readonly members: EventMention[];
  readonly chains: Readonly<Record<Role, Set<number>>>;
  readonly lemmas: Set<string>;
  /** The one telling mode. */
  mode: string | undefined;
  /** The sentence of its last mention. */
  sentence: number;
}
function add(graph: Graph, cluster: Cluster, mentions: readonly EventMention[]): Cluster {
  for (const m of mentions) {
    cluster.members.push(m);
    cluster.lemmas.add(lemmaOf(graph, m.token));
    if (!GENERAL.has(m.mode)) cluster.mode ??= m.mode;
    for (const { role, mention } of m.args) cluster.chains[role].add(graph.chain[mention]);
    cluster.sentence = graph.tokens.sentence[m.token];
  }
  return cluster;
}
const empty = (): Cluster => ({
  members: [],
  chains: Object.fromEntries(ROLES.map((role) => [role, new Set<number>()])) as Record<Role, Set<number>>,
  lemmas: new Set(),
  mode: undefined,
  sentence: 0,
});

/** "the attack", "this incident", "these strikes": points back. */
function isDefinite(graph: Graph, { token }: EventMention): boolean {
  return (
    isNoun(graph, token) &&
    children(graph, token).some((c) => hasDep(graph, c, 'det') && DEFINITE.has(graph.tokens.lower[c]))
  );
}
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'such']);

function shares(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const x of few) if (many.has(x)) return true;
  return false;
}
/** How well a later mention goes with an event: below 2 they are two. */
function agreement(graph: Graph, cluster: Cluster, later: Cluster): number {
  const [a, b] = [cluster.members[0], later.members[0]];
  if (a.polarity !== b.polarity || REAL.has(a.status) !== REAL.has(b.status)) return 0;
  if (cluster.mode !== later.mode && cluster.mode && later.mode) return 0;
  let score = 0;
  for (const role of ROLES_COMPARED) {
    const [x, y] = [cluster.chains[role], later.chains[role]];
    if (!x.size || !y.size) continue;
    if (!shares(x, y)) return 0;
    score += role === 'patient' || role === 'agent' ? 1.5 : 1;
    if (role === 'patient' && shares(cluster.chains.killed, later.chains.killed)) score += 1;
  }
  const sentences = graph.tokens.sentence[b.token] - cluster.sentence;
  if (shares(cluster.chains.instrument, later.chains.instrument)) score += 1;
  if (isDefinite(graph, b)) score += sentences <= 3 ? 2 : 1;
  if ([...later.lemmas].some((lemma) => cluster.lemmas.has(lemma)) || (later.mode && later.mode === cluster.mode))
    score += 1;
  return score - (sentences > 8 ? 0.5 : 0);
}

/** How many of the last events of its type a mention is compared with. */
const MEMORY = 40;
/** Groups of mentions, each one event, in the order of the text. */
export function identify(graph: Graph, mentions: readonly EventMention[]): EventMention[][] {
  const events: Cluster[] = [];
  const ofType = new Map<EventType, Cluster[]>();
  for (const members of tieUp(graph, mentions)) {
    const later = add(graph, empty(), members);
    const { type } = members[0].frame;
    const alike = ofType.get(type) ?? [];
    let best: Cluster | undefined;
    let most = 2;
    for (let e = alike.length - 1; e >= Math.max(0, alike.length - MEMORY); e--) {
      const score = agreement(graph, alike[e], later);
      if (score > most || (score === most && !best)) [best, most] = [alike[e], score];
    }
    if (best) add(graph, best, members);
    else {
      events.push(later);
      ofType.set(type, [...alike, later].slice(-MEMORY));
    }
  }
  return events.map((e) => e.members);
}

/** Mentions of a sentence that the syntax ties, together. */
function tieUp(graph: Graph, mentions: readonly EventMention[]): EventMention[][] {
  const group = mentions.map((_, i) => i);
  const find = (i: number): number => (group[i] === i ? i : find(group[i]));
  for (let i = 0; i < mentions.length; i++)
    for (let j = i + 1; j < Math.min(mentions.length, i + 40); j++) {
      if (graph.tokens.sentence[mentions[i].token] !== graph.tokens.sentence[mentions[j].token]) break;
      const [a, b] = [mentions[i], mentions[j]];
      if (a.frame.type === b.frame.type && a.polarity === b.polarity && (tied(graph, a, b) || tied(graph, b, a)))
        group[find(j)] = find(i);
    }
  const groups = new Map<number, EventMention[]>();
  mentions.forEach((m, i) => {
    const root = find(i);
    groups.set(root, [...(groups.get(root) ?? []), m]);
  });
  return [...groups.values()];
}
