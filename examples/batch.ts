/** Many files, one document a line: run as `node examples/batch.ts FOLDER > documents.jsonl`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from 'sitrep';

const folder = process.argv[2] ?? import.meta.dirname;
for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.txt')) continue;
  const document = extract(readFileSync(join(folder, name), 'utf8'), { date: '2025-03-12' });
  console.log(JSON.stringify({ id: name, ...document }));
}
