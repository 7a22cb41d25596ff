/** Types and words of one's own, found in texts that no table of the library knows. */
import {
  createExtractor,
  type Document,
  defineEntityType,
  defineEventType,
  defineRelationType,
  type EntityType,
} from 'sitrep';
import { describe, expect, it } from 'vitest';

const wordsOf = ({ text, mentions }: Document, type: EntityType): string[] =>
  mentions.filter((m) => m.type === type).map(({ start, end }) => text.slice(start, end));

describe('a lexicon of one’s own', () => {
  const extract = createExtractor({
    lexicon: [
      { term: 'Zorlag Brigade', type: 'organization', kind: 'armed-group', country: 'SD' },
      { term: 'skyhook', type: 'weapon', kind: 'launcher' },
    ],
  });
  it('gives names their type, kind and country', () => {
    const document = extract('Residents fled after the Zorlag Brigade entered the town.');
    expect(wordsOf(document, 'organization')).toContain('Zorlag Brigade');
    expect(document.entities).toContainEqual(
      expect.objectContaining({ name: 'Zorlag Brigade', type: 'organization', kind: 'armed-group', country: 'SD' }),
    );
  });
  it('finds nouns in the plural too', () => {
    expect(wordsOf(extract('Soldiers found two skyhooks in a barn.'), 'weapon')).toEqual(['skyhooks']);
  });
});

describe('an entity type of one’s own', () => {
  const disease = defineEntityType({
    type: 'health:disease',
    description: 'An illness that spreads.',
    kinds: ['infectious'],
    terms: [{ term: 'cholera', kind: 'infectious' }, { term: 'Marburg virus' }],
    examples: ['[health:disease Cholera] spread in Goma.'],
  });
  it('is found in a new text, and has an entity', () => {
    const document = createExtractor({ entityTypes: [disease] })(
      'The doctors treated cholera and Marburg virus in Goma.',
    );
    expect(wordsOf(document, 'health:disease')).toEqual(['cholera', 'Marburg virus']);
    expect(document.entities).toContainEqual(
      expect.objectContaining({ name: 'cholera', type: 'health:disease', kind: 'infectious' }),
    );
  });

  it('stands in a relation of one’s own', () => {
    const treats = defineRelationType({
      type: 'health:treats',
      description: 'A person or a group treats an illness.',
      from: ['person', 'group'],
      to: ['health:disease'],
      rules: [{ name: 'treat', path: '<nsubj {treat} >obj', examples: ['[from Doctors] treated [to cholera].'] }],
    });
    const extract = createExtractor({ entityTypes: [disease], relationTypes: [treats] });
    const document = extract('The doctors treated cholera in Goma on Monday.');
    const words = (id: string): string => {
      const mention = document.mentions.find((m) => m.id === id);
      return mention ? document.text.slice(mention.start, mention.end) : '';
    };
    const found = document.relations.filter((r) => r.type === 'health:treats');
    expect(found.map((r) => [words(r.from), words(r.to)])).toEqual([['doctors', 'cholera']]);
  });
});

describe('an event type of one’s own', () => {
  const outbreak = defineEventType({
    type: 'health:outbreak',
    description: 'An illness spreads.',
    frames: [
      { lemma: 'spread', pos: 'VERB', slots: { nsubj: 'agent', 'obl:in': 'place', 'obl:on': 'time' } },
      { lemma: 'outbreak', pos: 'NOUN', slots: { 'nmod:in': 'place' } },
    ],
    examples: ['[agent Cholera] [trigger spread] in [place Goma].'],
  });
  const disease = defineEntityType({
    type: 'health:disease',
    description: 'An illness that spreads.',
    terms: [{ term: 'measles' }],
    examples: [],
  });
  const extract = createExtractor({ entityTypes: [disease], eventTypes: [outbreak] });
  const outbreaks = (text: string): [string, Record<string, string>][] => {
    const { events, mentions } = extract(text, { date: '2024-04-24' });
    const words = new Map(mentions.map((m) => [m.id, text.slice(m.start, m.end)]));
    return events
      .filter((event) => event.type === 'health:outbreak')
      .map(({ triggers: [{ start, end }], args }) => [
        text.slice(start, end),
        Object.fromEntries(args.map(({ role, mention }) => [role, words.get(mention) ?? ''])),
      ]);
  };

  it('is found by a verb, with its arguments', () => {
    expect(outbreaks('Measles spread in Khartoum on Monday.')).toEqual([
      ['spread', { agent: 'Measles', place: 'Khartoum', time: 'Monday' }],
    ]);
  });
  it('is found by a noun', () => {
    expect(outbreaks('Officials feared an outbreak in Aden.')).toEqual([
      ['outbreak', expect.objectContaining({ place: 'Aden' })],
    ]);
  });
  it('stays beside the built-in ones', () => {
    const { events } = extract('Rebels attacked the town. Measles spread in Khartoum.');
    expect(events.map((event) => event.type)).toEqual(['assault', 'health:outbreak']);
  });
});

it('a frame of one’s own extends a built-in type', () => {
  const blitz = defineEventType({
    type: 'assault',
    description: 'More words.',
    frames: [{ lemma: 'blitz', pos: 'VERB', mode: 'airstrike', slots: { nsubj: 'agent', obj: 'patient' } }],
    examples: [],
  });
  const text = 'Army jets blitzed a rebel convoy.';
  expect(createExtractor()(text).events).toEqual([]);
  expect(createExtractor({ eventTypes: [blitz] })(text).events).toEqual([
    expect.objectContaining({ type: 'assault', mode: 'airstrike', status: 'actual' }),
  ]);
});
