/** What two runs differ in, the gate, the join of two streams, and meaning. */
import fc from 'fast-check';
import { extract } from 'sitrep';
import {
  type AnnotatedDocument,
  diff,
  forEachLayer,
  gate,
  joinBy,
  meaningOf,
  readCorpus,
  readNotation,
} from 'sitrep/evaluation';
import { describe, expect, it } from 'vitest';

const { documents } = readCorpus('corpus/dispatch');
const RECORDS = `
entity iraq place/country country=IQ
entity iran place/country country=IR
entity d date/date value=2024-04-22
entity n quantity/count value=3 of=men
entity men group/civilians
relation fights iraq iran
relation counts n men
event v assault/missile agent=iran patient=iraq time=d killed=men casualty=killed/3/men
`;
const TEXT = '[iran! Iran] {v shelled} [iraq Iraq] on [d April 22], and [iran*! it] killed [n~ three] [men~ men].';
const read = (records: string, text = TEXT): AnnotatedDocument => {
  const { text: plain, annotation } = readNotation(`${text}\n---${records}`);
  return { id: 'a', text: plain, date: null, source: null, ...annotation };
};
const OLD = read(RECORDS);
const told = (after: AnnotatedDocument): string[] =>
  diff([OLD], [after]).changes.map(({ layer, change, before, after: now, fields = [] }) =>
    [layer, change, before ?? now, ...fields.map(({ field, before: a, after: b }) => `${field}: ${a} → ${b}`)].join(
      ' | ',
    ),
  );

/** The same annotation with other ids, and records in another order where that means nothing. */
function shuffled(document: AnnotatedDocument): AnnotatedDocument {
  const other = (id: string): string => `${id.slice(0, 1)}${1000 - Number(id.slice(1))}`;
  return {
    ...document,
    mentions: document.mentions.map((m) => ({
      ...m,
      id: other(m.id),
      entity: other(m.entity),
      confidence: 0.5,
      rule: 'x',
    })),
    entities: document.entities
      .map((e) => ({
        ...e,
        id: other(e.id),
        ...(e.of ? { of: other(e.of) } : {}),
        ...(e.sponsor ? { sponsor: other(e.sponsor) } : {}),
      }))
      .reverse(),
    relations: document.relations
      .map((r) => ({ ...r, id: other(r.id!), from: other(r.from), to: other(r.to) }))
      .reverse(),
    events: document.events
      .map((e) => ({
        ...e,
        id: other(e.id),
        args: e.args.map((a) => ({ ...a, mention: other(a.mention) })).reverse(),
        ...(e.casualties
          ? { casualties: e.casualties.map((c) => (c.mention ? { ...c, mention: other(c.mention) } : c)) }
          : {}),
      }))
      .reverse(),
  };
}

describe('diff', () => {
  it('of the same run is empty, whatever its ids', () => {
    const report = diff(documents, documents.map(shuffled));
    expect(report.changes).toEqual([]);
    for (const { before, after, kept, lost, gained, changed } of Object.values(report.layers))
      expect([after, kept, lost, gained, changed]).toEqual([before, before, 0, 0, 0]);
    expect(gate(report)).toEqual([]);
  });

  it.each<[string, AnnotatedDocument, string[]]>([
    [
      'a kind',
      read(RECORDS.replace('iraq place/country', 'iraq place/city')),
      [
        'mentions | changed | place/country “Iraq” | kind: country → city',
        'entities | changed | place Iraq | kind: country → city',
      ],
    ],
    [
      'an attribute',
      read(RECORDS.replace('country=IQ', 'country=SY')),
      ['entities | changed | place Iraq | country: IQ → SY'],
    ],
    [
      'a span',
      read(RECORDS, TEXT.replace('[iraq Iraq] on', '[iraq Iraq on]')),
      [
        'mentions | changed | place/country “Iraq” | span: “Iraq” → “Iraq on”',
        'entities | changed | place Iraq | name: Iraq → Iraq on',
      ],
    ],
    [
      'a type',
      read(RECORDS.replace('iraq place/country country=IQ', 'iraq organization/government')),
      [
        'mentions | changed | place/country “Iraq” | type: place → organization | kind: country → government',
        'entities | changed | place Iraq | type: place → organization | kind: country → government | country: IQ → none',
      ],
    ],
    [
      'an event',
      read(RECORDS.replace('assault/missile', 'assault/rocket alleged')),
      ['events | changed | assault/missile “shelled” | mode: missile → rocket | status: actual → alleged'],
    ],
    [
      'a relation',
      read(RECORDS.replace('relation fights iraq iran', 'relation part-of iraq iran')),
      ['relations | changed | Iraq → fights → Iran | type: fights → part-of'],
    ],
    [
      'a role',
      read(RECORDS.replace('agent=iran', 'source=iran')),
      ['arguments | changed | agent Iran of assault/missile “shelled” | role: agent → source'],
    ],
    [
      'casualties',
      read(RECORDS.replace('killed/3', 'killed/4')),
      [
        'events | changed | assault/missile “shelled” | casualties: [{"kind":"killed","best":3,"low":3,"high":3}] → [{"kind":"killed","best":4,"low":4,"high":4}]',
      ],
    ],
    [
      'a chain',
      read(`${RECORDS}entity other place/country\n`, TEXT.replace('[iran*! it]', '[other*! it]')),
      ['entities | changed | place Iran | mentions: “Iran” “it” → “Iran”', 'entities | gained | place it'],
    ],
  ])('tells %s that changed', (_, after, changes) => {
    expect(told(after)).toEqual(changes);
  });

  it('tells what was lost and gained', () => {
    const without = read(
      RECORDS.replace(/event v.*/, '').replace(/relation counts.*/, ''),
      TEXT.replace('{v shelled}', 'shelled'),
    );
    expect(told(without)).toEqual([
      'relations | lost | three → counts → men',
      'events | lost | assault/missile “shelled”',
      'arguments | lost | agent Iran of assault/missile “shelled”',
      'arguments | lost | patient Iraq of assault/missile “shelled”',
      'arguments | lost | time April 22 of assault/missile “shelled”',
      'arguments | lost | killed men of assault/missile “shelled”',
    ]);
    expect(diff([without], [OLD]).layers.events).toMatchObject({ before: 0, after: 1, gained: 1, kept: 0 });
  });

  it('tells documents that are lost, gained, or have another text', () => {
    const [one, two] = documents;
    const report = diff([one, OLD], [two, { ...OLD, text: `${OLD.text} ` }]);
    expect([report.documents, report.lost, report.gained, report.otherTexts]).toEqual([0, [one.id], [two.id], ['a']]);
    expect(report.layers.mentions).toMatchObject({ lost: one.mentions.length, gained: two.mentions.length });
    expect(gate(report).map(({ layer, what }) => `${layer} ${what}`)).toContain('documents changed');
  });

  it('lists the first changes, and counts the rest', () => {
    const report = diff(
      documents,
      documents.map((document) => ({ ...document, events: [] })),
      { limit: 5 },
    );
    expect(report.changes).toHaveLength(5);
    expect(report.unlisted).toBe(report.layers.events.lost + report.layers.arguments.lost - 5);
  });
});

describe('gate', () => {
  const report = diff(
    documents,
    documents.map((document) => ({ ...document, relations: document.relations.slice(1) })),
  );
  const { lost, before } = report.layers.relations;

  it('lets nothing be lost, unless limits say so', () => {
    expect(gate(report)).toEqual([{ layer: 'relations', what: 'lost', count: lost, limit: 0 }]);
    expect(gate(report, { lost: forEachLayer({ most: lost }) })).toEqual([]);
    expect(gate(report, { lost: { relations: { most: lost - 1 } } })).toHaveLength(1);
    expect(gate(report, { lost: { relations: { percent: (100 * lost) / before + 0.01 } } })).toEqual([]);
    expect(gate(report, { lost: { events: { most: 0 } } })).toEqual([]);
  });
});

describe('joinBy', () => {
  const keyOf = ({ id }: { id: string }): string => id;
  const items = (ids: string): { id: string }[] => [...ids].map((id) => ({ id }));
  const join = async (...sources: string[]): Promise<string[]> => {
    const rows: string[] = [];
    for await (const row of joinBy(keyOf, sources.map(items))) rows.push(row.map((item) => item?.id ?? '-').join(''));
    return rows;
  };
  it('brings together what has one key, in any order', async () => {
    expect(await join('abc', 'abc')).toEqual(['aa', 'bb', 'cc']);
    expect(await join('abc', 'cab')).toEqual(['aa', 'cc', 'bb']);
    expect(await join('abc', 'bd', 'b')).toEqual(['bbb', 'a--', '-d-', 'c--']);
    expect(await join('', '')).toEqual([]);
  });
  it('refuses a key that stands twice', async () => {
    await expect(join('aba', 'ab')).rejects.toThrow('expected each document once, got "a" again');
  });
  it('holds no more than the sources differ by', async () => {
    let ahead = 0;
    async function* counted(step: number): AsyncGenerator<{ id: string }> {
      for (let i = 0; i < 1000; i++) {
        ahead += step;
        yield { id: `${i}` };
      }
    }
    let most = 0;
    for await (const _ of joinBy(keyOf, [counted(1), counted(-1)])) most = Math.max(most, Math.abs(ahead));
    expect(most).toBeLessThan(3);
  });
});

describe('meaning', () => {
  it('is the same whatever the ids, rules and confidence', () => {
    for (const document of documents) expect(meaningOf(shuffled(document))).toBe(meaningOf(document));
  });
  it('is told in lines', () => {
    expect(meaningOf(OLD).split('\n')).toEqual([
      'entities',
      '  place/country Iran (country IR): “Iran” (acts), “it” (pronoun, acts)',
      '  place/country Iraq (country IQ): “Iraq”',
      '  date/date April 22 (value 2024-04-22): “April 22”',
      '  quantity/count three (value 3, counts men): “three” (nominal)',
      '  group/civilians men: “men” (nominal)',
      'relations',
      '  Iran → fights → Iraq',
      '  three → counts → men',
      'events',
      '  assault/missile “shelled”: agent Iran, patient Iraq, time April 22, killed men, killed 3 of men',
    ]);
  });
  it('tells two of one name apart, and is empty for nothing', () => {
    const twice = read(
      '\nentity a person\nentity b person\nentity c organization/other\n',
      '[a Ali] met [b Ali] of [c Ali].',
    );
    expect(meaningOf(twice).split('\n').slice(1)).toEqual([
      '  person Ali [person]: “Ali”',
      '  person Ali [person 2]: “Ali”',
      '  organization/other Ali [organization]: “Ali”',
    ]);
    expect(meaningOf({ text: '', mentions: [], entities: [], relations: [], events: [] })).toBe('');
  });
  it('of any text is told without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const document = extract(`Iran attacked ${text} on Monday.`);
        expect(meaningOf(document)).toBe(meaningOf(JSON.parse(JSON.stringify(document))));
        const report = diff([{ id: 'a', ...document }], [{ id: 'a', ...document }]);
        expect(report.changes).toEqual([]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});
