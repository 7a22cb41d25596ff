/** What is odd about a text, said in diagnostics: it is read all the same. */
import { codeAt } from '../document/codeAt.ts';
import type { Diagnostic } from '../document/schema.ts';
import { classOf, SPACE } from './characters.ts';

export const MAX_RUN = 256;
const MAX_DIAGNOSTICS = 100;

/** Controls (but tab and line ends), marks that turn the direction of writing, what decoders leave behind, HTML. */
const ODD =
  /(?![\t\n\r])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]|<\/?[a-z][a-z0-9]{0,15}(?=[\s>/])|&(?:[a-z]{2,8}|#\d{1,6});/giu;

function reasonOf(found: string): Pick<Diagnostic, 'rule' | 'reason'> {
  if (found[0] === '<') return { rule: 'markup', reason: `looks like an HTML tag: ${found}` };
  if (found[0] === '&') return { rule: 'entity-reference', reason: `looks like an HTML character reference: ${found}` };
  const code = codeAt(found, 0);
  if (code === 0xfffd) return { rule: 'replacement-character', reason: 'a character was lost before (U+FFFD)' };
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return code >= 0x200e
    ? { rule: 'bidirectional-control', reason: `${name} turns the direction of writing` }
    : { rule: 'control-character', reason: `${name} is no text` };
}

/** Everything odd, in the order of the text; after a hundred findings no more are said. */
export function guard(text: string): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const say = (start: number, end: number, what: Pick<Diagnostic, 'rule' | 'reason'>): void => {
    if (diagnostics.length < MAX_DIAGNOSTICS) diagnostics.push({ start, end, ...what });
  };
  // most texts have none of these characters, and the search for them costs as much as all the rest
  if (scan(text, say))
    for (const match of text.matchAll(ODD)) {
      if (diagnostics.length >= MAX_DIAGNOSTICS) break;
      say(match.index, match.index + match[0].length, reasonOf(match[0]));
    }
  return diagnostics;
}

/** Characters that something odd begins with; tabs and line ends are not odd. */
const isSuspect = (code: number): boolean =>
  code < 128
    ? code === 60 || code === 38 || code === 127 || (code < 32 && code !== 9 && code !== 10 && code !== 13)
    : code < 0xa0 ||
      code === 0xfffd ||
      (code >= 0x200e && code <= 0x2069 && (code < 0x2010 || code > 0x2029) && (code < 0x202f || code > 0x2065));

/** The suspects of ASCII. */
const SUSPECTS = Uint8Array.from({ length: 128 }, (_, code) => (isSuspect(code) ? 1 : 0));

/** Says what single characters tell. @returns whether the text has some that something odd may begin with */
function scan(
  text: string,
  say: (start: number, end: number, what: Pick<Diagnostic, 'rule' | 'reason'>) => void,
): boolean {
  /** Where the stretch without white space begins. */
  let from = 0;
  let suspect = false;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i);
    if (code < 128) suspect ||= SUSPECTS[code] === 1;
    else {
      suspect ||= isSuspect(code);
      if (isLoneSurrogate(text, i, code)) say(i, i + 1, { rule: 'lone-surrogate', reason: 'half of a surrogate pair' });
    }
    if (classOf(code) === SPACE) from = i + 1;
    else if (i - from === MAX_RUN)
      say(from, i, { rule: 'long-run', reason: `more than ${MAX_RUN} characters without white space` });
  }
  return suspect;
}

function isLoneSurrogate(text: string, i: number, code: number): boolean {
  if (code < 0xd800 || code > 0xdfff) return false;
  const other = code < 0xdc00 ? text.charCodeAt(i + 1) : text.charCodeAt(i - 1);
  return code < 0xdc00 ? !(other >= 0xdc00 && other <= 0xdfff) : !(other >= 0xd800 && other < 0xdc00);
}
