/** `node dist/evaluation/command/notate.js FOLDER ID [TEXT-FOLDER] > ID.ann`: a corpus file in the authoring notation, to edit. */

import { writeNotation } from '../notation/write.ts';
import { readCorpus } from '../readCorpus.ts';

const [folder, id, textFolder] = process.argv.slice(2);
if (folder === undefined || id === undefined) {
  process.stderr.write('usage: notate FOLDER ID [TEXT-FOLDER]\n');
  process.exitCode = 2;
} else {
  const document = readCorpus(folder, textFolder).documents.find((d) => d.id === id);
  if (!document) throw new Error(`${folder}: expected an annotation ${id} with its text`);
  process.stdout.write(writeNotation(document));
}
