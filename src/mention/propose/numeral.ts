/** Numerals in digits and in words, as far as they are one number. */
import { codeAt } from '../../document/codeAt.ts';
import type { Tokens } from '../../document/tokens.ts';
import type { WordMap } from '../../gazetteer/wordMap.ts';

export interface NumberWords {
  readonly numbers: WordMap<number>;
  readonly scales: WordMap<number>;
  readonly vague: WordMap<number>;
}

export interface Numeral {
  readonly last: number;
  readonly value: number;
  /** "dozens": no less than the value, and not sharp. */
  readonly vague: boolean;
}
/** It begins with a digit or a point. */
export function mayBeDigits(word: string): boolean {
  const code = codeAt(word, 0);
  return (code >= 48 && code <= 57) || code === 46;
}
const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,15}(?:\.\d{1,6})?$|^\.\d{1,6}$/;
/** "30km", "$15m", "7pm": a number with something glued behind. */
export const GLUED = /^(\d[\d,]*(?:\.\d+)?)(km|m|ft|kg|cm|mm|mn|bn|k|%|lb)$/;

/** The numeral that begins at token `i`: "2,500", "4.1 billion", "twenty-five", "two dozen", "hundreds of thousands". */
export function numeralAt(q: NumberWords, tokens: Tokens, i: number, limit: number): Numeral | undefined {
  let value = 0;
  let part = 0;
  let seen = false;
  let k = i;
  for (; k < limit; k++) {
    const word = tokens.lower[k];
    const digits = mayBeDigits(word) && DIGITS.test(word) ? Number(word.replaceAll(',', '')) : undefined;
    const small = digits ?? q.numbers.get(word);
    const scale = q.scales.get(word);
    if (small !== undefined) {
      if (seen && (digits !== undefined || part % 10 !== 0 || part === 0) && part % 100 !== 0) break;
      part += small;
      seen = true;
    } else if (
      scale !== undefined &&
      !opensDesignation(tokens, k) &&
      (seen || word === 'dozen' || word === 'hundred' || word === 'thousand' || word === 'million')
    ) {
      if (!seen && tokens.lower[k - 1] !== 'a' && word !== 'dozen') return undefined;
      part = (seen ? part || 1 : 1) * scale;
      if (scale > 100) {
        value += part;
        part = 0;
      }
      seen = true;
    } else if (
      seen &&
      (word === '-' || word === 'and') &&
      k + 1 < limit &&
      (continuesNumber(q, tokens, k, part) || continuesScale(q, tokens, k))
    )
      continue;
    else break;
  }
  if (seen) return { last: k, value: rounded(value + part), vague: false };
  const least = q.vague.get(tokens.lower[i]);
  if (least === undefined) return undefined;
  const next = tokens.lower[i + 1] === 'of' && i + 2 < limit ? q.vague.get(tokens.lower[i + 2]) : undefined;
  // "tens of thousands": 2 × 10 × 1000
  if (next !== undefined) return { last: i + 3, value: least * next, vague: true };
  return least === 20 ? undefined : { last: i + 1, value: least, vague: true };
}
/** 64.38 × 10⁹ is 64,379,999,999.99999 to the machine: whole numbers of up to fifteen digits are as they should be. */
const rounded = (n: number): number => (Number.isInteger(n) && n < 1e15 ? n : Number(n.toPrecision(15)));

/** "ten M-16 rifles": a letter before a hyphen and digits is no unit, and not "million". */
export const opensDesignation = ({ form }: Tokens, t: number): boolean =>
  form[t].length === 1 && form[t + 1] === '-' && /^\d/.test(form[t + 2] ?? '');

/** "twenty-five", "one hundred and six": the hyphen or "and" stands inside a number in words. */
function continuesNumber(q: NumberWords, tokens: Tokens, k: number, part: number): boolean {
  const next = q.numbers.get(tokens.lower[k + 1]);
  if (next === undefined || DIGITS.test(tokens.lower[k - 1])) return false;
  return tokens.lower[k] === '-' ? next < 10 && part % 10 === 0 && part > 0 : part >= 100 && part % 100 === 0;
}

/** "a $2.5-billion deal": the hyphen ties a word for many to its number. */
const continuesScale = (q: NumberWords, { lower }: Tokens, k: number): boolean =>
  lower[k] === '-' && lower[k + 1].length > 1 && (q.scales.get(lower[k + 1]) ?? 0) >= 1000;
