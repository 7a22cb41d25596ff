/** Active or passive, with or without its auxiliary: "was killed", "the men killed in the raid", "Killed in the raid, …". */
import { DEP } from '../document/ud.ts';
import { depSet, OBJECT, SUBJECT } from './deps.ts';
import { type Graph, hasChild, hasDep, isVerb, lemmaOf } from './graph.ts';

/** "Opposition parties called for talks." misread as a noun with a participle: a sentence that ends is a clause, so the noun is its subject. */
function isMisreadClause(graph: Graph, verb: number): boolean {
  const head = graph.tree.head[verb];
  if (graph.tree.dep[verb] !== DEP.acl || head < 0 || graph.tree.dep[head] !== DEP.root) return false;
  const last = graph.sentences.last[graph.tokens.sentence[verb]] - 1;
  return verb === head + 1 && graph.tokens.form[last] === '.';
}

const FULL = depSet('obj', 'aux', 'ccomp', 'xcomp');
/** "Two were killed and five others wounded": the auxiliary is said once. */
const isElliptic = (graph: Graph, verb: number): boolean =>
  graph.tree.dep[verb] === DEP.conj &&
  hasChild(graph, verb, SUBJECT) &&
  !hasChild(graph, verb, FULL) &&
  graph.tokens.lower[verb] !== lemmaOf(graph, verb) &&
  isVerb(graph, graph.tree.head[verb]);

const AGENT = depSet('obl:agent');
function hasBy({ first, next, tree, marker, tokens }: Graph, verb: number): boolean {
  for (let c = first[verb]; c >= 0; c = next[c])
    if (tree.dep[c] === DEP['obl:agent'] && marker[c] >= 0 && tokens.lower[marker[c]] === 'by') return true;
  return false;
}
const PASSIVE = depSet('aux:pass');
const PASSIVE_SUBJECT = depSet('nsubj:pass');
const FINITE = depSet('nsubj', 'aux', 'mark');
const PARTICIPLE = depSet('acl', 'amod');
const ADJUNCT = depSet('xcomp', 'advcl');
/** Whether a verb is in the passive, worked out once for each. */
export function isPassive(graph: Graph, verb: number): boolean {
  if (graph.voice[verb] < 0) graph.voice[verb] = passiveAt(graph, verb, 0) ? 1 : 0;
  return graph.voice[verb] === 1;
}
function passiveAt(graph: Graph, verb: number, depth: number): boolean {
  if (hasChild(graph, verb, PASSIVE)) return true;
  // "police arrested 40 men": whom a verb with an object but no auxiliary calls its passive subject does what it says
  if (hasChild(graph, verb, PASSIVE_SUBJECT)) return !hasChild(graph, verb, OBJECT);
  if (hasChild(graph, verb, AGENT) && hasBy(graph, verb)) return true;
  const form = graph.tokens.lower[verb];
  if (form.endsWith('ing')) return false;
  if (isElliptic(graph, verb)) return depth < 20 && passiveAt(graph, graph.tree.head[verb], depth + 1);
  if (hasChild(graph, verb, FINITE)) return false;
  if (isMisreadClause(graph, verb)) return false;
  if (hasDep(graph, verb, PARTICIPLE)) return !hasChild(graph, verb, OBJECT);
  if (hasDep(graph, verb, ADJUNCT)) return form !== lemmaOf(graph, verb) && !hasChild(graph, verb, OBJECT);
  const head = graph.tree.head[verb];
  return (
    depth < 20 &&
    graph.tree.dep[verb] === DEP.conj &&
    head >= 0 &&
    isVerb(graph, head) &&
    !hasChild(graph, verb, OBJECT) &&
    passiveAt(graph, head, depth + 1)
  );
}
