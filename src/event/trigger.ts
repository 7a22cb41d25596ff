/** Finds the words that may name an event, and the rows of the table that they match. */
import { POS } from '../document/ud.ts';
import type { Frame, Frames } from './frame.ts';
import { children, type Graph, hasChild, hasDep, lemmaOf } from './graph.ts';

export interface Candidate {
  readonly token: number;
  /** Rows that match, the longest first. */
  readonly frames: readonly Match[];
}
export interface Match {
  readonly frame: Frame;
  /** The words below a verb that belong to it: they are no arguments. */
  readonly parts: readonly number[];
}

const NO_PARTS: readonly number[] = [];
const isWord = (graph: Graph, token: number, word: string): boolean =>
  lemmaOf(graph, token) === word || graph.tokens.lower[token] === word;

/** A month is no march ("held by March 2009"). */
const isDate = (graph: Graph, token: number): boolean =>
  graph.holding[token] >= 0 && graph.mentions[graph.holding[token]].type === 'date';

/** "took in refugees", but "took the seat in May": a preposition is a row's word where the row has a slot for it, or its noun too. */
function isParticle(graph: Graph, token: number, { own, words }: Frame): boolean {
  if (!hasDep(graph, token, 'case') || !/^(?:in|on|to|at|for)$/.test(graph.tokens.lower[token])) return true;
  const noun = graph.tree.head[token];
  return own.has(graph.tokens.lower[token]) || words.some((word) => isWord(graph, noun, word));
}

/** "call on", "take hostage": each further word stands below the verb, or below a word that does, behind it. */
function belowVerb(graph: Graph, verb: number, frame: Frame): readonly number[] | null {
  const { words } = frame;
  if (words.length === 1) return NO_PARTS;
  let parts: number[] | undefined;
  for (let w = 1; w < words.length; w++) {
    const found = wordBelow(graph, verb, words[w], frame, parts ?? NO_PARTS);
    if (found < 0) return null;
    if (parts) parts.push(found);
    else parts = [found];
  }
  return parts ?? NO_PARTS;
}
function wordBelow(graph: Graph, verb: number, word: string, frame: Frame, taken: readonly number[]): number {
  for (const c of children(graph, verb)) {
    if (c > verb && isPart(graph, c, word, frame, taken)) return c;
    for (const d of children(graph, c)) if (d > verb && isPart(graph, d, word, frame, taken)) return d;
  }
  return -1;
}
const isPart = (graph: Graph, token: number, word: string, frame: Frame, taken: readonly number[]): boolean =>
  isWord(graph, token, word) && !taken.includes(token) && !isDate(graph, token) && isParticle(graph, token, frame);

/** "air strike", "cessation of hostilities": the words stand side by side and the noun at hand is their head. */
function besideNoun(graph: Graph, noun: number, { words }: Frame): readonly number[] | null {
  if (words.length === 1) return NO_PARTS;
  for (let shift = 0; shift < words.length; shift++) {
    const from = noun - shift;
    if (from < 0 || from + words.length > graph.tokens.length) continue;
    let i = 0;
    while (i < words.length && isWord(graph, from + i, words[i])) i++;
    if (i < words.length) continue;
    const head = graph.tree.head[noun];
    if (head < from || head >= from + words.length) return words.map((_, i) => from + i).filter((t) => t !== noun);
  }
  return null;
}

/** "the kidnapped priest", "rebel-held territory": done to the noun, if that is a mention; "an attacking force" tells of no event. */
function isDone(graph: Graph, participle: number): boolean {
  const head = graph.tree.head[participle];
  return head >= 0 && graph.headed[head] >= 0 && !graph.tokens.lower[participle].endsWith('ing');
}

type Key = 'VERB' | 'NOUN' | 'ADJ';
const NOTHING: readonly Key[] = [];
// "attempted" and "willing" are adjectives to one tagger and verbs to the other
const VERBAL: readonly Key[] = ['VERB', 'ADJ'];
const NOMINAL: readonly Key[] = ['NOUN'];
const ADJECTIVAL: readonly Key[] = ['ADJ'];
function posKeys(graph: Graph, token: number): readonly Key[] {
  const pos = graph.tags.pos[token];
  if (pos === POS.VERB) return hasDep(graph, token, 'amod') && !isDone(graph, token) ? NOTHING : VERBAL;
  if (pos === POS.NOUN || pos === POS.PROPN) return NOMINAL;
  return pos === POS.ADJ ? ADJECTIVAL : NOTHING;
}

/** A word inside a name ("Fight Club", "Release Party") names no event, nor does the noun that is an actor, a weapon or a place. */
function blocked(graph: Graph, token: number): boolean {
  if (
    graph.tags.pos[token] !== POS.VERB &&
    graph.headed[token] >= 0 &&
    graph.mentions[graph.headed[token]].type !== 'conflict'
  )
    return true;
  const around = graph.holding[token];
  if (around < 0 || graph.mentions[around].type === 'conflict') return false;
  return graph.tags.pos[token] !== POS.VERB;
}

/** "Iran-backed militias" says who stands behind them: a relation, no event. */
const isSponsored = (graph: Graph, token: number, { type }: Frame): boolean =>
  hasDep(graph, token, 'amod') &&
  (type === 'support' ||
    (type === 'aid' && (hasChild(graph, token, 'compound') || graph.tokens.form[token - 1] === '-')));

const NO_ROWS: readonly Frame[] = [];
/** The rows under a word; "prepared" and "determined" are adjectives also where the tagger takes them for verbs. */
function rowsOf(graph: Graph, token: number, pos: Key, { byWord }: Frames): readonly Frame[] {
  const lemma = lemmaOf(graph, token);
  const rows = byWord[pos].get(lemma) ?? NO_ROWS;
  const form = graph.tokens.lower[token];
  if (pos !== 'ADJ' || form === lemma) return rows;
  const formed = byWord[pos].get(form);
  return formed ? [...rows, ...formed] : rows;
}

export function candidates(graph: Graph, frames: Frames): Candidate[] {
  const found: Candidate[] = [];
  for (let token = 0; token < graph.tokens.length; token++) {
    let matches: Match[] | undefined;
    for (const pos of posKeys(graph, token)) {
      for (const frame of rowsOf(graph, token, pos, frames)) {
        const parts = (pos === 'NOUN' ? besideNoun : belowVerb)(graph, token, frame);
        if (parts && !isSponsored(graph, token, frame)) (matches ??= []).push({ frame, parts });
      }
    }
    if (matches && !blocked(graph, token)) found.push({ token, frames: matches });
  }
  return found;
}
