/**
 * `node dist/evaluation/command/articles.js GOLD.jsonl ARTICLES OUT`: the standoff files of the five articles. Offsets,
 * types and values come from the gold file; of the texts only the file's name and hash are kept, and of entities' names
 * the proper ones, which are facts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotatedDocument, AnnotatedRelation } from '../annotation.ts';
import { formatCorpusFile, sha256 } from '../corpusFile.ts';
import { readText } from '../readCorpus.ts';
import { inTextOrder } from '../textOrder.ts';

const [gold, articles, out] = process.argv.slice(2);
const files = readdirSync(articles);
for (const line of readFileSync(gold, 'utf8').split('\n').filter(Boolean)) {
  const { id, text, date, ...annotation } = JSON.parse(line) as AnnotatedDocument;
  const file = files.find((name) => name.startsWith(id));
  if (file === undefined) throw new Error(`${articles}: expected a text of ${id}`);
  if (readText(join(articles, file)) !== text) throw new Error(`${file}: expected the text of ${id}, got another`);
  const relations = annotation.relations.map((r, i): AnnotatedRelation => ({ id: `r${i + 1}`, ...r }));
  const named = new Set(annotation.mentions.filter((m) => m.level === 'name').map((m) => m.entity));
  const entities = annotation.entities.map(({ name, ...e }) => (named.has(e.id) && name ? { ...e, name } : e));
  const sorted = inTextOrder({ ...annotation, entities, relations });
  writeFileSync(
    join(out, `${id}.json`),
    formatCorpusFile({ id, text: { file, sha256: sha256(text) }, date, ...sorted }),
  );
}
