/** Spans from tags of the BIO family: IOB1, IOB2, BIOES and BILOU. */
import { expected } from '../read/formatError.ts';
import type { Row } from './rows.ts';
import { formOf, type Word } from './words.ts';

const TAG = /^(?:O|([BIESLUM])-(.+))$/;
/** Where CoNLL-U's MISC column holds a tag. */
const KEYS = ['NE', 'NER', 'ner', 'Tag'];

export interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly row: Row;
}

/** A row's tag: in MISC, behind number and word, or in the last column. Undefined where CoNLL-U has none. */
function tagOf({ row, misc }: Word): string | undefined {
  const { columns } = row;
  if (columns.length === 10) return KEYS.map((key) => misc.get(key)).find((tag) => tag !== undefined);
  if (/^\d+$/.test(columns[0]) && columns.length > 2) return columns[2];
  return columns.length > 1 ? columns[columns.length - 1] : expected(row, 'a word and a tag', formOf(row));
}

/** @throws FormatError for a tag that is none */
export function spansOf(words: readonly Word[]): Labelled[] {
  const spans: Labelled[] = [];
  let open: Labelled | undefined;
  const close = (): void => {
    if (open) spans.push(open);
    open = undefined;
  };
  for (const word of words) {
    const tag = tagOf(word) ?? 'O';
    const [, prefix, label = ''] =
      TAG.exec(tag === '_' || tag === '' ? 'O' : tag) ?? expected(word.row, 'a tag such as B-PER, I-PER or O', tag);
    // "I-" goes on with what is open; elsewhere it begins (IOB1, and what tools have broken).
    if (word.first || prefix === undefined || 'BSU'.includes(prefix) || open?.label !== label) close();
    if (prefix === undefined) continue;
    open = { start: open?.start ?? word.start, end: word.end, label, row: word.row };
    if ('ESLU'.includes(prefix)) close();
  }
  close();
  return spans;
}

export const hasTags = (words: readonly Word[]): boolean => words.some((word) => tagOf(word) !== undefined);
