/** UTF-16 code units in few classes, by a table: the scanner asks for each character. */
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

/** Letters from here on are letters (CJK, Hangul); emoji and full-width punctuation are symbols; a lone surrogate is a letter. */
const BEYOND = 0x3100;
function classBeyond(code: number): number {
  if (code === 0xfeff) return SPACE;
  if (code >= 0xd83c && code <= 0xd83e) return SYMBOL;
  if (code >= 0xfe10 && code <= 0xfe6f) return SYMBOL;
  if ((code >= 0xff00 && code <= 0xff0f) || (code >= 0xff1a && code <= 0xff20)) return SYMBOL;
  return code >= 0xff10 && code <= 0xff19 ? DIGIT : LETTER;
}

const TABLE = new Uint8Array(0x10000);
for (let code = 0; code < TABLE.length; code++) TABLE[code] = code < BEYOND ? classify(code) : classBeyond(code);

export const classOf = (code: number): number => TABLE[code];

export const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code > 127 && isUpperBeyondAscii(String.fromCharCode(code)));
const isUpperBeyondAscii = (c: string): boolean => c.toLowerCase() !== c;
export const isLower = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code > 127 && isLowerBeyondAscii(String.fromCharCode(code)));
const isLowerBeyondAscii = (c: string): boolean => c.toUpperCase() !== c;
