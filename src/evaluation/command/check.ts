/** `npm run check:corpus`: checks every annotation file of the corpus, says what is wrong, and ends with 1 if anything is. */

import { checkFolder } from '../checkFolder.ts';
import { corpusFolders } from '../folders.ts';

let files = 0;
const problems: string[] = [];
for (const { folder, textFolder } of corpusFolders(process.env.SITREP_ARTICLES)) {
  const checked = checkFolder(folder, textFolder);
  files += checked.files;
  problems.push(...checked.problems);
  if (checked.withoutText)
    process.stdout.write(`${folder}: ${checked.withoutText} texts not found, offsets unchecked\n`);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`${files} files, ${problems.length} problems\n`);
if (problems.length || !files) process.exitCode = 1;
