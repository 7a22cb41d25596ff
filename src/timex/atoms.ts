/**
 * A text as atoms: words, runs of digits, single signs. Rules read atoms instead of tokens because a token may hold half an
 * expression or several ("mid-October", "7:30pm", "11-13"), and tokenizers differ in where they cut.
 */
import { codeAt } from '../document/codeAt.ts';
import { codeTable } from '../document/codeTable.ts';
import { BREAK, DECIMAL, DIGITS, GROUPED, hashStep, OTHER, type Vocabulary } from './vocabulary.ts';

export interface Atoms {
  text: string;
  length: number;
  start: Int32Array;
  end: Int32Array;
  /** The vocabulary's number of the word or sign, or one of its reserved numbers. */
  id: Int32Array;
}

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const SIGN = 4;
const KINDS = codeTable(LETTER, [
  [SIGN, 0, 0xbf],
  [SPACE, 0, 32],
  [DIGIT, 48, 57],
  [LETTER, 65, 90],
  [LETTER, 97, 122],
  [SPACE, 127, 127],
  [SPACE, 0xa0, 0xa0],
  [SPACE, 0x2000, 0x200f],
  [SIGN, 0x2010, 0x2bff],
  [SPACE, 0x3000, 0x3000],
  [SIGN, 0x3001, 0x303f],
  [SPACE, 0xfeff, 0xfeff],
]);
const kindOf = (code: number): number => KINDS[code];
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function grow(atoms: Atoms): void {
  for (const column of ['start', 'end', 'id'] as const) {
    const wider = new Int32Array(atoms[column].length * 2);
    wider.set(atoms[column]);
    atoms[column] = wider;
  }
}
function push(atoms: Atoms, start: number, end: number, id: number): void {
  const n = atoms.length++;
  if (n === atoms.start.length) grow(atoms);
  atoms.start[n] = start;
  atoms.end[n] = end;
  atoms.id[n] = id;
}

/** Typographic signs read as the plain ones that rules are written with. */
const PLAIN: Readonly<Record<number, string>> = {
  8208: '-',
  8209: '-',
  8210: '-',
  8211: '-',
  8722: '-',
  8216: "'",
  8217: "'",
  180: "'",
};
const FRACTIONS: Readonly<Record<number, string>> = { 189: '½', 188: '¼', 190: '¾' };

/** Where a number's digits end; "1,500" and "7.62" are one number, "Nov. 1,2009" two. */
function numberAt(text: string, from: number): { end: number; id: number } {
  let end = from;
  while (isDigit(text.charCodeAt(end))) end++;
  let id = DIGITS;
  if (text.charCodeAt(end) === 44) {
    while (text.charCodeAt(end) === 44 && isThousand(text, end + 1)) {
      end += 4;
      id = GROUPED;
    }
  }
  while (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) {
    id = DECIMAL;
    for (end++; isDigit(text.charCodeAt(end)); ) end++;
  }
  return { end, id };
}
const isThousand = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) &&
  isDigit(text.charCodeAt(at + 1)) &&
  isDigit(text.charCodeAt(at + 2)) &&
  !isDigit(text.charCodeAt(at + 3));

/** Room for the atoms of one text after the other. */
export const emptyAtoms = (): Atoms => ({
  text: '',
  length: 0,
  start: new Int32Array(ROOM),
  end: new Int32Array(ROOM),
  id: new Int32Array(ROOM),
});
const ROOM = 1024;

/** Fills `atoms` with those of a text. */
export function readAtoms(text: string, vocabulary: Vocabulary, atoms: Atoms): Atoms {
  atoms.text = text;
  atoms.length = 0;
  for (let i = 0; i < text.length; ) {
    const code = codeAt(text, i);
    const kind = kindOf(code);
    if (kind === SPACE) i = spaceFrom(atoms, text, i);
    else if (kind === DIGIT) {
      const { end, id } = numberAt(text, i);
      push(atoms, i, end, id);
      i = end;
    } else if (kind === SIGN) {
      push(atoms, i, i + 1, code < 128 ? vocabulary.signs[code] : vocabulary.find(...sign(code), 0, 1));
      i++;
    } else i = wordFrom(atoms, text, i, vocabulary);
  }
  return atoms;
}

function sign(code: number): [number, string] {
  const plain = PLAIN[code] ?? FRACTIONS[code] ?? '\0';
  return [plain.charCodeAt(0), plain];
}
function spaceFrom(atoms: Atoms, text: string, from: number): number {
  let lines = 0;
  let i = from;
  for (; i < text.length; i++) {
    const code = codeAt(text, i);
    if (kindOf(code) !== SPACE) break;
    if (code === 10) lines++;
  }
  if (lines > 1) push(atoms, from, i, BREAK);
  return i;
}

const zoned = (code: number): boolean => code === 90 || code === 122;

/** A run of letters; with digits behind them ("M16", "S300") it is no word, save "Q3", "H1", "FY2015". */
function wordFrom(
  atoms: Atoms,
  text: string,
  from: number,
  vocabulary: Vocabulary,
  inNumber = isDigit(text.charCodeAt(from - 1)),
): number {
  let hash = 0;
  let i = from;
  for (; i < text.length; i++) {
    const code = codeAt(text, i);
    if (kindOf(code) !== LETTER) break;
    hash = hashStep(hash, code >= 65 && code <= 90 ? code + 32 : code);
  }
  const id = vocabulary.find(hash, text, from, i);
  if (!isDigit(text.charCodeAt(i)) || (id !== OTHER && inNumber)) {
    push(atoms, from, i, id);
    return i;
  }
  if (id === OTHER && i - from === 4 && inNumber && zoned(text.charCodeAt(from))) {
    // "221430ZAPR24"
    push(atoms, from, from + 1, vocabulary.find(122, 'z', 0, 1));
    return wordFrom(atoms, text, from + 1, vocabulary, true);
  }
  const prefix = vocabulary.words[id];
  if (id === OTHER || !(prefix === 'q' || prefix === 'h' || prefix === 'fy' || prefix === 'cy')) {
    while (i < text.length && (isDigit(text.charCodeAt(i)) || kindOf(text.charCodeAt(i)) === LETTER)) i++;
    push(atoms, from, i, OTHER);
    return i;
  }
  push(atoms, from, i, id);
  return i;
}
