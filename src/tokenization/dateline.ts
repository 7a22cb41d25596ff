/** A dateline stands before an article's first sentence and is none of its words: "BAGHDAD (AP) — Two rockets …". */
import { codeAt } from '../document/codeAt.ts';
import { isLower, isUpper } from './characters.ts';

const DASHES = new Set(['-', '--', '–', '—']);
const LONGEST = 16;
const ENDS = '.?!:;';
const isSign = (word: string): boolean => !isLower(codeAt(word, 0)) && /^[^\p{L}\p{N}]+$/u.test(word);
const SMALL_WORDS = new Set(['de', 'al', 'el', 'of', 'the', 'and', 'near', 'aboard']);

/**
 * First word behind a dateline that begins at word `from`; undefined when there is none.
 * @param start @param end characters of each word.
 */
export function datelineEnd(
  form: readonly string[],
  start: Int32Array,
  end: Int32Array,
  from: number,
  limit: number,
): number | undefined {
  let capitals = false;
  let evidence = false;
  let number = false;
  for (let i = from; i < Math.min(limit - 1, from + LONGEST); i++) {
    const word = form[i];
    const hyphen = word === '-' && (start[i] === end[i - 1] || start[i + 1] === end[i]);
    if (DASHES.has(word) && !hyphen && capitals && (evidence || (number && word === '--'))) return i + 1;
    if (isUpper(codeAt(word, 0))) {
      capitals = true;
      if (word.length > 3 && word === word.toUpperCase()) evidence = true;
    } else if (word === '(') evidence = true;
    else if (/^\d/.test(word)) number = true;
    else if (!SMALL_WORDS.has(word) && !isSign(word)) return undefined;
    if (word.length === 1 && ENDS.includes(word)) return undefined;
  }
  return undefined;
}
