/** Who says so: the speaker of the clause ("Ryder said that …", "…, officials said") or "according to X". */
import type { Context } from './context.ts';
import { caseOf, children, type Graph, hasChild, hasDep, isVerb, lemmaOf, mentionsAt } from './graph.ts';

const SPEAKER = new Set(['person', 'organization', 'group', 'place']);
const speakers = (graph: Graph, token: number): number[] =>
  mentionsAt(graph, token).filter((m) => SPEAKER.has(graph.mentions[m].type));
const subjectOf = (graph: Graph, verb: number): number =>
  children(graph, verb).find((c) => hasDep(graph, c, 'nsubj', 'nsubj:outer')) ?? -1;

/** What a verb of saying says: its complement, or a clause before it with a subject of its own ("Drones struck the base, the army said"). */
const isSaid = (graph: Graph, clause: number): boolean =>
  hasDep(graph, clause, 'ccomp', 'parataxis') ||
  (hasDep(graph, clause, 'advcl') &&
    clause < graph.tree.head[clause] &&
    caseOf(graph, clause) === '' &&
    hasChild(graph, clause, 'nsubj', 'nsubj:pass'));
/** "…, the minister said": the verb of saying beside a clause; -1 for none. */
function sayingBeside(graph: Graph, clause: number, { saying }: Context): number {
  const says = (verb: number) => verb >= 0 && isVerb(graph, verb) && saying.has(lemmaOf(graph, verb));
  const above = graph.tree.head[clause];
  if (isSaid(graph, clause) && says(above)) return above;
  // the parse of "…, the minister said" wavers; without a subordinator of its own the verb of saying governs in sense
  const beside = children(graph, clause).find(
    (c) => hasDep(graph, c, 'parataxis', 'advcl', 'conj', 'dep') && says(c) && /^(?:as)?$/.test(caseOf(graph, c)),
  );
  return beside ?? -1;
}

function accordingTo(graph: Graph, clause: number): number[] {
  for (const c of children(graph, clause))
    if (hasDep(graph, c, 'obl', 'nmod', 'advmod', 'parataxis', 'advcl') && caseOf(graph, c).startsWith('accord'))
      return speakers(graph, c);
  return [];
}

/** The mentions that an event's clause is attributed to. `own` are its arguments: nobody is the source of his own act. */
export function sourcesOf(graph: Graph, token: number, context: Context, own: readonly number[]): number[] {
  for (let at = token, steps = 0; at >= 0 && steps < 12; at = graph.tree.head[at], steps++) {
    const saying = sayingBeside(graph, at, context);
    const subject = saying < 0 ? -1 : subjectOf(graph, saying);
    const found = [...accordingTo(graph, at), ...(subject < 0 ? [] : speakers(graph, subject))];
    const others = found.filter((m) => !own.includes(m));
    if (others.length) return others;
  }
  return [];
}
