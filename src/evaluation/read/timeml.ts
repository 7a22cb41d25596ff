/** TimeML (TimeBank, TempEval-3): TIMEX3 elements as dates with their values; the document's creation time as its date. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import sax from 'sax';
import type { AnnotatedDocument, AnnotatedEntity, AnnotatedMention, Scope } from '../annotation.ts';
import { renumbered } from './build.ts';
import { FormatError } from './formatError.ts';
import { unreadable } from './lines.ts';

interface Timex {
  readonly attributes: Readonly<Record<string, string>>;
  /** Undefined outside of the text, as in DCT. */
  readonly start: number | undefined;
  end: number;
}
const CREATION = new Set(['CREATION_TIME', 'PUBLICATION_TIME']);
const DAY = /^\d{4}-\d\d-\d\d/;
const SCOPE: Scope = { layers: ['mentions'], types: ['date'], properties: ['kind', 'date'] };
const KINDS = ['date', 'time', 'duration', 'set'];

/** The text of the element TEXT, or of the whole where there is none, and the TIMEX3 elements. */
function parse(xml: string, file: string): { text: string; timexes: readonly Timex[] } {
  const parser = sax.parser(true, { position: true });
  const hasText = /<TEXT[\s>]/.test(xml);
  const open: Timex[] = [];
  const timexes: Timex[] = [];
  let inside = hasText ? 0 : 1;
  let text = '';
  parser.onopentag = ({ name, attributes }) => {
    if (name === 'TEXT') inside++;
    if (name !== 'TIMEX3') return;
    const timex = { attributes: attributes as Record<string, string>, start: inside ? text.length : undefined, end: 0 };
    open.push(timex);
    timexes.push(timex);
  };
  parser.onclosetag = (name) => {
    if (name === 'TEXT') inside--;
    const timex = name === 'TIMEX3' ? open.pop() : undefined;
    if (timex) timex.end = text.length;
  };
  parser.ontext = (words) => {
    if (inside) text += words;
  };
  parser.oncdata = parser.ontext;
  parser.onerror = (error) => {
    throw new FormatError(
      { file, line: parser.line + 1 },
      `expected well-formed XML, got: ${error.message.split('\n')[0]}`,
    );
  };
  parser.write(xml).close();
  return { text, timexes };
}

const dateOf = ({ attributes: { value, mod } }: Timex, id: string, kind: string): AnnotatedEntity => ({
  id,
  type: 'date',
  kind,
  ...(value ? { value } : {}),
  ...(mod ? { mod } : {}),
});

/** An annotated text from TimeML. Only dates are annotated. @throws FormatError that names file and line */
export function parseTimeml(xml: string, id: string, file: string): AnnotatedDocument {
  const { text, timexes } = parse(xml.replace(/^\ufeff/, ''), file);
  const creation = timexes.find(({ attributes }) => CREATION.has(attributes.functionInDocument));
  const mentions: AnnotatedMention[] = [];
  const entities: AnnotatedEntity[] = [];
  for (const [i, timex] of timexes.entries()) {
    if (timex.start === undefined) continue;
    // White space at the edges belongs to no expression.
    const words = text.slice(timex.start, timex.end);
    const [start, end] = [timex.start + words.length - words.trimStart().length, timex.start + words.trimEnd().length];
    if (end <= start) continue;
    const lower = (timex.attributes.type ?? 'date').toLowerCase();
    const kind = KINDS.includes(lower) ? lower : 'date';
    mentions.push({ id: `t${i}`, start, end, type: 'date', kind, level: 'nominal', entity: `t${i}` });
    entities.push({ ...dateOf(timex, `t${i}`, kind), name: text.slice(start, end) });
  }
  const value = creation?.attributes.value ?? '';
  const date = DAY.test(value) ? value.slice(0, 10) : null;
  const annotation = renumbered({ mentions, entities, relations: [], events: [] });
  return { id, text, date, source: null, scope: SCOPE, ...annotation };
}

/** @throws FormatError that names file and line */
export async function* readTimeml(file: string): AsyncGenerator<AnnotatedDocument> {
  let xml: string;
  try {
    xml = await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
  yield parseTimeml(xml, basename(file).replace(/\.[^.]*$/, ''), file);
}
