/**
 * Counts how often each rule of the relation and event stages was right, over the corpus, over further annotated texts
 * (JSON Lines in the schema's form) and, for events, over the case files, and writes the tables that rules take their
 * confidence from. To be run again whenever rules, models or annotations have changed; it takes some seconds.
 *
 *   SITREP_ARTICLES=… node dist/evaluation/command/confidence.js [--gold FILE.jsonl,FILE.jsonl] [--cases tests/event] [--out src/lexicon]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extract } from '../../index.ts';
import type { AnnotatedDocument } from '../annotation.ts';
import { corpusFolders } from '../folders.ts';
import { type EventCase, readCases } from '../readCases.ts';
import { readCorpus } from '../readCorpus.ts';
import { countCaseRules, countEventRules, countRelationRules, type RuleCounts } from '../ruleCounts.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: '' },
    cases: { type: 'string', default: 'tests/event' },
    out: { type: 'string', default: 'src/lexicon' },
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
const cases: EventCase[] = readdirSync(values.cases)
  .filter((file) => file.endsWith('.cases'))
  .sort()
  .flatMap((file) => readCases(readFileSync(join(values.cases, file), 'utf8')));

const relations: RuleCounts = new Map();
const events: RuleCounts = new Map();
for (const gold of [...corpus, ...further]) {
  const { text, date, source } = gold;
  const found = extract(text, { ...(date ? { date } : {}), ...(source ? { source } : {}) });
  countRelationRules(relations, gold, found);
  countEventRules(events, gold, found);
}
for (const one of cases) countCaseRules(events, one, extract(one.text));

function write(layer: string, over: string, counts: RuleCounts): void {
  const rows = [...counts.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
  const lines = [
    `# How often each rule of the ${layer} stage was right, of how often it fired: its confidence is (right + 1) / (fired + 2).`,
    `# Made by \`node dist/evaluation/command/confidence.js\`, over ${over}. Licence: MIT.`,
    'rule\tright\tfired',
    ...rows.map(({ rule, right, fired }) => `${rule}\t${right}\t${fired}`),
  ];
  writeFileSync(join(values.out, `${layer}-confidence.tsv`), `${lines.join('\n')}\n`);
  process.stdout.write(
    `${layer}: ${rows.length} rules, ${rows.filter(({ fired }) => fired >= 5).length} with confidence\n`,
  );
}
process.stdout.write(`${corpus.length + further.length} texts, ${cases.length} cases\n`);
write('relation', 'the corpus and development gold in the schema', relations);
write('event', "the corpus, development gold in the schema and the tests' cases", events);
