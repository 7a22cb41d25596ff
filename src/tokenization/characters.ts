/** UTF-16 code units in few classes, by a table: the scanner asks for each character. */
import { codeTable } from '../document/codeTable.ts';

export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const SYMBOL = 3;

/** Marks without width, soft hyphens, marks of direction: nothing that a word is made of. */
const ZERO_WIDTH = /[\u200b\ufeff\u2060\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (code < 32 || code === 127 || (code >= 0x80 && code < 0xa0) || /\s/.test(character)) return SPACE;
  if (ZERO_WIDTH.test(character)) return SPACE;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  // joiners stand inside words; marks belong to the letter before
  if (/[\p{L}\p{M}\p{N}\u200c\u200d]/u.test(character)) return LETTER;
  return SYMBOL;
}

/** From here on all are letters (CJK, Hangul, a lone surrogate) but for emoji, full-width signs and digits. */
const BEYOND = 0x3100;
const TABLE = codeTable(LETTER, [
  [SYMBOL, 0xd83c, 0xd83e],
  [SYMBOL, 0xfe10, 0xfe6f],
  [SPACE, 0xfeff, 0xfeff],
  [SYMBOL, 0xff00, 0xff20],
  [DIGIT, 0xff10, 0xff19],
]);
for (let code = 0; code < BEYOND; code++) TABLE[code] = classify(code);

export const classOf = (code: number): number => TABLE[code];

export const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code > 127 && isUpperBeyondAscii(String.fromCharCode(code)));
const isUpperBeyondAscii = (c: string): boolean => c.toLowerCase() !== c;
export const isLower = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code > 127 && isLowerBeyondAscii(String.fromCharCode(code)));
const isLowerBeyondAscii = (c: string): boolean => c.toUpperCase() !== c;
