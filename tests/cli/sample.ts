/** A small document made by hand, with everything that the command shows: it doesn't move when the stages do. */
import type { Document } from 'sitrep';

const text =
  'Maj. Gen. Pat Ryder said two drones struck Tower 22 in Jordan on Sunday, killing three US soldiers. He denied it.';
const at = (words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const mention = (id: string, words: string, entity: string, rest: object) =>
  ({ id, ...at(words), head: at(words), entity, level: 'name', rule: 'test', ...rest }) as Document['mentions'][number];

export const SAMPLE: Document = {
  text,
  date: '2024-01-29',
  sentences: [at(text.slice(0, 99)), at('He denied it.')],
  tokens: [],
  mentions: [
    mention('m1', 'Pat Ryder', 'e1', { type: 'person' }),
    mention('m2', 'two', 'e2', { type: 'quantity', kind: 'count' }),
    mention('m3', 'drones', 'e3', { type: 'weapon', kind: 'drone', level: 'nominal' }),
    mention('m4', 'Tower 22', 'e4', { type: 'place', kind: 'facility' }),
    mention('m5', 'Jordan', 'e5', { type: 'place', kind: 'country' }),
    mention('m6', 'Sunday', 'e6', { type: 'date', kind: 'date' }),
    mention('m7', 'three', 'e7', { type: 'quantity', kind: 'count' }),
    mention('m8', 'US soldiers', 'e8', { type: 'group', kind: 'military-personnel', level: 'nominal' }),
    mention('m9', 'US', 'e9', { type: 'place', kind: 'country' }),
    mention('m10', 'He', 'e1', { type: 'person', level: 'pronoun' }),
  ],
  entities: [
    { id: 'e1', type: 'person', name: 'Pat Ryder', title: 'Maj. Gen.', mentions: ['m1', 'm10'] },
    { id: 'e2', type: 'quantity', kind: 'count', name: 'two', value: 2, of: 'm3', mentions: ['m2'] },
    { id: 'e3', type: 'weapon', kind: 'drone', name: 'drones', mentions: ['m3'] },
    { id: 'e4', type: 'place', kind: 'facility', name: 'Tower 22', country: 'JO', mentions: ['m4'] },
    {
      id: 'e5',
      type: 'place',
      kind: 'country',
      name: 'Jordan',
      country: 'JO',
      latitude: 31,
      longitude: -36.5,
      mentions: ['m5'],
    },
    { id: 'e6', type: 'date', kind: 'date', name: 'Sunday', value: '2024-01-28', mentions: ['m6'] },
    {
      id: 'e7',
      type: 'quantity',
      kind: 'count',
      name: 'three',
      minimum: 34567,
      approximate: true,
      of: 'm8',
      mentions: ['m7'],
    },
    { id: 'e8', type: 'group', kind: 'military-personnel', name: 'US soldiers', country: 'US', mentions: ['m8'] },
    { id: 'e9', type: 'place', kind: 'country', name: 'US', country: 'US', mentions: ['m9'] },
  ],
  relations: [
    { id: 'r1', type: 'located-in', from: 'm4', to: 'm5', ...at('Tower 22 in Jordan'), origin: 'text', rule: 'in' },
    { id: 'r2', type: 'counts', from: 'm2', to: 'm3', ...at('two drones'), origin: 'text', rule: 'nummod' },
  ],
  events: [
    {
      id: 'v1',
      type: 'assault',
      mode: 'drone',
      triggers: [at('struck')],
      ...at('two drones struck Tower 22'),
      args: [
        { role: 'source', mention: 'm1', rule: 'said' },
        { role: 'instrument', mention: 'm3', rule: 'nsubj' },
        { role: 'patient', mention: 'm4', rule: 'obj' },
        { role: 'time', mention: 'm6', rule: 'obl' },
        { role: 'killed', mention: 'm8', rule: 'obj' },
      ],
      casualties: [{ kind: 'killed', best: 3, low: 3, high: 3, mention: 'm8' }],
      status: 'alleged',
      polarity: 'positive',
      rule: 'strike',
    },
    {
      id: 'v2',
      type: 'reject',
      triggers: [at('denied')],
      ...at('He denied'),
      args: [{ role: 'agent', mention: 'm10', rule: 'nsubj' }],
      status: 'actual',
      polarity: 'negative',
      rule: 'deny',
    },
  ],
  diagnostics: [],
};
