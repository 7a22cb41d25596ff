/**
 * Counts how often each rule of the relation stage was right, over the corpus and over further annotated texts (JSON
 * Lines in the schema's form), and writes the table that rules take their confidence from:
 *
 *   node dist/evaluation/command/confidence.js [--gold FILE.jsonl,FILE.jsonl] [--out src/lexicon/relation-confidence.tsv]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extract } from '../../index.ts';
import type { AnnotatedDocument } from '../annotation.ts';
import { corpusFolders } from '../folders.ts';
import { readCorpus } from '../readCorpus.ts';
import { countRules, type RuleCount } from '../ruleCounts.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: '' },
    out: { type: 'string', default: 'src/lexicon/relation-confidence.tsv' },
  },
});
const corpus = corpusFolders(process.env.SITREP_ARTICLES)
  .filter(({ folder }) => !folder.endsWith('second'))
  .flatMap(({ folder, textFolder }) => readCorpus(folder, textFolder).documents);
const further = values.gold
  .split(',')
  .filter(Boolean)
  .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line) as AnnotatedDocument);

const counts = new Map<string, RuleCount>();
for (const gold of [...corpus, ...further])
  countRules(counts, gold, extract(gold.text, gold.date ? { date: gold.date } : {}));
const rows = [...counts.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
const head = [
  '# How often each rule of the relation stage was right, of how often it fired: its confidence is (right + 1) / (fired + 2).',
  '# Made by `node dist/evaluation/command/confidence.js`, over the corpus and development gold in the schema. Licence: MIT.',
  'rule\tright\tfired',
];
const lines = rows.map(({ rule, right, fired }) => `${rule}\t${right}\t${fired}`);
writeFileSync(values.out, `${[...head, ...lines].join('\n')}\n`);
process.stdout.write(`${corpus.length + further.length} texts, ${rows.length} rules\n`);
