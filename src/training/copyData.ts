/** Build step, run in the project's root: copies the data folders beside the compiled code, and lists their files for hosts that must pass them in. */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';

const dist = new URL('../', import.meta.url);
const names: string[] = [];
for (const folder of ['lexicon', 'model']) {
  cpSync(`src/${folder}`, new URL(folder, dist), { recursive: true });
  for (const file of readdirSync(`src/${folder}`).sort()) if (!file.endsWith('.md')) names.push(`${folder}/${file}`);
}
writeFileSync(new URL('assets.json', dist), `${JSON.stringify(names, null, 2)}\n`);
