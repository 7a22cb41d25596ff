/** Verbs that carry an event noun: "carried out an attack", "came under fire". */
import { DEP, POS } from '../document/ud.ts';
import { depSet } from './deps.ts';
import { caseOf, childIn, type Graph, hasChild, hasDep, isMarked, isVerb, leader, lemmaOf } from './graph.ts';
import { MARK, type Vocabulary } from './vocabulary.ts';

/** The slot that a light verb's subject fills in the noun's event. */
type As = 'nsubj' | 'undergo';
/** By the verb's number and what stands behind it: nothing (''), a particle or preposition ("out", "under"), both, or a noun and a preposition ("part in"). */
export type LightVerbs = ReadonlyMap<number, ReadonlyMap<string, As>>;

export function lightVerbs(
  rows: readonly { readonly verb: string; readonly subject: string }[],
  vocabulary: Vocabulary,
): LightVerbs {
  const verbs = new Map<number, Map<string, As>>();
  for (const { verb: words, subject } of rows) {
    const [first, ...behind] = words.split(' ');
    const verb = vocabulary.add(first, MARK.light);
    const known = verbs.get(verb) ?? new Map<string, As>();
    verbs.set(verb, known.set(behind.join(' '), subject === 'undergo' ? 'undergo' : 'nsubj'));
  }
  return verbs;
}

const MODIFYING = depSet('acl', 'acl:relcl');
const BARE = depSet('obj', 'nsubj:pass', 'nsubj');
const PARTICLE = depSet('compound:prt');
/** The light verb that carries a noun ("carried out an attack", "attacks carried out by rebels"). */
export function carrier(graph: Graph, noun: number, light: LightVerbs): { verb: number; as: As } | null {
  const top = leader(graph, noun);
  const clause = clauseBelow(graph, noun);
  const head = graph.tree.head[top];
  const ofClause =
    clause < 0 || (clause === head && graph.tree.dep[top] === DEP.nsubj)
      ? undefined
      : carried(graph, top, clause, head, light);
  if (ofClause) return { verb: clause, as: ofClause };
  // what is the verb's subject it does not carry
  if (head < 0 || graph.tree.dep[top] === DEP.nsubj) return null;
  const ofHead = carried(graph, top, head, head, light);
  return ofHead ? { verb: head, as: ofHead } : null;
}
function clauseBelow(graph: Graph, noun: number): number {
  if (!hasChild(graph, noun, MODIFYING)) return -1;
  for (let c = graph.first[noun]; c >= 0; c = graph.next[c])
    if (hasDep(graph, c, MODIFYING) && isVerb(graph, c)) return c;
  return -1;
}
function carried(graph: Graph, top: number, verb: number, head: number, light: LightVerbs): As | undefined {
  const known = isMarked(graph, verb, MARK.light) ? light.get(graph.base[verb]) : undefined;
  if (!known || !(isVerb(graph, verb) || graph.tags.pos[verb] === POS.ADJ)) return undefined;
  const preposition = verb === head && !hasDep(graph, top, BARE) ? caseOf(graph, top) : '';
  const particle = childIn(graph, verb, PARTICLE);
  const behind = particle < 0 ? '' : graph.tokens.lower[particle];
  const as = known.get(behind && preposition ? `${behind} ${preposition}` : behind || preposition);
  return as ?? (preposition ? phrasal(graph, verb, preposition, known) : undefined);
}

const OWN_NOUN = depSet('obj', 'xcomp');
/** "take part in", "fall victim to": the verb with a noun of its own before the preposition. */
function phrasal(graph: Graph, verb: number, preposition: string, known: ReadonlyMap<string, As>): As | undefined {
  if (!hasChild(graph, verb, OWN_NOUN)) return undefined;
  for (let c = graph.first[verb]; c >= 0; c = graph.next[c])
    if (c > verb && hasDep(graph, c, OWN_NOUN) && graph.headed[c] < 0)
      return known.get(`${lemmaOf(graph, c)} ${preposition}`);
  return undefined;
}
