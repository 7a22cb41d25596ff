/** Active or passive, with or without its auxiliary: "was killed", "the men killed in the raid", "Killed in the raid, …". */
import { caseOf, children, type Graph, hasChild, hasDep, isVerb, lemmaOf } from './graph.ts';

/** "Opposition parties called for talks." misread as a noun with a participle: a sentence that ends is a clause, so the noun is its subject. */
function isMisreadClause(graph: Graph, verb: number): boolean {
  const head = graph.tree.head[verb];
  if (!hasDep(graph, verb, 'acl') || head < 0 || !hasDep(graph, head, 'root')) return false;
  const last = graph.sentences.last[graph.tokens.sentence[verb]] - 1;
  return verb === head + 1 && graph.tokens.form[last] === '.';
}

export function isPassive(graph: Graph, verb: number, depth = 0): boolean {
  if (hasChild(graph, verb, 'aux:pass')) return true;
  // "police arrested 40 men": whom a verb with an object but no auxiliary calls its passive subject does what it says
  if (hasChild(graph, verb, 'nsubj:pass')) return !hasChild(graph, verb, 'obj');
  if (children(graph, verb).some((c) => hasDep(graph, c, 'obl:agent') && caseOf(graph, c) === 'by')) return true;
  const form = graph.tokens.lower[verb];
  if (form.endsWith('ing') || hasChild(graph, verb, 'nsubj', 'aux', 'mark')) return false;
  if (isMisreadClause(graph, verb)) return false;
  if (hasDep(graph, verb, 'acl', 'amod')) return !hasChild(graph, verb, 'obj');
  if (hasDep(graph, verb, 'xcomp', 'advcl')) return form !== lemmaOf(graph, verb) && !hasChild(graph, verb, 'obj');
  const head = graph.tree.head[verb];
  return (
    depth < 20 &&
    hasDep(graph, verb, 'conj') &&
    head >= 0 &&
    isVerb(graph, head) &&
    !hasChild(graph, verb, 'obj') &&
    isPassive(graph, head, depth + 1)
  );
}
