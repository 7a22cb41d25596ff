/** Who is said to have done it: "blamed the rebels for the attack", "the group claimed responsibility for the bombing". */
import { DEP } from '../document/ud.ts';
import { UNDERGOER } from './deps.ts';
import { caseOf, type Graph, hasDep, isMarked, isVerb, leader, lemmaOf } from './graph.ts';
import type { Slot } from './slot.ts';
import { verbSlots } from './slot.ts';
import { MARK, type Vocabulary } from './vocabulary.ts';

interface BlameWord {
  readonly ofVerb: boolean;
  /** Where the event stands: the object, or behind a preposition. */
  readonly event: string;
  /** The slot of whom it blames. */
  readonly culprit: string;
}
/** Words of blame by the numbers of their base forms. */
export type BlameWords = ReadonlyMap<number, readonly BlameWord[]>;
type Row = Readonly<Record<'word' | 'pos' | 'event' | 'culprit', string>>;

export function blameWords(rows: readonly Row[], vocabulary: Vocabulary): BlameWords {
  const words = new Map<number, BlameWord[]>();
  for (const { word: base, pos, event, culprit } of rows) {
    const word = vocabulary.add(base, MARK.blame);
    const known = words.get(word) ?? [];
    // of two rows for one place the later holds
    words.set(word, [{ ofVerb: pos === 'verb', event, culprit }, ...known]);
  }
  return words;
}
function culpritOf(graph: Graph, word: number, where: string, words: BlameWords): string | undefined {
  const known = where && isMarked(graph, word, MARK.blame) ? words.get(graph.base[word]) : undefined;
  if (!known) return undefined;
  for (const { ofVerb, event, culprit } of known) if (event === where && ofVerb === isVerb(graph, word)) return culprit;
  return undefined;
}

const DENIALS = new Set(['deny', 'disclaim', 'reject', 'dispute']);

/** Adds the slots that fill an event's agent from a word of blame above it. */
export function addBlamed(graph: Graph, token: number, words: BlameWords, slots: Slot[]): void {
  const top = leader(graph, token);
  const head = graph.tree.head[top];
  if (head < 0) return;
  const where = hasDep(graph, top, UNDERGOER) ? 'obj' : caseOf(graph, top);
  if (addCulprits(graph, top, head, where, words, slots)) return;
  // the parse may hang "for the attack" on the rebels whom one blames
  const above = graph.tree.head[head];
  if (above >= 0 && graph.tree.dep[top] === DEP.nmod && hasDep(graph, head, UNDERGOER))
    addCulprits(graph, top, above, where, words, slots);
}
/** @returns whether the word is one of blame, or of the denial of it. */
function addCulprits(
  graph: Graph,
  top: number,
  word: number,
  where: string,
  words: BlameWords,
  slots: Slot[],
): boolean {
  const culprit = culpritOf(graph, word, where, words);
  if (!culprit) return false;
  // "claimed responsibility", "is responsible": the subject is the verb's above the noun, or the adjective's own
  const verb = isVerb(graph, word) || culprit !== 'nsubj' ? word : verbAbove(graph, word);
  if (!DENIALS.has(lemmaOf(graph, verb)))
    for (const s of verbSlots(graph, verb))
      if (s.key === culprit && s.token !== top) slots.push({ key: 'culprit', token: s.token, rank: 1 });
  return true;
}
function verbAbove(graph: Graph, noun: number): number {
  const above = graph.tree.head[noun];
  return graph.tree.dep[noun] === DEP.obj && above >= 0 && isVerb(graph, above) ? above : noun;
}
