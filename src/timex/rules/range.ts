/** Two dates that share what is written once: "from 3 to 5 March", "November 16 - 17", "1980-88", "between April and June 2015". */
import { bareWeekday, workedOut } from '../anchor.ts';
import type { Rule } from '../rule.ts';
import { monthValue, yearValue } from '../value.ts';
import { calendarDay } from './calendar.ts';

const JOINT = '( - | to | and | through | until | till | or | / | & )';
const WEEKDAY = '( <weekday:ignored> ,? )?';

export const RANGE: readonly Rule[] = [
  {
    name: '<day> to <day> <month> <year>?',
    pattern: `[ ${WEEKDAY} ( the )? <dayofmonth:first> ] ${JOINT} [ ${WEEKDAY} ( the )? <dayofmonth:day> ( of )? <month> ( ,? <year> )? ]`,
    type: 'DATE',
    named: true,
    read: (c, context) => [calendarDay({ ...c, day: c.first }, context), calendarDay(c, context)],
    examples: [
      'Between [2024-04-11 11]-[2024-04-13 13 Apr.] it rained.',
      'They met from [2015-03-03 3] to [2015-03-05 5 March 2015].',
    ],
  },
  {
    name: '<month> <day> to <day> <year>?',
    pattern: `[ <month> ( the )? <dayofmonth:first> ] ${JOINT} ( the )? [ <dayofmonth:day> ( ,? <year> )? ]`,
    type: 'DATE',
    named: true,
    read: (c, context) =>
      c.day > c.first
        ? [calendarDay({ ...c, day: c.first }, context), calendarDay(c, context)]
        : [calendarDay({ ...c, day: c.first }, context), undefined],
    examples: [
      'He will travel [2024-05-16 May 16] - [2024-05-17 17] to Ankara.',
      'It ran [2008-06-03 June 3]-[2008-06-05 5, 2008] there.',
    ],
  },
  {
    name: '<weekday> to <weekday>',
    pattern: '[ <weekday:first> ] ( to | through | until | - ) [ <weekday> ] !,',
    type: 'DATE',
    named: true,
    read: (c, context) => {
      const from = context.narrative ? undefined : bareWeekday(context, c.first);
      const day = from === undefined ? undefined : from + ((c.weekday - c.first + 7) % 7);
      return [workedOut(from, `XXXX-WXX-${c.first}`), workedOut(day, `XXXX-WXX-${c.weekday}`)];
    },
    examples: ['It rained [2024-04-22 Monday] through [2024-04-26 Friday].'],
  },
  {
    name: '<month> to <month> <year>',
    pattern: `[ <month:first> ] ${JOINT} [ <month> ,? <year> ]`,
    type: 'DATE',
    named: true,
    read: (c) => [
      { value: monthValue(c.first > c.month ? c.year - 1 : c.year, c.first), implied: ['year'] },
      { value: monthValue(c.year, c.month) },
    ],
    examples: [
      'It lasted from [2015-04 April] to [2015-06 June 2015].',
      'Between [2014-11 November] and [2015-02 February 2015] it fell.',
    ],
  },
  {
    name: '<month> <day> to <month> <day>, <year>',
    pattern: `[ <month:from> <dayofmonth:first> ] ${JOINT} [ <month> <dayofmonth:day> ,? <year> ]`,
    type: 'DATE',
    named: true,
    read: (c, context) => {
      const year = c.from > c.month ? c.year - 1 : c.year;
      const start = calendarDay({ month: c.from, day: c.first, year }, context);
      return [start && { ...start, implied: ['year'] }, calendarDay(c, context)];
    },
    examples: ['It ran from [2014-12-30 December 30] to [2015-01-02 January 2, 2015].'],
  },
  {
    name: '<year>-<short year>',
    pattern: '<year> ~ ( - | / ) ~ <twodigits:short> !-',
    type: 'DATE',
    named: true,
    read: (c) => {
      const end = Math.floor(c.year / 100) * 100 + c.short;
      return end > c.year &&
        end < c.year + 60 &&
        c.year >= 1800 &&
        c.year < 2060 &&
        (c.short > 12 || end === c.year + 1 || c.year < 2000)
        ? { value: `${yearValue(c.year)}/${yearValue(end)}` }
        : undefined;
    },
    examples: ['In the Iran-Iraq War of [1980/1988 1980-88] he led.', 'The [2014/2015 2014/15] season ended.'],
  },
  {
    name: '<year> and beyond',
    pattern: '<year> ( and | or ) ( beyond | later | after | onward | onwards )',
    type: 'DATE',
    named: true,
    read: (c) => ({ value: yearValue(c.year), mod: 'ON_OR_AFTER' }),
    examples: ['Cash flow for [1990 1990 and beyond] looks good.'],
  },
];
