/** Shapes of words that signs stand in or around. None can backtrack without bound, and the scanner gives them short stretches. */
import { codeAt } from '../document/codeAt.ts';
import { classOf, LETTER } from './characters.ts';

export const CLITIC = /(?:['’](?:s|m|d|ll|re|ve)|n['’]t)$/i;
export const WEB =
  /^(?:[a-z]{3,6}:\/\/|www\.)|@[\w-]+\.[a-z]|^[\w-]+(?:\.[\w-]+){0,8}\.(?:com|org|net|gov|edu|mil|info|co\.uk|xls|doc|pdf|html?)(?:\/|$)/i;
const HANDLE = /^@\w/;
export const HASHTAG = /^#[A-Za-z]\w/;
const EMOTICON = /^(?:[:;=]['’]?-?[)(\][DPpd|/\\]+|\^_\^|<3)$/;
export const DOTTED = /^(?:\p{L}\.){2,}$|^[Pp]h\.?[Dd]\.$|^(?:\p{L}\.)+\p{L}{1,2}\.$/u;
export const ORDINAL = /^(?:st|nd|rd|th|s|['’]s)$/i;
const PHONE = /^\+?\d{1,4}(?:[-/]\d{2,4}){2,4}$|^\d{3}-\d{4}$/;
const FRACTION_OR_DATE = /^\d{1,4}(?:[/]\d{1,4}){1,2}$/;
const WHOLE = [WEB, HANDLE, HASHTAG, PHONE, FRACTION_OR_DATE, DOTTED];
/** Behind an apostrophe in front: 'em, ’72, 's alone. */
export const LONE_CLITIC = /^(?:em|til|cause|s|m|d|ll|re|ve|t|\d0?\ds?)$/i;

/** What an emoticon begins with. */
const EYES = ':;=^<';
export const isEmoticon = (text: string, from: number, to: number): boolean =>
  EYES.includes(text[from]) && EMOTICON.test(text.slice(from, to));

/** Signs of which one stands in whatever is whole, but for telephone numbers of digits and hyphens. */
const INSIDE = './@#';

/** Whether a stretch is one word though it has signs inside. */
export function isWhole(text: string, from: number, to: number): boolean {
  let signs = false;
  let hyphen = false;
  for (let i = from; i < to; i++) {
    const c = text[i];
    if (c === '-') hyphen = true;
    else if (INSIDE.includes(c)) signs = true;
  }
  if (!signs && (!hyphen || classOf(codeAt(text, from)) === LETTER)) return false;
  const word = text.slice(from, to);
  for (const pattern of WHOLE) if (pattern.test(word)) return true;
  return false;
}
