import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'sitrep';
import { type AnnotatedDocument, readCorpus } from 'sitrep/evaluation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitrep } from './host.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const write = (name: string, documents: readonly object[]): string => {
  writeFileSync(file(name), documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
  return file(name);
};

const gold = readCorpus('corpus/dispatch').documents.slice(0, 3);
const withoutEvents = (document: AnnotatedDocument): AnnotatedDocument => ({ ...document, events: [] });
let GOLD: string;
let RUN: string;
let OLD: string;
let WORSE: string;
beforeAll(() => {
  GOLD = write('gold.jsonl', gold);
  RUN = write(
    'run.jsonl',
    gold.map(({ id, text, date }) => ({ id, ...extract(text, { date }) })),
  );
  OLD = write('old.jsonl', gold);
  WORSE = write(
    'worse.jsonl',
    gold.map((document, i) => (i ? document : withoutEvents(document))),
  );
});

describe('sitrep evaluate', () => {
  it('prints figures by layer with intervals', async () => {
    const { code, out, err } = await sitrep('evaluate', GOLD, RUN);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/gold\.jsonl · 3 documents\n/);
    expect(out).toMatch(/^ {2}mentions, exact +\d+\.\d +\d+\.\d – +\d+\.\d +\d+\.\d +\d+\.\d +\d+ +\d+ +\d+$/m);
    expect(out).toMatch(/^ {2}coreference, CEAF-e /m);
    expect(out).toMatch(/^ {2}status +\d/m);
    expect(out).not.toContain('errors:');
  });
  it('runs this version over the texts of gold: the same as its run', async () => {
    const [run, file] = await Promise.all([
      sitrep('evaluate', GOLD, '--run', '--json'),
      sitrep('evaluate', GOLD, RUN, '--json'),
    ]);
    const [a, b] = [JSON.parse(run.out), JSON.parse(file.out)];
    expect(a.mentions.exact.gold).toBe(b.mentions.exact.gold);
    expect(a.documents).toBe(3);
  });
  it('prints types, rules and errors in their context', async () => {
    const { out } = await sitrep('evaluate', GOLD, RUN, '--types', '--rules', '--errors', '2', '--draws', '0');
    expect(out).toMatch(/^ {2}events +F1 +precision +recall/m);
    expect(out).toMatch(/^ {2}rules of mentions +precision +right +predicted$/m);
    expect(out).toMatch(/^ {2}tagger +\d+\.\d +\d+ +\d+$/m);
    expect(out).toMatch(/^errors: mentions\n {2}(?:missed|spurious|mistyped|extent|kind|level|date|country) /m);
    expect(out).not.toContain('–');
  });
  it('scores what is asked for', async () => {
    const { mentions, events, layers } = JSON.parse(
      (await sitrep('evaluate', GOLD, RUN, '--only', 'mentions,place', '--json')).out,
    );
    expect(layers).toEqual(['mentions']);
    expect(Object.keys(mentions.exact.by)).toEqual(['place']);
    expect(events.exact.gold).toBe(0);
  });
  it('compares with a baseline', async () => {
    const { code, out } = await sitrep('evaluate', GOLD, WORSE, '--baseline', OLD, '--errors', '1');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}events, exact +100\.0 +\d+\.\d +−\d+\.\d/m);
    expect(out).toMatch(/^\d+ events lost; \d+ arguments lost$/m);
    expect(out).toMatch(/^ {2}lost +\w+.* \(right\)$/m);
  });
  it('writes a page', async () => {
    for (const more of [[], ['--baseline', OLD]]) {
      await sitrep('evaluate', GOLD, RUN, ...more, '--html', file('page.html'));
      expect(readFileSync(file('page.html'), 'utf8')).toMatch(/^<!doctype html>.*<\/html>\n$/s);
    }
  });
  it('brings texts together where ids differ', async () => {
    const renamed = write(
      'renamed.jsonl',
      gold.map((document) => ({ ...document, id: `articles/${document.id}.txt` })),
    );
    const failed = await sitrep('evaluate', GOLD, renamed);
    expect(failed).toMatchObject({
      code: 1,
      err: expect.stringContaining('by their id, got none of them; --match text may help'),
    });
    expect(await sitrep('evaluate', GOLD, renamed, '--match', 'text')).toMatchObject({ code: 0, err: '' });
  });
  it('leaves out what gold has not, and says so', async () => {
    const some = write('some.jsonl', gold.slice(1));
    expect((await sitrep('evaluate', some, RUN)).err).toMatch(
      /^sitrep: 1 predicted documents are not in .*some\.jsonl, and were left out\n$/,
    );
    expect((await sitrep('evaluate', GOLD, some)).out).toContain('3 documents, 1 without a prediction');
  });
  it('refuses predictions over another text', async () => {
    const other = write(
      'other.jsonl',
      gold.map((document) => ({ ...document, text: document.text.replace(/.$/s, '!') })),
    );
    expect(await sitrep('evaluate', GOLD, other)).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /other\.jsonl: document '.*': expected the text of the gold, got one that differs from character \d+ on/,
      ),
    });
  });
  it('takes labels of other corpora', async () => {
    writeFileSync(file('names.bio'), 'Rebels\tB-ARMY\nleft\tO\nGoma\tB-TOWN\n.\tO\n');
    expect(await sitrep('evaluate', file('names.bio'), '--run')).toMatchObject({
      code: 1,
      err: expect.stringContaining('names.bio:1: expected an entity type, or a label that --map names'),
    });
    const { code, out } = await sitrep('evaluate', file('names.bio'), '--run', '--map', 'ARMY=', '--map', 'TOWN=place');
    expect(code).toBe(0);
    expect(out).toMatch(/mentions, exact +100\.0/);
    expect(out).not.toMatch(/events|coreference|levels/);
  });
  it.each([
    [[], 'no gold was named'],
    [['a'], 'expected either PREDICTED or --run'],
    [['a', 'b', '--run'], 'expected either PREDICTED or --run'],
    [['a', 'b', 'c'], "expected GOLD and PREDICTED, got 'a b c'"],
    [['a', 'b', '--errors', 'x'], "--errors: expected a whole number, got 'x'"],
    [['a', 'b', '--format', 'doc'], "--format: expected one of jsonl, corpus, brat, conll, timeml, got 'doc'"],
    [['a', 'b', '--map', 'PER'], "--map: expected LABEL=TYPE, got 'PER'"],
    [['a', 'b', '--only', 'plcae'], expect.stringContaining('--only: expected one of person, organization')],
    [['a', 'b', '--map', 'PER=human'], expect.stringContaining("or a type of your own with a prefix, got 'human'")],
    [['a', 'b', '--match', 'hash'], "--match: expected one of id, text, got 'hash'"],
    [['a', 'b', '--only', 'place,'], "--only: expected names with commas between, got 'place,'"],
  ])('%j is a wrong call', async (args, message) => {
    const { code, err } = await sitrep('evaluate', ...args);
    expect(code).toBe(2);
    const [told, hint] = err.split('\n');
    expect([told.replace('sitrep: ', ''), hint]).toEqual([message, 'Try "sitrep evaluate --help".']);
  });
  it('names a file that is not there', async () => {
    expect(await sitrep('evaluate', file('no.jsonl'), '--run')).toMatchObject({
      code: 1,
      err: `sitrep: ${file('no.jsonl')}: no such file\n`,
    });
  });
  it('names a page that can not be written, and a text whose date is none', async () => {
    const page = join(file('nowhere'), 'page.html');
    expect(await sitrep('evaluate', GOLD, RUN, '--html', page)).toMatchObject({
      code: 1,
      err: `sitrep: ${page}: no such file\n`,
    });
    const dated = write('dated.jsonl', [{ ...gold[0], date: 'May' }]);
    expect(await sitrep('evaluate', dated, '--run')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/dated\.jsonl: document '.*': date: expected an ISO 8601 date .*, got 'May'/),
    });
  });
  it('--help', async () => {
    expect((await sitrep('evaluate', '--help')).out).toContain('Examples:\n  sitrep evaluate gold.jsonl');
  });
});

describe('sitrep diff', () => {
  it('ends with 0 where nothing was lost', async () => {
    const { code, out, err } = await sitrep('diff', OLD, GOLD);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('no difference');
    expect((await sitrep('diff', WORSE, OLD)).code).toBe(0);
  });
  it('ends with 1 where something was lost, and says what', async () => {
    const { code, out, err } = await sitrep('diff', OLD, WORSE, '--list', '2');
    expect(code).toBe(1);
    expect(out).toMatch(/^\d+ events lost; \d+ arguments lost$/m);
    expect(out).toMatch(/^ {2}lost /m);
    expect(out).toMatch(/more changes are not listed/);
    expect(err).toMatch(
      /^sitrep diff: \d+ events lost, at most 0 allowed\nsitrep diff: \d+ arguments lost, at most 0 allowed\n$/,
    );
  });
  it('keeps to limits', async () => {
    const code = async (...args: string[]): Promise<number> => (await sitrep('diff', OLD, WORSE, ...args)).code;
    expect(await code('--max-lost', '1000')).toBe(0);
    expect(await code('--max-lost', '100%')).toBe(0);
    expect(await code('--max-lost', '1000', '--max-lost', 'events=0')).toBe(1);
    expect(await code('--max-lost', 'events=1000', '--max-lost', 'arguments=99.5%')).toBe(0);
    expect((await sitrep('diff', WORSE, OLD, '--max-gained', '0')).code).toBe(1);
  });
  it('gives JSON and a page', async () => {
    const { code, out } = await sitrep('diff', OLD, WORSE, '--json', '--html', file('diff.html'));
    const report = JSON.parse(out);
    expect([code, report.passed, report.breaches[0].layer]).toEqual([1, false, 'events']);
    expect(readFileSync(file('diff.html'), 'utf8')).toContain('Over the limits:');
  });
  it('tells lost documents', async () => {
    const fewer = write('fewer.jsonl', gold.slice(1));
    const { code, err } = await sitrep('diff', OLD, fewer, '--max-lost', '100%');
    expect([code, err]).toEqual([1, 'sitrep diff: 1 documents lost, at most 0 allowed\n']);
  });
  it.each([
    [['a'], "expected OLD and NEW, got 'a'"],
    [['a', 'b', '--max-lost', 'x'], "--max-lost: expected a limit such as 5, 1% or events=2, got 'x'"],
    [
      ['a', 'b', '--max-lost', 'verbs=2'],
      "--max-lost: expected one of mentions, entities, relations, events, arguments, got 'verbs'",
    ],
  ])('%j is a wrong call', async (args, message) => {
    const { code, err } = await sitrep('diff', ...args);
    expect([code, err]).toEqual([2, `sitrep: ${message}\nTry "sitrep diff --help".\n`]);
  });
  it('ends with 2 where a file can not be read', async () => {
    writeFileSync(file('broken.jsonl'), '{}\n');
    expect(await sitrep('diff', OLD, file('broken.jsonl'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('broken.jsonl:1: expected id to be'),
    });
    writeFileSync(file('twice.jsonl'), `${JSON.stringify(gold[0])}\n`.repeat(2));
    expect(await sitrep('diff', file('twice.jsonl'), OLD)).toMatchObject({
      code: 2,
      err: expect.stringContaining('expected each document once, got '),
    });
    expect(existsSync(file('none.html'))).toBe(false);
  });
});
