import { describe, expect, it } from 'vitest';
import { readNotation } from '../../src/evaluation/notation/index.ts';
import { intervalOf } from '../../src/evaluation/notation/interval.ts';
import { readMarks } from '../../src/evaluation/notation/marks.ts';
import { writeNotation } from '../../src/evaluation/notation/write.ts';
import { readCorpus } from '../../src/evaluation/readCorpus.ts';

const EXAMPLE = `[kabul! Kabul] said [n2~ two] [fr~ [french French] soldiers] were {a killed} by a [bomb~ bomb] on [d Tuesday], and [kabul*! it] {b blamed} the [tal Taliban].
---
# a comment
entity kabul place/city country=AF
entity n2 quantity/count value=2 of=fr
entity fr group/military-personnel
entity french nationality country=FR
entity bomb weapon/bomb
entity d date/date value=2010-06-08
entity tal organization/armed-group

relation counts n2 fr
relation nationality-of fr french
event a assault/bombing alleged patient=fr killed=fr instrument=bomb time=d source=kabul casualty=killed/2/fr
event b accuse/allege negative agent=kabul patient=tal count=3:2-4
`;

describe('the authoring notation', () => {
  const { text, annotation } = readNotation(EXAMPLE);
  const { mentions, entities, relations, events } = annotation;
  const shown = (id: string): string => {
    const { start, end } = mentions.find((m) => m.id === id)!;
    return text.slice(start, end);
  };

  it('gives the text without marks, and spans of what was marked', () => {
    expect(text).toBe('Kabul said two French soldiers were killed by a bomb on Tuesday, and it blamed the Taliban.\n');
    expect(mentions.map(({ id }) => shown(id))).toEqual([
      'Kabul',
      'two',
      'French soldiers',
      'French',
      'bomb',
      'Tuesday',
      'it',
      'Taliban',
    ]);
    expect(mentions.map((m) => m.level[0] + (m.actsAs ? '!' : ''))).toEqual(['n!', 'n', 'n', 'n', 'n', 'n', 'p!', 'n']);
  });

  it('works out names, intervals and what a number counts', () => {
    expect(entities.map(({ name }) => name)).toContain('French soldiers');
    expect(entities.find((e) => e.type === 'date')?.interval).toEqual({ start: '2010-06-08', end: '2010-06-09' });
    expect(shown(entities.find((e) => e.type === 'quantity')!.of!)).toBe('French soldiers');
  });

  it('ties records to the closest mentions', () => {
    expect(relations.map(({ type, from, to }) => [type, shown(from), shown(to)])).toEqual([
      ['counts', 'two', 'French soldiers'],
      ['nationality-of', 'French soldiers', 'French'],
    ]);
    const [killed, blamed] = events;
    expect(killed).toMatchObject({ type: 'assault', mode: 'bombing', status: 'alleged', polarity: 'positive' });
    expect(killed.casualties).toEqual([{ kind: 'killed', best: 2, low: 2, high: 2, mention: 'm3' }]);
    expect(blamed).toMatchObject({ polarity: 'negative', count: { best: 3, low: 2, high: 4 } });
    expect(blamed.args.map(({ role, mention }) => [role, shown(mention)])).toEqual([
      ['agent', 'it'],
      ['patient', 'Taliban'],
    ]);
  });

  it.each([
    ['[a Bonn', 'expected a closing bracket for a'],
    ['Bonn]', 'expected no closing bracket at "]"'],
    ['[a Bonn}', 'expected no closing bracket'],
    ['[ Bonn]', 'expected a key and a space behind the bracket'],
  ])('says where a bracket is wrong: %s', (marked, message) => {
    expect(() => readMarks(marked)).toThrow(message);
  });

  it.each([
    ['[a Bonn]\n---\n', 'expected a line "entity a …"'],
    ['Bonn\n---\nentity a place/city\n', 'expected a mention of a in the text'],
    ['[a Bonn]\n---\nentity a place/city\nrelation located-in a b\n', 'expected a mention of b in the text'],
    ['{v fell}\n---\n', 'expected a line "event v …"'],
    ['Bonn\n---\nevent v assault\n', 'expected a trigger of v in the text'],
    ['{v fell}\n---\nevent v assault victim=b\n', 'unknown role victim'],
    ['{v fell}\n---\nevent v assault probable\n', 'unknown word probable'],
    ['Bonn\n---\nplace a\n', '"place a": expected entity, relation or event'],
    ['Bonn\n', 'expected a line ---'],
  ])('says which record is wrong: %j', (notation, message) => {
    expect(() => readNotation(notation)).toThrow(message);
  });

  const dispatches = readCorpus('corpus/dispatch').documents;
  it.each(dispatches.map((d) => [d.id, d] as const))('writes %s so that it reads the same', (_, document) => {
    const { text: again, annotation: read } = readNotation(writeNotation(document));
    expect(again).toBe(document.text);
    for (const layer of ['mentions', 'entities', 'relations', 'events'] as const)
      expect(read[layer]).toEqual(document[layer]);
  });
});

describe('the interval of a TIMEX3 value', () => {
  it.each([
    ['1983', '1983-01-01', '1984-01-01'],
    ['2024-02', '2024-02-01', '2024-03-01'],
    ['2023-12-31', '2023-12-31', '2024-01-01'],
    ['2024-04-22TNI', '2024-04-22', '2024-04-23'],
    ['2024-W03-WE', '2024-01-20', '2024-01-22'],
    ['2020-W53', '2020-12-28', '2021-01-04'],
    ['2009-W01', '2008-12-29', '2009-01-05'],
  ])('%s', (value, start, end) => {
    expect(intervalOf(value)).toEqual({ start, end });
  });

  it.each(['P3M', 'PAST_REF', 'XXXX-04-22', '2024-Q3'])('none of %s', (value) => {
    expect(intervalOf(value)).toBeUndefined();
  });
});
