import {
  createExtractor,
  DEP,
  defineEntityType,
  defineEventType,
  defineStage,
  type Entity,
  type EntityType,
  extract,
  STAGES,
} from 'sitrep';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as browser from '../../src/browser.ts';
import * as node from '../../src/index.ts';

const TEXT = 'Rebels attacked the base near Goma on Monday.';

describe('extract', () => {
  it('gives plain data that survives JSON', () => {
    const document = extract(TEXT, { date: '2024-04-24' });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document).toMatchObject({ text: TEXT, date: '2024-04-24', sentences: [{ start: 0, end: TEXT.length }] });
    expect(document.tokens.map((t) => TEXT.slice(t.start, t.end))).toContain('Goma');
  });
});

describe('createExtractor', () => {
  it('returns a frozen function', () => {
    expect(Object.isFrozen(createExtractor())).toBe(true);
  });

  it('does as extract does when nothing is chosen', () => {
    expect(createExtractor({})(TEXT)).toEqual(extract(TEXT));
  });

  it('runs the chosen stages only', () => {
    const document = createExtractor({ stages: ['tokenization', 'tagging', 'parsing'] })(TEXT);
    expect(document.tokens.length).toBe(9);
    expect(document.tokens.some((token) => token.dep === 'nsubj' || token.head === -1)).toBe(true);
    expect(document.mentions).toEqual([]);
  });

  it('puts a stage of its own in the place of a built-in one', () => {
    const chain = defineStage({
      name: 'right-to-left chain',
      reads: ['tokens'],
      writes: ['tree'],
      prepare:
        () =>
        ({ tokens: { length } }) => ({
          tree: { head: Int32Array.from({ length }, (_, i) => i - 1), dep: new Uint8Array(length).fill(DEP.conj) },
        }),
    });
    const stages = STAGES.map((name) => (name === 'parsing' ? chain : name));
    const document = createExtractor({ stages: stages.slice(0, 3) })(TEXT);
    expect(document.tokens.slice(0, 3).map(({ head, dep }) => [head, dep])).toEqual([
      [-1, 'conj'],
      [0, 'conj'],
      [1, 'conj'],
    ]);
  });

  it('gathers what each stage found odd, sorted', () => {
    const odd = (name: string, start: number) =>
      defineStage({
        name,
        reads: [],
        writes: [],
        prepare: () => () => ({ diagnostics: [{ start, end: start + 1, rule: name, reason: 'odd' }] }),
      });
    const document = createExtractor({ stages: ['tokenization', odd('a', 5), odd('b', 2)] })(TEXT);
    expect(document.diagnostics.map((d) => d.rule)).toEqual(['b', 'a']);
  });

  it('prepares stages once, with the first text', () => {
    let prepared = 0;
    const counting = defineStage({
      name: 'counting',
      reads: [],
      writes: [],
      prepare: () => {
        prepared++;
        return () => ({});
      },
    });
    const run = createExtractor({ stages: [counting] });
    expect(prepared).toBe(0);
    run('One.');
    run('Two.');
    expect(prepared).toBe(1);
  });

  it('says which data file is missing', () => {
    const wanting = defineStage({
      name: 'wanting',
      reads: [],
      writes: [],
      prepare({ assets }) {
        assets('lexicon/own.tsv');
        return () => ({});
      },
    });
    expect(() => createExtractor({ stages: [wanting], assets: {} })('x')).toThrow("no file 'lexicon/own.tsv'");
    expect(() => browser.createExtractor({ stages: [wanting] })('x')).toThrow(/createExtractor\(\{ assets \}\)/);
  });
});

describe('definitions', () => {
  const disease = defineEntityType({
    type: 'health:disease',
    description: 'An illness.',
    kinds: ['infectious'],
    terms: [{ term: 'cholera', kind: 'infectious' }],
    examples: ['[health:disease Cholera] spread in Goma.'],
  });

  it('keep their literal types', () => {
    expectTypeOf(disease.type).toEqualTypeOf<'health:disease'>();
    expectTypeOf<typeof disease.type>().toExtend<EntityType>();
  });

  it('are frozen copies', () => {
    const mine = {
      type: 'assault',
      description: 'More words.',
      frames: [{ lemma: 'zap', pos: 'VERB' }],
      examples: [],
    } as const;
    const defined = defineEventType(mine);
    expect(defined).toEqual(mine);
    expect(Object.isFrozen(defined) && Object.isFrozen(defined.frames[0])).toBe(true);
    expect(Object.isFrozen(mine)).toBe(false);
  });

  it('entities narrow by their type', () => {
    const name = (entity: Entity): string | undefined => {
      switch (entity.type) {
        case 'person':
          return entity.title;
        case 'place':
          return entity.country;
        case 'date':
          return entity.value;
        default:
          return undefined;
      }
    };
    expect(name({ id: 'e1', type: 'date', name: 'Monday', mentions: [], value: '2024-04-22' })).toBe('2024-04-22');
  });
});

it.each(['7:58 AM ET', '11/28/2016', '24 Novembe'])(
  'an archive\'s "%s" is no date, and no reason to lose the article',
  (date) => {
    const document = node.extract('Rebels attacked the town on Tuesday.', { date });
    expect(document.date).toBeNull();
    expect(document.diagnostics).toContainEqual(expect.objectContaining({ rule: 'date/unreadable' }));
    expect(document.events).toHaveLength(1);
  },
);

it("places of one's own stand beside the gazetteer's", () => {
  const places = [{ kind: 'facility', name: 'Camp Zebulon', country: 'IQ', latitude: 35.5, longitude: 43.25 }] as const;
  const extract = node.createExtractor({ gazetteer: 'small', places });
  const text = 'Rockets hit the barracks at Camp Zebulon on Monday, officials said.';
  const camp = extract(text).entities.find((e) => e.name === 'Camp Zebulon');
  expect(camp).toMatchObject({ type: 'place', country: 'IQ', latitude: 35.5, longitude: 43.25 });
  expect(() => node.createExtractor({ places: [{ ...places[0], latitude: 95 }] })).toThrow(
    'createExtractor: options.places[0].latitude: expected degrees from -90 to 90, got 95',
  );
});

it('the browser entry exports what the Node entry does', () => {
  expect(Object.keys(browser).sort()).toEqual(Object.keys(node).sort());
});
