/** Who says so: the speaker of the clause ("Ryder said that …", "…, officials said") or "according to X". */
import { isOfTypes, typesOf } from '../document/entityType.ts';
import type { DraftArgument } from '../document/layers.ts';
import { DEP, POS } from '../document/ud.ts';
import { ANY_SUBJECT, depSet, SUBJECT } from './deps.ts';
import { caseOf, childIn, type Graph, hasChild, hasDep, isMarked, isVerb, placeOf } from './graph.ts';
import { mentionsAt } from './standing.ts';
import { MARK } from './vocabulary.ts';

const SPEAKER = typesOf('person', 'organization', 'group', 'place');
function addSpeakers(graph: Graph, token: number, found: number[]): void {
  for (const m of mentionsAt(graph, token)) if (isOfTypes(SPEAKER, graph.mentions[m].type)) found.push(m);
}
const speakersAt = (graph: Graph, token: number): number[] => {
  const found: number[] = [];
  addSpeakers(graph, token, found);
  return found;
};
const OUTER_SUBJECT = depSet('nsubj:outer');
function subjectOf(graph: Graph, verb: number): number {
  const subject = childIn(graph, verb, SUBJECT);
  return subject < 0 ? childIn(graph, verb, OUTER_SUBJECT) : subject;
}

const SAID = depSet('ccomp', 'parataxis');
/** What a verb of saying says: its complement, or a clause before it with a subject of its own ("Drones struck the base, the army said"). */
const isSaid = (graph: Graph, clause: number): boolean =>
  hasDep(graph, clause, SAID) ||
  (graph.tree.dep[clause] === DEP.advcl &&
    clause < graph.tree.head[clause] &&
    caseOf(graph, clause) === '' &&
    hasChild(graph, clause, ANY_SUBJECT));
const BESIDE = depSet('parataxis', 'advcl', 'conj', 'dep');
const says = (graph: Graph, verb: number): boolean =>
  verb >= 0 && isVerb(graph, verb) && isMarked(graph, verb, MARK.saying);
/** "…, the minister said": the verb of saying beside a clause; -1 for none. */
function sayingBeside(graph: Graph, clause: number): number {
  const above = graph.tree.head[clause];
  if (isSaid(graph, clause) && says(graph, above)) return above;
  if (!hasChild(graph, clause, BESIDE)) return -1;
  // the parse of "…, the minister said" wavers; without a subordinator of its own the verb of saying governs in sense
  for (let c = graph.first[clause]; c >= 0; c = graph.next[c])
    if (hasDep(graph, c, BESIDE) && says(graph, c) && (graph.marker[c] < 0 || caseOf(graph, c) === 'as')) return c;
  return -1;
}

const ACCORDING = depSet('obl', 'nmod', 'advmod', 'parataxis', 'advcl');
function addAccording(graph: Graph, clause: number, found: number[]): void {
  if (!hasChild(graph, clause, ACCORDING)) return;
  for (let c = graph.first[clause]; c >= 0; c = graph.next[c])
    if (hasDep(graph, c, ACCORDING) && caseOf(graph, c).startsWith('accord')) {
      addSpeakers(graph, c, found);
      return;
    }
}

const NONE: readonly number[] = [];
/** Who says a clause, worked out once for each: the events of a sentence have the clauses above them in common. */
function saidBy(graph: Graph, clause: number): readonly number[] {
  if (graph.saidBy[clause] < 0) graph.saidBy[clause] = placeOf(graph, sayersOf(graph, clause));
  return graph.lists[graph.saidBy[clause]];
}
function sayersOf(graph: Graph, clause: number): readonly number[] {
  const found: number[] = [];
  addAccording(graph, clause, found);
  const saying = sayingBeside(graph, clause);
  const subject = saying < 0 ? -1 : subjectOf(graph, saying);
  if (subject >= 0) addSpeakers(graph, subject, found);
  return found;
}

/** The mentions that an event's clause is attributed to: nobody is the source of his own act. */
export function sourcesOf(graph: Graph, token: number, args: readonly DraftArgument[]): readonly number[] {
  for (let at = token, steps = 0; at >= 0 && steps < 12; at = graph.tree.head[at], steps++) {
    const others = othersOf(graph, saidBy(graph, at), args);
    if (others.length) return others;
  }
  return othersOf(graph, tagged(graph, token), args);
}
function othersOf(graph: Graph, found: readonly number[], args: readonly DraftArgument[]): readonly number[] {
  for (const mention of found) if (isAgent(graph, mention, args)) return withoutAgents(graph, found, args);
  return found;
}
const withoutAgents = (graph: Graph, found: readonly number[], args: readonly DraftArgument[]): readonly number[] =>
  found.filter((mention) => !isAgent(graph, mention, args));
function isAgent({ chain }: Graph, mention: number, args: readonly DraftArgument[]): boolean {
  for (const a of args)
    if (a.role === 'agent' && (a.mention === mention || (chain[mention] >= 0 && chain[a.mention] === chain[mention])))
      return true;
  return false;
}

const BREAK = /^(?:[,"”’']+|''|--|—)$/;
/** The mention that ends before a word, or begins at it, articles aside; -1 for none. */
function beside(graph: Graph, from: number, step: 1 | -1): number {
  let t = from;
  if (step > 0 && t < graph.tokens.length && graph.tags.pos[t] === POS.DET) t++;
  const mention = t >= 0 && t < graph.tokens.length ? graph.holding[t] : -1;
  if (mention < 0) return -1;
  const m = graph.mentions[graph.headed[graph.mentions[mention].head]];
  return (step > 0 ? m.first === t : m.last === t + 1) ? graph.headed[m.head] : -1;
}
/** "…, aid agencies estimate." and "…," said the general: set off at the end of a sentence, whatever the parse makes of it. */
function tagged(graph: Graph, token: number): readonly number[] {
  const { tokens, tags, sentences } = graph;
  if (!(graph.marked[tokens.sentence[token]] & MARK.saying)) return NONE;
  const end = sentences.last[tokens.sentence[token]];
  for (let v = end - 1; v > token && v > end - 12; v--) {
    const pos = tags.pos[v];
    if ((pos !== POS.VERB && pos !== POS.NOUN) || !isMarked(graph, v, MARK.saying)) continue;
    const last = v + 1 >= end || /^[.,;"”]/.test(tokens.form[v + 1]);
    const before = last ? beside(graph, v - 1, -1) : -1;
    if (before >= 0) {
      let t = graph.mentions[before].first - 1;
      if (t > token && tags.pos[t] === POS.DET) t--;
      if (t > token && BREAK.test(tokens.form[t])) return speakersAt(graph, graph.mentions[before].head);
    }
    const after = BREAK.test(tokens.form[v - 1]) ? beside(graph, v + 1, 1) : -1;
    if (after >= 0) return speakersAt(graph, graph.mentions[after].head);
  }
  return NONE;
}
