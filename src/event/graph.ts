/** A document as the event stage walks it: words with the words below them, and which mention a word heads. */
import type { DraftMention, Layers } from '../document/layers.ts';
import type { Tree } from '../document/tokens.ts';
import { DEP, type Deprel, POS } from '../document/ud.ts';

export type Read = 'text' | 'date' | 'tokens' | 'sentences' | 'tags' | 'tree' | 'mentions' | 'chains' | 'entities';
export interface Graph extends Pick<Layers, Read> {
  /** The first word below a word, -1 for none; `next` gives the word's next sister. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** The mention that a word heads, -1 for none. */
  readonly headed: Int32Array;
  /** The narrowest mention that holds a word, -1 for none. */
  readonly holding: Int32Array;
  /** The chain of each mention. */
  readonly chain: Int32Array;
}

/**
 * "Rebels attacked the base, killing three, the army said": what stands between a quoted clause and the verb of saying belongs
 * to the clause, whatever the parse hangs it on.
 */
function clausesInPlace({ head, dep }: Tree): Tree {
  const quoted = new Map<number, number>();
  for (let t = 0; t < head.length; t++) if (dep[t] === DEP.ccomp && head[t] > t) quoted.set(head[t], t);
  if (quoted.size === 0) return { head, dep };
  const moved = head.slice();
  for (let t = 0; t < head.length; t++) {
    const clause = quoted.get(head[t]);
    if (dep[t] === DEP.advcl && clause !== undefined && clause < t && t < head[t]) moved[t] = clause;
  }
  return { head: moved, dep };
}

export function graphOf(layers: Pick<Layers, Read>): Graph {
  const { tokens, mentions, chains } = layers;
  const tree = clausesInPlace(layers.tree);
  const n = tokens.length;
  const first = new Int32Array(n).fill(-1);
  const next = new Int32Array(n).fill(-1);
  for (let i = n - 1; i >= 0; i--) {
    const head = tree.head[i] ?? -1;
    if (head < 0) continue;
    next[i] = first[head];
    first[head] = i;
  }
  const headed = new Int32Array(n).fill(-1);
  const holding = new Int32Array(n).fill(-1);
  // the wider come first: the widest that a word heads, the narrowest that holds it
  mentions.forEach((m, i) => {
    if (headed[m.head] < 0) headed[m.head] = i;
    for (let t = m.first; t < m.last; t++) holding[t] = i;
  });
  const chain = new Int32Array(mentions.length).fill(-1);
  chains.forEach((members, c) => {
    for (const m of members) chain[m] = c;
  });
  return { ...layers, tree, first, next, headed, holding, chain };
}

/** No word of real language has more below it; a megabyte without a full stop does. */
const MOST = 200;
/** The words right below a word, in the order of the text. */
export function children(graph: Graph, token: number): number[] {
  const below: number[] = [];
  for (let c = graph.first[token]; c >= 0 && below.length < MOST; c = graph.next[c]) below.push(c);
  return below;
}
export const lemmaOf = (graph: Graph, token: number): string => graph.tags.lemma[token] ?? graph.tokens.lower[token];
export const hasDep = (graph: Graph, token: number, ...names: readonly Deprel[]): boolean =>
  names.some((name) => graph.tree.dep[token] === DEP[name]);
export const isVerb = (graph: Graph, token: number): boolean =>
  graph.tags.pos[token] === POS.VERB || graph.tags.pos[token] === POS.AUX;
export const isNoun = (graph: Graph, token: number): boolean =>
  graph.tags.pos[token] === POS.NOUN || graph.tags.pos[token] === POS.PROPN;

/** The preposition or subordinator of a phrase: "at" of "at the depot", "" for none. */
export function caseOf(graph: Graph, token: number): string {
  const { dep } = graph.tree;
  for (let c = graph.first[token], seen = 0; c >= 0 && seen < MOST; c = graph.next[c], seen++)
    if (dep[c] === DEP.case || dep[c] === DEP.mark) return graph.tokens.lower[c];
  return '';
}
export function hasChild(graph: Graph, token: number, ...names: readonly Deprel[]): boolean {
  for (let c = graph.first[token], seen = 0; c >= 0 && seen < MOST; c = graph.next[c], seen++)
    if (hasDep(graph, c, ...names)) return true;
  return false;
}

/** "Egypt, Sudan and Libya": a word and those coordinated with it. */
export function conjuncts(graph: Graph, token: number): number[] {
  const all = [token];
  for (let i = 0; i < all.length && all.length < 50; i++)
    for (const c of children(graph, all[i])) if (hasDep(graph, c, 'conj') && !isVerb(graph, c)) all.push(c);
  return all;
}
/** The first of a coordination. */
export function leader(graph: Graph, token: number): number {
  let at = token;
  for (let steps = 0; steps < 50 && hasDep(graph, at, 'conj') && graph.tree.head[at] >= 0; steps++)
    at = graph.tree.head[at];
  return at;
}

/** "who" stands for the noun that its clause is about; other words for themselves. */
export function antecedent(graph: Graph, token: number): number {
  if (!/^(?:who|whom|which|that)$/.test(graph.tokens.lower[token])) return token;
  for (let at = token, steps = 0; at >= 0 && steps < 8; at = graph.tree.head[at], steps++)
    if (hasDep(graph, at, 'acl:relcl', 'acl', 'advcl:relcl') && graph.tree.head[at] >= 0) return graph.tree.head[at];
  return token;
}

/**
 * The mentions that a word stands for: of its coordination, through a relative pronoun, behind a measure ("hundreds of
 * refugees"). A word inside a mention, which the parse takes for its head, counts as the head.
 */
export function mentionsAt(graph: Graph, token: number): number[] {
  const found: number[] = [];
  for (const t of conjuncts(graph, antecedent(graph, token))) {
    const mention = mentionOf(graph, t);
    if (mention >= 0 && !found.includes(mention)) found.push(mention);
  }
  return found;
}
function mentionOf(graph: Graph, token: number, depth = 0): number {
  if (graph.headed[token] >= 0) {
    const mention = graph.mentions[graph.headed[token]];
    if (mention.type !== 'quantity') return graph.headed[token];
  }
  for (const c of children(graph, token))
    if (depth < 4 && hasDep(graph, c, 'nmod') && caseOf(graph, c) === 'of' && isMeasure(graph, token)) {
      const below = mentionOf(graph, c, depth + 1);
      if (below >= 0) return below;
    }
  if (graph.headed[token] >= 0) return graph.headed[token];
  const around = graph.holding[token];
  if (around >= 0 && isNoun(graph, token) && spansHead(graph.mentions[around], token, graph)) return around;
  return titled(graph, token);
}
/** "Prime Minister Haider al-Abadi": the name below a title that is no mention. */
function titled(graph: Graph, token: number): number {
  if (!isNoun(graph, token)) return -1;
  for (const c of children(graph, token)) {
    if (c < token || !hasDep(graph, c, 'flat', 'appos', 'nmod:desc', 'nmod:unmarked', 'compound', 'nmod')) continue;
    if (caseOf(graph, c)) continue;
    const name = graph.headed[c] >= 0 ? graph.headed[c] : graph.holding[c];
    if (name >= 0 && graph.mentions[name].type !== 'date') return name;
  }
  return /^\p{Lu}/u.test(graph.tokens.form[token]) ? nameBehind(graph, token) : -1;
}
/** "Secretary of State Antony Blinken", however the parse hangs its words: the name that follows a title. */
function nameBehind(graph: Graph, title: number): number {
  for (let t = title + 1; t < Math.min(title + 6, graph.tokens.length); t++) {
    const name = graph.headed[t];
    if (name >= 0 && graph.mentions[name].type === 'person') return name;
    const pos = graph.tags.pos[t];
    if (pos !== POS.PROPN && pos !== POS.NOUN && pos !== POS.ADJ && graph.tokens.lower[t] !== 'of') return -1;
  }
  return -1;
}

/** "UN peacekeepers", "Nepal's king", "a plan by the bank", where only the name is a mention: whose a noun is that is none. */
export function ownersAt(graph: Graph, token: number): number[] {
  if (!isNoun(graph, token)) return [];
  const below = children(graph, token).filter((c) => graph.headed[c] >= 0);
  const owners = below.filter((c) => hasDep(graph, c, 'nmod:poss', 'compound', 'amod'));
  const makers = below.filter((c) => hasDep(graph, c, 'nmod', 'obl:agent') && /^(?:by|from)$/.test(caseOf(graph, c)));
  return (makers.length ? makers : owners).map((c) => graph.headed[c]);
}
const MEASURES = new Set(
  'front vicinity number dozens dozen hundreds thousands scores score tens group some many several most all one two both majority rest half part'.split(
    ' ',
  ),
);
const isMeasure = (graph: Graph, token: number): boolean =>
  graph.tags.pos[token] === POS.NUM || MEASURES.has(graph.tokens.lower[token]) || graph.headed[token] >= 0;
/** Whether the word is the top of the mention's words in the tree. */
const spansHead = (mention: DraftMention, token: number, graph: Graph): boolean => {
  const head = graph.tree.head[token];
  return head < mention.first || head >= mention.last;
};
