/** The time of an event that its own slots don't give: the date of the clause above it. */
import { depSet } from './deps.ts';
import { caseOf, conjuncts, type Graph, hasDep, isCoordinated, isVerb } from './graph.ts';
import { nearestBelow } from './where.ts';

/** A point or stretch of the calendar: "three months" and "every day" are no time at which something was. */
function dateAt(graph: Graph, token: number): number {
  const mention = graph.headed[token] >= 0 ? graph.headed[token] : graph.holding[token];
  if (mention < 0) return -1;
  const { type, kind } = graph.mentions[mention];
  return type === 'date' && kind !== 'duration' && kind !== 'set' ? mention : -1;
}

const ADJUNCTS = depSet('obl', 'obl:unmarked', 'nmod:unmarked', 'nmod', 'advmod', 'nmod:desc', 'nmod:poss', 'compound');
/** Where the search for a date above an event ends: at a verb with a clause of its own. */
const CLAUSES = depSet('ccomp', 'parataxis', 'acl:relcl', 'root');

/** "attacked for the first time since February": when it last was. */
function isFirstSince({ marker, tokens }: Graph, token: number): boolean {
  const since = marker[token];
  return since > 0 && tokens.lower[since] === 'since' && tokens.lower[since - 1] === 'time';
}

/** The dates at a word that may say when something was, with those coordinated. */
export function datesAt(graph: Graph, token: number, found: number[]): void {
  if (!hasDep(graph, token, ADJUNCTS)) return;
  if (!isCoordinated(graph, token)) addDate(graph, token, found);
  else for (const t of conjuncts(graph, token)) addDate(graph, t, found);
}
function addDate(graph: Graph, token: number, found: number[]): void {
  const date = isFirstSince(graph, token) ? -1 : dateAt(graph, token);
  if (date >= 0 && !found.includes(date)) found.push(date);
}

/**
 * The date mentions that say when the event of a word was: those below the verbs that govern it, up to one with a clause of its own.
 *
 * @param shared whether it was when that above it was: "vowed on Monday to attack" dates the vow.
 * @param spoken whether the word speaks of what is below it: "condemned the attacks of Friday" was not on Friday.
 */
export function timesOf(graph: Graph, token: number, shared: boolean, spoken: boolean): number[] {
  if (!graph.dated[graph.tokens.sentence[token]]) return [];
  for (let at = token, steps = 0; at >= 0 && steps < (shared ? 5 : 1); at = graph.tree.head[at], steps++) {
    const found: number[] = [];
    for (let c = graph.first[at]; c >= 0; c = graph.next[c]) datesAt(graph, c, found);
    if (found.length) return found;
    // "said on Tuesday that rebels attacked": the saying was on Tuesday
    if (isVerb(graph, at) && (hasDep(graph, at, CLAUSES) || caseOf(graph, at) === 'that')) break;
  }
  // "the minister on Monday urged the parties", "killed the leader of the group that day": inside the word's own phrases
  return nearestBelow(graph, token, datesAt, 3, spoken ? 'subject' : 'all');
}
