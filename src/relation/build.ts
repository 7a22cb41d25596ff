/** The graph of a document that paths walk over: what the order of words says first, then the tree and what it implies. */
import type { DraftMention, Layers } from '../document/layers.ts';
import type { Tokens, Tree } from '../document/tokens.ts';
import { DEP, POS } from '../document/ud.ts';
import { addAttachments } from './attachment.ts';
import { addArguments } from './clause.ts';
import { addEllipses } from './ellipsis.ts';
import { Graph, OTHER_WORD, type Vocabulary } from './graph.ts';
import { addOpenings } from './opening.ts';
import { addSurface } from './surface.ts';
import { addBearers, addTitles } from './title.ts';
import { addCopulas, addTree, prepositions } from './tree.ts';

/** Where each word is at home: inside a name in the name's head, unless it heads a name of its own. */
function homes(tokens: Tokens, mentions: readonly DraftMention[]): Int32Array {
  const home = new Int32Array(tokens.length);
  for (let i = 0; i < home.length; i++) home[i] = i;
  for (const m of mentions) if (m.level === 'name') home.fill(m.head, m.first, m.last);
  for (const m of mentions) home[m.head] = m.head;
  return home;
}

/** How far in front of a mention its preposition may stand. */
const BEFORE = 7;

const modifies = ({ head }: Tree, word: number, last: number): boolean => head[word] > word && head[word] < last;
/**
 * The preposition in front of a mention is its head's, even if the parser gave it to a modifier: "against [US and
 * coalition personnel]", "to the Red Cross's [field hospital]".
 */
function addPrepositions(
  preposition: Int32Array,
  { tokens, tags, tree }: Pick<Layers, 'tokens' | 'tags' | 'tree'>,
  mentions: readonly DraftMention[],
  vocabulary: Vocabulary,
): void {
  for (const { head, first, last } of mentions) {
    if (preposition[head] || (tree.dep[head] !== DEP.nmod && tree.dep[head] !== DEP.obl)) continue;
    let at = first - 1;
    while (
      at > 0 &&
      first - at < BEFORE &&
      tags.pos[at] !== POS.ADP &&
      (modifies(tree, at, last) || tags.pos[at] === POS.PART)
    )
      at--;
    if (at >= 0 && tags.pos[at] === POS.ADP && modifies(tree, at, last))
      preposition[head] = vocabulary.get(tokens.lower[at]) ?? OTHER_WORD;
  }
}

/** @param graph one that is used again, for its memory */
export function graphOf(
  layers: Pick<Layers, 'text' | 'tokens' | 'sentences' | 'tags' | 'tree' | 'mentions'>,
  vocabulary: Vocabulary,
  graph = new Graph(),
): Graph {
  const { tokens, sentences, tags, tree, mentions } = layers;
  graph.reset(tokens.length);
  const preposition = prepositions({ tokens, tags, tree }, vocabulary);
  addPrepositions(preposition, layers, mentions, vocabulary);
  const words = { tokens, tags, tree, home: homes(tokens, mentions), preposition };
  addSurface(graph, layers, vocabulary); //                             "Iran-backed militia"
  addTitles(graph, tokens, tags, mentions); //                          "Prime Minister Kadhimi"
  addTree(graph, words, vocabulary); //                                 "attacked by rebels and soldiers"
  addBearers(graph, mentions); //                                       "Secretary of State Blinken met"
  addArguments(graph, words, vocabulary); //                            "tried to attack"
  addAttachments(graph, mentions, vocabulary); //                       "attacked the town with mortars"
  addOpenings(graph, words, sentences, mentions, vocabulary); //        "In Moscow, activists …"
  addEllipses(graph, words, mentions); //                               "three killed and five wounded"
  addCopulas(graph, words); //                                          "is in Jordan"
  return graph;
}
