/**
 * The arguments that clauses leave unsaid: "Rebels tried to seize the town" (the rebels seize), "troops stationed in
 * Iraq" (the troops are stationed), "a group that Iran supports" (Iran supports the group), "killed and wounded".
 */
import { DEP, POS } from '../document/ud.ts';
import { type Graph, label, relationOf, type Vocabulary } from './graph.ts';
import type { Words } from './tree.ts';

const RELATIVE = new Set(['who', 'whom', 'whose', 'which', 'that']);
/** How far a missing subject is looked for: "was seen trying to plan to attack". */
const DEPTH = 4;
/** Nouns whose owner does what the infinitive behind them says, wherever the parser hangs it: "its efforts to defeat ISIL". */
const PURPOSES = new Set(
  ['effort', 'campaign', 'fight', 'strategy', 'plan', 'attempt', 'bid', 'mission', 'operation', 'struggle'].flatMap(
    (noun) => [noun, `${noun}s`],
  ),
);

/** Adds an edge to each clause from the subject that it shares with another, and from the noun that it modifies. */
export function addArguments(graph: Graph, words: Words, vocabulary: Vocabulary): void {
  const { tree } = words;
  // added at last, so that no clause takes over what another has been lent
  const subjects: number[] = [];
  const verbs: number[] = [];
  for (let v = 0; v < tree.head.length; v++) {
    if (tree.head[v] < 0) continue;
    if (tree.dep[v] === DEP['acl:relcl']) addRelative(graph, words, v, vocabulary);
    // "began their assault on insurgent-held Karabilah": a participle inside a compound shares no subject
    else if (isDependentClause(tree.dep[v]) && words.tokens.lower[v - 1] !== '-' && !hasSubject(graph, v)) {
      addInherited(graph, words, v, DEPTH, subjects);
      while (verbs.length < subjects.length) verbs.push(v);
    }
  }
  for (let i = 0; i < subjects.length; i++)
    if (subjects[i] !== verbs[i])
      graph.add(subjects[i], verbs[i], label(isPassive(graph, words, verbs[i]) ? DEP['nsubj:pass'] : DEP.nsubj, 0));
}

const isDependentClause = (dep: number): boolean =>
  dep === DEP.acl || dep === DEP.xcomp || dep === DEP.advcl || dep === DEP.conj;
const hasSubject = (graph: Graph, verb: number): boolean =>
  graph.has(verb, DEP.nsubj) || graph.has(verb, DEP['nsubj:pass']);

/** Adds the subjects of a clause: its own, or those of the clause or noun that it depends on. */
function addInherited(graph: Graph, words: Words, verb: number, depth: number, found: number[]): void {
  const known = found.length;
  graph.addDependents(verb, DEP.nsubj, found);
  graph.addDependents(verb, DEP['nsubj:pass'], found);
  const { tree, home } = words;
  const dep = tree.dep[verb];
  if (found.length > known || depth === 0 || tree.head[verb] < 0 || !isDependentClause(dep)) return;
  const governor = home[tree.head[verb]];
  const to = infinitiveMark(words, graph, verb);
  // the noun of purpose right in front of an infinitive
  if (to > 0 && PURPOSES.has(words.tokens.lower[to - 1])) addHolders(graph, words, to - 1, depth, found);
  else if (dep === DEP.acl && to >= 0) addHolders(graph, words, governor, depth, found);
  else if (dep === DEP.acl) found.push(governor);
  else {
    // "asked Lima to send helicopters": the parser takes Lima for an indirect object
    if (dep === DEP.xcomp) {
      graph.addDependents(governor, DEP.iobj, found);
      graph.addDependents(governor, DEP.obj, found);
    }
    if (found.length === known) addInherited(graph, words, governor, depth - 1, found);
  }
}

/** Adds whose a noun is, or who makes it: "its efforts to defeat the rebels", "Coalition efforts to …", "Iraq made plans to attack". */
function addHolders(graph: Graph, words: Words, noun: number, depth: number, found: number[]): void {
  const known = found.length;
  graph.addDependents(noun, DEP['nmod:poss'], found);
  graph.addDependents(noun, DEP.compound, found);
  const governor = words.tree.head[noun];
  if (found.length > known || governor < 0 || words.tree.dep[noun] !== DEP.obj) return;
  addInherited(graph, words, words.home[governor], depth - 1, found);
}

/** "a group which Iran supports", "troops who fought", "people whose boat sank", "the base where troops stay". */
function addRelative(graph: Graph, words: Words, verb: number, vocabulary: Vocabulary): void {
  const { tokens, tree, home } = words;
  const noun = home[tree.head[verb]];
  const pronoun = relativePronoun(words, verb);
  if (pronoun >= 0 && tokens.lower[pronoun] === 'where') {
    graph.add(noun, verb, label(DEP.obl, vocabulary.get('in') ?? 0));
    return;
  }
  const edge = pronoun < 0 ? -1 : graph.up[pronoun];
  if (edge >= 0) {
    graph.add(noun, graph.governor[edge], graph.label[edge]);
    return;
  }
  const subject = hasSubject(graph, verb);
  if (subject && graph.has(verb, DEP.obj)) return;
  graph.add(noun, verb, label(subject ? DEP.obj : isPassive(graph, words, verb) ? DEP['nsubj:pass'] : DEP.nsubj, 0));
}

/** Between a noun and its relative clause's verb: "which", "where", or "whose" on one of the verb's dependents; -1 for none. */
function relativePronoun({ tokens, tags, tree }: Words, verb: number): number {
  for (let i = tree.head[verb] + 1; i < verb; i++) {
    const governor = tree.head[i];
    if (governor < 0 || (governor !== verb && tree.head[governor] !== verb)) continue;
    if (tokens.lower[i] === 'where') return i;
    if (RELATIVE.has(tokens.lower[i]) && (tags.pos[i] === POS.PRON || tokens.lower[i] === 'whose')) return i;
  }
  return -1;
}

/** The last "to" that marks an infinitive; -1 for none. */
function infinitiveMark({ tokens }: Words, graph: Graph, verb: number): number {
  if (!graph.has(verb, DEP.mark)) return -1;
  for (let e = graph.down[verb]; e >= 0; e = graph.nextDown[e])
    if (relationOf(graph.label[e]) === DEP.mark && tokens.lower[graph.dependent[e]] === 'to') return graph.dependent[e];
  return -1;
}

/** "are stationed", "stationed in Iraq", "(were shot and) wounded"; not "stationing", "to station". */
function isPassive(graph: Graph, words: Words, verb: number): boolean {
  if (graph.has(verb, DEP['aux:pass'])) return true;
  const { tags, tokens, tree } = words;
  if (tags.pos[verb] !== POS.VERB || tokens.lower[verb].endsWith('ing')) return false;
  if (graph.has(verb, DEP.obj) || infinitiveMark(words, graph, verb) >= 0) return false;
  if (tree.dep[verb] !== DEP.conj) return tree.dep[verb] !== DEP.xcomp;
  const bare = !graph.has(verb, DEP.aux);
  return bare && graph.has(tree.head[verb], DEP['nsubj:pass']);
}
