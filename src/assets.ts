/** The package's own data files, read from beside the code: for Node, where nothing is passed in. */
import { readFileSync } from 'node:fs';
import type { Assets } from './document/assets.ts';

export const packageAssets: Assets = (name) => readFileSync(new URL(`./${name}`, import.meta.url));
