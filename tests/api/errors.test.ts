/** Every wrong argument is a TypeError that names it, says what was expected and what came. */
import {
  createExtractor,
  defineEntityType,
  defineEventType,
  defineRelationType,
  type ExtractOptions,
  extract,
} from 'sitrep';
import { describe, expect, it } from 'vitest';

/** Calls as JavaScript may make them, past the compiler. */
// biome-ignore lint/suspicious/noExplicitAny: wrong arguments are the point.
type Loose = (...args: any[]) => unknown;
const calls: Record<string, Loose> = {
  extract,
  createExtractor,
  defineEntityType,
  defineRelationType,
  defineEventType,
} as Record<string, Loose>;

const disease = { type: 'health:disease', description: 'An illness.', terms: [{ term: 'cholera' }], examples: [] };
const treats = { type: 'health:treats', description: 'Cures.', from: ['person'], to: ['group'], rules: [] };
const outbreak = { type: 'health:outbreak', description: 'Spreads.', frames: [], examples: [] };
const rule = { name: 'x', path: '<nsubj >obj', examples: [] };
const frame = { lemma: 'spread', pos: 'VERB' };

const cases: [call: string, args: unknown[], message: string][] = [
  ['extract', [], 'extract: text: expected a string, got undefined'],
  ['extract', [{ text: 'x' }], 'extract: text: expected a string, got an object'],
  ['extract', ['x', 'today'], "extract: options: expected an object, got 'today'"],
  ['extract', ['x', null], 'extract: options: expected an object, got null'],
  ['extract', ['x', { data: '2024-04-24' }], 'extract: options.data: no such field; there is date, source'],
  [
    'extract',
    ['x', { date: 'tomorrow' }],
    "extract: options.date: expected an ISO 8601 date such as '2024-04-24', got 'tomorrow'",
  ],
  [
    'extract',
    ['x', { date: '2023-02-29' }],
    "extract: options.date: expected an ISO 8601 date such as '2024-04-24', got '2023-02-29'",
  ],
  [
    'extract',
    ['x', { date: '2024-04-24T25:00' }],
    "extract: options.date: expected an ISO 8601 date such as '2024-04-24', got '2024-04-24T25:00'",
  ],
  [
    'extract',
    ['x', { date: new Date(0) }],
    "extract: options.date: expected an ISO 8601 date such as '2024-04-24', got an object",
  ],
  ['extract', ['x', { source: 7 }], 'extract: options.source: expected a string, got 7'],
  ['createExtractor', [[]], 'createExtractor: options: expected an object, got an empty array'],
  ['createExtractor', [{ dateOrder: 'ymd' }], "createExtractor: options.dateOrder: expected 'mdy' or 'dmy', got 'ymd'"],
  ['createExtractor', [{ lexicon: 'Wagner' }], "createExtractor: options.lexicon: expected an array, got 'Wagner'"],
  [
    'createExtractor',
    [{ lexicon: [{ term: 'Wagner', type: 'army' }] }],
    'createExtractor: options.lexicon[0].type: expected a type of your own',
  ],
  [
    'createExtractor',
    [{ lexicon: [{ term: 'x', type: 'health:disease' }] }],
    "createExtractor: options.lexicon[0].type: expected a built-in type or one of options.entityTypes, got 'health:disease'",
  ],
  [
    'createExtractor',
    [{ lexicon: [{ term: ' — ', type: 'person' }] }],
    "createExtractor: options.lexicon[0].term: expected a term with letters or digits, got ' — '",
  ],
  [
    'createExtractor',
    [{ lexicon: [{ term: 'T-90', type: 'vehicle', kind: 'tank' }] }],
    "createExtractor: options.lexicon[0].kind: expected 'aircraft', 'ship', 'submarine' or 'land', got 'tank'",
  ],
  [
    'createExtractor',
    [{ lexicon: [{ term: 'Ryder', type: 'person', kind: 'officer' }] }],
    "createExtractor: options.lexicon[0].kind: expected nothing, since the type has no kinds, got 'officer'",
  ],
  [
    'createExtractor',
    [{ lexicon: [{ term: 'x', type: 'place', country: 'Iraq' }] }],
    "createExtractor: options.lexicon[0].country: expected an ISO 3166-1 alpha-2 code such as 'IQ', got 'Iraq'",
  ],
  [
    'createExtractor',
    [{ assets: 'dist' }],
    "createExtractor: options.assets: expected a function or a record of files, got 'dist'",
  ],
  [
    'createExtractor',
    [{ stages: ['tokenisation'] }],
    "createExtractor: options.stages[0]: expected 'tokenization', 'tagging'",
  ],
  [
    'createExtractor',
    [{ stages: ['tokenization', 'parsing'] }],
    "createExtractor: options.stages[1]: expected a stage before 'parsing' that writes 'tags', which it reads, got none",
  ],
  [
    'createExtractor',
    [{ stages: ['tokenization', { name: 'mine', prepare: () => () => ({}) }] }],
    'createExtractor: options.stages[1].reads: expected an array, got undefined',
  ],
  [
    'createExtractor',
    [{ stages: ['tokenization', 'tokenization'] }],
    "createExtractor: options.stages[1]: expected a stage that isn't in the list yet, got 'tokenization'",
  ],
  [
    'createExtractor',
    [{ eventTypes: [{}] }],
    'createExtractor: options.eventTypes[0]: defineEventType.type: expected a type of your own',
  ],
  [
    'createExtractor',
    [{ relationTypes: [{ ...treats, to: ['health:disease'] }] }],
    "createExtractor: options.relationTypes[0]: expected a built-in type or one of options.entityTypes, got 'health:disease'",
  ],
  ['defineEntityType', [], 'defineEntityType: expected an object, got undefined'],
  [
    'defineEntityType',
    [{ ...disease, type: 'disease' }],
    "defineEntityType.type: expected a type of your own with a prefix, such as 'health:disease', or 'person'",
  ],
  [
    'defineEntityType',
    [{ ...disease, description: '' }],
    "defineEntityType.description: expected a string that is not empty, got ''",
  ],
  ['defineEntityType', [{ ...disease, terms: undefined }], 'defineEntityType.terms: expected an array, got undefined'],
  [
    'defineEntityType',
    [{ ...disease, terms: [{ term: 'flu', kind: 'viral' }] }],
    "defineEntityType.terms[0].kind: expected nothing, since the type has no kinds, got 'viral'",
  ],
  [
    'defineEntityType',
    [{ ...disease, terms: [{ term: 'flu', level: 'noun' }] }],
    "defineEntityType.terms[0].level: expected 'name', 'nominal' or 'pronoun', got 'noun'",
  ],
  [
    'defineEntityType',
    [{ ...disease, terms: [{ term: 'flu', weak: 1 }] }],
    'defineEntityType.terms[0].weak: expected true, or nothing, got 1',
  ],
  [
    'defineEntityType',
    [{ ...disease, terms: [{ term: 'flu', ids: { geonames: 'x' } }] }],
    "defineEntityType.terms[0].ids.geonames: expected a number, got 'x'",
  ],
  [
    'defineEntityType',
    [{ ...disease, type: 'weapon', kinds: ['laser'] }],
    "defineEntityType.kinds[0]: expected 'missile'",
  ],
  [
    'defineEntityType',
    [{ ...disease, examples: ['[health:disease Cholera spread.'] }],
    'defineEntityType.examples[0]: expected as many closing brackets as opening ones',
  ],
  ['defineRelationType', [{ ...treats, from: 'person' }], "defineRelationType.from: expected an array, got 'person'"],
  [
    'defineRelationType',
    [{ ...treats, rules: [{ ...rule, path: 'nsubj' }] }],
    "defineRelationType.rules[0].path: expected steps such as '<nsubj', '>obj|obl:in' or '{attack,raid}', got 'nsubj'",
  ],
  [
    'defineRelationType',
    [{ ...treats, symmetric: false }],
    'defineRelationType.symmetric: expected true, or nothing, got false',
  ],
  [
    'defineEventType',
    [{ ...outbreak, frames: [{ ...frame, pos: 'verb' }] }],
    "defineEventType.frames[0].pos: expected 'VERB', 'NOUN' or 'ADJ', got 'verb'",
  ],
  [
    'defineEventType',
    [{ ...outbreak, frames: [{ ...frame, mode: 'fast' }] }],
    "defineEventType.frames[0].mode: expected nothing, since the type has no modes, got 'fast'",
  ],
  [
    'defineEventType',
    [{ ...outbreak, frames: [{ ...frame, slots: { nsubj: 'subject' } }] }],
    "defineEventType.frames[0].slots['nsubj']: expected 'agent', 'patient'",
  ],
  [
    'defineEventType',
    [{ ...outbreak, frames: [{ ...frame, slots: { 'OBL in': 'place' } }] }],
    "defineEventType.frames[0].slots: expected relations such as 'nsubj' or 'obl:with', got 'OBL in'",
  ],
  [
    'defineEventType',
    [{ ...outbreak, frames: [{ ...frame, status: 'done' }] }],
    "defineEventType.frames[0].status: expected 'actual'",
  ],
];

describe('a wrong argument is a TypeError', () => {
  it.each(cases)('%s %j', (call, args, message) => {
    expect(() => calls[call](...args)).toThrow(TypeError);
    expect(() => calls[call](...args)).toThrow(message);
  });
});

describe('what is right does not throw', () => {
  const dates = ['2024-02-29', '2024-04-24T10:00', '2024-04-24T10:00:30.5Z', '2024-04-24T10:00+02:00', null, undefined];
  it.each(dates)('date %s', (date) => {
    expect(extract('Rebels attacked.', { date } satisfies ExtractOptions).date).toBe(date ?? null);
  });
  it('a source', () => {
    expect(extract('Rebels attacked.', { source: 'Reuters, London' }).text).toBe('Rebels attacked.');
  });
});
