import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnnotations, readCorpus } from 'sitrep/evaluation';
import { afterAll, describe, expect, it } from 'vitest';
import { sitrep } from './host.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-convert-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);

describe('sitrep convert', () => {
  it('writes a folder for brat, which reads back the same', async () => {
    expect(await sitrep('convert', 'corpus/dispatch', '--to', 'brat', '--out', file('brat'))).toMatchObject({
      code: 0,
      err: '',
    });
    expect(readdirSync(file('brat'))).toHaveLength(1 + 2 * 12);
    expect(readFileSync(file('brat/annotation.conf'), 'utf8')).toMatch(
      /^\[entities\]\nperson\n[^[]*\[relations\]\nlocated-in\tArg1:<ENTITY>, Arg2:<ENTITY>\n/,
    );
    const { code, out } = await sitrep(
      'diff',
      'corpus/dispatch',
      file('brat'),
      '--max-changed',
      '0',
      '--max-gained',
      '0',
    );
    expect([code, out]).toEqual([0, expect.stringContaining('no difference')]);
  });
  it('prints CoNLL-U, BIO and JSON Lines', async () => {
    const [conllu, bio, jsonl] = await Promise.all(
      ['conllu', 'bio', 'jsonl'].map((to) =>
        sitrep('convert', 'corpus/second', '--texts', 'corpus/dispatch', '--to', to),
      ),
    );
    expect(conllu.out).toMatch(/^# newdoc id = chad-1983\n# global\.Entity = eid-etype-kind-level-acts\n/);
    expect(bio.out).toMatch(/\tB-place\n/);
    const documents = jsonl.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(documents).toEqual(readCorpus('corpus/second', 'corpus/dispatch').documents);
  });
  it('keeps what was annotated', async () => {
    writeFileSync(file('t.tml'), '<TimeML><TEXT>On <TIMEX3 type="DATE" value="2024">2024</TIMEX3>.</TEXT></TimeML>');
    await sitrep('convert', file('t.tml'), '--to', 'jsonl', '--out', file('t.jsonl'));
    for await (const { scope } of readAnnotations(file('t.jsonl')))
      expect(scope).toEqual({ layers: ['mentions'], types: ['date'], properties: ['kind', 'date'] });
  });
  it('writes no file outside of its folder', async () => {
    const document = { id: '../../evil', text: 'x', mentions: [], entities: [], relations: [], events: [] };
    writeFileSync(file('evil.jsonl'), `${JSON.stringify(document)}\n`);
    await sitrep('convert', file('evil.jsonl'), '--to', 'brat', '--out', file('evil'));
    expect(readdirSync(file('evil')).sort()).toEqual(
      ['_evil.ann', '_evil.txt', 'annotation.conf'].map((name) =>
        expect.stringMatching(new RegExp(`${name.replace('_evil', '')}$`)),
      ),
    );
    writeFileSync(
      file('two.jsonl'),
      [document, { ...document, id: '../..?evil' }].map((d) => `${JSON.stringify(d)}\n`).join(''),
    );
    expect(await sitrep('convert', file('two.jsonl'), '--to', 'brat', '--out', file('two'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('expected one document, got '),
    });
  });
  it.each([
    [['a'], "--to: expected one of brat, conllu, bio, jsonl, got ''"],
    [['--to', 'bio'], "expected one FILE, got ''"],
    [['a', '--to', 'brat'], '--out: expected a folder for brat'],
    [['a', '--to', 'bio', '--format', 'x'], "--format: expected one of jsonl, corpus, brat, conll, timeml, got 'x'"],
  ])('%j is a wrong call', async (args, message) => {
    expect(await sitrep('convert', ...args)).toMatchObject({
      code: 2,
      err: `sitrep: ${message}\nTry "sitrep convert --help".\n`,
    });
  });
});
