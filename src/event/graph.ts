/** A document as the event stage walks it: words with the words below them, and which mention a word heads. */
import type { DraftMention, Layers } from '../document/layers.ts';
import type { Tree } from '../document/tokens.ts';
import { DEP, DEPRELS, type Deprel, POS } from '../document/ud.ts';

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
  /** By sentence: whether a date or a place is named in it. */
  readonly dated: Uint8Array;
  readonly placed: Uint8Array;
  /** The words right below each word, as far as anyone has asked. */
  readonly below: (readonly number[] | undefined)[];
  /** The mentions that each word stands for, likewise. */
  readonly standing: (readonly number[] | undefined)[];
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
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i];
    if (headed[m.head] < 0) headed[m.head] = i;
    for (let t = m.first; t < m.last; t++) holding[t] = i;
  }
  const dated = new Uint8Array(layers.sentences.length);
  const placed = new Uint8Array(layers.sentences.length);
  for (const { type, head } of mentions)
    if (type === 'date') dated[tokens.sentence[head]] = 1;
    else if (type === 'place') placed[tokens.sentence[head]] = 1;
  const chain = new Int32Array(mentions.length).fill(-1);
  chains.forEach((members, c) => {
    for (const m of members) chain[m] = c;
  });
  // no spread: an object literal that begins with one has a hidden class of its own, and is slow to read
  return {
    text: layers.text,
    date: layers.date,
    tokens,
    sentences: layers.sentences,
    tags: layers.tags,
    tree,
    mentions,
    chains,
    entities: layers.entities,
    first,
    next,
    headed,
    holding,
    chain,
    dated,
    placed,
    below: new Array(n),
    standing: new Array(n),
  };
}

/** No word of real language has more below it; a megabyte without a full stop does. */
const MOST = 200;
/** The words right below a word, in the order of the text. */
export function children(graph: Graph, token: number): readonly number[] {
  const known = graph.below[token];
  if (known) return known;
  if (graph.first[token] < 0) return NONE;
  const below: number[] = [];
  for (let c = graph.first[token]; c >= 0 && below.length < MOST; c = graph.next[c]) below.push(c);
  graph.below[token] = below;
  return below;
}
const NONE: readonly number[] = [];
export const lemmaOf = (graph: Graph, token: number): string => graph.tags.lemma[token] ?? graph.tokens.lower[token];
export function hasDep(graph: Graph, token: number, ...names: readonly Deprel[]): boolean {
  const name = DEPRELS[graph.tree.dep[token]];
  for (let i = 0; i < names.length; i++) if (names[i] === name) return true;
  return false;
}
export const isVerb = (graph: Graph, token: number): boolean =>
  graph.tags.pos[token] === POS.VERB || graph.tags.pos[token] === POS.AUX;
export const isNoun = (graph: Graph, token: number): boolean =>
  graph.tags.pos[token] === POS.NOUN || graph.tags.pos[token] === POS.PROPN;

/** A set of relations, to look up by number: `set[graph.tree.dep[token]]` is 1 for those in it. */
export function depSet(...names: readonly Deprel[]): Uint8Array {
  const set = new Uint8Array(DEPRELS.length);
  for (const name of names) set[DEP[name]] = 1;
  return set;
}

/** The preposition or subordinator of a phrase: "at" of "at the depot", "" for none. */
export function caseOf(graph: Graph, token: number): string {
  const { dep } = graph.tree;
  for (let c = graph.first[token], seen = 0; c >= 0 && seen < MOST; c = graph.next[c], seen++)
    if (dep[c] === DEP.case || dep[c] === DEP.mark) return graph.tokens.lower[c];
  return '';
}
export function hasChild(graph: Graph, token: number, ...names: readonly Deprel[]): boolean {
  for (let c = graph.first[token], seen = 0; c >= 0 && seen < MOST; c = graph.next[c], seen++) {
    const name = DEPRELS[graph.tree.dep[c]];
    for (let i = 0; i < names.length; i++) if (names[i] === name) return true;
  }
  return false;
}

/** "Egypt, Sudan and Libya": a word and those coordinated with it. */
export function conjuncts(graph: Graph, token: number): readonly number[] {
  const all = [token];
  if (graph.first[token] < 0) return all;
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

const RELATIVE = new Set(['who', 'whom', 'which', 'that']);
/** "who" stands for the noun that its clause is about; other words for themselves. */
export function antecedent(graph: Graph, token: number): number {
  if (!RELATIVE.has(graph.tokens.lower[token])) return token;
  for (let at = token, steps = 0; at >= 0 && steps < 8; at = graph.tree.head[at], steps++)
    if (hasDep(graph, at, 'acl:relcl', 'acl', 'advcl:relcl') && graph.tree.head[at] >= 0)
      return beforeDate(graph, graph.tree.head[at]);
  return token;
}
/** "an attack on Friday that killed three": no clause is about the day, so it is about what the day hangs on. */
function beforeDate(graph: Graph, noun: number): number {
  const mention = graph.headed[noun];
  const above = graph.tree.head[noun];
  const isDate =
    mention >= 0 && graph.mentions[mention].type === 'date' && hasDep(graph, noun, 'nmod', 'nmod:unmarked');
  return isDate && above >= 0 && !isVerb(graph, above) ? above : noun;
}

/**
 * The mentions that a word stands for: of its coordination, through a relative pronoun, behind a measure ("hundreds of
 * refugees"). A word inside a mention, which the parse takes for its head, counts as the head.
 */
export function mentionsAt(graph: Graph, token: number): readonly number[] {
  return (graph.standing[token] ??= standingAt(graph, token));
}
/** "…, wounding two others, officials said": who ends the sentence with a verb is no item of the list before. */
const speaks = (graph: Graph, token: number): boolean =>
  hasDep(graph, token, 'conj') &&
  !hasChild(graph, token, 'cc') &&
  token + 2 < graph.tokens.length &&
  graph.tags.pos[token + 1] === POS.VERB &&
  graph.tokens.form[token + 2] === '.';
function standingAt(graph: Graph, token: number): readonly number[] {
  const found: number[] = [];
  for (const t of conjuncts(graph, antecedent(graph, token))) {
    const mention = speaks(graph, t) ? -1 : mentionOf(graph, t);
    if (mention >= 0 && !found.includes(mention)) found.push(mention);
  }
  return found.length ? found : NONE;
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
  const name = titled(graph, token);
  return name >= 0 || depth > 0 ? name : numberOf(graph, token);
}
const OTHERS = new Set(['others', 'more', 'another', 'dead', 'wounded', 'injured']);
/** "53 others": the number stands for those that no mention names. */
function numberOf(graph: Graph, token: number): number {
  if (!OTHERS.has(graph.tokens.lower[token])) return -1;
  const number = children(graph, token).find((c) => hasDep(graph, c, 'nummod') && graph.headed[c] >= 0);
  return number === undefined ? -1 : graph.headed[number];
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
  'front vicinity lives life number dozens dozen hundreds thousands scores score tens group some many several most all one two both majority rest half part'.split(
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

/** The widest mention that begins at a word, -1 for none. */
export function startingAt(graph: Graph, token: number): number {
  let low = 0;
  let high = graph.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (graph.mentions[middle].first < token) low = middle + 1;
    else high = middle;
  }
  return low < graph.mentions.length && graph.mentions[low].first === token ? low : -1;
}
