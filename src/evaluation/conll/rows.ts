/** Rows of column files (CoNLL-U, CoNLL 2003, BIO), by document and sentence. */
import type { Line } from '../read/lines.ts';

export interface Sentence {
  /** From comments, "# text = …" → "text" → "…". */
  readonly comments: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
}
export interface Row extends Line {
  readonly columns: readonly string[];
}
export interface Rows {
  /** Undefined where the file doesn't name its documents. */
  readonly id: string | undefined;
  readonly sentences: readonly Sentence[];
}

const COMMENT = /^#\s*([^=]*?)\s*(?:=\s*(.*))?$/;
const NEW = new Set(['newdoc', 'newdoc id']);

/** A tab parts columns; where there is none in a row, blanks do. */
const columnsOf = (text: string): string[] => (text.includes('\t') ? text.split('\t') : text.trim().split(/\s+/));

/** One document after the other; comments that begin with "global." hold for all that follow. */
export async function* documentsOf(
  lines: AsyncIterable<Line>,
): AsyncGenerator<Rows & { globals: Map<string, string> }> {
  const globals = new Map<string, string>();
  let id: string | undefined;
  let sentences: Sentence[] = [];
  let comments = new Map<string, string>();
  let rows: Row[] = [];
  const endSentence = (): void => {
    if (rows.length) sentences.push({ comments, rows });
    if (rows.length) comments = new Map();
    rows = [];
  };
  const endDocument = (): (Rows & { globals: Map<string, string> })[] => {
    endSentence();
    const done = sentences.length ? [{ id, sentences, globals: new Map(globals) }] : [];
    sentences = [];
    return done;
  };
  for await (const line of lines) {
    const { text } = line;
    if (!text.trim()) endSentence();
    else if (text.startsWith('-DOCSTART-')) {
      yield* endDocument();
      id = undefined;
    } else if (text.startsWith('#') && !text.startsWith('#\t')) {
      const [, key, value = ''] = COMMENT.exec(text) ?? ['', ''];
      if (key.startsWith('global.')) globals.set(key, value);
      else if (NEW.has(key)) {
        yield* endDocument();
        comments = new Map();
        id = value || undefined;
      } else comments.set(key, value);
    } else rows.push({ ...line, columns: columnsOf(text) });
  }
  yield* endDocument();
}
