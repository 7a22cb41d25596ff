/** Quarters and fiscal years, as earnings reports speak of them. */

import { yearOf } from '../anchor.ts';
import { addMonths, civil } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { shiftedValue, yearValue } from '../value.ts';
import { UNITS } from '../vocabulary.ts';
import { edgeOf } from './edge.ts';

const isQuarter = (c: Captures): boolean => UNITS[c.unit] === 'quarter';

/** A quarter by number: of the year that is named, else the last one that has begun, or the one that the clause looks ahead to. */
function quarterReading(c: Captures, context: Context): Reading | undefined {
  if (c.ordinal < 1 || c.ordinal > 4 || !isQuarter(c)) return undefined;
  return {
    value: `${yearValue(quarterYear(c, context))}-Q${c.ordinal}`,
    mod: edgeOf(c),
    ...(c.year === undefined && { implied: ['year'] as const }),
  };
}
function quarterYear(c: Captures, context: Context): number | undefined {
  if (c.year !== undefined || context.narrative) return c.year ?? context.year;
  if (context.reference === undefined) return undefined;
  const { year, month } = civil(context.reference);
  if (c.direction !== undefined) return year + c.direction;
  const now = Math.ceil(month / 3);
  return c.ordinal > now + 1 || (c.ordinal > now && context.tense < 0 && now < 3) ? year - 1 : year;
}

/** "the quarter": the one that the text spoke of last, else the one before the article's. */
function latest(c: Captures, context: Context): Reading | undefined {
  const unit = UNITS[c.unit];
  if (unit === 'quarter') {
    const value =
      context.quarter ?? (context.reference === undefined ? 'XXXX-QX' : shiftedValue(context.reference, -1, 'quarter'));
    return { value };
  }
  if (unit !== 'year' || context.reference === undefined) return undefined;
  return { value: yearValue(civil(context.reference).year - 1) };
}

/** "the year-earlier quarter": the quarter spoken of, a year before. */
function yearEarlier(context: Context): string {
  if (context.quarter !== undefined)
    return `${yearValue(Number(context.quarter.slice(0, 4)) - 1)}${context.quarter.slice(4)}`;
  return context.reference === undefined ? 'XXXX' : yearValue(civil(context.reference).year - 1);
}

export const FISCAL: readonly Rule[] = [
  {
    name: 'the <ordinal> quarter of <year>?',
    pattern: '( the )? ( <year> | fiscal - | fiscal )? <ordinal> -? <unit> !- ( of? fiscal? <year> )?',
    type: 'DATE',
    read: (c, context) => {
      const reading = quarterReading(c, context);
      const hyphened = context.word(context.from) === 'the' && context.word(context.to - 2) === '-';
      return reading && hyphened ? { ...reading, from: context.from + 1 } : reading;
    },
    examples: [
      'A [2024-Q1 first-quarter] loss was reported.',
      'Revenue rose in [2022-Q3 the third quarter of 2022].',
      'In [1988-Q3 the 1988 third quarter] it lost money.',
    ],
    negatives: ['He lives in the first quarter-mile.'],
  },
  {
    name: "<direction> year's <ordinal> quarter",
    pattern: "<direction> year ' s fiscal? <ordinal> -? <unit>",
    type: 'DATE',
    read: quarterReading,
    examples: [
      "It starts in [2025-Q1 next year's first quarter].",
      "Sales for [2024-Q1 this year's first quarter] fell.",
    ],
  },
  {
    name: 'the <ordinal> quarter <direction> year',
    pattern: '( the )? <ordinal> ( - )? <unit> ( of )? <direction> year',
    type: 'DATE',
    read: quarterReading,
    examples: ['Sales in [2023-Q4 the fourth quarter of last year] fell.'],
  },
  {
    name: 'Q3 <year>?',
    pattern: '( q ~ <digit:ordinal> | <digit:ordinal> ~ q ) ( of? fy? <year> )?',
    type: 'DATE',
    named: true,
    read: (c, context) => quarterReading({ ...c, unit: UNITS.indexOf('quarter') }, context),
    examples: ['Revenue in [2022-Q3 Q3 2022] rose.', 'They sold more in [2024-Q1 Q1] again.'],
  },
  {
    name: 'fiscal <year>',
    pattern: '( the )? ( fiscal | financial | academic | fy ) ( year )? ( <year> | <shortyear> )',
    type: 'DATE',
    named: true,
    read: (c) => ({ value: yearValue(c.year ?? c.shortyear) }),
    examples: ['In [1989 fiscal 1989], it earned more.', 'The budget of [2015 FY2015] passed.'],
  },
  {
    name: 'the <direction> fiscal <unit>',
    pattern: '( the )? <direction> ( fiscal | financial | academic | calendar | school ) <unit>',
    type: 'DATE',
    read: (c, context) => {
      const unit = UNITS[c.unit];
      if (unit !== 'year' && unit !== 'quarter') return undefined;
      return { value: context.reference === undefined ? 'XXXX' : shiftedValue(context.reference, c.direction, unit) };
    },
    examples: ['Sales in [2024 the current fiscal year] rose.'],
  },
  {
    name: 'the latest <unit>',
    pattern: 'the latest ( fiscal )? <unit>',
    type: 'DATE',
    read: latest,
    examples: ['Results of [2024-Q1 the latest quarter] were poor.'],
  },
  {
    name: 'the latest period',
    pattern: 'the latest period',
    type: 'DATE',
    read: (_, context) => latest({ unit: UNITS.indexOf('quarter') }, context),
    examples: ['A [2024-Q1 first-quarter] gain made [2024-Q1 the latest period] a good one.'],
  },
  {
    name: 'the quarter ended <month>',
    pattern: '[ ( the | its ) <unit> ] ( ended | ending ) <month>',
    type: 'DATE',
    read: (c, context) => {
      if (!isQuarter(c)) return undefined;
      const end = yearOf(context, c.month);
      // three months to the end of July are May to July: most of them are in the second quarter
      const { year, month } = addMonths(end ?? 0, c.month, -1);
      return { value: `${yearValue(end === undefined ? undefined : year)}-Q${Math.ceil(month / 3)}` };
    },
    examples: ['In [2024-Q1 the quarter] ended [2024-03-31 March 31] it grew.'],
  },
  {
    name: 'the quarter',
    pattern: '( the | that ) <unit> !-',
    type: 'DATE',
    read: (c, context) => (isQuarter(c) && context.quarter !== undefined ? { value: context.quarter } : undefined),
    examples: ['A [2024-Q1 first-quarter] gain was followed in [2024-Q1 the quarter] by losses.'],
  },
  {
    name: 'the <year> period',
    pattern: 'the <year> ( period | <unit> )',
    type: 'DATE',
    read: (c, context) => {
      if (c.unit !== undefined && !isQuarter(c)) return undefined;
      return {
        value: context.quarter === undefined ? yearValue(c.year) : `${yearValue(c.year)}${context.quarter.slice(4)}`,
        passing: true,
      };
    },
    examples: ['After [2024-Q1 the first quarter], profits beat those of [2023-Q1 the 2023 quarter].'],
  },
  {
    name: 'year-earlier',
    pattern: '( a | the )? ( comparable | corresponding )? year - ( earlier | ago ) ( period | quarter )?',
    type: 'DATE',
    read: (_, context) => {
      const head = /^(period|quarter)$/.test(context.word(context.to - 1));
      const article = context.word(context.from) === 'the' || context.word(context.from) === 'a';
      return { value: yearEarlier(context), passing: true, ...(article && !head && { from: context.from + 1 }) };
    },
    examples: [
      'A [2024-Q1 first-quarter] gain beat the [2023-Q1 year-earlier] loss and [2023-Q1 the year-ago quarter].',
    ],
  },
  {
    name: "year's end",
    pattern: "<near>? the? ( year -? end | year ' s end | end of the? year )",
    type: 'DATE',
    read: (_, { reference }) => ({
      value: yearValue(reference === undefined ? undefined : civil(reference).year),
      mod: 'END',
    }),
    examples: ['The deal closes by [2024 year-end].', "It is in place by [2024 year's end]."],
  },
  {
    name: 'the end of the <unit>',
    pattern: 'the <edge> of ( the | this ) <unit>',
    type: 'DATE',
    read: (c, context) => {
      const unit = UNITS[c.unit];
      if (!['week', 'month', 'quarter', 'year', 'decade', 'century'].includes(unit) || context.reference === undefined)
        return undefined;
      return { value: shiftedValue(context.reference, 0, unit), mod: edgeOf(c) };
    },
    examples: ['They leave by [2024-04 the end of the month].'],
  },
];
