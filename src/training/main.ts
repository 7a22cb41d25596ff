/**
 * Trains models and writes them with their cards:
 * `node dist/training/main.js clusters|tagger|lemma|parser|mention|all --data ../shared/train
 * [--gold FILE.jsonl …] [--everything] [--date 2026-01-31] [--out src/model]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { card } from './card.ts';
import { clusters } from './clusters.ts';
import { lemma } from './lemma.ts';
import { mention } from './mentionModel.ts';
import { parser } from './parser.ts';
import { tagger } from './tagger.ts';
import type { Training } from './training.ts';

/** In the order in which they need each other. */
const TRAININGS: readonly Training[] = [clusters, tagger, lemma, parser, mention];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '../shared/train' },
    out: { type: 'string', default: 'src/model' },
    date: { type: 'string', default: 'unknown' },
    gold: { type: 'string', multiple: true, default: [] },
    everything: { type: 'boolean', default: false },
  },
});
const wanted = positionals[0] ?? '';
const chosen = TRAININGS.filter(({ name }) => wanted === 'all' || wanted === name);
if (!chosen.length) {
  console.error(`expected all or one of ${TRAININGS.map((t) => t.name).join(', ')}, got "${wanted}"`);
  process.exit(2);
}
for (const training of chosen) {
  const { bytes, scores } = training.run({
    data: values.data,
    everything: values.everything,
    gold: values.gold,
    models: (file) => readFileSync(join(values.out, file)),
    log: (line) => console.log(`${training.name}: ${line}`),
  });
  writeFileSync(join(values.out, training.file), bytes);
  const command = `node dist/training/main.js ${training.name}${values.everything ? ' --everything' : ''}`;
  writeFileSync(
    join(values.out, training.file.replace(/\.bin$/, '.md')),
    card({ training, scores, bytes: bytes.length, command, date: values.date }),
  );
  console.log(`${training.name}: ${bytes.length} bytes\n${scores.map((line) => `  ${line}`).join('\n')}`);
}
