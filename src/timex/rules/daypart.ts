/** Parts of the day that the text speaks of: "in the morning", "early evening", "that night", "at dawn today". */
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { DAY_PARTS } from '../vocabulary.ts';
import { dayAway } from './anaphoric.ts';
import { edgeOf } from './edge.ts';

const daypart = (c: Captures, context: Context): Reading => ({
  ...dayAway(context, 0),
  value: `${dayAway(context, 0).value}T${DAY_PARTS[c.daypart]}`,
  mod: edgeOf(c),
});

export const DAYPART: readonly Rule[] = [
  {
    name: 'that <daypart>',
    pattern: '<early>? ( that same | that | the same ) <early>? <daypart> hours?',
    type: 'TIME',
    read: daypart,
    examples: ['He came on [2024-04-22 Monday]; [2024-04-22TNI that night] he fled.'],
  },
  {
    name: 'the <daypart>',
    pattern: '( in | during | by ) [ the? <daypart> hours? ]',
    type: 'TIME',
    read: daypart,
    examples: ['He struck on [2024-04-22 Monday] in [2024-04-22TMO the morning].'],
  },
  {
    name: '<early> <daypart>',
    pattern: 'the? <early> -? <daypart> hours?',
    type: 'TIME',
    read: daypart,
    examples: ['They came on [2024-04-22 Monday], in [2024-04-22TMO the early morning].'],
  },
  {
    name: '<daypart> <date>',
    pattern: '[ the? <early>? <daypart> ] ( on | of )? [ <date> ]',
    type: 'TIME',
    read: (c, context) => {
      const date = context.dateOf(c);
      if (!date || /T/.test(date.value)) return undefined;
      const day = { ...date, type: 'DATE' } as const;
      const of = context.word(context.split) === 'of';
      return [of ? undefined : { ...date, value: `${date.value}T${DAY_PARTS[c.daypart]}`, mod: edgeOf(c) }, day];
    },
    examples: [
      'It crashed at [2024-04-24TMO dawn] [2024-04-24 today].',
      'He was shot on the night of [2023-10-23 Oct. 23, 2023] at home.',
      'It rained from [2024-04-22TEV early evening] on [2024-04-22 Monday].',
    ],
  },
  {
    name: 'before dawn',
    pattern: '( before | at | since | until | after | by | around | from ) [ <twilight:daypart> ]',
    type: 'TIME',
    read: daypart,
    examples: ['A bomb exploded [2024-04-24 today] before [2024-04-24TMO dawn].'],
  },
];
