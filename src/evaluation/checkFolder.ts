/** Checks all annotation files of a folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCorpusFile } from './check/index.ts';
import { annotationFiles, readText } from './readCorpus.ts';

export interface CheckedFolder {
  readonly files: number;
  readonly problems: readonly string[];
  /** Files whose text was not found. */
  readonly withoutText: number;
}

/** The text that a file names, if it can be read at all; what is wrong with the file is the checker's to say. */
function textOf(json: string, folder: string): string | undefined {
  const name = /"file":\s*"([^"/\\]+)"/.exec(json)?.[1];
  const path = name === undefined ? undefined : join(folder, name);
  return path !== undefined && existsSync(path) ? readText(path) : undefined;
}

export function checkFolder(folder: string, textFolder: string = folder): CheckedFolder {
  const problems: string[] = [];
  let withoutText = 0;
  const paths = annotationFiles(folder);
  for (const path of paths) {
    const json = readFileSync(path, 'utf8');
    const text = textOf(json, textFolder);
    if (text === undefined) withoutText++;
    problems.push(...checkCorpusFile(path, json, text));
  }
  return { files: paths.length, problems, withoutText };
}
