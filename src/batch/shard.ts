/** Parts of an archive for several machines: each document belongs to one, by its id alone. */
import { createHash } from 'node:crypto';
import type { Shard } from './kind.ts';

/** The first four bytes of the id's SHA-256, as a number, modulo the number of parts. */
export const inShard = (id: string, { part, of }: Shard): boolean =>
  createHash('sha256').update(id).digest().readUInt32BE(0) % of === part - 1;
