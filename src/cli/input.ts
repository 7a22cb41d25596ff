import { readFile } from 'node:fs/promises';
import { type ExtractOptions, extract } from '../index.ts';
import { Usage } from './command.ts';
import type { Host } from './terminal.ts';

/** What a person can mend: printed without a stack. */
export class Failure extends Error {}

/** The options of `extract` as the command line gives them. @throws Usage */
export function checkedOptions({ date, source }: { date?: string; source?: string }): ExtractOptions {
  try {
    // a person who gives a date means it: what the library only notes is a wrong call here
    if (date && !extract('', { date, source }).date)
      throw new Usage(`--date: expected an ISO 8601 date such as '2024-04-24', got '${date}'`);
  } catch (error) {
    throw new Usage((error as Error).message.replace('extract: options.', '--'));
  }
  return { date, source };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read',
};

async function standardInput({ input }: Host): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Reads a file, or standard input for `-`, as UTF-8. @throws Failure that names the file and says why */
export async function readText(name: string, host: Host): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = name === '-' ? await standardInput(host) : await readFile(name);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Failure(`${name}: ${REASONS[code] ?? message}`);
  }
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Failure(`${name}: is not UTF-8 text`);
  }
}
