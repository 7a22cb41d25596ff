/** Words as runs of letters or digits, in lower case and without accents: so they are compared, however they were written. */
import { codeAt } from '../document/codeAt.ts';
import { wordHash } from './wordTable.ts';

const ATOM = /[\p{L}\p{M}\p{N}]+/gu;
const NO_ASCII = 128;
/** Letters and digits of ASCII; the rest is left to `ATOM`. */
const isPlain = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || isCapital(c);
/** ASCII, or quotes, dashes and spaces of Unicode's block of general punctuation: no letter that isn't plain. */
const isSimple = (c: number): boolean => c < NO_ASCII || (c >= 0x2000 && c <= 0x206f);
const isCapital = (c: number): boolean => c >= 65 && c <= 90;

/** Atoms as written: "U.S." → ["U", "S"]. */
export function writtenAtoms(text: string): string[] {
  const atoms: string[] = [];
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const c = codeAt(text, i);
    if (!isSimple(c)) return text.match(ATOM) ?? [];
    if (isPlain(c)) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      atoms.push(text.slice(start, i));
      start = -1;
    }
  }
  if (start >= 0) atoms.push(text.slice(start));
  return atoms;
}
/** Whether a word is one atom of ASCII, which most words are: in lower case it is its own atom then. */
export function isPlainWord(word: string): boolean {
  const { length } = word;
  for (let i = 0; i < length; i++) if (!isPlain(codeAt(word, i))) return false;
  return length > 0;
}
/** The same of words with a blank between. */
export function isPlainName(name: string): boolean {
  let blank = true;
  for (let i = 0; i < name.length; i++) {
    const code = codeAt(name, i);
    const plain = isPlain(code);
    if (!plain && (code !== SPACE || blank)) return false;
    blank = !plain;
  }
  return !blank;
}
const SPACE = 32;
export const fold = (atom: string): string =>
  isPlainWord(atom)
    ? atom.toLowerCase()
    : atom
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}+/gu, '');

/** The atoms of a word: "U.S." → ["u", "s"]. */
export const atomsOf = (word: string): string[] => writtenAtoms(word).map(fold);

export function beginsCapital(atom: string): boolean {
  const c = atom.charCodeAt(0);
  return c < NO_ASCII ? isCapital(c) : /^\p{Lu}/u.test(atom);
}

/** Looks no further than it must: tables have ten thousand terms. */
export function firstAtom(term: string): string | undefined {
  let end = 0;
  while (end < term.length && isPlain(codeAt(term, end))) end++;
  if (end > 0 && (end === term.length || codeAt(term, end) < NO_ASCII)) return term.slice(0, end).toLowerCase();
  const [atom] = writtenAtoms(term);
  return atom === undefined ? undefined : fold(atom);
}

/** `wordHash` of a token's first atom, made without the atom where the token is ASCII; some hash where there is none. */
export function firstHash(form: string, lower: string): number {
  let from = -1;
  const { length } = lower;
  let to = length;
  for (let k = 0; k < length; k++) {
    const c = codeAt(lower, k);
    if (!isSimple(c)) return wordHash(atomsOf(form)[0] ?? '');
    if (isPlain(c)) {
      if (from < 0) from = k;
    } else if (from >= 0 && to > k) to = k;
  }
  return wordHash(lower, Math.max(from, 0), to);
}

/** `wordHash` of a term's second atom; undefined where it has one only. */
export function secondHash(term: string): number | undefined {
  let atoms = 0;
  let from = -1;
  for (let k = 0; k < term.length; k++) {
    const c = codeAt(term, k);
    if (!isSimple(c)) {
      const [, second] = atomsOf(term);
      return second === undefined ? undefined : wordHash(second);
    }
    if (isPlain(c)) {
      if (from >= 0) continue;
      from = k;
      atoms++;
    } else if (from >= 0) {
      if (atoms === 2) return wordHash(term, from, k);
      from = -1;
    }
  }
  return atoms === 2 ? wordHash(term, from) : undefined;
}
