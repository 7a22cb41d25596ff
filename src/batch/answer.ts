/** One document in, its line out: what each worker thread does, and the main thread where there are none. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail } from '../document/check.ts';
import { createExtractor, type Extractor } from '../index.ts';
import type { WorkSettings } from './options.ts';
import { type BatchDocument, type BatchError, type BatchRecord, json } from './record.ts';
import { VERSION } from './version.ts';

/** A document with its hash. */
export interface Task extends BatchDocument {
  readonly hash: string;
}

const digest = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** How documents are hashed under these settings: what makes the answer, and nothing else. @throws where `config` can't be read */
export function hasher({ date, source, extractor, config }: WorkSettings): (document: BatchDocument) => string {
  const own = config === null ? null : readFileSync(moduleOf(config), 'utf8');
  const settings = digest(VERSION, date, source, extractor, own);
  return ({ id, text, date: dated, source: from, format }) =>
    digest(settings, id, dated || null, from || null, format ?? 'text', text);
}

export const moduleOf = (config: string): URL =>
  config.startsWith('file:') ? new URL(config) : pathToFileURL(resolve(config));

/** A record as a line of JSON, without its end. */
export interface Line {
  readonly text: string;
  readonly failed: boolean;
  /** Words and marks that were read. */
  readonly tokens: number;
}
const lineOf = (record: BatchRecord): Line => ({
  text: json(record),
  failed: record.error !== undefined,
  tokens: record.document?.tokens.length ?? 0,
});
export const failure = (id: string, hash: string, error: BatchError): Line =>
  lineOf({ id, version: VERSION, hash, error });

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export type Answerer = (task: Task) => Promise<Line>;

/** Makes an extractor of the settings and loads its models. @throws TypeError where the options of `config` are wrong */
export async function answerer({ extractor, config, date, source }: WorkSettings): Promise<Answerer> {
  const own = config === null ? {} : (await import(moduleOf(config).href)).default;
  if (typeof own !== 'object' || own === null)
    fail('config', `a module whose default export are options (${config})`, own);
  const extract: Extractor = createExtractor({ ...own, ...extractor });
  extract('Rebels attacked the base.');
  return async ({ id, hash, text, date: dated, source: from, format }) => {
    let input: Pick<BatchDocument, 'text' | 'date' | 'source'> = { text };
    if (format === 'html')
      try {
        const { pageOf } = await import('./read/page.ts');
        input = pageOf(text);
      } catch (error) {
        return failure(id, hash, { reason: 'unreadable', message: message(error) });
      }
    const known = { date: dated || input.date || date, source: from || input.source || source };
    try {
      return lineOf({ id, version: VERSION, hash, document: extract(input.text, known) });
    } catch (error) {
      const reason = error instanceof TypeError && error.message.startsWith('extract: ') ? 'rejected' : 'failed';
      return failure(id, hash, { reason, message: message(error) });
    }
  };
}
