/**
 * Where sentences end: at ".", "?", "!" and what closes behind them, at the end of a paragraph, behind a dateline.
 * An abbreviation's point ends a sentence only where a usual first word follows ("in the U.S. The …").
 */
import { isLower, isUpper } from './characters.ts';
import { datelineEnd } from './dateline.ts';
import type { TokenLexicon } from './lexicon.ts';
import { paragraphBreaks } from './lines.ts';

export interface SentenceStarts {
  /** First word of each sentence. */
  readonly first: readonly number[];
  /** Number of the paragraph of each. */
  readonly paragraph: readonly number[];
}

const MARK = '.?!…。？！';
const MARKS = /^[.?!…。？！]+$/;
const POINTED = /^\p{L}[\p{L}.]*\.$/u;
const CLOSERS = new Set(['"', '”', '’', "'", "''", '’’', ')', ']', '»']);
const OPENERS = new Set(['"', '“', '‘', '``', "'", '(', '[', '«', '-', '--', '–', '—', '•', '*']);

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
  const first: number[] = [];
  const paragraph: number[] = [];
  let b = 0;
  let number = 0;
  for (let i = 0; i < count; ) {
    while (b < breaks.length && breaks[b] < start[i]) b++;
    const limit = b < breaks.length ? breaks[b] : text.length;
    let last = i;
    while (last < count && start[last] < limit) last++;
    for (let s = i; s < last; ) {
      first.push(s);
      paragraph.push(number);
      const dateline = s === i ? datelineEnd(form, s, last) : undefined;
      s = dateline ?? sentenceEnd(form, start, end, s, Math.min(last, s + MAX_WORDS), lexicon);
    }
    number++;
    i = last;
  }
  return { first, paragraph };
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
    if (!MARK.includes(form[i][form[i].length - 1])) continue;
    const mark = MARKS.test(form[i]);
    if (!mark && !POINTED.test(form[i])) continue;
    let next = i + 1;
    if (mark) while (next < limit && CLOSERS.has(form[next]) && start[next] === end[next - 1]) next++;
    if (next >= limit) return limit;
    if (start[next] > end[next - 1] && (mark ? startsSentence(form, next) : endsBehind(form, i, next, lexicon)))
      return next;
  }
  return limit;
}

/** Whether a sentence may begin with this word, after a full stop. */
function startsSentence(form: readonly string[], at: number): boolean {
  let i = at;
  while (i + 1 < form.length && i < at + 2 && OPENERS.has(form[i])) i++;
  return !isLower(form[i].charCodeAt(0));
}

function endsBehind(form: readonly string[], at: number, next: number, lexicon: TokenLexicon): boolean {
  const word = form[at].slice(0, -1);
  const kind = lexicon.abbreviations.get(word);
  if (kind === 'title' || kind === 'number' || word.length === 1) return false;
  let i = next;
  while (i + 1 < form.length && i < next + 2 && OPENERS.has(form[i])) i++;
  return isUpper(form[i].charCodeAt(0)) && lexicon.openers.has(form[i].toLowerCase());
}
