/** Who does what an event noun or an infinitive leaves unsaid: the actor that governs it in the sentence. */
import { caseOf, children, type Graph, hasDep, isNoun, isVerb, mentionsAt } from './graph.ts';
import { isActor, sharedSubject, SUBJECTS } from './subject.ts';
import { isPassive } from './voice.ts';

/** Prepositions of a circumstance in which one acts: "joined the army in the fight", "flew to Paris for talks", "on patrol". */
const WITHIN = new Set(['in', 'for', 'through', 'during', 'on', 'into', 'throughout', 'by']);

const actorsAt = (graph: Graph, token: number): number[] =>
  mentionsAt(graph, token).filter((m) => isActor(graph, graph.mentions[m].head) && graph.mentions[m].type !== 'nationality');

/** The subject of a verb, in sense: what a passive's agent or a clause above it gives. */
function subjectsOf(graph: Graph, verb: number): number[] {
  if (isPassive(graph, verb)) {
    const agent = children(graph, verb).find((c) => hasDep(graph, c, 'obl:agent', 'obl') && caseOf(graph, c) === 'by');
    return agent === undefined ? [] : actorsAt(graph, agent);
  }
  const own = children(graph, verb).find((c) => hasDep(graph, c, ...SUBJECTS));
  const subject = own ?? sharedSubject(graph, verb)?.token ?? -1;
  return subject < 0 ? [] : actorsAt(graph, subject);
}

/** "support for the army in the fight": whom the noun beside it is for. */
function beneficiaries(graph: Graph, verb: number, token: number): number[] {
  for (const c of children(graph, verb)) {
    if (c >= token || !hasDep(graph, c, 'obj')) continue;
    for (const d of children(graph, c))
      if (hasDep(graph, d, 'nmod') && caseOf(graph, d) === 'for') return actorsAt(graph, d);
  }
  return [];
}

/** The actors that an event word without an agent of its own has by what governs it. */
export function agentsAbove(graph: Graph, token: number): number[] {
  if (!isNoun(graph, token)) return [];
  for (let at = token, steps = 0; steps < 4; steps++) {
    const head = graph.tree.head[at];
    if (head < 0) return [];
    if (hasDep(graph, at, 'obl', 'nmod', 'advcl') && WITHIN.has(caseOf(graph, at))) {
      let verb = head;
      for (let up = 0; up < 3 && verb >= 0 && !isVerb(graph, verb); up++) verb = graph.tree.head[verb];
      if (verb < 0 || !isVerb(graph, verb)) return [];
      const found = beneficiaries(graph, verb, token);
      return found.length ? found : subjectsOf(graph, verb);
    }
    if (!hasDep(graph, at, 'conj', 'compound', 'nmod')) return [];
    at = head;
  }
  return [];
}
