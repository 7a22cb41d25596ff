/** A dateline stands before an article's first sentence and is none of its words: "BAGHDAD (AP) — Two rockets …". */
import { isUpper } from './characters.ts';

const DASHES = new Set(['-', '--', '–', '—']);
const LONGEST = 16;
const SMALL_WORDS = new Set(['de', 'al', 'el', 'of', 'the', 'and', 'near', 'aboard']);

/** First word behind a dateline that begins at word `from`; undefined when there is none. */
export function datelineEnd(form: readonly string[], from: number, limit: number): number | undefined {
  let capitals = false;
  let evidence = false;
  for (let i = from; i < Math.min(limit - 1, from + LONGEST); i++) {
    const word = form[i];
    // a hyphen inside of a name ("AL-QAIM") is followed by a capital and has no evidence before it yet
    if (DASHES.has(word) && i > from && capitals && evidence) return i + 1;
    const code = word.charCodeAt(0);
    if (isUpper(code)) {
      capitals = true;
      if (word.length > 3 && word === word.toUpperCase()) evidence = true;
    } else if (word === '(' || /^\d/.test(word)) evidence = true;
    else if (!SMALL_WORDS.has(word) && !/^[^\p{L}\p{N}]+$/u.test(word)) return undefined;
    if (/^[.?!:;]$/.test(word)) return undefined;
  }
  return undefined;
}
