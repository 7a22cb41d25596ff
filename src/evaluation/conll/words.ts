/** Words of a document with their characters, and its text: as the rows spell it, or as "# text" says. */

import { miscOf, readSpaces } from './misc.ts';
import type { Row, Rows, Sentence } from './rows.ts';

export interface Word {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
  readonly misc: ReadonlyMap<string, string>;
  /** The first word of a sentence: no span goes across. */
  readonly first: boolean;
}

const NUMBERED = /^\d+(?:[-.]\d+)?$/;
/** CoNLL-U: ten columns, the first a number. */
const isConllu = (row: Row): boolean => row.columns.length === 10 && NUMBERED.test(row.columns[0]);
export const formOf = ({ columns }: Row): string =>
  columns.length > 2 && NUMBERED.test(columns[0]) ? columns[1] : columns[0];

/** The rows that are words of the text: empty nodes (2.1) are not, and words inside of a contraction (3-4) share its characters. */
function surface(rows: readonly Row[]): { row: Row; inside: boolean }[] {
  let last = 0;
  return rows.flatMap((row) => {
    if (!isConllu(row)) return [{ row, inside: false }];
    const [id] = row.columns;
    if (id.includes('.')) return [];
    if (id.includes('-')) last = Number(id.split('-')[1]);
    return [{ row, inside: !id.includes('-') && Number(id) <= last }];
  });
}

function spacing(misc: ReadonlyMap<string, string>, last: boolean): string {
  const spaces = misc.get('SpacesAfter');
  if (spaces !== undefined) return readSpaces(spaces);
  return misc.get('SpaceAfter') === 'No' ? '' : last ? '\n' : ' ';
}

/** Where "# text" holds all words in order, it says what stands between them. */
function gapsOf(text: string | undefined, forms: readonly string[]): string[] | undefined {
  if (text === undefined) return undefined;
  const gaps: string[] = [];
  let at = 0;
  for (const form of forms) {
    const start = text.indexOf(form, at);
    if (start < 0) return undefined;
    gaps.push(text.slice(at, start));
    at = start + form.length;
  }
  return [...gaps, `${text.slice(at)}\n`];
}

function readSentence(sentence: Sentence): { text: string; words: Word[] } {
  const rows = surface(sentence.rows);
  const miscs = rows.map(({ row }) => (isConllu(row) ? miscOf(row.columns[9]) : new Map<string, string>()));
  const spaced = miscs.some((misc) => misc.has('SpaceAfter') || misc.has('SpacesAfter'));
  const forms = rows.filter(({ inside }) => !inside).map(({ row }) => formOf(row));
  const gaps = spaced ? undefined : gapsOf(sentence.comments.get('text'), forms);
  let text = gaps ? gaps[0] : readSpaces(miscs[0]?.get('SpacesBefore') ?? '');
  const words: Word[] = [];
  let nth = 0;
  for (const [i, { row, inside }] of rows.entries()) {
    const around = words.at(-1);
    const start = inside && around ? around.start : text.length;
    const end = inside && around ? around.end : start + formOf(row).length;
    words.push({ row, start, end, misc: miscs[i], first: i === 0 });
    if (inside) continue;
    nth++;
    text += formOf(row) + (gaps ? gaps[nth] : spacing(miscs[i], nth === forms.length));
  }
  return { text, words };
}

export function readWords({ sentences }: Rows): { text: string; words: Word[] } {
  const words: Word[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const sentence of sentences) {
    const read = readSentence(sentence);
    for (const word of read.words) words.push({ ...word, start: word.start + length, end: word.end + length });
    parts.push(read.text);
    length += read.text.length;
  }
  return { text: parts.join(''), words };
}
