/** Formats that annotated texts come in, and what is wrong with those that can't be read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type AnnotatedDocument, FormatError, type ReadOptions, readAnnotations, readCorpus } from 'sitrep/evaluation';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
async function read(path: string, options?: ReadOptions): Promise<AnnotatedDocument[]> {
  const documents: AnnotatedDocument[] = [];
  for await (const document of readAnnotations(path, options)) documents.push(document);
  return documents;
}
/** "place Goma" for each mention. */
const told = ({ text, mentions }: AnnotatedDocument): string[] =>
  mentions.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);

const mention = { id: 'm1', start: 0, end: 4, type: 'place', level: 'name', entity: 'e1' };
const event = {
  id: 'v1',
  type: 'assault',
  triggers: [{ start: 5, end: 11 }],
  args: [{ role: 'agent', mention: 'm1' }],
};
const LINE = {
  id: 'a',
  text: 'Iran struck.',
  mentions: [mention],
  entities: [{ id: 'e1', type: 'place' }],
  relations: [],
  events: [{ ...event, status: 'actual', polarity: 'positive' }],
};
const lines = (...records: unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

describe('JSON Lines', () => {
  it('are read with a byte order mark, CRLF, blank lines, and without a last line end', async () => {
    const content = `\ufeff${JSON.stringify(LINE)}\r\n\r\n${JSON.stringify({ ...LINE, id: 'b' })}`;
    expect((await read(file('a.jsonl', content))).map(({ id }) => id)).toEqual(['a', 'b']);
  });
  it('end at a line feed only: other line ends may stand in a string', async () => {
    const text = 'Iran\u2028\u2029\u0085 struck.';
    const [document] = await read(file('u.jsonl', lines({ ...LINE, text })));
    expect(document.text).toBe(text);
  });
  it('are read gzipped, and with long lines', async () => {
    const text = `Iran struck. ${'x'.repeat(3_000_000)}é`;
    const path = file('long.jsonl.gz', gzipSync(lines({ ...LINE, text }, { ...LINE, id: 'b' })));
    expect((await read(path)).map((document) => document.text.length)).toEqual([text.length, LINE.text.length]);
  });
  it('take a missing layer as not annotated, and mentions without entities as one each', async () => {
    const [document] = await read(file('part.jsonl', lines({ id: 'a', text: 'Iran.', mentions: [mention] })));
    expect(document).toMatchObject({ scope: { layers: ['mentions'] }, date: null, relations: [] });
    expect(document.entities).toEqual([{ id: document.mentions[0].entity, type: 'place' }]);
  });
  it('of sitrep batch are unwrapped, and its failures left out', async () => {
    const { id, ...document } = LINE;
    const path = file(
      'batch.jsonl',
      lines({ id, version: '1', hash: 'x', document }, { id: 'b', error: { reason: 'length' } }),
    );
    expect(await read(path)).toMatchObject([{ id: 'a', text: LINE.text }]);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['no JSON', `${lines(LINE)}{"id":`, /no\.jsonl:2: expected JSON, got /],
    ['another value', '[1]\n', /no\.jsonl:1: expected a line to be an object, got an array/],
    ['no id', lines({ ...LINE, id: 3 }), /:1: expected id to be a string that is not empty, got 3/],
    ['no text', lines({ id: 'a' }), /:1: expected text to be a string, got undefined/],
    [
      'a span outside',
      lines({ ...LINE, mentions: [{ ...mention, end: 99 }] }),
      /:1: expected mentions\[0\] to be a span of the text's 12 characters, got '0:99'/,
    ],
    [
      'a level',
      lines({ ...LINE, mentions: [{ ...mention, level: 'noun' }] }),
      /mentions\[0\]\.level to be one of name, nominal, pronoun, got 'noun'/,
    ],
    ['no entity', lines({ ...LINE, entities: [] }), /mentions\[0\]\.entity to be the id of an entity, got 'e1'/],
    [
      'an id twice',
      lines({ ...LINE, mentions: [mention, mention] }),
      /mentions\[1\]\.id to be an id of its own, got 'm1'/,
    ],
    [
      'a relation to nothing',
      lines({ ...LINE, relations: [{ type: 'fights', from: 'm1', to: 'm7' }] }),
      /relations\[0\]\.to to be the id of a mention, got 'm7'/,
    ],
    [
      'an event',
      lines({ ...LINE, events: [{ ...event, type: 'war' }] }),
      /events\[0\]\.type to be one of agree, .*, got 'war'/,
    ],
    [
      'no trigger',
      lines({ ...LINE, events: [{ ...event, triggers: [] }] }),
      /events\[0\]\.triggers to be one at least/,
    ],
    ['a status', lines({ ...LINE, events: [{ ...event, status: 'sure' }] }), /events\[0\]\.status to be one of actual/],
    [
      'a scope',
      lines({ ...LINE, scope: { kinds: [] } }),
      /scope to be one of layers|a part of scope to be one of layers, types, levels, properties, got 'kinds'/,
    ],
    ['other bytes', Uint8Array.of(0x7b, 0xff, 0xfe), /no\.jsonl:1: expected UTF-8 text, got other bytes/],
  ])('name file and line of what is wrong: %s', async (_, content, message) => {
    const path = file('no.jsonl', content);
    await expect(read(path)).rejects.toThrow(FormatError);
    await expect(read(path)).rejects.toThrow(message);
  });
  it('say what is wrong with a file as a whole', async () => {
    await expect(read(join(folder, 'none.jsonl'))).rejects.toThrow(/none\.jsonl: no such file/);
    await expect(read(file('x.jsonl.gz', 'no gzip'))).rejects.toThrow(/x\.jsonl\.gz: is not gzipped/);
    await expect(read(file('x.doc', ''))).rejects.toThrow(
      /x\.doc: expected one of the formats jsonl, corpus, brat, conll, timeml/,
    );
  });
});

describe('corpus files', () => {
  it('are read as readCorpus reads them', async () => {
    const documents = await read('corpus/second', { texts: 'corpus/dispatch' });
    expect(documents).toEqual(readCorpus('corpus/second', 'corpus/dispatch').documents);
  });
  it('are refused with another text', async () => {
    file('a.txt', 'Rain.');
    const path = file('a.json', JSON.stringify({ ...LINE, text: { file: 'a.txt', sha256: 'abc' } }));
    await expect(read(path)).rejects.toThrow(/a\.txt: expected the text of .*a\.json, SHA-256 abc, got /);
  });
});

describe('brat', () => {
  const TEXT = '🚀 hit the\r\nbase near Goma on Monday.';
  const ANN = [
    'T1\tWEA 0 1\t🚀',
    'T2\tplace 11 15\tbase',
    'T3\tGPE 21 25\tGoma',
    'T4\tassault 2 5\thit',
    'T5\tMISC 0 5\t🚀 hit',
    'E1\tassault:T4 instrument:T1 patient:T2 place:T3',
    'R1\tlocated-in Arg1:T2 Arg2:T3',
    'A1\tLevel T2 nominal',
    'A2\tStatus E1 alleged',
    'A3\tNegation E1',
    '*\tEquiv T2 T3',
    'N1\tReference T3 Wikidata:Q3871\tGoma',
    '#1\tAnnotatorNotes T3\tis it?',
  ];
  const brat = (ann: readonly string[], text = TEXT): string => {
    file('b.txt', text);
    return file('b.ann', `\ufeff${ann.join('\r\n')}\r\n`);
  };

  it('is read: code points, labels of other corpora, chains, attributes', async () => {
    const [document] = await read(brat(ANN));
    expect(told(document)).toEqual(['weapon 🚀', 'place base', 'place Goma']);
    expect(document.mentions.map(({ level, entity }) => `${level} ${entity}`)).toEqual([
      'name e1',
      'nominal e2',
      'name e2',
    ]);
    expect(document.relations).toEqual([{ id: 'r1', type: 'located-in', from: 'm2', to: 'm3' }]);
    expect(document.events).toMatchObject([
      { type: 'assault', status: 'alleged', polarity: 'negative', triggers: [{ start: 3, end: 6 }] },
    ]);
    expect(document.events[0].args).toEqual([
      { role: 'instrument', mention: 'm1' },
      { role: 'patient', mention: 'm2' },
      { role: 'place', mention: 'm3' },
    ]);
  });
  it('takes other names of types', async () => {
    const [document] = await read(brat(['T1\tRocket 0 1\t🚀', 'T2\tSite 11 15\tbase']), {
      labels: { Rocket: 'weapon', Site: null },
    });
    expect(told(document)).toEqual(['weapon 🚀']);
  });
  it.each([
    [['T1 place 0 1'], /b\.ann:1: expected a line of brat standoff: ID, a tab, and what it is/],
    [['T1\tplace 0\tx'], /b\.ann:1: expected TYPE START END behind the id, got 'place 0'/],
    [['', 'T1\tplace 0 99\tx'], /b\.ann:2: expected a span of the text's 37 characters, got '0 99'/],
    [['T1\tplace 21 25\tKivu'], /b\.ann:1: expected the text's words at 21 25, 'Goma', got 'Kivu'/],
    [
      ['T1\tDEITY 21 25\tGoma'],
      /b\.ann:1: expected an entity type, or a label that --map names \(LABEL=type, .*got 'DEITY'/,
    ],
    [['T1\tplace 21 25\tGoma', 'T1\tplace 21 25\tGoma'], /b\.ann:2: expected an id of its own, got T1 again/],
    [['E1\tassault:T9'], /b\.ann:1: expected the id of a text-bound annotation, got 'T9'/],
    [['T4\thit 2 5\thit', 'E1\thit:T4'], /b\.ann:2: expected the event to be one of agree, .*, got 'hit'/],
    [
      ['T1\tplace 21 25\tGoma', 'R1\tnear Arg1:T1 Arg2:T1'],
      /b\.ann:2: expected the relation to be one of located-in, .*, got 'near'/,
    ],
    [['R1\tfights T1 T2'], /b\.ann:1: expected ROLE:ID, got 'T1'/],
    [['X1\tplace'], /b\.ann:1: expected a line that begins with T, E, R, A, M, N, \* or #/],
  ])('names file and line of what is wrong: %j', async (ann, message) => {
    await expect(read(brat(ann))).rejects.toThrow(message);
  });
  it('needs its text', async () => {
    await expect(read(file('alone.ann', ''))).rejects.toThrow(/alone\.txt: no such file/);
  });
});

describe('columns', () => {
  it('of CoNLL 2003 are read', async () => {
    const content =
      '-DOCSTART- -X- -X- O\n\nEU NNP B-NP B-ORG\nrejects VBZ B-VP O\nGerman JJ B-NP B-MISC\nlamb NN I-NP O\n\n-DOCSTART- -X- -X- O\n\nPeter NNP B-NP I-PER\nBlackburn NNP I-NP I-PER\n';
    const documents = await read(file('c.conll', content));
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['c', 'EU rejects German lamb\n'],
      ['c-2', 'Peter Blackburn\n'],
    ]);
    expect(documents.map(told)).toEqual([['organization EU'], ['person Peter Blackburn']]);
  });
  it('of Universal NER are read, with the spacing of "# text"', async () => {
    const content =
      '# newdoc id = d1\n# sent_id = 1\n# text = In Goma, rebels won.\n1\tIn\tO\t-\t-\n2\tGoma\tB-LOC\t-\t-\n3\t,\tO\t-\t-\n4\trebels\tO\t-\t-\n5\twon\tO\t-\t-\n6\t.\tO\t-\t-\n';
    const [document] = await read(file('n.iob2', content));
    expect(document).toMatchObject({ id: 'd1', text: 'In Goma, rebels won.\n' });
    expect(told(document)).toEqual(['place Goma']);
  });
  it('take BIOES and BILOU, and neighbours of one type apart', async () => {
    const content = 'Kofi\tB-PER\nAnnan\tE-PER\nGoma\tS-LOC\nBukavu\tU-LOC\nUN\tB-ORG\nNATO\tB-ORG\n#\tO\n';
    const [document] = await read(file('s.bioes', content));
    expect(told(document)).toEqual([
      'person Kofi Annan',
      'place Goma',
      'place Bukavu',
      'organization UN',
      'organization NATO',
    ]);
  });
  it('of CoNLL-U are read: contractions, empty nodes, brackets of CorefUD', async () => {
    const row = (id: string, form: string, misc: string): string => `${id}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}\n`;
    const content = [
      "# global.Entity = eid-etype-head-other\n# newdoc id = d\n# sent_id = 1\n# text = He of the US army can't.\n",
      row('1', 'He', 'Entity=(e1-person-1-)'),
      row('2', 'of', '_'),
      row('3', 'the', '_'),
      row('4', 'US', 'Entity=(e2-organization-2-(e3-gpe-1-)'),
      row('5', 'army', 'Entity=e2)'),
      row('6-7', "can't", 'SpaceAfter=No'),
      row('6', 'can', '_'),
      row('7', 'not', '_'),
      row('7.1', 'go', '_'),
      row('8', '.', 'SpaceAfter=No'),
    ].join('');
    const [document] = await read(file('d.conllu', content));
    expect(document.text).toBe("He of the US army can't.");
    expect(told(document)).toEqual(['person He', 'organization US army', 'place US']);
  });
  it.each([
    ['x.conll', 'Goma B-LOC\nagain\n', /x\.conll:2: expected a word and a tag, got 'again'/],
    ['x.bio', 'Goma\tLOC\n', /x\.bio:1: expected a tag such as B-PER, I-PER or O, got 'LOC'/],
    ['x.bio', 'a\tO\n\nGoma\tB-DEITY\n', /x\.bio:3: expected an entity type, or a label/],
    [
      'x.conllu',
      '1\tGoma\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-place-1-\n',
      /x\.conllu:1: expected a closing bracket of e1, got '\(e1'/,
    ],
    [
      'x.conllu',
      '1\tGoma\t_\t_\t_\t_\t_\t_\t_\tEntity=e1)\n',
      /x\.conllu:1: expected an opening bracket of e1 before, got 'e1\)'/,
    ],
  ])('name file and line of what is wrong: %s %j', async (name, content, message) => {
    await expect(read(file(name, content))).rejects.toThrow(message);
  });
});

describe('TimeML', () => {
  const HEAD =
    '<?xml version="1.0" ?>\n<TimeML>\n<DOCID>x</DOCID>\n<DCT><TIMEX3 tid="t0" type="DATE" value="2024-04-24" functionInDocument="CREATION_TIME">April 24</TIMEX3></DCT>\n';
  it('is read: dates with values, entities of XML, the creation time', async () => {
    const content = `${HEAD}<TEXT>AT&amp;T <EVENT eid="e1" class="OCCURRENCE">said</EVENT> <TIMEX3 tid="t1" type="DATE" value="2024-04-22" mod="START"> Monday </TIMEX3>&lt;ok&gt;.</TEXT>\n</TimeML>`;
    const [document] = await read(file('t.tml', content));
    expect(document).toMatchObject({
      id: 't',
      date: '2024-04-24',
      text: 'AT&T said  Monday <ok>.',
      scope: { types: ['date'] },
    });
    expect(told(document)).toEqual(['date Monday']);
    expect(document.entities).toMatchObject([{ kind: 'date', value: '2024-04-22', mod: 'START' }]);
  });
  it('names file and line of what is wrong', async () => {
    await expect(read(file('bad.tml', `${HEAD}<TEXT><TIMEX3>x</TEXT></TimeML>`))).rejects.toThrow(
      /bad\.tml:5: expected well-formed XML, got: Unexpected close tag/,
    );
  });
});

describe('a folder', () => {
  it('is read file by file, sorted by name', async () => {
    mkdirSync(join(folder, 'several'));
    file('several/b.jsonl', lines({ ...LINE, id: 'second' }));
    file('several/a.jsonl', lines({ ...LINE, id: 'first' }));
    file('several/notes.md', 'nothing');
    expect((await read(join(folder, 'several'))).map(({ id }) => id)).toEqual(['first', 'second']);
  });
  it('without annotations is an error', async () => {
    mkdirSync(join(folder, 'empty'));
    await expect(read(join(folder, 'empty'))).rejects.toThrow(
      /empty: expected a folder with annotation files, got 'none'/,
    );
  });
});
