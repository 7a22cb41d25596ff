/**
 * `node dist/evaluation/command/annotate.js NAME.ann --date 1983-08-10 [--source NAME] > NAME.json` turns the authoring
 * notation into a corpus file for `NAME.txt`; with `--text` it prints the plain text instead.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { formatCorpusFile, sha256 } from '../corpusFile.ts';
import { readNotation } from '../notation/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: 'string' }, source: { type: 'string' }, text: { type: 'boolean' } },
});
const [path] = positionals;
if (positionals.length !== 1) {
  process.stderr.write('usage: annotate NAME.ann [--date YYYY-MM-DD] [--source NAME] | --text\n');
  process.exitCode = 2;
} else {
  const { text, annotation } = readNotation(readFileSync(path, 'utf8'));
  const id = basename(path, '.ann');
  const file = {
    id,
    text: { file: `${id}.txt`, sha256: sha256(text) },
    date: values.date ?? null,
    ...(values.source === undefined ? {} : { source: values.source }),
    ...annotation,
  };
  process.stdout.write(values.text ? text : formatCorpusFile(file));
}
