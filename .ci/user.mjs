// Run in a folder where the packed package is installed: the package works as a user meets it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extract } from 'sitrep';
import { extractAll, readDocuments } from 'sitrep/batch';

const text = readFileSync('dispatch.txt', 'utf8');
const document = extract(text, { date: '2025-03-12', source: 'Erbil' });
assert.equal(document.text, text);
for (const layer of ['sentences', 'tokens', 'mentions', 'entities', 'relations', 'events'])
  assert.ok(document[layer].length > 0, `the packed package found no ${layer}`);
assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
for await (const record of extractAll(readDocuments(['dispatch.txt']), {
  workers: 1,
  date: '2025-03-12',
  source: 'Erbil',
}))
  assert.deepEqual(record.document, document);
console.log(
  `${document.entities.length} entities, ${document.relations.length} relations, ${document.events.length} events`,
);
