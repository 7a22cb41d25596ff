/**
 * The edges that the dependency tree gives: its own, with their prepositions, and what conjuncts share with the word
 * that they are joined to, as in Enhanced Universal Dependencies (Schuster and Manning 2016). See also `clause.ts`.
 */
import { Columns } from '../document/columns.ts';
import type { Tags, Tokens, Tree } from '../document/tokens.ts';
import { DEP, DEPRELS, POS } from '../document/ud.ts';
import { wordSet } from '../gazetteer/wordMap.ts';
import { type Graph, isOfTree, label, OTHER_WORD, REL, relationOf, type Vocabulary } from './graph.ts';

export interface Words {
  readonly tokens: Tokens;
  readonly tags: Tags;
  readonly tree: Tree;
  /** Words inside a name count as the name's head; every other word is at home in itself. */
  readonly home: Int32Array;
  /** The first preposition of each word, as the vocabulary's number. */
  readonly preposition: Int32Array;
}

/** How far behind a conjunct the next one of its list is looked for. */
const LIST = 15;

/** By number of a relation the one that it is taken for: nearly all are taken for themselves. */
const CANONICAL = Uint8Array.from(DEPRELS, (_, dep) => dep);
CANONICAL[DEP['nsubj:outer']] = DEP.nsubj;
CANONICAL[DEP['csubj:outer']] = DEP.csubj;
CANONICAL[DEP['obl:agent']] = DEP.obl;
CANONICAL[DEP['advcl:relcl']] = DEP.advcl;

export function addTree(graph: Graph, words: Words, vocabulary: Vocabulary): void {
  const { tokens, tree, home, preposition } = words;
  const n = tree.head.length;
  for (let i = 0; i < n; i++) {
    const governor = tree.head[i] < 0 ? -1 : home[tree.head[i]];
    if (governor < 0 || governor === home[i] || tree.dep[i] === DEP.punct) continue;
    // what the surface has tied together ("Iran-backed militia") the parser does not untie
    if (graph.nested(home[i], governor) || graph.nested(governor, home[i])) continue;
    const relation = CANONICAL[tree.dep[i]];
    // an object has no preposition
    const oblique = preposition[i] > 0 && (relation === DEP.obj || relation === DEP.iobj);
    graph.add(home[i], governor, label(oblique ? DEP.obl : relation, preposition[i]));
    if (isHost(words, governor))
      graph.add(
        home[i],
        home[tree.head[governor]],
        label(tree.dep[governor], vocabulary.get(tokens.lower[governor]) ?? 0),
      );
  }
  for (let i = 0; i < n; i++)
    if (tree.dep[i] === DEP.conj && tree.head[i] >= 0 && !isSetOff(graph, words, i))
      shareGovernors(graph, home[i], home[tree.head[i]], preposition[i]);
    else if (isPartOfPartitive(words, i)) shareGovernors(graph, home[i], home[tree.head[i]], 0);
}

/** "in Istanbul, Turkey": two that only a comma joins are no list. */
function isSetOff(graph: Graph, { tree, home }: Words, conjunct: number): boolean {
  const first = tree.head[conjunct];
  let comma = false;
  for (let e = graph.up[home[conjunct]]; e >= 0; e = graph.nextUp[e])
    if (graph.governor[e] === home[first] && relationOf(graph.label[e]) === REL.comma) comma = true;
  if (!comma) return false;
  for (let i = first + 1; i < tree.head.length && i < conjunct + LIST; i++)
    if (tree.head[i] === first && i !== conjunct && tree.dep[i] === DEP.conj) return false;
  return true;
}

/** Words that stand for a part or a number of what follows: "sent thousands of fighters" sends fighters. */
const PARTITIVES = wordSet(
  'dozen dozens hundred hundreds thousand thousands million millions score scores number majority most some many all couple pair handful lot lots part rest'.split(
    ' ',
  ),
);
const isPartOfPartitive = ({ tokens, tree }: Words, word: number): boolean =>
  tree.dep[word] === DEP.nmod &&
  tree.head[word] >= 0 &&
  tree.head[word] < word &&
  PARTITIVES.has(tokens.lower[tree.head[word]]);

/** A preposition that the parser has put in its noun's place. */
const isHost = ({ tags, tree }: Words, word: number): boolean =>
  tags.pos[word] === POS.ADP && tree.head[word] >= 0 && (tree.dep[word] === DEP.obl || tree.dep[word] === DEP.nmod);

/** "The base is in Iraq": the base is to Iraq what the preposition says. "He is the leader": there is none. */
export function addCopulas(graph: Graph, { tree, home, preposition }: Words): void {
  for (let i = 0; i < tree.head.length; i++) {
    const predicate = tree.dep[i] === DEP.cop ? tree.head[i] : -1;
    if (predicate < 0) continue;
    for (const subject of graph.dependents(home[predicate], DEP.nsubj))
      graph.add(subject, home[predicate], label(REL.copula, preposition[predicate]));
  }
}

/** The first preposition of each word: of "out of" the "out", of "such as" the "such". @param numberOf a word's number in the vocabulary */
export function prepositions(
  { tokens, tags, tree }: Pick<Words, 'tokens' | 'tags' | 'tree'>,
  numberOf: (token: number) => number,
  columns = new Columns(),
): Int32Array {
  const word = columns.of(tokens.length, 0);
  for (let i = tree.head.length - 1; i >= 0; i--)
    if (tree.dep[i] === DEP.case && tree.head[i] >= 0)
      word[tree.head[i]] = numberOf(i) || (tags.pos[i] === POS.ADP ? OTHER_WORD : 0);
  return word;
}

/** "troops in Iraq and Syria": Syria is to the troops what Iraq is. */
function shareGovernors(graph: Graph, conjunct: number, first: number, own: number): void {
  if (conjunct === first) return;
  for (let e = graph.up[first]; e >= 0; e = graph.nextUp[e]) {
    const relation = relationOf(graph.label[e]);
    if (relation === DEP.conj || !isOfTree(relation) || graph.governor[e] === conjunct) continue;
    graph.add(conjunct, graph.governor[e], own ? label(relation, own) : graph.label[e]);
  }
}
