/**
 * The edges that the words' order gives, whatever the parser made of it: a mention inside another ("US military"), what
 * joins the two ("Iran-backed militia"), a number before what it counts, a place behind a comma ("Erbil, Iraq"), a name in brackets.
 */
import type { DraftMention } from '../document/layers.ts';
import type { Tags, Tokens, Tree } from '../document/tokens.ts';
import { DEP, POS } from '../document/ud.ts';
import { wordSet } from '../gazetteer/wordMap.ts';
import type { WordNumbers } from '../perceptron/index.ts';
import { type Graph, label, REL, type Vocabulary } from './graph.ts';

export interface Surface {
  readonly text: string;
  readonly tokens: Tokens;
  readonly tags: Tags;
  readonly tree: Tree;
  readonly mentions: readonly DraftMention[];
  /** The first mention that begins at each word, the widest: -1 for none. */
  readonly starts: Int32Array;
  /** The numbers of the words in the vocabulary. */
  readonly numbers: WordNumbers;
}
function startingAt({ starts, mentions }: Surface, word: number): DraftMention | undefined {
  const first = starts[word];
  return first >= 0 ? mentions[first] : undefined;
}

const HYPHENS = '-‐‑–';
const isHyphen = (form: string | undefined): boolean => form?.length === 1 && HYPHENS.includes(form);
/** "Counter ISIL Coalition", "pro Iran militias". */
const OPPOSED = /^(?:anti|counter|pro)$/;
/** "Iraq[’s] army", "the rebels['] base" */
const GENITIVE = wordSet(["'", '’', "'s", '’s']);
const COMPASS = new Set('north south east west northeast northwest southeast southwest'.split(' '));

export function addSurface(graph: Graph, surface: Surface, vocabulary: Vocabulary): void {
  const { mentions } = surface;
  const open: DraftMention[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i];
    while (open.length && open[open.length - 1].end <= m.start) open.pop();
    const outer = holding(open, m);
    const nested = outer && nesting(surface, m, outer, vocabulary);
    if (outer && nested !== undefined) graph.add(m.head, outer.head, nested);
    if (!outer) addNeighbours(graph, surface, m, vocabulary);
    addAgent(graph, surface, m, vocabulary);
    open.push(m);
  }
}

/** The last of the mentions that holds another. */
function holding(open: readonly DraftMention[], { end }: DraftMention): DraftMention | undefined {
  for (let i = open.length - 1; i >= 0; i--) if (open[i].end >= end) return open[i];
  return undefined;
}

/** The word that joins an inner mention to what follows or precedes it: "backed" of "Iran-backed", "pro" of "pro-Iran". */
function linkOf(
  { text, tokens, tags }: Surface,
  inner: DraftMention,
  outer: DraftMention,
  vocabulary: Vocabulary,
): string | undefined {
  if (inner.start > tokens.start[inner.first] || inner.end < tokens.end[inner.last - 1]) {
    const before = text.slice(tokens.start[inner.first], inner.start).replace(/[^\p{L}]+$/u, '');
    const after = text.slice(inner.end, tokens.end[inner.last - 1]).replace(/^[^\p{L}]+/u, '');
    if (before || after) return (after || before).toLowerCase();
  }
  const hyphen = isHyphen(tokens.form[inner.last]) ? 1 : 0;
  const next = inner.last + hyphen;
  const participle = hyphen > 0 || tags.pos[next] === POS.VERB;
  if (
    next < outer.last &&
    next !== outer.head &&
    participle &&
    (tokens.lower[next].endsWith('ed') || vocabulary.has(tokens.lower[next]))
  )
    return tokens.lower[next];
  const previous = inner.first - 1;
  const prefix = isHyphen(tokens.form[previous]) ? previous - 1 : previous;
  if (prefix >= outer.first && OPPOSED.test(tokens.lower[prefix])) return tokens.lower[prefix];
  return undefined;
}

/** How a mention inside another hangs on it: as a modifier, through a linking word, or behind a preposition. */
function nesting(
  surface: Surface,
  inner: DraftMention,
  outer: DraftMention,
  vocabulary: Vocabulary,
): number | undefined {
  const { tokens, tags } = surface;
  const part = inner.start > tokens.start[inner.head] || inner.end < tokens.end[inner.head];
  if (inner.head === outer.head) return part ? undefined : label(REL.same, 0);
  const link = linkOf(surface, inner, outer, vocabulary);
  if (link !== undefined) return label(REL.through, vocabulary.get(link) ?? 0);
  let previous = inner.first - 1;
  while (previous > outer.first && (tags.pos[previous] === POS.DET || tags.pos[previous] === POS.ADJ)) previous--;
  const preposition = previous > outer.first && tags.pos[previous] === POS.ADP;
  return preposition ? label(DEP.nmod, vocabulary.get(tokens.lower[previous]) ?? 0) : label(REL.inside, 0);
}

function addNeighbours(graph: Graph, surface: Surface, m: DraftMention, vocabulary: Vocabulary): void {
  const { text, tokens, tree, numbers } = surface;
  const mark = tokens.form[m.last] ?? '';
  const cut = m.start > tokens.start[m.first];
  const prefix = cut ? text.slice(tokens.start[m.first], m.start).replace('-', '').toLowerCase() : '';
  const adjacent = startingAt(surface, m.last);
  if (adjacent)
    graph.add(m.head, adjacent.head, prefix ? label(REL.through, vocabulary.get(prefix) ?? 0) : label(REL.before, 0));
  const next = startingAt(surface, m.last + 1);
  const hyphen = isHyphen(mark);
  if (next && hyphen) graph.add(m.head, next.head, label(REL.before, 0));
  // "insurgent-held Karabilah"
  const behind = hyphen ? startingAt(surface, m.last + 2) : undefined;
  if (behind) graph.add(m.head, behind.head, label(REL.through, numbers.ofForm(m.last + 1)));
  if (next && mark === ',') graph.add(next.head, m.head, label(REL.comma, 0));
  if (next && GENITIVE.has(mark)) graph.add(m.head, next.head, label(DEP['nmod:poss'], 0));
  addNext(graph, surface, m, vocabulary);
  // "the ministry, whose spokesman …": the parser may not see that the clause belongs to the ministry
  const whose = mark === ',' ? m.last + 1 : m.last;
  if (tokens.lower[whose] === 'whose' && tree.head[whose] > whose)
    graph.add(m.head, tree.head[whose], label(DEP['nmod:poss'], 0));
  if (mark !== '(' && mark !== '[') return;
  // "(IRGC)", "(Arabic: …)"
  const inside = next ?? (tokens.form[m.last + 2] === ':' ? startingAt(surface, m.last + 3) : undefined);
  if (inside) graph.add(inside.head, m.head, label(REL.bracket, 0));
}

/** "led by Yevgeny Prigozhin": a mention right behind a participle and "by". */
function addAgent(graph: Graph, { tokens, tags }: Surface, m: DraftMention, vocabulary: Vocabulary): void {
  const by = tags.pos[m.first - 1] === POS.DET ? m.first - 2 : m.first - 1;
  if (by < 1 || tokens.lower[by] !== 'by' || tags.pos[by - 1] !== POS.VERB) return;
  graph.add(m.head, by - 1, label(DEP.obl, vocabulary.get('by') ?? 0));
}

/** A preposition and a mention right behind: "the base in Iraq", "a town south of Kirkuk" (near it). */
function addNext(graph: Graph, surface: Surface, m: DraftMention, vocabulary: Vocabulary): void {
  const { tokens, tags, numbers } = surface;
  // "Ramadi, in Anbar province"
  const at = m.type === 'place' && tokens.lower[m.last] === ',' ? m.last + 1 : m.last;
  const compass = tokens.lower[at + 1] === 'of' && COMPASS.has(tokens.lower[at]);
  if (!compass && tags.pos[at] !== POS.ADP) return;
  const behind = at + (compass ? 2 : 1);
  const next =
    startingAt(surface, behind) ?? (tags.pos[behind] === POS.DET ? startingAt(surface, behind + 1) : undefined);
  if (next && (at === m.last || next.type === 'place'))
    graph.add(next.head, m.head, label(REL.next, compass ? (vocabulary.get('near') ?? 0) : numbers.ofForm(at)));
}
