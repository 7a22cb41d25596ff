import { writeFile } from 'node:fs/promises';
import { extract } from 'sitrep';
import { type BatchInput, extractAll } from 'sitrep/batch';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { collect, documents, folder, OWN } from './documents.ts';

const at = folder();

describe('extractAll', () => {
  it('answers each document, in order, the same with any number of threads', async () => {
    const given = documents(150);
    const [none, one, three] = await Promise.all([0, 1, 3].map((workers) => collect(extractAll(given, { workers }))));
    expect(none).toEqual(
      given.map(({ id, text, date }) => ({
        id,
        version: manifest.version,
        hash: expect.stringMatching(/^[\w-]{22}$/),
        document: extract(text, { date }),
      })),
    );
    expect(JSON.stringify(one)).toBe(JSON.stringify(none));
    expect(JSON.stringify(three)).toBe(JSON.stringify(none));
  });

  it('answers a faulty document with its id and the reason', async () => {
    const faulty = [
      { id: 'a', text: 5 },
      { id: 'b', text: 'One.', date: 'tomorrow' },
      { text: 'Two.' },
      { id: 7, text: 'Three.' },
      null,
      { id: 'f', error: { reason: 'unreadable', message: 'torn' } },
      { id: 'g', text: 'x'.repeat(101) },
      { id: 'h', text: 'Odd \ud800\u0000 text.', source: '' },
    ] as unknown as BatchInput[];
    const answers = await collect(extractAll(faulty, { workers: 1, maxLength: 100 }));
    expect(answers.map(({ id, error }) => [id, error?.reason])).toEqual([
      ['a', 'unreadable'],
      ['b', 'rejected'],
      ['3', undefined],
      ['7', undefined],
      ['5', 'unreadable'],
      ['f', 'unreadable'],
      ['g', 'length'],
      ['h', undefined],
    ]);
    expect(answers[0].error?.message).toBe('text: expected a string, got number');
    expect(answers[1].error?.message).toContain("expected an ISO 8601 date such as '2024-04-24', got 'tomorrow'");
  });

  it.each([1, 2])('stops what is stuck, and loses nothing around it (%d threads)', async (workers) => {
    const given = documents(40);
    for (const [i, word] of [
      [3, 'HANG'],
      [4, 'FAIL'],
      [20, 'HANG'],
      [39, 'HANG'],
    ] as const)
      given[i] = { id: `d${i}`, text: word };
    const answers = await collect(extractAll(given, { workers, config: OWN, timeout: 2 }));
    expect(answers.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
    expect(answers.flatMap(({ id, error }) => (error ? [[id, error.reason, error.message]] : []))).toEqual([
      ['d3', 'timeout', 'took longer than 2 s'],
      ['d4', 'failed', 'out of luck'],
      ['d20', 'timeout', 'took longer than 2 s'],
      ['d39', 'timeout', 'took longer than 2 s'],
    ]);
  });

  it('survives a document that fills the memory', async () => {
    const given = documents(5);
    given[2] = { id: 'd2', text: 'FILL' };
    const answers = await collect(extractAll(given, { workers: 1, config: OWN }));
    expect(answers.map(({ error }) => error?.reason)).toEqual([undefined, undefined, 'memory', undefined, undefined]);
  });

  it('takes no more documents than it has room for', async () => {
    let taken = 0;
    const source = function* () {
      for (const document of documents(5000)) {
        taken++;
        yield document;
      }
    };
    let fetched = 0;
    for await (const _ of extractAll(source(), { workers: 1 })) {
      if (++fetched === 10) await new Promise((resolve) => setTimeout(resolve, 500));
      if (fetched === 20) break;
    }
    expect(taken).toBeLessThan(500);
  });

  it('answers a document at once where no other comes', async () => {
    let release = (): void => {};
    const source = async function* () {
      for (const document of documents(3)) {
        yield document;
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      }
    };
    const ids: string[] = [];
    for await (const { id } of extractAll(source(), { workers: 1 })) {
      ids.push(id);
      release();
    }
    expect(ids).toEqual(['d0', 'd1', 'd2']);
  });

  it('ends when the signal says so, even where a thread is stuck', async () => {
    const controller = new AbortController();
    const given = [...documents(3), { id: 'stuck', text: 'HANG' }];
    const ids: string[] = [];
    const reading = (async () => {
      for await (const { id } of extractAll(given, { workers: 1, config: OWN, signal: controller.signal }))
        ids.push(id);
    })();
    setTimeout(() => controller.abort(new Error('enough')), 1500);
    await expect(reading).rejects.toThrow('enough');
    expect(ids).not.toContain('stuck');
  });

  it('passes on what the source throws', async () => {
    const source = async function* () {
      yield* documents(2);
      throw new Error('the wire broke');
    };
    await expect(collect(extractAll(source(), { workers: 0 }))).rejects.toThrow('the wire broke');
  });

  it.each([
    [{ workers: 1.5 }, 'extractAll: options.workers: expected a whole number from 0 to 1024, got 1.5'],
    [{ timeout: 0 }, 'extractAll: options.timeout: expected a number from 0.05 to 86400, got 0'],
    [{ speed: 3 }, 'extractAll: options.speed: no such field'],
    [{ gazetteer: 'big' }, "extractAll: options.gazetteer: expected 'full' or 'small', got 'big'"],
    [{ extractor: { lexicon: 1 } }, 'createExtractor: options.lexicon: expected an array, got 1'],
    [{ extractor: { assets: () => new Uint8Array() } }, "functions can't be sent to worker threads"],
  ])('refuses %j', async (options, message) => {
    await expect(collect(extractAll([], options as object))).rejects.toThrow(message);
    await expect(collect(extractAll([], options as object))).rejects.toThrow(TypeError);
  });
  it('refuses what is no stream of documents', async () => {
    await expect(collect(extractAll('text' as never))).rejects.toThrow('extractAll: documents: expected an iterable');
  });
  it('says that a configuration is not there', async () => {
    await expect(collect(extractAll(documents(1), { config: 'missing.mjs' }))).rejects.toThrow('missing.mjs');
  });
  it.each([
    ['export default { lexicon: 1 }', 'createExtractor: options.lexicon: expected an array, got 1'],
    ['export const lexicon = []', 'config: expected a module whose default export are options'],
    ['throw new Error("not today")', 'not today'],
  ])('says what is wrong with the configuration %s', async (module, message) => {
    await writeFile(at('config.mjs'), module);
    await expect(collect(extractAll(documents(3), { workers: 1, config: at('config.mjs') }))).rejects.toThrow(message);
  });
});
