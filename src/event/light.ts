/** Verbs that carry an event noun: "carried out an attack", "came under fire". */
import { POS } from '../document/ud.ts';
import { caseOf, children, type Graph, hasDep, isVerb, leader, lemmaOf } from './graph.ts';

/** By verb, with a particle or preposition behind it: the slot that its subject fills in the noun's event. */
export type LightVerbs = ReadonlyMap<string, 'nsubj' | 'undergo'>;

/** The light verb that carries a noun ("carried out an attack", "attacks carried out by rebels"), -1 for none. */
export function carrier(
  graph: Graph,
  noun: number,
  light: LightVerbs,
): { verb: number; as: 'nsubj' | 'undergo' } | null {
  const top = leader(graph, noun);
  const clause = children(graph, noun).find((c) => hasDep(graph, c, 'acl', 'acl:relcl') && isVerb(graph, c));
  const head = graph.tree.head[top];
  for (const verb of [clause ?? -1, head]) {
    if (verb < 0 || !(isVerb(graph, verb) || graph.tags.pos[verb] === POS.ADJ)) continue;
    const preposition = verb === head && !hasDep(graph, top, 'obj', 'nsubj:pass', 'nsubj') ? caseOf(graph, top) : '';
    const particle = children(graph, verb).find((c) => hasDep(graph, c, 'compound:prt'));
    const words = [lemmaOf(graph, verb), ...(particle === undefined ? [] : [graph.tokens.lower[particle]])];
    const as =
      light.get([...words, ...(preposition ? [preposition] : [])].join(' ')) ??
      phrasal(graph, verb, preposition, light);
    if (!as) continue;
    const subject = hasDep(graph, top, 'nsubj') && verb === head;
    if (!subject) return { verb, as };
  }
  return null;
}

/** "take part in", "fall victim to": the verb with a noun of its own before the preposition. */
function phrasal(graph: Graph, verb: number, preposition: string, light: LightVerbs): 'nsubj' | 'undergo' | undefined {
  if (!preposition) return undefined;
  const own = children(graph, verb).find((c) => c > verb && hasDep(graph, c, 'obj', 'xcomp') && graph.headed[c] < 0);
  return own === undefined ? undefined : light.get(`${lemmaOf(graph, verb)} ${lemmaOf(graph, own)} ${preposition}`);
}
