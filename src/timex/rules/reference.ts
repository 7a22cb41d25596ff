/** Words for past, present and future without a place on the calendar. */
import type { Rule } from '../rule.ts';
import { REFERENCES } from '../vocabulary.ts';

export const REFERENCE: readonly Rule[] = [
  {
    name: '<reference>',
    pattern: '<reference>',
    type: 'DATE',
    read: (c) => ({ value: REFERENCES[c.reference] }),
    examples: ['They [PAST_REF recently] cut it.', '[PRESENT_REF Currently], 900 troops are there.'],
  },
  {
    name: 'more recently',
    pattern: '( more | most | until | very ) recently',
    type: 'DATE',
    read: (_, context) => ({
      value: 'PAST_REF',
      ...(context.word(context.from) === 'until' && { from: context.from + 1 }),
    }),
    examples: ['[PAST_REF More recently] it fell.'],
  },
  {
    name: 'the past',
    pattern: '( in | from | of | than in ) [ the ( recent | distant )? past ]',
    type: 'DATE',
    read: () => ({ value: 'PAST_REF' }),
    examples: ['As it did in [PAST_REF the past].'],
  },
  {
    name: 'the future',
    pattern: '( in | for | of ) [ the ( near | foreseeable | distant )? future ]',
    type: 'DATE',
    read: () => ({ value: 'FUTURE_REF' }),
    examples: ['It may end in [FUTURE_REF the near future].'],
  },
  {
    name: 'these days',
    pattern: '( these days | at present | the present | the time being )',
    type: 'DATE',
    read: () => ({ value: 'PRESENT_REF' }),
    examples: ['They suffer more [PRESENT_REF these days].'],
  },
  {
    name: 'the near term',
    pattern: '( the near term | the short term )',
    type: 'DATE',
    read: () => ({ value: 'FUTURE_REF' }),
    examples: ['It matters less in [FUTURE_REF the near term].'],
  },
  {
    name: 'once',
    pattern: 'a [ once ]',
    type: 'DATE',
    read: () => ({ value: 'PAST_REF' }),
    examples: ['A [PAST_REF once] mighty maker failed.'],
  },
];
