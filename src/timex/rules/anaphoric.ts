/** Days and weeks counted from one that the text spoke of: "the previous day", "two days later", "that week", "the same day". */

import { workedOut } from '../anchor.ts';
import { civil, weekdayOf } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { VAGUE } from '../terms/index.ts';
import { dayValue, durationValue, firstDay, shiftedValue, UNKNOWN, yearValue } from '../value.ts';
import { SEASONS, UNITS } from '../vocabulary.ts';
import { edgeOf, hedgeOf } from './edge.ts';
import { compared } from './relative.ts';

/** The day that the text spoke of last, else the article's. */
const origin = (context: Context): number | undefined => context.day ?? context.reference;
/** A day counted from the one spoken of last. */
export const dayAway = (context: Context, shift: number): Reading => {
  const from = origin(context);
  return workedOut(from === undefined ? undefined : from + shift, unknownDay(context, shift));
};
/** A day away from one whose year is not known: "Dec. 6 … the following day". */
function unknownDay(context: Context, shift: number): string {
  const match = /^XXXX-(\d\d)-(\d\d)/.exec(context.previous ?? '');
  if (!match) return 'XXXX-XX-XX';
  const day = Date.UTC(2001, Number(match[1]) - 1, Number(match[2])) / 86_400_000;
  return `XXXX${dayValue(day + shift).slice(4)}`;
}

/** "two days later", "a year earlier", "the day before": as precise as the unit. */
function laterReading(c: Captures, context: Context): Reading | undefined {
  const unit = UNITS[c.units ?? c.unit];
  const sign = c.ahead === undefined ? -1 : 1;
  const mod = hedgeOf(c);
  const earnings = sign < 0 ? compared(c, context) : undefined;
  if (earnings) return earnings;
  if (c.count === VAGUE || unit === 'second' || unit === 'minute' || unit === 'hour')
    return { value: durationValue(c.count, unit), type: 'DURATION', mod };
  if (unit === 'year' || unit === 'decade' || unit === 'century')
    return yearsAway(context, sign * c.count * (unit === 'year' ? 1 : unit === 'decade' ? 10 : 100), mod);
  const from = context.previous === undefined ? context.reference : firstDay(context.previous);
  if (from === undefined || !Number.isInteger(c.count)) return { value: UNKNOWN[unit] ?? 'XXXX-XX-XX', mod };
  return { value: shiftedValue(from, sign * c.count, unit), mod };
}
function yearsAway(context: Context, count: number, mod: string | undefined): Reading {
  const from = context.previous === undefined ? context.reference : firstDay(context.previous);
  return { value: from === undefined ? 'XXXX' : yearValue(civil(from).year + Math.trunc(count)), mod };
}

/** "that week", "the same month" */
function sameReading(c: Captures, context: Context): Reading | undefined {
  const unit = UNITS[c.unit];
  if (['second', 'minute', 'hour', 'century', 'millennium', 'fortnight', 'quarter'].includes(unit)) return undefined;
  if (unit === 'day') return { ...dayAway(context, 0), mod: edgeOf(c) };
  const from = context.previous === undefined ? context.reference : firstDay(context.previous);
  return { value: from === undefined ? (UNKNOWN[unit] ?? 'XXXX') : shiftedValue(from, 0, unit), mod: edgeOf(c) };
}

/** "on the 21st": of the month that the text spoke of. */
function dayOfMonth(c: Captures, context: Context): Reading | undefined {
  if (!/\D/.test(context.written(context.to - 1))) return undefined;
  const month = /^([\dX]{4})-(\d\d)/.exec(context.previous ?? '');
  if (!month) return { value: `XXXX-XX-${String(c.day).padStart(2, '0')}` };
  return { value: `${month[1]}-${month[2]}-${String(c.day).padStart(2, '0')}`, implied: ['year', 'month'] };
}

/** "for the year" is the article's, "for the year ended July 2" a length. */
function theUnit(c: Captures, context: Context): Reading | undefined {
  const unit = UNITS[c.unit];
  if (unit !== 'week' && unit !== 'month' && unit !== 'year') return undefined;
  if (/^(ended|ending|to)$/.test(context.written(context.to)))
    return { value: durationValue(1, unit), type: 'DURATION' };
  return { value: context.reference === undefined ? UNKNOWN[unit]! : shiftedValue(context.reference, 0, unit) };
}

export const ANAPHORIC: readonly Rule[] = [
  {
    name: 'the previous day',
    pattern:
      '( the | a )? ( previous | preceding | prior ) day | the day before !<date> !yesterday | the day earlier | a day earlier',
    type: 'DATE',
    read: (_, context) => dayAway(context, -1),
    examples: ['It fell on [2024-02-06 February 6], as on [2024-02-05 the previous day].'],
  },
  {
    name: 'the next day',
    pattern:
      'the ( very )? ( next | following ) day | the day after !<date> !tomorrow | a day later | one day later | the next morning',
    type: 'DATE',
    read: (_, context) =>
      context.word(context.to - 1) === 'morning'
        ? { value: `${dayAway(context, 1).value}TMO`, type: 'TIME' }
        : dayAway(context, 1),
    examples: [
      'It fell on [2024-02-06 February 6] and rose [2024-02-07 the next day].',
      'undated: On [XXXX-12-06 Dec. 6th] they came; [XXXX-12-07 the following day] they left.',
    ],
  },
  {
    name: 'that day',
    pattern: '<early>? ( that same | that | the same | the very same ) <unit>',
    type: 'DATE',
    read: sameReading,
    examples: [
      'He died on [2023-10-07 October 7, 2023]; [2023-10-07 earlier that day] he had called.',
      'In [2014 2014] he left; [2014 later that year] he returned.',
    ],
  },
  {
    name: 'on the <day>',
    pattern: 'on [ the <dayofmonth:day> ] ( , | . )',
    type: 'DATE',
    named: true,
    read: dayOfMonth,
    examples: ['It began on [2003-03-19 19 March 2003]. On [2003-03-21 the 21st], Basra was hit.'],
    negatives: ['He lives on the 4th floor.'],
  },
  {
    name: 'the week of <date>',
    pattern: 'the week of <date>',
    type: 'DATE',
    read: (c, context) => {
      const day = firstDay(context.dateOf(c)?.value ?? '');
      return day === undefined ? undefined : { value: shiftedValue(day, 0, 'week') };
    },
    examples: ['They meet in [2024-W18 the week of April 29].'],
  },
  {
    name: 'that <season>',
    pattern: '<early>? ( that | the same ) <season>',
    type: 'DATE',
    read: (c, context) => {
      const from = context.previous === undefined ? undefined : firstDay(context.previous);
      return {
        value: `${yearValue(from === undefined ? undefined : civil(from).year)}-${SEASONS[c.season]}`,
        mod: edgeOf(c),
      };
    },
    examples: ['In [1943 1943] it was quiet; [1943-SU that summer] it began.'],
  },
  {
    name: 'the <unit> before',
    pattern: '[ the <unit> ( before | earlier ) ] ( , | . | ; )',
    type: 'DATE',
    read: (c, context) => (UNITS[c.unit] === 'day' ? undefined : laterReading({ ...c, count: 1 }, context)),
    examples: ['It killed nine in [2010 2010] and six [2009 the year before].'],
  },
  {
    name: 'until then',
    pattern: '( until | till | by ) [ then ]',
    type: 'DATE',
    read: (_, context) => (context.previous === undefined ? undefined : { value: context.previous }),
    examples: ['It ends on [2024-05-07 May 7]. Until [2024-05-07 then] it stands.'],
  },
  {
    name: 'in the <unit>',
    pattern: '( of | for | in | during | through ) [ the ( fiscal )? <unit> ] !- !of',
    type: 'DATE',
    read: theUnit,
    examples: [
      'It reached a high for [2024 the year], at $42.',
      'For [P1Y the year] ended [2023-07-02 July 2] it lost money.',
    ],
  },
  {
    name: 'later in the day',
    pattern: '<early> in the ( day | <unit> )',
    type: 'DATE',
    read: (c, context) =>
      c.unit === undefined || UNITS[c.unit] === 'day'
        ? { ...dayAway(context, 0), mod: edgeOf(c) }
        : sameReading(c, context),
    examples: ['[2024-04-24 Later in the day], he flew home.'],
  },
  {
    name: 'the previous <weekday>',
    pattern: '( the )? ( previous | preceding | prior ) <weekday>',
    type: 'DATE',
    named: true,
    read: (c, context) => {
      if (context.reference === undefined) return { value: `XXXX-WXX-${c.weekday}` };
      const from = weekBack(context);
      const back = (weekdayOf(from) - c.weekday + 7) % 7;
      return workedOut(from - (back === 0 ? 7 : back), '');
    },
    examples: ['[2024-04-20 The previous Saturday], four were hurt.'],
  },
  {
    name: '<count> <unit> later',
    pattern: `<hedge>? <count> ( <units> | <unit> ) ( later | after that | afterwards | afterward )`,
    type: 'DATE',
    read: (c, context) => laterReading({ ...c, ahead: 1 }, context),
    examples: ['It began on [2005-11-05 5 November 2005] and ended [2005-11-09 four days later].'],
  },
  {
    name: '<count> <unit> earlier',
    pattern: `<hedge>? <count> ( <units> | <unit> ) ( earlier | before that | previously | beforehand )`,
    type: 'DATE',
    read: laterReading,
    examples: [
      'It closed on [2005-11-05 5 November 2005]; [2005-11-02 three days earlier] it was full.',
      'Profit rose from [2023 a year earlier].',
    ],
  },
];

/** "the previous Saturday" is told from the day spoken of, unless that lies within the week of the article. */
function weekBack(context: Context): number {
  const { day, reference } = context;
  return day !== undefined && Math.abs(day - reference!) < 60 ? Math.min(day, reference!) : reference!;
}
