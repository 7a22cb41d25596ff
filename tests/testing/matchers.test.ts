/** The matchers in vitest and in jest's own `expect`: what passes, what fails, and what a failure says. */
import { expect as jestExpect } from 'expect';
import { extract } from 'sitrep';
import { matchers as jestMatchers } from 'sitrep/testing/jest';
import { type EventPattern, matchers, meaningOf, meaningSerializer, type SitrepMatchers } from 'sitrep/testing/vitest';
import { describe, expect, it } from 'vitest';
import { DOCUMENT, documentFrom, EMPTY } from './document.ts';

expect.extend(matchers);
jestExpect.extend(jestMatchers);

type Expectation = SitrepMatchers & { readonly not: SitrepMatchers };
/** Both runners' expectations have the same matchers; a test is run with each. */
const inBoth = (received: unknown, assert: (expectation: Expectation) => void): void => {
  assert(expect(received));
  assert(jestExpect(received));
};
const failure = (received: unknown, assert: (expectation: Expectation) => void): string => {
  const messages = [() => assert(expect(received)), () => assert(jestExpect(received))].map((run) => {
    try {
      run();
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('expected a failure');
  });
  expect(messages[0]).toBe(messages[1]);
  return messages[0];
};

describe('toHaveEntity', () => {
  it.each([
    'Hamas',
    /^Sder/,
    { name: 'Monday', value: '2024-04-22' },
    { type: 'place', country: 'IL', latitude: expect.closeTo(31.5, 1) },
    { name: 'it', type: 'organization' },
    {},
  ] as const)('passes for %j', (entity) => {
    inBoth(DOCUMENT, (expectation) => expectation.toHaveEntity(entity));
  });
  it.each(['Fatah', /^x/g, { name: 'Hamas', type: 'person' }, { country: 'SY' }] as const)('fails for %j', (entity) => {
    inBoth(DOCUMENT, (expectation) => expectation.not.toHaveEntity(entity));
  });
  it('says which is closest, and how it differs', () => {
    expect(failure(DOCUMENT, (e) => e.toHaveEntity({ name: 'Hamas', type: 'person' }))).toMatch(
      /^expected the document to have an entity\n {2}name: Hamas, type: person\n\nclosest:\n {2}organization\/armed-group Hamas.*\n {4}type: expected person, got organization\nthe others:\n {2}place\/city Sderot/,
    );
    expect(failure(EMPTY, (e) => e.toHaveEntity('Hamas'))).toBe(
      'expected the document to have an entity\n  name: Hamas\n\nbut it has none',
    );
    expect(failure(DOCUMENT, (e) => e.not.toHaveEntity(/ham/i))).toMatch(
      /^expected the document not to have an entity\n {2}name: \/ham\/i\n\nbut it has\n {2}organization/,
    );
  });
});

describe('toHaveRelation', () => {
  it('looks for type and sides', () => {
    inBoth(DOCUMENT, (e) =>
      e.toHaveRelation({ type: 'counts', from: 'Three', to: { type: 'group', kind: 'civilians' } }),
    );
    inBoth(DOCUMENT, (e) => e.toHaveRelation({ to: /civil/ }));
    inBoth(DOCUMENT, (e) => e.not.toHaveRelation({ type: 'fights' }));
  });
  it('says what there is', () => {
    expect(failure(DOCUMENT, (e) => e.toHaveRelation({ type: 'counts', from: 'Two' }))).toContain(
      'from: expected Two, got Three',
    );
  });
});

describe('toHaveEvent', () => {
  it.each<EventPattern>([
    { type: 'assault', agent: 'Hamas', patient: 'Sderot', time: 'Monday' },
    { trigger: 'attacked', time: { value: '2024-04-22' }, instrument: null },
    { trigger: /kill/, killed: [{ kind: 'civilians' }], status: 'actual', polarity: 'positive' },
    { casualties: [{ kind: 'killed', best: 3 }] },
  ])('passes for %j', (event) => {
    inBoth(DOCUMENT, (expectation) => expectation.toHaveEvent(event));
  });
  it.each<EventPattern>([
    { type: 'aid' },
    { agent: 'Sderot' },
    { patient: ['Sderot', 'Goma'] },
    { casualties: [{ best: 4 }] },
    { trigger: 'attacked', agent: null },
  ])('fails for %j', (event) => {
    inBoth(DOCUMENT, (expectation) => expectation.not.toHaveEvent(event));
  });
  it('says which is closest, and how it differs', () => {
    expect(
      failure(DOCUMENT, (e) =>
        e.toHaveEvent({ type: 'assault', trigger: 'attacked', agent: 'Fatah', status: 'planned', place: ['Gaza'] }),
      ),
    ).toMatch(
      /closest:\n {2}assault.* “attacked”: agent Hamas, patient Sderot, time Monday\n {4}status: expected planned, got actual\n {4}agent: expected Fatah, got Hamas\n {4}place: expected Gaza, got none\nthe others:\n/,
    );
  });
});

describe('toMatchAnnotation', () => {
  it.each([
    ['[actor Hamas] attacked [place Sderot]'],
    [
      '[agent,organization/armed-group#h Hamas] [assault attacked] [patient,place/city,name Sderot] on [time,date Monday]',
    ],
    [
      '[actor#h Hamas] attacked [place Sderot] on [date Monday]. Three [killed,nominal civilians] were [trigger killed] by rockets, [pronoun#h it] said',
    ],
  ])('passes for %s', (annotation) => {
    inBoth(DOCUMENT, (e) => e.toMatchAnnotation(annotation));
  });
  it('reads its own text with an extractor', () => {
    inBoth(extract, (e) => e.toMatchAnnotation('[actor,nominal Rebels] [assault attacked] the [place base].'));
    const calls: unknown[] = [];
    const own = (text: string, options: object): unknown => {
      calls.push([text, options]);
      return documentFrom('Saw sic [a Ali].\n---\nentity a person\n');
    };
    expect(own).toMatchAnnotation('Saw sic [person Ali].', { date: '2024-04-24', source: 'AFP' });
    expect(calls).toEqual([['Saw sic Ali.', { date: '2024-04-24', source: 'AFP' }]]);
  });
  it('takes brackets of the text behind a backslash, and brackets that nest', () => {
    expect(DOCUMENT).toMatchAnnotation('[actor [name Hamas]] attacked [place Sderot]');
    expect(() => expect(DOCUMENT).toMatchAnnotation('\\[sic\\] [actor Hamas]')).toThrow(
      'expected the document to hold the text\n  [sic] Hamas',
    );
  });
  it('says what is not as it should be', () => {
    const message = failure(DOCUMENT, (e) =>
      e.toMatchAnnotation(
        '[person Hamas] [aid attacked] [place Sderot] [date on] [place#h Monday]'.replace('[place#h', '[place'),
      ),
    );
    expect(message.split('\n')).toEqual([
      'expected the annotation to be found',
      '',
      '- [person Hamas] [aid attacked] [place Sderot] [date on] [place Monday]',
      '+ [organization Hamas] [assault attacked] [place Sderot] on [date Monday]',
      '',
      expect.stringMatching(/^ {2}\[person Hamas\]: expected person, got organization\/armed-group \(name\), agent/),
      expect.stringMatching(/^ {2}\[aid attacked\]: expected aid, got assault/),
      '  [date on]: expected date, got nothing',
      '  [place Monday]: expected place, got date/date (name), time',
    ]);
  });
  it('says where a span has other edges, and which keys are split', () => {
    expect(failure(DOCUMENT, (e) => e.toMatchAnnotation('[date on Monday]'))).toMatch(
      /\[date on Monday\]: expected date, got date\/date \(name\), time at “Monday”$/,
    );
    expect(failure(DOCUMENT, (e) => e.toMatchAnnotation('[actor#x Hamas] attacked [place#x Sderot]'))).toContain(
      '[place#x Sderot]: expected the entity of the first #x, got another',
    );
  });
  it('can be complete', () => {
    inBoth(DOCUMENT, (e) => e.not.toMatchAnnotation('[actor Hamas] attacked [place Sderot]', { complete: true }));
    expect(
      failure(DOCUMENT, (e) => e.toMatchAnnotation('[actor Hamas] attacked [place Sderot]', { complete: true })),
    ).toMatch(
      /\+ \[actor Hamas\] \[assault(?:\/\w+)? attacked\] \[place Sderot\]\n\n {2}“attacked”: expected nothing, got assault/,
    );
  });
  it('says so when the text is another', () => {
    expect(failure(DOCUMENT, (e) => e.toMatchAnnotation('[actor Fatah] attacked'))).toMatch(
      /^expected the document to hold the text\n {2}Fatah attacked\n\ngot\n {2}'Hamas attacked/,
    );
  });
  it.each([
    ['[actor Hamas', "expected a closing bracket for actor at ''"],
    ['Hamas]', "expected an opening bracket before at ']'"],
    ['[Hamas] attacked', 'expected [label words], or \\[ for a bracket of the text, at'],
    ['[victim Hamas]', 'expected a label (actor, person, organization, group, place, nationality, weapon'],
    ['[actor ] x', "expected words in the bracket at ']"],
  ])('can not be read: %s', (annotation, message) => {
    expect(() => expect(DOCUMENT).toMatchAnnotation(annotation)).toThrow(message);
    expect(() => expect(DOCUMENT).not.toMatchAnnotation(annotation)).toThrow(TypeError);
  });
  it('needs a text that stands once', () => {
    expect(() =>
      expect(documentFrom('[a Hamas]. Hamas.\n---\nentity a organization/other\n')).toMatchAnnotation('[actor Hamas]'),
    ).toThrow("expected a text that stands once in the document, got 'Hamas'");
  });
});

describe('toMatchMeaning', () => {
  it('compares documents, whatever their ids, and lines that are set in', () => {
    const again = JSON.parse(JSON.stringify(DOCUMENT).replaceAll(/"([mer])(\d+)"/g, '"$19$2"'));
    inBoth(DOCUMENT, (e) => e.toMatchMeaning(again));
    inBoth(extract('Rebels attacked the base.'), (e) =>
      e.toMatchMeaning(`
        entities
          group/militants Rebels: “Rebels” (nominal)
          place/facility base: “base” (nominal)
        events
          assault “attacked”: agent Rebels, patient base
      `),
    );
    inBoth(DOCUMENT, (e) => e.not.toMatchMeaning(EMPTY));
  });
  it('shows both where they differ', () => {
    expect(() => expect(EMPTY).toMatchMeaning(DOCUMENT)).toThrow(/expected the same meaning/);
    expect(() => jestExpect(EMPTY).toMatchMeaning(DOCUMENT)).toThrow(/Hamas attacked|organization\/armed-group Hamas/);
  });
});

describe('meaningSerializer', () => {
  it('prints documents by their meaning, and nothing else', () => {
    expect([
      meaningSerializer.test(DOCUMENT),
      meaningSerializer.test({ text: 'x' }),
      meaningSerializer.test(null),
    ]).toEqual([true, false, false]);
    expect(meaningSerializer.serialize(DOCUMENT)).toBe(meaningOf(DOCUMENT));
    expect.addSnapshotSerializer(meaningSerializer);
    expect({ of: extract('Rebels attacked the base.') }).toMatchInlineSnapshot(`
      {
        "of": entities
          group/militants Rebels: “Rebels” (nominal)
          place/facility base: “base” (nominal)
        events
          assault “attacked”: agent Rebels, patient base,
      }
    `);
  });
});

describe('a wrong call is a TypeError, with .not too', () => {
  const wrong: readonly [string, (e: Expectation) => void, string][] = [
    [
      'toHaveEntity',
      (e) => e.toHaveEntity({ nmae: 'x' } as never),
      'toHaveEntity.nmae: no such field; there is name, type, kind',
    ],
    [
      'toHaveRelation',
      (e) => e.toHaveRelation({ from: { foo: 1 } } as never),
      'toHaveRelation.from.foo: no such field',
    ],
    [
      'toHaveEvent',
      (e) => e.toHaveEvent({ target: 'x' } as never),
      'toHaveEvent.target: no such field; there is type, mode, trigger',
    ],
    ['toHaveEvent', (e) => e.toHaveEvent({ agent: 3 } as never), 'toHaveEvent.agent: expected an object, got 3'],
    [
      'toMatchAnnotation',
      (e) => e.toMatchAnnotation(3 as never),
      'toMatchAnnotation: expected a text with brackets, got 3',
    ],
    [
      'toMatchAnnotation',
      (e) => e.toMatchAnnotation('x', { all: true } as never),
      'toMatchAnnotation: options.all: no such field',
    ],
    [
      'toMatchMeaning',
      (e) => e.toMatchMeaning(3 as never),
      'toMatchMeaning: expected a document, or the lines of meaningOf, got 3',
    ],
  ];
  it.each(wrong)('%s', (_, call, message) => {
    expect(() => call(expect(DOCUMENT))).toThrow(message);
    expect(() => call(expect(DOCUMENT).not as never)).toThrow(TypeError);
  });
  it.each(Object.keys(matchers))('%s of something else', (name) => {
    const expectation = expect('text') as unknown as Record<string, (expected: unknown) => void>;
    const call = (): void => expectation[name]({ type: 'aid' });
    expect(call).toThrow(TypeError);
    expect(call).toThrow(
      name === 'toMatchAnnotation'
        ? 'expected a text with brackets'
        : "expected a document as extract returns it, got 'text'",
    );
  });
});
