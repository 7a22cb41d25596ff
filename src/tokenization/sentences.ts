/**
 * Where sentences end: at ".", "?", "!" and what closes behind them, at the end of a paragraph, behind a dateline.
 * An abbreviation's point ends a sentence only where a usual first word follows ("in the U.S. The …").
 */
import { codeAt } from '../document/codeAt.ts';
import { isLower, isUpper } from './characters.ts';
import { datelineEnd } from './dateline.ts';
import type { TokenLexicon } from './lexicon.ts';
import { paragraphBreaks } from './lines.ts';

export interface SentenceStarts {
  /** First word of each sentence. */
  readonly first: Int32Array;
  /** Number of the paragraph of each. */
  readonly paragraph: Int32Array;
}

/** Letters of ASCII, with which most words end. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const MARK = '.?!…。？！';
const MARKS = /^[.?!…。？！]+$/;
const POINTED = /^\p{L}[\p{L}.]*\.$/u;
const CLOSERS = new Set(['"', '”', '’', "'", "''", '’’', ')', ']', '»']);
const OPENERS = new Set(['"', '“', '‘', '``', "'", '(', '[', '«', '-', '--', '–', '—', '•', '*']);

/** Scratch: no text has more sentences than words. */
let firsts = new Int32Array(0);
let paragraphs = new Int32Array(0);

/** @param start @param end characters of each word. */
export function sentenceStarts(
  text: string,
  form: readonly string[],
  start: Int32Array,
  end: Int32Array,
  lexicon: TokenLexicon,
): SentenceStarts {
  const count = form.length;
  const breaks = paragraphBreaks(text);
  if (firsts.length < count) [firsts, paragraphs] = [new Int32Array(2 * count), new Int32Array(2 * count)];
  let found = 0;
  let b = 0;
  let number = 0;
  for (let i = 0; i < count; ) {
    while (b < breaks.length && breaks[b] < start[i]) b++;
    const limit = b < breaks.length ? breaks[b] : text.length;
    let last = i;
    while (last < count && start[last] < limit) last++;
    for (let s = i; s < last; ) {
      firsts[found] = s;
      paragraphs[found++] = number;
      const dateline = s === i ? datelineEnd(form, start, end, s, last) : undefined;
      s = dateline ?? sentenceEnd(form, start, end, s, Math.min(last, s + MAX_WORDS), lexicon);
    }
    number++;
    i = last;
  }
  return { first: firsts.slice(0, found), paragraph: paragraphs.slice(0, found) };
}

/**
 * Words that a sentence may have: a longer one is cut. Later stages compare the words of a sentence with each other, so
 * that this bounds their work on lists, tables and texts without a full stop.
 */
const MAX_WORDS = 512;

/** First word behind the sentence that begins at `from`. */
function sentenceEnd(
  form: readonly string[],
  start: Int32Array,
  end: Int32Array,
  from: number,
  limit: number,
  lexicon: TokenLexicon,
): number {
  for (let i = from; i < limit; i++) {
    if (isLetter(codeAt(form[i], form[i].length - 1)) || !MARK.includes(form[i][form[i].length - 1])) continue;
    const mark = MARKS.test(form[i]);
    if (mark ? i === from || isNumbering(form, from, i) : !POINTED.test(form[i])) continue;
    const next = mark ? behindClosers(form, start, end, i + 1, limit) : i + 1;
    if (next >= limit || onlySigns(form, next, limit)) return limit;
    if (start[next] === end[next - 1]) {
      // "He left.The town was empty."
      if (mark && next === i + 1 && isUpper(codeAt(form[next], 0)) && form[next].length > 1) return next;
    } else if (mark ? startsSentence(form, next) : endsBehind(form, i, next, lexicon)) return next;
  }
  return limit;
}

/** "1. Be responsible.": the point behind a list's number ends nothing. */
const isNumbering = (form: readonly string[], from: number, mark: number): boolean =>
  mark === from + 1 && /^\d{1,3}$/.test(form[from]);

/** Skips quotes and brackets that close, and footnotes: "… the war.” [12]". */
function behindClosers(
  form: readonly string[],
  start: Int32Array,
  end: Int32Array,
  from: number,
  limit: number,
): number {
  let next = from;
  while (next < limit && CLOSERS.has(form[next]) && start[next] === end[next - 1]) next++;
  while (next + 2 < limit && form[next] === '[' && /^\d{1,3}$/.test(form[next + 1]) && form[next + 2] === ']')
    next += 3;
  return next;
}

/** Whether nothing but a sign or two is left of the paragraph: "Thanks! :)". */
function onlySigns(form: readonly string[], from: number, limit: number): boolean {
  if (limit - from > 2) return false;
  for (let i = from; i < limit; i++) if (/[\p{L}\p{N}]/u.test(form[i])) return false;
  return true;
}

/** Whether a sentence may begin with this word, after a full stop. */
function startsSentence(form: readonly string[], at: number): boolean {
  let i = at;
  while (i + 1 < form.length && i < at + 2 && OPENERS.has(form[i])) i++;
  return !isLower(codeAt(form[i], 0)) && !MARKS.test(form[i]);
}

function endsBehind(form: readonly string[], at: number, next: number, lexicon: TokenLexicon): boolean {
  const word = form[at].slice(0, -1);
  const kind = lexicon.abbreviations.get(word);
  if (kind === 'title' || kind === 'number' || word.length === 1) return false;
  let i = next;
  while (i + 1 < form.length && i < next + 2 && OPENERS.has(form[i])) i++;
  return isUpper(codeAt(form[i], 0)) && lexicon.openers.has(form[i].toLowerCase());
}
