/** The graph of a document that paths walk over: what the order of words says first, then the tree and what it implies. */
import type { Columns } from '../document/columns.ts';
import type { DraftMention, Layers } from '../document/layers.ts';
import type { Tokens, Tree } from '../document/tokens.ts';
import { DEP, POS } from '../document/ud.ts';
import type { WordNumbers } from '../perceptron/index.ts';
import { addAttachments } from './attachment.ts';
import { addArguments } from './clause.ts';
import { addEllipses } from './ellipsis.ts';
import { type Graph, OTHER_WORD, type Vocabulary } from './graph.ts';
import { addOpenings } from './opening.ts';
import { addSurface } from './surface.ts';
import { addBearers, addTitles } from './title.ts';
import { addCopulas, addTree, prepositions } from './tree.ts';

/** Where each word is at home: inside a name in the name's head, unless it heads a name of its own. */
function homes(tokens: Tokens, mentions: readonly DraftMention[], columns: Columns): Int32Array {
  const home = columns.of(tokens.length, 0);
  for (let i = 0; i < tokens.length; i++) home[i] = i;
  for (let i = 0; i < mentions.length; i++) {
    const { level, head, first, last } = mentions[i];
    if (level === 'name') for (let t = first; t < last; t++) home[t] = head;
  }
  for (let i = 0; i < mentions.length; i++) home[mentions[i].head] = mentions[i].head;
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
  for (let i = 0; i < mentions.length; i++) {
    const { head, first, last } = mentions[i];
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

/** The first mention that begins at each word, the widest: -1 for none. */
function startsOf(tokens: Tokens, mentions: readonly DraftMention[], columns: Columns): Int32Array {
  const starts = columns.of(tokens.length, -1);
  for (let m = mentions.length - 1; m >= 0; m--) starts[mentions[m].first] = m;
  return starts;
}

/**
 * @param numbers those of the vocabulary, open for the document
 * @param graph one that is used again, for its memory
 * @param columns where other columns are kept
 */
export function graphOf(
  layers: Pick<Layers, 'text' | 'tokens' | 'sentences' | 'tags' | 'tree' | 'mentions'>,
  vocabulary: Vocabulary,
  numbers: WordNumbers,
  graph: Graph,
  columns: Columns,
): Graph {
  const { tokens, sentences, tags, tree, mentions } = layers;
  graph.reset(tokens.length);
  const preposition = prepositions({ tokens, tags, tree }, (token) => numbers.ofForm(token), columns);
  addPrepositions(preposition, layers, mentions, vocabulary);
  const words = { tokens, tags, tree, home: homes(tokens, mentions, columns), preposition };
  const starts = startsOf(tokens, mentions, columns);
  addSurface(graph, { text: layers.text, tokens, tags, tree, mentions, starts, numbers }, vocabulary); // "Iran-backed militia"
  addTitles(graph, tokens, tags, mentions); //                          "Prime Minister Kadhimi"
  addTree(graph, words, vocabulary); //                                 "attacked by rebels and soldiers"
  addBearers(graph, mentions); //                                       "Secretary of State Blinken met"
  addArguments(graph, words, vocabulary); //                            "tried to attack"
  addAttachments(graph, mentions, vocabulary); //                       "attacked the town with mortars"
  addOpenings(graph, words, sentences, mentions, vocabulary); //        "In Moscow, activists …"
  addEllipses(graph, words, mentions, starts); //                       "three killed and five wounded"
  addCopulas(graph, words); //                                          "is in Jordan"
  return graph;
}
