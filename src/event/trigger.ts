/** Finds the words that may name an event, and the rows of the table that they match. */
import { DEP, POS } from '../document/ud.ts';
import type { CivilSentences } from './civil.ts';
import { depSet } from './deps.ts';
import type { Frame, Frames, Rows } from './frame.ts';
import { type Graph, hasChild, hasMark } from './graph.ts';
import { MARK } from './vocabulary.ts';

const NO_PARTS: readonly number[] = [];
/**
 * The words of a document that may name an event, in the order of the text, and the rows that each matches: the longest first.
 * Lists that are used again for the next document, so that they hold more than counts.
 */
export class Candidates {
  size = 0;
  readonly tokens: number[] = [];
  /** Where the rows of each begin, and behind the last where they end. */
  readonly from: number[] = [0];
  /** Rows by their numbers, and for each the words below a verb, or beside a noun, that belong to it: they are no arguments. */
  readonly rows: number[] = [];
  readonly parts: (readonly number[])[] = [];
  #used = 0;

  reset(): void {
    this.size = 0;
    this.#used = 0;
  }
  add(row: number, parts = NO_PARTS): void {
    this.rows[this.#used] = row;
    this.parts[this.#used++] = parts;
  }
  /** Ends the rows of a word; without any it is none. */
  close(token: number): void {
    if (this.#used === this.from[this.size]) return;
    this.tokens[this.size++] = token;
    this.from[this.size] = this.#used;
  }
}

const isWord = ({ base, form }: Graph, token: number, word: number): boolean =>
  base[token] === word || form[token] === word;

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
function wordBelow(graph: Graph, verb: number, word: number, frame: Frame, taken: readonly number[]): number {
  for (let c = graph.first[verb]; c >= 0; c = graph.next[c]) {
    if (c > verb && isPart(graph, c, word, frame, taken)) return c;
    for (let d = graph.first[c]; d >= 0; d = graph.next[d])
      if (d > verb && isPart(graph, d, word, frame, taken)) return d;
  }
  return -1;
}
const isPart = (graph: Graph, token: number, word: number, frame: Frame, taken: readonly number[]): boolean =>
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

/** Which of the words that rows ask for stand below a verb, where `wordBelow` looks for them. */
function wordsBelow(graph: Graph, verb: number, words: ReadonlyMap<number, true>): readonly number[] {
  const { first, next } = graph;
  let found = NO_WORDS;
  for (let c = first[verb]; c >= 0; c = next[c]) {
    if (c > verb) found = withWords(graph, c, words, found);
    for (let d = first[c]; d >= 0; d = next[d]) if (d > verb) found = withWords(graph, d, words, found);
  }
  return found;
}
/** Which of them stand right beside a noun. */
function wordsBeside(graph: Graph, noun: number, words: ReadonlyMap<number, true>): readonly number[] {
  const before = noun > 0 ? withWords(graph, noun - 1, words, NO_WORDS) : NO_WORDS;
  return noun + 1 < graph.tokens.length ? withWords(graph, noun + 1, words, before) : before;
}
const NO_WORDS: number[] = [];
function withWords(graph: Graph, token: number, words: ReadonlyMap<number, true>, found: number[]): number[] {
  if (!hasMark(graph, token, MARK.further)) return found;
  const { base, form } = graph;
  let all = found;
  if (words.has(form[token])) all = and(all, form[token]);
  if (base[token] !== form[token] && words.has(base[token])) all = and(all, base[token]);
  return all;
}
function and(words: number[], word: number): number[] {
  if (words === NO_WORDS) return [word];
  words.push(word);
  return words;
}

function haveOne(words: readonly number[], near: readonly number[]): boolean {
  for (const word of words) if (near.includes(word)) return true;
  return false;
}

/** Finds the words that may name an event, one document after the other. */
export class Triggers {
  readonly #frames: Frames;
  readonly #found = new Candidates();

  constructor(frames: Frames) {
    this.#frames = frames;
  }

  /** Those of the sentences that tell of no play and no work. */
  in(graph: Graph, civil: CivilSentences): Candidates {
    const { sentences } = graph;
    this.#found.reset();
    for (let s = 0; s < sentences.length; s++) {
      if (civil.has(s)) continue;
      for (let token = sentences.first[s]; token < sentences.last[s]; token++) {
        if (!isOpen(graph, token)) continue;
        this.#addRowsAt(graph, token);
        this.#found.close(token);
      }
    }
    return this.#found;
  }

  /** The rows that match at a word; "attempted" and "willing" are adjectives to one tagger and verbs to the other, and stand under their form too. */
  #addRowsAt(graph: Graph, token: number): void {
    const { VERB, NOUN, ADJ } = this.#frames.byWord;
    const pos = graph.tags.pos[token];
    const base = graph.base[token];
    const form = graph.form[token];
    if (pos === POS.VERB) this.#addRows(graph, token, VERB[base], false);
    else if (pos !== POS.ADJ) this.#addRows(graph, token, NOUN[base], true);
    if (pos !== POS.VERB && pos !== POS.ADJ) return;
    this.#addRows(graph, token, ADJ[base], false);
    if (form !== base) this.#addRows(graph, token, ADJ[form], false);
  }
  /** Those under a word that match; rows of several words are tried only where one of their words is near. */
  #addRows(graph: Graph, token: number, rows: Rows | undefined, isNominal: boolean): void {
    if (!rows) return;
    const { further, longer, first, last } = rows;
    const near = further ? (isNominal ? wordsBeside : wordsBelow)(graph, token, further) : NO_WORDS;
    if (near.length)
      for (const frame of longer) {
        if (isNominal ? !haveOne(frame.words, near) : !near.includes(frame.words[1])) continue;
        const parts = (isNominal ? besideNoun : belowVerb)(graph, token, frame);
        if (parts) this.#add(graph, token, frame.number, parts);
      }
    for (let row = first; row < last; row++) this.#add(graph, token, row);
  }
  #add(graph: Graph, token: number, row: number, parts?: readonly number[]): void {
    if (graph.tree.dep[token] === DEP.amod && isSponsored(graph, token, this.#frames.frames[row])) return;
    this.#found.add(row, parts);
  }
}

/** Whether a word may name an event at all, whatever word it is. */
function isOpen(graph: Graph, token: number): boolean {
  const pos = graph.tags.pos[token];
  if (pos === POS.VERB) return graph.tree.dep[token] !== DEP.amod || isDone(graph, token);
  return (pos === POS.NOUN || pos === POS.PROPN || pos === POS.ADJ) && !isNamed(graph, token);
}
