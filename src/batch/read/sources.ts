/** Which files are meant: names of files and folders, and patterns, as a list in one order. */
import { readdir, stat } from 'node:fs/promises';
import { extname, isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

export type Format = 'text' | 'jsonl' | 'csv' | 'html';
export interface Source {
  /** As it was named, with "/" between folders; "-" for standard input. */
  readonly name: string;
  readonly format: Format;
  readonly delimiter: string;
  readonly size: number;
}

const FORMATS: Readonly<Record<string, Format>> = {
  '': 'text',
  '.txt': 'text',
  '.text': 'text',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
};
const extensionOf = (name: string): string => extname(name.replace(/\.gz$/i, '')).toLowerCase();

/** A name that can't be read: a wrong call, not a broken document. */
export class NoSource extends Error {
  override name = 'NoSource';
}

const inOrder = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => name.replaceAll('\\', '/')))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** The files of a folder and of those inside it. Links are not followed: they may lead out of it, or around. */
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));

/** @throws NoSource */
async function named(input: string, from: Format | undefined): Promise<string[]> {
  const known = (name: string): boolean => from !== undefined || (extensionOf(name) || '.') in FORMATS;
  const found = await stat(input).catch(() => undefined);
  if (found?.isDirectory()) return inOrder((await filesIn(input)).filter(known));
  if (!found && isDynamicPattern(input)) {
    const matches = inOrder(
      await glob(input, { absolute: isAbsolute(input), expandDirectories: false, followSymbolicLinks: false }),
    );
    if (!matches.length) throw new NoSource(`${input}: no file matches`);
    return matches.filter((name) => known(name) || matches.length === 1);
  }
  if (!found) throw new NoSource(`${input}: no such file or folder`);
  if (!from && !(extensionOf(input) in FORMATS))
    throw new NoSource(`${input}: no reader for '${extensionOf(input)}'; name its format with --from`);
  return [input.replaceAll('\\', '/')];
}

/**
 * The files that the inputs name, each once. In a folder, files of known extensions (`.gz` behind them too), sorted by name; hidden ones are
 * left out.
 * @throws NoSource
 */
export async function sourcesOf(inputs: readonly string[], from: Format | undefined): Promise<Source[]> {
  const sources = new Map<string, Source>();
  for (const input of inputs) {
    if (input === '-') {
      sources.set(input, { name: input, format: from ?? 'jsonl', delimiter: ',', size: 0 });
      continue;
    }
    for (const name of await named(input, from)) {
      const extension = extensionOf(name);
      const { size } = await stat(name);
      const delimiter = extension === '.tsv' ? '\t' : ',';
      sources.set(name, { name, format: from ?? FORMATS[extension] ?? 'text', delimiter, size });
    }
  }
  return [...sources.values()];
}
