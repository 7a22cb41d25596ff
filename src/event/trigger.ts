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
function belowVerb(graph: Graph, verb: number, frame: Frame, below: readonly number[]): number[] | null {
  const parts: number[] = [];
  for (const word of frame.words.slice(1)) {
    const found = below.find(
      (c) =>
        c > verb && !parts.includes(c) && isWord(graph, c, word) && !isDate(graph, c) && isParticle(graph, c, frame),
    );
    if (found === undefined) return null;
    parts.push(found);
  }
  return parts;
}

/** "air strike", "cessation of hostilities": the words stand side by side and the noun at hand is their head. */
function besideNoun(graph: Graph, noun: number, { words }: Frame): number[] | null {
  for (let shift = 0; shift < words.length; shift++) {
    const from = noun - shift;
    if (from < 0 || from + words.length > graph.tokens.length) continue;
    if (!words.every((word, i) => isWord(graph, from + i, word))) continue;
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

function posKeys(graph: Graph, token: number): readonly ('VERB' | 'NOUN' | 'ADJ')[] {
  const pos = graph.tags.pos[token];
  // "attempted" and "willing" are adjectives to one tagger and verbs to the other
  if (pos === POS.VERB) return hasDep(graph, token, 'amod') && !isDone(graph, token) ? [] : ['VERB', 'ADJ'];
  if (pos === POS.NOUN) return ['NOUN'];
  if (pos === POS.PROPN) return ['NOUN'];
  if (pos === POS.ADJ) return ['ADJ'];
  return [];
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
  hasDep(graph, token, 'amod') && (type === 'support' || (type === 'aid' && hasChild(graph, token, 'compound')));

/** The rows under a word; "prepared" and "determined" are adjectives also where the tagger takes them for verbs. */
function rowsOf(graph: Graph, token: number, pos: string, { byWord }: Frames): readonly Frame[] {
  const rows = byWord.get(`${lemmaOf(graph, token)} ${pos}`) ?? [];
  const form = graph.tokens.lower[token];
  return pos === 'ADJ' && form !== lemmaOf(graph, token) ? [...rows, ...(byWord.get(`${form} ${pos}`) ?? [])] : rows;
}

const NONE: readonly number[] = [];
const twoBelow = (graph: Graph, token: number): number[] =>
  children(graph, token).flatMap((c) => [c, ...children(graph, c)]);
/** The further words of a row at a word, null where they do not stand there; `below` for a verb gives what stands below it. */
function partsOf(graph: Graph, token: number, frame: Frame, below: (() => readonly number[]) | null) {
  if (frame.words.length === 1) return NONE;
  return below ? belowVerb(graph, token, frame, below()) : besideNoun(graph, token, frame);
}

export function candidates(graph: Graph, frames: Frames): Candidate[] {
  const found: Candidate[] = [];
  for (let token = 0; token < graph.tokens.length; token++) {
    const matches: Match[] = [];
    let below: readonly number[] | undefined;
    for (const pos of posKeys(graph, token))
      for (const frame of rowsOf(graph, token, pos, frames)) {
        const parts = partsOf(graph, token, frame, pos === 'NOUN' ? null : () => (below ??= twoBelow(graph, token)));
        if (parts && !isSponsored(graph, token, frame)) matches.push({ frame, parts });
      }
    if (matches.length === 0 || blocked(graph, token)) continue;
    found.push({ token, frames: matches });
  }
  return found;
}
