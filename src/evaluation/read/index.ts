/** Annotated texts from files of any format that is known, one document after the other. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AnnotatedDocument } from '../annotation.ts';
import { type CorpusFile, sha256 } from '../corpusFile.ts';
import { readBrat } from './brat.ts';
import { readConll } from './conll.ts';
import { documentOf } from './document.ts';
import { expected, FormatError } from './formatError.ts';
import { readJsonl } from './jsonl.ts';
import type { Labels } from './labels.ts';
import { unreadable } from './lines.ts';
import { readTimeml } from './timeml.ts';

export const FORMATS = ['jsonl', 'corpus', 'brat', 'conll', 'timeml'] as const;
export type AnnotationFormat = (typeof FORMATS)[number];

export interface ReadOptions {
  /** Left out: told by the file's name. */
  readonly format?: AnnotationFormat;
  /** Other names of entity types: of a corpus, `{ PER: 'person', MISC: null }`; null leaves its mentions out. */
  readonly labels?: Labels;
  /** Where texts stand that corpus files and brat name; beside the annotations when left out. */
  readonly texts?: string;
}

const ENDINGS: readonly [RegExp, AnnotationFormat][] = [
  [/\.(?:jsonl|ndjson)(?:\.gz)?$/i, 'jsonl'],
  [/\.json$/i, 'corpus'],
  [/\.ann$/i, 'brat'],
  [/\.(?:conllu|conll|conll03|bio|iob|iob2|bioes|bilou)(?:\.gz)?$/i, 'conll'],
  [/\.(?:tml|timeml|xml)$/i, 'timeml'],
];
const formatOf = (path: string): AnnotationFormat | undefined => ENDINGS.find(([ending]) => ending.test(path))?.[1];

/** Every character counts, a byte order mark too. */
async function textOf(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError) throw new FormatError({ file }, 'expected UTF-8 text, got other bytes');
    throw unreadable(file, error);
  }
}

/** A corpus file with the text that it names. */
async function* readCorpusFile(file: string, texts: string): AsyncGenerator<AnnotatedDocument> {
  const json = (await textOf(file)).replace(/^\ufeff/, '');
  let value: CorpusFile;
  try {
    value = JSON.parse(json) as CorpusFile;
  } catch (error) {
    expected({ file }, 'JSON', (error as Error).message);
  }
  const reference = value?.text as CorpusFile['text'] | string | undefined;
  if (typeof reference === 'string') yield documentOf(value, { file });
  else if (!reference?.file) expected({ file }, 'text to be a string, or to name a file', reference);
  else {
    const path = join(texts, basename(reference.file));
    const text = await textOf(path);
    const hash = sha256(text);
    if (reference.sha256 !== undefined && hash !== reference.sha256)
      throw new FormatError({ file: path }, `expected the text of ${file}, SHA-256 ${reference.sha256}, got ${hash}`);
    yield documentOf({ ...value, text }, { file });
  }
}

async function* readBratFile(file: string, texts: string, labels: Labels): AsyncGenerator<AnnotatedDocument> {
  const id = basename(file).replace(/\.ann$/i, '');
  const text = await textOf(join(texts, `${id}.txt`));
  yield readBrat({ id, text, annotations: await textOf(file), file, labels });
}

async function* readFileOf(
  path: string,
  { format, labels = {}, texts }: ReadOptions,
): AsyncGenerator<AnnotatedDocument> {
  const known =
    format ?? formatOf(path) ?? expected({ file: path }, `one of the formats ${FORMATS.join(', ')}`, basename(path));
  const folder = texts ?? dirname(path);
  if (known === 'jsonl') yield* readJsonl(path);
  else if (known === 'corpus') yield* readCorpusFile(path, folder);
  else if (known === 'brat') yield* readBratFile(path, folder, labels);
  else if (known === 'conll') yield* readConll(path, labels);
  else yield* readTimeml(path);
}

/** The files of a folder that hold annotations, sorted by name. */
async function filesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => formatOf(name) !== undefined).sort();
  if (!names.length) expected({ file: folder }, 'a folder with annotation files', 'none');
  return names.map((name) => join(folder, name));
}

/**
 * The annotated documents of a file, or of all annotation files in a folder: JSON Lines in the schema's form (`.jsonl`,
 * also gzipped), corpus files with their texts (`.json`), brat standoff (`.ann` beside `.txt`), CoNLL-U and columns with BIO
 * tags (`.conllu`, `.conll`, `.bio`, `.iob2`), TimeML (`.tml`). JSON Lines and columns are streamed.
 *
 * @throws FormatError "FILE:LINE: expected …, got …"
 */
export async function* readAnnotations(path: string, options: ReadOptions = {}): AsyncGenerator<AnnotatedDocument> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
  for (const file of isFolder ? await filesIn(path) : [path]) yield* readFileOf(file, options);
}
