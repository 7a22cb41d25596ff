/** The texts that the scripts beside this one time: the dispatches of the corpus. */
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../corpus/dispatch/', import.meta.url);
export const dispatches = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
