/**
 * The words that rules are made of. Each word has a small number; each class ("month", "unit") is a column from that number to
 * the word's value in the class, so that a rule's test of a word is one look into a typed array.
 */

import { decode } from '../document/assets.ts';
import { codeAt } from '../document/codeAt.ts';
import { warm } from '../document/warm.ts';
import { parseTable } from '../gazetteer/table.ts';

/** What the values of a class are: names in their order, or integers as they stand in the table. */
export const UNITS = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'millennium',
] as const;
export type Unit = (typeof UNITS)[number];
export const DAY_PARTS = ['MO', 'AF', 'EV', 'NI', 'DT'] as const;
export const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;
export const MODS = [
  'START',
  'MID',
  'END',
  'LESS_THAN',
  'APPROX',
  'MORE_THAN',
  'EQUAL_OR_LESS',
  'EQUAL_OR_MORE',
] as const;
export const FREQUENCIES = ['P1D', 'P1W', 'P2W', 'P1M', 'P2M', 'P3M', 'P1Y', 'PT1H'] as const;
export const REFERENCES = ['PRESENT_REF', 'PAST_REF', 'FUTURE_REF'] as const;

const SYMBOLS: Readonly<Record<string, readonly string[] | null>> = {
  month: null,
  abbreviation: null,
  weekday: null,
  weekdays: null,
  weekdayabbr: null,
  number: null,
  scale: null,
  ordinal: null,
  suffix: null,
  decade: null,
  unit: UNITS,
  units: UNITS,
  daypart: DAY_PARTS,
  twilight: DAY_PARTS,
  season: SEASONS,
  early: MODS,
  edge: MODS,
  hedge: MODS,
  near: MODS,
  holiday: null,
  direction: null,
  few: null,
  timecue: null,
  counted: null,
  zone: null,
  daily: FREQUENCIES,
  reference: REFERENCES,
};

/** The value of a word that is not in a class. */
export const NONE = -2_147_483_648;

/** Numbers of atoms that are no words of the vocabulary. */
export const OTHER = 0;
export const DIGITS = 1;
/** "7.62", "22.04.2024" */
export const DECIMAL = 2;
/** "1,500" */
export const GROUPED = 3;
/** An empty line: expressions don't cross it. */
export const BREAK = 4;
const RESERVED = 5;

/** Some times as many as there are words. */
const SLOTS = 4096;

export const hashStep = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

export class Vocabulary {
  readonly words: string[] = Array.from({ length: RESERVED }, () => '');
  readonly #ids = new Map<string, number>();
  readonly #columns = new Map<string, Int32Array>();
  /** Rows of several words. */
  readonly phrases: { readonly words: readonly number[]; readonly class: string; readonly value: number }[] = [];
  readonly #entries: { id: number; class: string; value: number }[] = [];
  /** The number of each ASCII sign; a backquote reads as an apostrophe. */
  signs = new Int32Array(128);
  /** By the low bits of a hash: few of them, as every word of a text looks here. */
  #slots = new Int16Array(SLOTS);
  #hashes = new Int32Array(0);

  /** The number of a word, which is made known if it wasn't. */
  add(word: string): number {
    let id = this.#ids.get(word);
    if (id === undefined) {
      id = this.words.push(word) - 1;
      this.#ids.set(word, id);
    }
    return id;
  }
  /** Adds a row; a phrase ("more than", "New Year's Eve") is kept as its words and signs. */
  put(word: string, className: string, value: number): void {
    const words = word.toLowerCase().match(/[a-z]+|[^a-z\s]/g) ?? [];
    if (words.length > 1) this.phrases.push({ words: words.map((w) => this.add(w)), class: className, value });
    else this.#entries.push({ id: this.add(words[0] ?? word), class: className, value });
  }
  has(className: string): boolean {
    return className in SYMBOLS;
  }
  /** From a word's number to its value in a class, `NONE` for words that are not in it. Ask when all words are known. */
  column(className: string): Int32Array {
    let column = this.#columns.get(className);
    if (!column || column.length < this.words.length) {
      column = new Int32Array(this.words.length).fill(NONE);
      for (const e of this.#entries) if (e.class === className) column[e.id] = e.value;
      this.#columns.set(className, column);
    }
    return column;
  }
  /** Call when all words are known: lays them out for `find`. */
  seal(): void {
    this.#hashes = new Int32Array(this.words.length);
    for (let id = RESERVED; id < this.words.length; id++) {
      let hash = 0;
      for (let i = 0; i < this.words[id].length; i++) hash = hashStep(hash, codeAt(this.words[id], i));
      this.#hashes[id] = hash;
      let slot = hash & (SLOTS - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      this.#slots[slot] = id;
    }
    this.signs = this.signs.map((_, code) => this.#ids.get(code === 96 ? "'" : String.fromCharCode(code)) ?? OTHER);
  }
  /** Call before a text of so many words. */
  warm(words: number): void {
    warm(this.#slots, words);
    warm(this.#hashes, words);
  }
  /** The number of the word that stands in the text, whose hash (over lower case) is known: `OTHER` for an unknown one. */
  find(hash: number, text: string, start: number, end: number): number {
    let slot = hash & (SLOTS - 1);
    for (let id = this.#slots[slot]; id !== 0; id = this.#slots[slot]) {
      if (this.#hashes[id] === hash && same(this.words[id], text, start, end)) return id;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return OTHER;
  }
}

function same(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) {
    const code = codeAt(text, start + i);
    if (codeAt(word, i) !== (code >= 65 && code <= 90 ? code + 32 : code)) return false;
  }
  return true;
}

/** Reads `lexicon/timex.tsv`. @throws SyntaxError that names line, expectation and what came. */
export function parseVocabulary(bytes: Uint8Array, name: string): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const row of parseTable(decode(bytes), name, ['word', 'class', 'value'])) {
    const symbols = SYMBOLS[row.class];
    if (symbols === undefined) throw new SyntaxError(`${name}:${row.line}: expected a class, got "${row.class}"`);
    const value = symbols ? symbols.indexOf(row.value) : Number(row.value);
    if (symbols ? value < 0 : !Number.isInteger(value))
      throw new SyntaxError(`${name}:${row.line}: expected ${symbols?.join(', ') ?? 'an integer'}, got "${row.value}"`);
    vocabulary.put(row.word, row.class, value);
  }
  return vocabulary;
}
