/** An archive through worker threads, one record a line: run as `node examples/batch.ts FOLDER > records.jsonl`. */
import { extractAll, readDocuments } from 'sitrep/batch';

const folder = process.argv[2] ?? import.meta.dirname;
for await (const record of extractAll(readDocuments([folder]), { workers: 2, timeout: 30, date: '2025-03-12' })) {
  if (record.error) console.error(`${record.id}: ${record.error.message}`);
  console.log(JSON.stringify(record));
}
