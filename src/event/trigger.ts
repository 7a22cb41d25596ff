/** Finds the words that may name an event, and the rows of the table that they match. */
import { DEP, POS } from '../document/ud.ts';
import { depSet } from './deps.ts';
import type { Frame, Frames, Match, Rows } from './frame.ts';
import { type Graph, hasChild, lemmaOf } from './graph.ts';

export interface Candidate {
  readonly token: number;
  /** Rows that match, the longest first. */
  readonly frames: readonly Match[];
}

const isWord = (graph: Graph, token: number, word: string): boolean =>
  lemmaOf(graph, token) === word || graph.tokens.lower[token] === word;

/** A month is no march ("held by March 2009"). */
const isDate = (graph: Graph, token: number): boolean =>
  graph.holding[token] >= 0 && graph.mentions[graph.holding[token]].type === 'date';

const PREPOSITIONS = new Set(['in', 'on', 'to', 'at', 'for']);
/** "took in refugees", but "took the seat in May": a preposition is a row's word where the row has a slot for it, or its noun too. */
function isParticle(graph: Graph, token: number, { own, words }: Frame): boolean {
  if (graph.tree.dep[token] !== DEP.case || !PREPOSITIONS.has(graph.tokens.lower[token])) return true;
  const noun = graph.tree.head[token];
  return own.has(graph.tokens.lower[token]) || words.some((word) => isWord(graph, noun, word));
}

/** "call on", "take hostage": each further word stands below the verb, or below a word that does, behind it. */
function belowVerb(graph: Graph, verb: number, frame: Frame): readonly number[] | null {
  const { words } = frame;
  const parts: number[] = [];
  for (let w = 1; w < words.length; w++) {
    const found = wordBelow(graph, verb, words[w], frame, parts);
    if (found < 0) return null;
    parts.push(found);
  }
  return parts;
}
function wordBelow(graph: Graph, verb: number, word: string, frame: Frame, taken: readonly number[]): number {
  for (let c = graph.first[verb]; c >= 0; c = graph.next[c]) {
    if (c > verb && isPart(graph, c, word, frame, taken)) return c;
    for (let d = graph.first[c]; d >= 0; d = graph.next[d])
      if (d > verb && isPart(graph, d, word, frame, taken)) return d;
  }
  return -1;
}
const isPart = (graph: Graph, token: number, word: string, frame: Frame, taken: readonly number[]): boolean =>
  isWord(graph, token, word) && !taken.includes(token) && !isDate(graph, token) && isParticle(graph, token, frame);

/** "air strike", "cessation of hostilities": the words stand side by side and the noun at hand is their head. */
function besideNoun(graph: Graph, noun: number, { words }: Frame): readonly number[] | null {
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

/** A word inside a name ("Fight Club", "Release Party") names no event, nor does the noun that is an actor, a weapon or a place. */
function isNamed({ headed, holding, mentions }: Graph, token: number): boolean {
  const own = headed[token];
  if (own >= 0 && mentions[own].type !== 'conflict') return true;
  const around = holding[token];
  return around >= 0 && mentions[around].type !== 'conflict';
}

/** "Iran-backed militias" says who stands behind them: a relation, no event. */
const isSponsored = (graph: Graph, token: number, { type }: Frame): boolean =>
  type === 'support' || (type === 'aid' && (hasChild(graph, token, COMPOUND) || graph.tokens.form[token - 1] === '-'));
const COMPOUND = depSet('compound');

const unsponsored = (graph: Graph, token: number, rows: readonly Match[]): readonly Match[] =>
  rows.filter(({ frame }) => !isSponsored(graph, token, frame));

/** Which of the words that rows ask for stand below a verb, where `wordBelow` looks for them. */
function wordsBelow(graph: Graph, verb: number, words: ReadonlySet<string>): readonly string[] {
  const { first, next } = graph;
  let found = NO_WORDS;
  for (let c = first[verb]; c >= 0; c = next[c]) {
    if (c > verb) found = withWords(graph, c, words, found);
    for (let d = first[c]; d >= 0; d = next[d]) if (d > verb) found = withWords(graph, d, words, found);
  }
  return found;
}
/** Which of them stand right beside a noun. */
function wordsBeside(graph: Graph, noun: number, words: ReadonlySet<string>): readonly string[] {
  const before = noun > 0 ? withWords(graph, noun - 1, words, NO_WORDS) : NO_WORDS;
  return noun + 1 < graph.tokens.length ? withWords(graph, noun + 1, words, before) : before;
}
const NO_WORDS: string[] = [];
function withWords(graph: Graph, token: number, words: ReadonlySet<string>, found: string[]): string[] {
  const form = graph.tokens.lower[token];
  const lemma = lemmaOf(graph, token);
  let all = found;
  if (words.has(form)) all = and(all, form);
  if (lemma !== form && words.has(lemma)) all = and(all, lemma);
  return all;
}
function and(words: string[], word: string): string[] {
  if (words === NO_WORDS) return [word];
  words.push(word);
  return words;
}

const NONE: readonly Match[] = [];
/** The rows under a word that match; those of several words are tried only where one of their words is near. */
function matching(graph: Graph, token: number, rows: Rows | undefined, isNominal: boolean): readonly Match[] {
  if (!rows) return NONE;
  const { alone, further } = rows;
  const near = further ? (isNominal ? wordsBeside : wordsBelow)(graph, token, further) : NO_WORDS;
  if (near.length === 0) return alone;
  let matches: Match[] | undefined;
  for (const frame of rows.longer) {
    if (isNominal ? !haveOne(frame.words, near) : !near.includes(frame.words[1])) continue;
    const parts = (isNominal ? besideNoun : belowVerb)(graph, token, frame);
    if (parts) (matches ??= []).push({ frame, parts });
  }
  return matches ? [...matches, ...alone] : alone;
}
function haveOne(words: readonly string[], near: readonly string[]): boolean {
  for (const word of words) if (near.includes(word)) return true;
  return false;
}
const both = (a: readonly Match[], b: readonly Match[]): readonly Match[] =>
  a.length === 0 ? b : b.length === 0 ? a : [...a, ...b];

/** The rows that match at a word; "attempted" and "willing" are adjectives to one tagger and verbs to the other, and stand under their form too. */
function rowsAt(graph: Graph, token: number, { byWord: { VERB, NOUN, ADJ } }: Frames): readonly Match[] {
  const pos = graph.tags.pos[token];
  const lemma = lemmaOf(graph, token);
  if (pos !== POS.VERB && pos !== POS.ADJ) return matching(graph, token, NOUN.get(lemma), true);
  const form = graph.tokens.lower[token];
  const own = pos === POS.VERB ? matching(graph, token, VERB.get(lemma), false) : NONE;
  const formed = form === lemma ? NONE : matching(graph, token, ADJ.get(form), false);
  return both(both(own, matching(graph, token, ADJ.get(lemma), false)), formed);
}

/** Whether a word may name an event at all, whatever word it is. */
function isOpen(graph: Graph, token: number): boolean {
  const pos = graph.tags.pos[token];
  if (pos === POS.VERB) return graph.tree.dep[token] !== DEP.amod || isDone(graph, token);
  return (pos === POS.NOUN || pos === POS.PROPN || pos === POS.ADJ) && !isNamed(graph, token);
}

/** No closure here: it would cost a context for each word. */
export function candidates(graph: Graph, frames: Frames): Candidate[] {
  const found: Candidate[] = [];
  for (let token = 0; token < graph.tokens.length; token++) {
    if (!isOpen(graph, token)) continue;
    const rows = rowsAt(graph, token, frames);
    const matches = graph.tree.dep[token] === DEP.amod ? unsponsored(graph, token, rows) : rows;
    if (matches.length) found.push({ token, frames: matches });
  }
  return found;
}
