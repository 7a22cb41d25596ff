/** Reads a corpus from the disk: annotation files, each with the text that it names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AnnotatedDocument } from './annotation.ts';
import { type CorpusFile, sha256 } from './corpusFile.ts';

export interface Corpus {
  /** Sorted by file name. */
  readonly documents: readonly AnnotatedDocument[];
  /** Annotation files whose text was not found. */
  readonly withoutText: readonly string[];
}

const DATA = /\.json$/;

/** The annotation files of a folder, sorted by name; none when there is no such folder. */
export const annotationFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => DATA.test(file))
        .sort()
        .map((file) => join(folder, file))
    : [];

/** A text as the annotator saw it: every character counts, a byte order mark too. */
export const readText = (path: string): string => readFileSync(path, 'utf8');

/**
 * The annotated documents of a folder.
 *
 * @param folder holds `NAME.json`
 * @param textFolder holds the texts they name; the same folder when left out. A text that isn't there is reported, not thrown.
 * @throws Error when a text isn't the one that was annotated (its SHA-256 differs)
 */
export function readCorpus(folder: string, textFolder: string | undefined = folder): Corpus {
  const documents: AnnotatedDocument[] = [];
  const withoutText: string[] = [];
  for (const path of annotationFiles(folder)) {
    const { text, source, ...annotation } = JSON.parse(readFileSync(path, 'utf8')) as CorpusFile;
    const textPath = join(textFolder, basename(text.file));
    if (!existsSync(textPath)) {
      withoutText.push(path);
      continue;
    }
    const content = readText(textPath);
    const found = sha256(content);
    if (found !== text.sha256)
      throw new Error(`${textPath}: expected SHA-256 ${text.sha256} as in ${path}, got ${found}`);
    documents.push({ ...annotation, text: content, source: source ?? null });
  }
  return { documents, withoutText };
}
