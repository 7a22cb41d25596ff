/**
 * A stretch without white space becomes words as the English treebanks of Universal Dependencies write them:
 * "Iran-backed" is three, "don't" two ("do", "n't"), "U.S." one, "$5bn" three, "and/or" three, "10:30pm" two.
 */
import { codeAt } from '../document/codeAt.ts';
import { classOf, DIGIT, isLower, isUpper, LETTER, SPACE, SYMBOL } from './characters.ts';
import { splitAt, type TokenLexicon } from './lexicon.ts';
import { CLITIC, DOTTED, HASHTAG, isEmoticon, isWhole, LONE_CLITIC, ORDINAL, WEB } from './patterns.ts';
import { Spans } from './spans.ts';

const APOSTROPHES = "'’";
const MARKS = '.?!';
const MAX_PATTERN = 256;
const COMMA = 44;

export class WordScanner {
  readonly #lexicon: TokenLexicon;
  #text = '';
  readonly #spans = new Spans();
  /** Where each sign behind the word at hand ends, the last one first. */
  readonly #closing: number[] = [];

  constructor(lexicon: TokenLexicon) {
    this.#lexicon = lexicon;
  }

  /** Characters of the words of a text: starts and ends by turns, until the next text is read. */
  spans(text: string): Int32Array {
    this.#text = text;
    this.#spans.clear();
    for (let from = 0; from < text.length; ) {
      // letters, as most stretches without white space are
      let end = from;
      while (end < text.length && classOf(codeAt(text, end)) === LETTER) end++;
      const letters = end;
      while (end < text.length && classOf(codeAt(text, end)) !== SPACE) end++;
      if (end === letters) {
        if (end > from) this.#word(from, end);
      } else if (end === letters + 1 && letters > from && codeAt(text, letters) === COMMA) {
        this.#word(from, letters);
        this.#spans.add(letters, end);
      } else this.#stretch(from, end);
      from = end + 1;
    }
    this.#text = '';
    return this.#spans.all();
  }

  #plain(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (classOf(codeAt(this.#text, i)) !== LETTER) return false;
    return true;
  }

  /** Letters only: one word, or two that are written as one ("cannot"). */
  #word(from: number, to: number): void {
    const at = splitAt(this.#lexicon, this.#text, from, to);
    if (at) this.#spans.add(from, from + at);
    this.#spans.add(at ? from + at : from, to);
  }

  /** Takes punctuation off in front and behind, then reads what is between. */
  #stretch(from: number, to: number): void {
    const text = this.#text;
    if (to - from <= 6 && isEmoticon(text, from, to)) {
      this.#spans.add(from, to);
      return;
    }
    let start = from;
    while (start < to && this.#opens(start, to)) start = this.#symbol(start, to);
    const closing = this.#closing;
    let count = 0;
    let end = to;
    while (end > start) {
      const next = this.#closes(start, end);
      if (next === end) break;
      closing[count++] = end;
      end = next;
    }
    if (end > start) this.#core(start, end);
    let at = end;
    for (let c = count - 1; c >= 0; c--) {
      this.#spans.add(at, closing[c]);
      at = closing[c];
    }
  }

  /** Whether the character at `at` is punctuation in front of a word. */
  #opens(at: number, to: number): boolean {
    const text = this.#text;
    if (classOf(codeAt(text, at)) !== SYMBOL) return false;
    const next = at + 1 < to ? classOf(codeAt(text, at + 1)) : SYMBOL;
    const c = text[at];
    if ((c === '+' || c === '-') && next === DIGIT) return false;
    if (c === '@' && next === LETTER) return false;
    if (c === '#' && HASHTAG.test(text.slice(at, at + 3))) return false;
    if (c === '.' && next === DIGIT) return false;
    // 'em, ’72, 's alone: the apostrophe belongs to the word
    if (APOSTROPHES.includes(c) && LONE_CLITIC.test(text.slice(at + 1, Math.min(to, at + 6)))) return false;
    return true;
  }

  /** Emits the symbol at `at`: a run of one sign is one word ("--", "***"), as are "?!" and the like. Returns what is behind it. */
  #symbol(at: number, to: number): number {
    const text = this.#text;
    const c = text[at];
    let end = at + 1;
    const marks = MARKS.includes(c);
    if (!'()[]{}"“”$'.includes(c)) while (end < to && (text[end] === c || (marks && MARKS.includes(text[end])))) end++;
    const code = codeAt(text, at);
    if (code >= 0xd800 && code <= 0xdfff) end = this.#emoji(at, to);
    this.#spans.add(at, end);
    return end;
  }

  #emoji(at: number, to: number): number {
    let end = at;
    while (end < to) {
      const code = codeAt(this.#text, end);
      if (!((code >= 0xd800 && code <= 0xdfff) || (code >= 0xfe00 && code <= 0xfe0f) || code === 0x200d)) break;
      end++;
    }
    return end;
  }

  /** Where the last punctuation behind a word begins; `end` when there is none. */
  #closes(start: number, end: number): number {
    const text = this.#text;
    const c = text[end - 1];
    const code = codeAt(text, end - 1);
    if (classOf(code) !== SYMBOL || (code >= 0xd800 && code <= 0xdfff)) return end;
    if (MARKS.includes(c)) return this.#marks(start, end);
    if (
      (c === '+' && end - start > 2 && text[end - 2] === '+') ||
      (c === '/' && WEB.test(text.slice(start, Math.min(end, start + MAX_PATTERN))))
    )
      return end;
    if (c === '$' && end - start <= 3 && isUpper(codeAt(text, start))) return end;
    let from = end - 1;
    if (!'()[]{}"“”%'.includes(c)) while (from > start && text[from - 1] === c) from--;
    return from;
  }

  /** A run of ".", "?" and "!" behind a word, of which an abbreviation keeps the first point. */
  #marks(start: number, end: number): number {
    const text = this.#text;
    let from = end;
    while (from > start && MARKS.includes(text[from - 1])) from--;
    if (from > start && text[from] === '.' && this.#keepsPoint(start, from)) return from + 1;
    return from;
  }

  /** Whether the word that ends at `point` is an abbreviation, so that the point belongs to it. */
  #keepsPoint(start: number, point: number): boolean {
    const text = this.#text;
    let from = point;
    while (from > start && point - from < 12 && !'-/–—('.includes(text[from - 1])) from--;
    const word = text.slice(from, point);
    if (mayBeDotted(word) && DOTTED.test(`${word}.`)) return true;
    const next = this.#following(point + 1);
    const follows = next < text.length ? codeAt(text, next) : 0;
    if (word.length === 1 && isUpper(codeAt(word, 0)))
      return word !== 'I' && isUpper(follows) && !this.#lexicon.openers.has(this.#lettersAt(next));
    const kind = this.#lexicon.abbreviations.get(word);
    if (kind === 'number') return classOf(follows) === DIGIT;
    if (kind === 'month' && MONTH_LIKE_WORD.has(word)) return classOf(follows) === DIGIT || follows === 44;
    return kind !== undefined;
  }

  /** Where the next character stands that is no space of the same line. */
  #following(at: number): number {
    const text = this.#text;
    let i = at;
    while (i < text.length && (text[i] === ' ' || text[i] === '\u00a0')) i++;
    return i;
  }

  /** The word there, in lower case, as far as it is letters. */
  #lettersAt(at: number): string {
    let end = at;
    while (end < this.#text.length && end - at < 16 && classOf(codeAt(this.#text, end)) === LETTER) end++;
    return this.#text.slice(at, end).toLowerCase();
  }

  /** What is left without punctuation around it: clitics come off ("couldn't've"), two at the most. */
  #core(start: number, end: number): void {
    if (this.#plain(start, end)) {
      this.#word(start, end);
      return;
    }
    const last = this.#cliticOf(start, end);
    const before = this.#cliticOf(start, last);
    this.#body(start, before);
    if (before < last) this.#spans.add(before, last);
    if (last < end) this.#spans.add(last, end);
  }

  /** Where the clitic at the end begins; `end` when there is none. */
  #cliticOf(start: number, end: number): number {
    const text = this.#text;
    if (!APOSTROPHES.includes(text[end - 2]) && !APOSTROPHES.includes(text[end - 3])) return end;
    const found = CLITIC.exec(text.slice(Math.max(start, end - 4), end));
    const at = found ? end - found[0].length : end;
    return at > start && classOf(codeAt(text, at - 1)) === LETTER ? at : end;
  }

  #body(start: number, end: number): void {
    if (isWhole(this.#text, start, Math.min(end, start + MAX_PATTERN))) this.#spans.add(start, end);
    else this.#parts(start, end);
  }

  /** Splits at signs inside: hyphens, slashes, dashes, a missing space. */
  #parts(start: number, end: number): void {
    const text = this.#text;
    let from = start;
    for (let i = start; i < end; i++) {
      if (classOf(codeAt(text, i)) !== SYMBOL || !this.#parted(from, i, end)) continue;
      if (i > from) this.#piece(from, i);
      i = this.#symbol(i, end) - 1;
      from = i + 1;
    }
    if (from < end) this.#piece(from, end);
  }

  /** Whether the sign at `at` parts the word that began at `from`. */
  #parted(from: number, at: number, end: number): boolean {
    const text = this.#text;
    const c = text[at];
    const before = at > from ? classOf(codeAt(text, at - 1)) : SYMBOL;
    const after = at + 1 < end ? classOf(codeAt(text, at + 1)) : SYMBOL;
    if (before === SYMBOL && after === SYMBOL) return true;
    const digits = before === DIGIT && after === DIGIT;
    if (c === '-')
      return !this.#lexicon.prefixes.has(text.slice(from, at).toLowerCase()) && (at > from || after !== DIGIT);
    if (c === '.') return (at + 1 < end && after === SYMBOL) || this.#pointParts(from, at, end);
    if (c === ',' || c === ':') return !digits;
    if (APOSTROPHES.includes(c)) return at > from && after === SYMBOL;
    if (c === '&' || c === '_' || c === '@') return before === SYMBOL || after === SYMBOL;
    if (c === '+') return before === LETTER || before === DIGIT;
    if (c === '$') return !this.#currencyLetters(from, at);
    return c !== '°' && c !== '*';
  }

  /** "US$", "HK$": the sign belongs to the letters. */
  #currencyLetters(from: number, at: number): boolean {
    return at > from && at - from <= 2 && isUpper(codeAt(this.#text, from));
  }

  /** "end.The" lacks a space, "Nov.28" too; "3.5", "a.k.a" and "node.js" do not. */
  #pointParts(from: number, at: number, end: number): boolean {
    const text = this.#text;
    if (text[at + 1] === '.' || text[at - 1] === '.') return true;
    return (
      at - from > 1 &&
      isLower(text.charCodeAt(at - 1)) &&
      at + 2 < end &&
      isUpper(text.charCodeAt(at + 1)) &&
      isLower(text.charCodeAt(at + 2))
    );
  }

  /** A word without signs that part it: currency letters, a number with its unit ("US$4.5bn"), or nothing special. */
  #piece(from: number, to: number): void {
    const text = this.#text;
    const dollar = from + text.slice(from, Math.min(to, from + 4)).indexOf('$');
    if (dollar > from && dollar < to) {
      this.#spans.add(from, dollar + 1);
      if (dollar + 1 < to) this.#piece(dollar + 1, to);
    } else if (classOf(codeAt(text, from)) === DIGIT) this.#number(from, to);
    else if (this.#plain(from, to)) this.#word(from, to);
    else this.#spans.add(from, to);
  }

  #number(from: number, to: number): void {
    const text = this.#text;
    let at = to;
    while (at > from && classOf(codeAt(text, at - 1)) === LETTER) at--;
    const tail = text.slice(at, to);
    const parted = at < to && !ORDINAL.test(tail) && this.#lexicon.units.has(tail.toLowerCase());
    if (parted) this.#spans.add(from, at);
    this.#spans.add(parted ? at : from, to);
  }
}

/** It has a point inside, or is as long as "PhD". */
const mayBeDotted = (word: string): boolean => word.length === 3 || word.includes('.');

/** Abbreviations of months and days that are words too. */
const MONTH_LIKE_WORD = new Set(['Mar', 'Sun', 'Sat', 'Wed', 'Mon', 'Fri', 'MAR', 'SUN', 'SAT', 'WED', 'MON', 'FRI']);
