/** What is timed: the dispatches of the corpus, and the built library (vitest's own transformation of modules would slow ours alone). */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const folder = new URL('../../corpus/dispatch/', import.meta.url);
export const texts: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
export const date = '2024-01-15';

/** A module of `dist` (`npm run build` first). */
const load = createRequire(import.meta.url);
export const built = <T>(path: string): T => load(`../../dist/${path}`) as T;

/** The whole pipeline is much code: it takes some seconds until the engine has compiled all of it, as in any archive. */
export const OPTIONS = { time: 3000, warmupTime: 6000 };
