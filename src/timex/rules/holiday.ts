/** Feasts and holidays by name; their dates are computed for the year that is named or at hand. */

import { civil } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Holiday } from '../holidays.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { dayValue, monthValue } from '../value.ts';

function unknown({ fixed, month }: Holiday): Reading {
  return { value: fixed ? `XXXX-${fixed}` : month ? 'XXXX-XX' : 'XXXX-XX-XX' };
}

/** The year of a holiday: stated, or by "last" and "next", or the one in which it lies nearest to the article. */
function yearOf(c: Captures, dayIn: (year: number) => number, context: Context): number | undefined {
  if (c.year !== undefined) return c.year;
  const { reference } = context;
  if (reference === undefined) return undefined;
  if (context.narrative) return context.year;
  const today = civil(reference).year;
  const years = [today - 1, today, today + 1];
  if (c.direction === -1) return years.findLast((year) => dayIn(year) < reference);
  if (c.direction === 1) return years.find((year) => dayIn(year) > reference);
  if (c.direction === 0) return today;
  const distance = (year: number) => Math.abs(dayIn(year) - reference);
  return years.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/** "Easter Island", "the Easter Rising": a name that holds a feast's. */
const isName = (context: Context): boolean => /^(Island|Islands|Rising|Offensive)$/.test(context.written(context.to));

function holiworkedOut(c: Captures, context: Context): Reading | undefined {
  if (isName(context)) return undefined;
  const holiday = context.holidays[c.holiday];
  const year = holiday.dayIn && yearOf(c, holiday.dayIn, context);
  if (!holiday.dayIn || year === undefined) return unknown(holiday);
  const day = holiday.dayIn(year);
  const { year: y, month } = civil(day + (holiday.month ? 15 : 0));
  const value = holiday.month ? monthValue(y, month) : dayValue(day);
  return c.year === undefined ? { value, implied: ['year'] } : { value };
}

export const HOLIDAY: readonly Rule[] = [
  {
    name: '<holiday> <year>?',
    pattern: '<direction>? <holiday> ( ,? of? <year> )?',
    type: 'DATE',
    named: true,
    part: 'date',
    read: holiworkedOut,
    examples: [
      'A boat sank on [2023-11-23 Thanksgiving Day] off the coast.',
      'The truce of [1914-12-25 Christmas 1914] held.',
      'They fast in [2024-03 Ramadan].',
      'He was killed on [2024-03-29 Good Friday].',
      'They vote on [2024-11-05 next Election Day].',
      'The war began on [1973-10-06 Yom Kippur 1973].',
      'undated: They shopped for [XXXX-XX-XX Eid].',
    ],
    negatives: ['He sailed to Easter Island.'],
  },
  {
    name: 'the eve of <holiday>',
    pattern: 'eve of ( a | the )? ( new year | <holiday> )',
    type: 'DATE',
    read: (c, context) => {
      if (c.holiday !== undefined) return { ...unknown(context.holidays[c.holiday]), value: 'XXXX-XX-XX' };
      return { value: context.reference === undefined ? 'XXXX-12-31' : `${civil(context.reference).year}-12-31` };
    },
    examples: ['undated: It is welcome on the [XXXX-12-31 eve of a New Year].'],
  },
];
