/**
 * Names are compared folded: lower case, no accents, no apostrophes, words apart by one space, only a–z and 0–9.
 * "Ba‘qūbah" → "baqubah", "Al-Asad" → "al asad", "St. Louis" and "Saint Louis" → "st louis".
 */
import { isPlainName } from '../atoms.ts';

const APOSTROPHES = /[\u0027\u0060\u00B4\u02B9-\u02BF\u02CA\u02CB\u2018-\u201B\u2032]/g;
const MARKS = /\p{M}+/gu;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ə: 'e',
};
/** Long forms that the news writes short. */
const SHORT: Readonly<Record<string, string>> = { saint: 'st', sainte: 'ste', mount: 'mt', fort: 'ft' };

const SHORTENED = /\b(?:saint|sainte|mount|fort)\b/;
const shorten = (folded: string): string =>
  SHORTENED.test(folded)
    ? folded
        .split(' ')
        .map((word) => SHORT[word] ?? word)
        .join(' ')
    : folded;

/** The folded name: empty when it has a letter of another script than the Latin one, or no letter or digit at all. */
export function foldName(name: string): string {
  if (isPlainName(name)) return shorten(name.toLowerCase());
  const plain = name
    .replace(APOSTROPHES, '')
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^\u0000-\u007F]/g, (c) => LETTERS[c] ?? (/\p{L}|\p{N}/u.test(c) ? '\u0000' : ' '));
  if (plain.includes('\u0000')) return '';
  return shorten(plain.replace(/[^a-z0-9]+/g, ' ').trim());
}
