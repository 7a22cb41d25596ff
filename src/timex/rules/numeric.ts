/** Dates in figures: ISO 8601, slashes, points, and the military date-time group. */

import { monthLength } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { clockValue, dateValue } from '../value.ts';

const checked = (year: number, month: number, day: number): Reading | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
    ? { value: dateValue(year, month, day) }
    : undefined;
const fullYear = (year: number): number => (year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year);

/** "04/05/2024": by the order that the extractor was told, the other way round where only that is a date. */
function ordered(first: number, second: number, year: number, context: Context): Reading | undefined {
  const full = fullYear(year);
  const [month, day] = context.order === 'mdy' ? [first, second] : [second, first];
  const reading = checked(full, month, day);
  const other = checked(full, day, month);
  if (!reading || !other || month === day) return reading ?? other;
  return { ...reading, doubt: `read as ${reading.value}, could be ${other.value}: see the option dateOrder` };
}

function isoTime(c: Captures): Reading | undefined {
  const date = checked(c.year, c.month, c.day);
  if (!date || c.hour > 24 || c.minute > 59) return undefined;
  const zone = c.zone === 0 ? 'Z' : '';
  return { value: `${date.value}${clockValue(c.hour, c.minute, c.second)}${zone}` };
}

/** The atom "22.04.2024" by its parts. */
function dotted(c: Captures, context: Context): Reading | undefined {
  const parts = context.written(c.dotted).split('.');
  if (parts.length !== 3 || !/^\d{1,2}$/.test(parts[0]) || !/^\d{1,2}$/.test(parts[1]) || !/^\d{4}$/.test(parts[2]))
    return undefined;
  const [day, month, year] = parts.map(Number);
  return checked(year, month, day) ?? checked(year, day, month);
}

/** "221430ZAPR24" or "221430Z APR 24": day, hour and minute in one number, the zone's letter, the month, the year. */
function group(c: Captures): Reading | undefined {
  const [day, hour, minute] = [Math.floor(c.figures / 10_000), Math.floor(c.figures / 100) % 100, c.figures % 100];
  const date = checked(c.year ?? c.shortyear, c.month, day);
  return date && hour < 25 && minute < 60 ? { value: `${date.value}${clockValue(hour, minute)}Z` } : undefined;
}

const SECONDS = '( : ~ <twodigits:second> ( ~ . <digits:fraction> )? )?';

export const NUMERIC: readonly Rule[] = [
  {
    name: '<year>-<month>-<day>',
    pattern: '<fourdigits:year> ~ - ~ <twodigits:month> ~ - ~ <twodigits:day>',
    type: 'DATE',
    named: true,
    part: 'date',
    read: (c) => checked(c.year, c.month, c.day),
    examples: ['Filed on [2024-04-22 2024-04-22] by him.'],
    negatives: ['Form 2024-44-22 was filed.'],
  },
  {
    name: '<year>-<month>-<day>T<hour>:<minute>',
    pattern: `<fourdigits:year> ~ - ~ <twodigits:month> ~ - ~ <twodigits:day> t? <twodigits:hour> : ~ <twodigits:minute> ${SECONDS} ( ~ <zone> | ~ ( + | - ) ~ <twodigits:offset> ( : <twodigits:rest> )? )?`,
    type: 'TIME',
    named: true,
    read: isoTime,
    examples: [
      'Logged at [2024-04-22T14:30Z 2024-04-22T14:30Z] there.',
      'Logged at [2024-04-22T14:30:05 2024-04-22 14:30:05] there.',
    ],
  },
  {
    name: '<month>/<day>/<year>',
    pattern: '<digits:first> ~ ( / | - ) ~ <digits:second> ~ ( / | - ) ~ ( <fourdigits:year> | <twodigits:year> )',
    type: 'DATE',
    named: true,
    part: 'date',
    read: (c, context) => ordered(c.first, c.second, c.year, context),
    examples: [
      'Signed [2024-04-22 04/22/2024] in Oslo.',
      'Signed [2024-04-22 22/04/2024] in Oslo.',
      'The attack of [2001-09-11 9/11/01] shook it.',
    ],
    negatives: ['The score was 44/45/99 then-some.'],
  },
  {
    name: '<year>/<month>/<day>',
    pattern: '<fourdigits:year> ~ / ~ <digits:month> ~ / ~ <digits:day>',
    type: 'DATE',
    named: true,
    part: 'date',
    read: (c) => checked(c.year, c.month, c.day),
    examples: ['Signed [2024-04-22 2024/04/22] in Oslo.'],
  },
  {
    name: '<day>.<month>.<year>',
    pattern: '<dotted>',
    type: 'DATE',
    named: true,
    part: 'date',
    read: dotted,
    examples: ['Signed [2024-04-22 22.04.2024] in Oslo.'],
    negatives: ['The 7.62 rounds and version 1.2.3 failed.'],
  },
  {
    name: '<day><hour><minute>Z<month><year>',
    pattern: '<sixdigits:figures> ( z | local | l | c ) <month> ( <fourdigits:year> | <shortyear> )',
    type: 'TIME',
    named: true,
    read: group,
    examples: [
      'Struck at [2024-04-22T14:30Z 221430Z APR 24] by fire.',
      'Struck at [2024-04-22T14:30Z 221430ZAPR24] by fire.',
    ],
  },
  {
    name: '9/11',
    pattern: '<digits:first> ~ / ~ <digits:second> !/',
    type: 'DATE',
    named: true,
    read: (c) => (c.first === 9 && c.second === 11 ? { value: '2001-09-11' } : undefined),
    examples: ['After [2001-09-11 9/11] the law changed.'],
    negatives: ['About 3/4 of them fled.'],
  },
];
