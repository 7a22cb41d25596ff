/** `sitrep/batch`: archives in, streams of records out. For Node. */
export { type BatchOptions, extractAll } from './extractAll.ts';
export type { FieldNames, Shard } from './kind.ts';
export type { ReadOptions, WorkOptions } from './options.ts';
export { readDocuments } from './read/index.ts';
export { NoSource } from './read/sources.ts';
export type { BatchDocument, BatchError, BatchInput, BatchRecord, Reason, Unread } from './record.ts';
export { openWorkers, type Workers } from './workers.ts';
