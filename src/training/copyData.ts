/** Build step, run in the project's root: copies the data folders beside the compiled code. */
import { cpSync } from 'node:fs';

for (const folder of ['lexicon', 'model'])
  cpSync(`src/${folder}`, new URL(`../${folder}`, import.meta.url), { recursive: true });
