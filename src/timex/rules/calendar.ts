/** Dates of the calendar as they are written: day, month and year, or some of them. */
import type { DatePart } from '../../document/schema.ts';
import { yearOf } from '../anchor.ts';
import { dayOf, monthLength, weekdayOf } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { dateValue, monthValue, yearValue } from '../value.ts';
import { MODS } from '../vocabulary.ts';
import { EARLY, edgeOf } from './edge.ts';
import { isOtherWord, isYear } from './guard.ts';

const YEAR: readonly DatePart[] = ['year'];

/** A day of a month, its year stated or worked out. A day that the month hasn't is none. */
export function calendarDay(c: Captures, context: Context): Reading | undefined {
  const stated = c.year ?? c.shortyear ?? c.spokenyear;
  const year = stated ?? yearByWeekday(c, context) ?? yearOf(context, c.month, c.day);
  if (c.day < 1 || c.day > monthLength(year ?? 2000, c.month) || isQuoted(context)) return undefined;
  const value = dateValue(year, c.month, c.day);
  const from = isBareArticle(context) ? context.from + 1 : undefined;
  const implied = stated === undefined && year !== undefined;
  return { value, mod: edgeOf(c), ...(from && { from }), ...(implied && { implied: YEAR }) };
}
/** "the 13 November attacks": the article is the noun's; "the 13th of November" has its own. */
const isBareArticle = (context: Context): boolean =>
  context.word(context.from) === 'the' &&
  /^\d+$/.test(context.written(context.from + 1)) &&
  !/^(st|nd|rd|th)$/.test(context.word(context.from + 2));
/** The "9 May" People's Liberation Forces: a name. */
const isQuoted = (context: Context): boolean =>
  /^["“]$/.test(context.written(context.from - 1)) && /^["”]$/.test(context.written(context.to));

/** "Friday, Oct. 13": of the years near the article's the one in which it was a Friday. */
function yearByWeekday(c: Captures, context: Context): number | undefined {
  const near = yearOf(context, c.month, c.day);
  if (c.weekday === undefined || near === undefined) return undefined;
  return [near, near - 1, near + 1].find((year) => weekdayOf(dayOf(year, c.month, c.day)) === c.weekday);
}

function monthReading(c: Captures, context: Context): Reading {
  const stated = c.year ?? c.shortyear ?? c.spokenyear;
  const year = stated ?? yearOf(context, c.month);
  const value = monthValue(year, c.month);
  const implied = stated === undefined && year !== undefined;
  return { value, mod: edgeOf(c), ...(implied && { implied: YEAR }) };
}

const WEEKDAY = '( ( this coming | this | next | last )? <weekday> ,? ( the )? )?';
const OF_YEAR = '( ,? ( of | in )? <year> | , <spokenyear> )?';

export const CALENDAR: readonly Rule[] = [
  {
    name: '<weekday>? <month> <day> <year>?',
    pattern: `${WEEKDAY} <month> ( the )? <dayofmonth:day> ( ,? <year> | , <spokenyear> | ' <shortyear> )?`,
    type: 'DATE',
    named: true,
    part: 'date',
    read: calendarDay,
    examples: [
      'He left on [2024-04-22 April 22, 2024], with his men.',
      'The [1998-08-07 Aug. 7, 1998], bombings killed many.',
      'On [2016-12-15 Thursday, Dec. 15, 2016], aircraft struck.',
      'It happened on [2023-10-07 October 7th] in Israel.',
      'The fair opens [2024-05-08 May the eighth].',
      'undated: They arrived on [XXXX-12-10 Dec. 10].',
    ],
  },
  {
    name: '<weekday>? <day> <month> <year>?',
    pattern: `${WEEKDAY} ( the )? <dayofmonth:day> ( - | of )? <month> ( ( , | - )? <year> | ( - | ' )? <shortyear> | ( , )? <spokenyear> )?`,
    type: 'DATE',
    named: true,
    part: 'date',
    read: calendarDay,
    examples: [
      'The raid of [2007-06-16 16 June 2007] failed.',
      'San Salvador, [1990-01-10 10 Jan 90] (Acan-Efe)',
      'He died on [2024-04-03 Wednesday, 3 April].',
      'They met on [2024-03-22 the 22nd of March].',
      'Updated [2021-02-05 05-Feb-2021] by staff.',
    ],
  },
  {
    name: '<early>? <month> <year>?',
    pattern: `( ( the )? ${EARLY} )? <month> ${OF_YEAR}`,
    type: 'DATE',
    named: true,
    part: 'date',
    read: (c, context) => {
      const stated = c.year !== undefined || c.spokenyear !== undefined || edgeOf(c) !== undefined;
      if (/^\d+$/.test(context.written(context.from - 1)) && c.year === undefined) return undefined;
      return !stated && isOtherWord(c, context) ? undefined : monthReading(c, context);
    },
    examples: [
      'It began in [2003-03 March 2003].',
      'They struck in [2024-02 early February].',
      'Since [2023-10 mid-October] there were more.',
      'The offer is set to expire at [2024-11 the end of November].',
      'He was caught in [2024-01 January].',
      'undated: It broke down in [XXXX-09 September].',
    ],
    negatives: [
      'They may march in the rain.',
      'Theresa May said no.',
      'The Million Man March drew crowds.',
      'April Jones spoke.',
    ],
  },
  {
    name: '<near> <date>',
    pattern: '<near> <date>',
    type: 'DATE',
    named: true,
    read: (c, context) => {
      // "they got around Wednesday's ruling"
      if (c.month === undefined && c.year === undefined) return undefined;
      const date = context.dateOf(c);
      return date && !date.from ? { ...date, mod: MODS[c.near] } : undefined;
    },
    examples: ['It will be done [2024-05-01 around May 1] there.', 'It was built [1890 circa 1890] by him.'],
    negatives: ['It has around 2000 troops.'],
  },
  {
    name: '<month> <short year>',
    pattern: "<month> ( ' | - ) <shortyear>",
    type: 'DATE',
    named: true,
    read: (c, context) => (context.word(context.to) === '-' ? undefined : monthReading(c, context)),
    examples: ["It came out in [1998-09 Sept '98]."],
  },
  {
    name: '<early>? <year>',
    pattern: `( the year | ( the )? ${EARLY} ( the year )? )? <year>`,
    type: 'DATE',
    named: true,
    part: 'date',
    read: (c, context) => (isYear(c, context) ? { value: yearValue(c.year), mod: edgeOf(c) } : undefined),
    examples: [
      'The [2003 2003] invasion of Iraq began.',
      'It was founded in [1949 1949].',
      'By [1994 the end of 1994] it was over.',
      'In [1997 early 1997], he resigned.',
    ],
    negatives: ['It cost $1990 then.', 'They sent 2000 troops to it.', 'Call 555-2003 at once.'],
  },
  {
    name: 'the year <spoken year>',
    pattern: '( in | since | of | by | until )? [ ( the year )? <spokenyear> ]',
    type: 'DATE',
    named: true,
    read: (c, context) => {
      const cued = /^(in|since|of|by|until)$/.test(context.before) || context.word(context.from) === 'the';
      return cued ? { value: yearValue(c.spokenyear) } : undefined;
    },
    examples: ['In [1991 nineteen ninety-one] he was jailed.', 'It came with [2000 the year two thousand].'],
    negatives: ['About two thousand fled.'],
  },
];
