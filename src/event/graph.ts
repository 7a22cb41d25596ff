/** A document as the event stage walks it: words with the words below them, and which mention a word heads. */
import type { Columns } from '../document/columns.ts';
import type { Layers } from '../document/layers.ts';
import type { Tree } from '../document/tokens.ts';
import { DEP, POS } from '../document/ud.ts';
import type { WordNumbers } from '../perceptron/index.ts';
import { addDep, type DepSet, depSet, inDeps } from './deps.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Read = 'text' | 'date' | 'tokens' | 'sentences' | 'tags' | 'tree' | 'mentions' | 'chains' | 'entities';
export interface Graph extends Pick<Layers, Read> {
  readonly vocabulary: Vocabulary;
  /** The numbers of each word's base form and of the word itself, see `Vocabulary`. */
  readonly base: Int32Array;
  readonly form: Int32Array;
  /** What is marked of either, and of any word of a sentence. */
  readonly marks: Int32Array;
  readonly marked: Int32Array;
  /** The first word below a word, -1 for none; `next` gives the word's next sister. Both in the order of the text. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** The relations of the words below each word, as the bits of a `DepSet`. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The first preposition or subordinator below each word, -1 for none. */
  readonly marker: Int32Array;
  /** The mention that a word heads, -1 for none. */
  readonly headed: Int32Array;
  /** The narrowest mention that holds a word, -1 for none. */
  readonly holding: Int32Array;
  /** The widest mention that begins at a word, -1 for none. */
  readonly starting: Int32Array;
  /** The chain of each mention. */
  readonly chain: Int32Array;
  /** By word: 1 for a verb in the passive, 0 for one that is not, -1 as long as nobody has asked. */
  readonly voice: Int32Array;
  /** By sentence: whether a date or a place is named in it. */
  readonly dated: Int32Array;
  readonly placed: Int32Array;
  /** The mentions that each word stands for, and those that say each clause: their places in `lists`, -1 as long as nobody has asked. */
  readonly standing: Int32Array;
  readonly saidBy: Int32Array;
  /** Lists of mentions; the first is empty. */
  readonly lists: (readonly number[])[];
}

/**
 * "Rebels attacked the base, killing three, the army said": what stands between a quoted clause and the verb of saying belongs
 * to the clause, whatever the parse hangs it on.
 */
function clausesInPlace(tree: Tree): Tree {
  const { head, dep } = tree;
  let moved: Int32Array | undefined;
  for (let t = 0; t < head.length; t++) {
    if (dep[t] !== DEP.advcl || head[t] < t) continue;
    const clause = quotedBefore(tree, head[t]);
    if (clause >= 0 && clause < t) (moved ??= head.slice())[t] = clause;
  }
  return moved ? { head: moved, dep } : tree;
}
/** How far before a verb of saying what it says may end. */
const REACH = 500;
/** The last clause before a verb that it says; -1 for none. */
function quotedBefore({ head, dep }: Tree, verb: number): number {
  for (let t = verb - 1; t >= 0 && t > verb - REACH; t--) if (dep[t] === DEP.ccomp && head[t] === verb) return t;
  return -1;
}

/** No word of real language has more below it; a megabyte without a full stop does. */
const MOST = 200;

/** What the columns of words are filled with, in the order of `graphOf`. */
const OF_WORDS = [0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1];
const NOBODY: readonly number[] = [];

/** @param columns where the graph's columns are kept: it holds until they are used again */
export function graphOf(
  layers: Pick<Layers, Read>,
  columns: Columns,
  vocabulary: Vocabulary,
  numbers: WordNumbers,
): Graph {
  const { tokens, sentences, mentions, chains } = layers;
  const tree = clausesInPlace(layers.tree);
  const n = tokens.length;
  columns.reset();
  const ofWords = columns.all(n, OF_WORDS);
  const graph: Graph = {
    text: layers.text,
    date: layers.date,
    tokens,
    sentences,
    tags: layers.tags,
    tree,
    mentions,
    chains,
    entities: layers.entities,
    vocabulary,
    base: ofWords[0],
    form: ofWords[1],
    marks: ofWords[2],
    low: ofWords[3],
    high: ofWords[4],
    first: ofWords[5],
    next: ofWords[6],
    marker: ofWords[7],
    headed: ofWords[8],
    holding: ofWords[9],
    starting: ofWords[10],
    voice: ofWords[11],
    chain: columns.of(mentions.length, -1),
    marked: columns.of(sentences.length, 0),
    dated: columns.of(sentences.length, 0),
    placed: columns.of(sentences.length, 0),
    standing: ofWords[12],
    saidBy: ofWords[13],
    lists: [NOBODY],
  };
  lookUp(graph, numbers);
  addWords(graph, columns.of(n, -1), columns.of(n, 0));
  addMentions(graph);
  for (let c = 0; c < chains.length; c++) for (let i = 0; i < chains[c].length; i++) graph.chain[chains[c][i]] = c;
  return graph;
}
function lookUp({ tokens, tags, vocabulary, base, form, marks, marked }: Graph, numbers: WordNumbers): void {
  numbers.open(tokens, tags);
  for (let t = 0; t < tokens.length; t++) {
    const own = numbers.ofForm(t);
    const lemma = numbers.ofLemma(t, own);
    if (!own && !lemma) continue;
    form[t] = own;
    base[t] = lemma;
    marks[t] = vocabulary.marksOf(own) | vocabulary.marksOf(lemma);
    marked[tokens.sentence[t]] |= marks[t];
  }
}
/** @param last the last word below each word so far, and `count` how many there are */
function addWords({ tree, first, next, low, high, marker }: Graph, last: Int32Array, count: Int32Array): void {
  const { head, dep } = tree;
  for (let t = 0; t < head.length; t++) {
    const above = head[t];
    if (above < 0 || count[above]++ >= MOST) continue;
    if (last[above] < 0) first[above] = t;
    else next[last[above]] = t;
    last[above] = t;
    addDep(low, high, above, dep[t]);
    if (marker[above] < 0 && (dep[t] === DEP.case || dep[t] === DEP.mark)) marker[above] = t;
  }
}
/** The wider come first: the widest that a word heads, the narrowest that holds it. */
function addMentions({ tokens, mentions, headed, holding, starting, dated, placed }: Graph): void {
  for (let m = 0; m < mentions.length; m++) {
    const { first, last, head, type } = mentions[m];
    if (headed[head] < 0) headed[head] = m;
    if (starting[first] < 0) starting[first] = m;
    for (let t = first; t < last; t++) holding[t] = m;
    if (type === 'date') dated[tokens.sentence[head]] = 1;
    else if (type === 'place') placed[tokens.sentence[head]] = 1;
  }
}

/** Whether a word's base form is marked so; `hasMark` asks of the word itself too. */
export const isMarked = ({ vocabulary, base }: Graph, token: number, mark: number): boolean =>
  (vocabulary.marksOf(base[token]) & mark) !== 0;
export const hasMark = ({ marks }: Graph, token: number, mark: number): boolean => (marks[token] & mark) !== 0;
export const lemmaOf = (graph: Graph, token: number): string => graph.tags.lemma[token] ?? graph.tokens.lower[token];
export const hasDep = ({ tree }: Graph, token: number, set: DepSet): boolean => inDeps(set, tree.dep[token]);
/** Whether a word has one below it that stands to it in a relation of the set. */
export const hasChild = ({ low, high }: Graph, token: number, set: DepSet): boolean =>
  ((low[token] & set.low) | (high[token] & set.high)) !== 0;
/** The first word below a word in a relation of the set, -1 for none. */
export function childIn(graph: Graph, token: number, set: DepSet): number {
  if (!hasChild(graph, token, set)) return -1;
  let c = graph.first[token];
  while (!inDeps(set, graph.tree.dep[c])) c = graph.next[c];
  return c;
}
export const isVerb = ({ tags }: Graph, token: number): boolean =>
  tags.pos[token] === POS.VERB || tags.pos[token] === POS.AUX;
export const isNoun = ({ tags }: Graph, token: number): boolean =>
  tags.pos[token] === POS.NOUN || tags.pos[token] === POS.PROPN;

/** The place of a list of mentions among the graph's. */
export const placeOf = ({ lists }: Graph, list: readonly number[]): number =>
  list.length === 0 ? 0 : lists.push(list) - 1;

/** The preposition or subordinator of a phrase: "at" of "at the depot", "" for none. */
export const caseOf = ({ marker, tokens }: Graph, token: number): string =>
  marker[token] >= 0 ? tokens.lower[marker[token]] : '';

/** Whether others are coordinated with a word: where none are, `conjuncts` gives the word alone. */
export const isCoordinated = (graph: Graph, token: number): boolean => hasChild(graph, token, COORDINATED);
const COORDINATED = depSet('conj');
/** "Egypt, Sudan and Libya": a word and those coordinated with it. */
export function conjuncts(graph: Graph, token: number): readonly number[] {
  const { first, next, tree } = graph;
  const all = [token];
  if (!isCoordinated(graph, token)) return all;
  for (let i = 0; i < all.length && all.length < 50; i++)
    for (let c = first[all[i]]; c >= 0; c = next[c]) if (tree.dep[c] === DEP.conj && !isVerb(graph, c)) all.push(c);
  return all;
}
/** The first of a coordination. */
export function leader(graph: Graph, token: number): number {
  let at = token;
  for (let steps = 0; steps < 50 && graph.tree.dep[at] === DEP.conj && graph.tree.head[at] >= 0; steps++)
    at = graph.tree.head[at];
  return at;
}
