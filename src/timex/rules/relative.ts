/** Weeks, months, years … counted from the article's day: "this week", "last November", "two years ago", "three weeks from now". */

import { civil, dayOf, weekdayOf } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { VAGUE } from '../terms/index.ts';
import {
  clockValue,
  dayValue,
  durationValue,
  firstDay,
  monthValue,
  shiftedValue,
  UNKNOWN,
  weekValue,
  yearValue,
} from '../value.ts';
import { SEASONS, UNITS, type Unit } from '../vocabulary.ts';
import { edgeOf, hedgeOf } from './edge.ts';

/** "this week", "the next quarter", "last year" */
function unitReading(c: Captures, context: Context): Reading | undefined {
  const unit = UNITS[c.unit];
  const mod = edgeOf(c);
  if (unit === 'second' || unit === 'minute' || unit === 'hour') return undefined;
  if (unit === 'day' || unit === 'millennium') return undefined;
  // "This Week" is a programme
  if (/^[A-Z][a-z]/.test(context.written(context.to - 1))) return undefined;
  const told = context.previous !== undefined && isTold(context) ? firstDay(context.previous) : undefined;
  if (told !== undefined && unit !== 'weekend') return { value: shiftedValue(told, c.direction, unit), mod };
  if (context.reference === undefined) return { value: UNKNOWN[unit] ?? 'XXXX', mod };
  if (context.narrative && unit === 'year' && context.year !== undefined)
    return { value: yearValue(context.year + c.direction), mod };
  if (unit === 'decade' && c.direction !== 0) return { value: durationValue(1, unit), type: 'DURATION', mod };
  if (unit === 'weekend') return { value: weekend(context.reference, c.direction, context), mod };
  const soFar = c.direction === 0 && context.word(context.from) === 'earlier';
  return { value: shiftedValue(context.reference, c.direction, unit), mod, ...(soFar && { soFar }) };
}
/** "the following week", "the same month" count from what the text spoke of, not from the article. */
function isTold(context: Context): boolean {
  for (let at = context.from; at < context.to; at++)
    if (/^(following|previous|preceding|prior|ensuing|subsequent|same)$/.test(context.word(at))) return true;
  return false;
}
/** The weekend behind us on the first days of a week, the one ahead or at hand on the last ones. */
function weekend(reference: number, direction: number | undefined, context: Context): string {
  const weekday = weekdayOf(reference);
  const ahead =
    direction === undefined ? context.tense > 0 || weekday > 5 : direction === 1 || (direction === 0 && weekday > 3);
  return `${weekValue(reference - (ahead ? 0 : 7))}-WE`;
}

/** "three months ago", and "three months earlier" told from another day. */
function agoReading(c: Captures, context: Context, from: number | undefined): Reading | undefined {
  const unit = UNITS[c.units ?? c.unit];
  const sign = c.ahead === undefined ? -1 : 1;
  const mod = hedgeOf(c);
  if (c.count === VAGUE)
    return { value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', type: unit === 'hour' ? 'TIME' : 'DATE' };
  if (from === undefined) return { value: UNKNOWN[unit] ?? 'PAST_REF', mod };
  if (unit === 'second' || unit === 'minute' || unit === 'hour')
    return clockAway(context, from, sign * c.count, unit, mod);
  const value = shifted(from, sign * c.count, unit);
  return { value, mod };
}
/** A decade or a century ago is told to the year; half a year in months. */
function shifted(from: number, count: number, unit: Unit): string {
  if (unit === 'decade') return yearValue(civil(from).year + Math.round(count * 10));
  if (unit === 'century') return yearValue(civil(from).year + Math.round(count * 100));
  if (Number.isInteger(count)) return shiftedValue(from, count, unit);
  if (unit === 'year') return shiftedValue(from, Math.round(count * 12), 'month');
  if (unit === 'month') return shiftedValue(from + Math.round(count * 30), 0, 'month');
  return dayValue(from + Math.round(count * (unit === 'week' ? 7 : 1)));
}
const MINUTES: Partial<Record<Unit, number>> = { second: 1 / 60, minute: 1, hour: 60 };
function clockAway(context: Context, from: number, count: number, unit: Unit, mod: string | undefined): Reading {
  if (context.clock === undefined) {
    if (unit === 'hour' && Math.abs(count) >= 24) return { value: dayValue(from + Math.round(count / 24)), mod };
    return { value: 'PAST_REF', type: 'TIME', mod };
  }
  const [hour, minute] = context.clock.split(':').map(Number);
  const all = from * 1440 + hour * 60 + minute + Math.round(count * MINUTES[unit]!);
  const at = Math.floor(all / 1440);
  const rest = all - at * 1440;
  return { value: `${dayValue(at)}${clockValue(Math.floor(rest / 60), rest % 60)}`, type: 'TIME', mod };
}

export const RELATIVE: readonly Rule[] = [
  {
    name: '<early>? <direction> <unit>',
    pattern: '( <early> | <early> in | the? <edge> of )? ( the | this !<unit> )? <direction> <unit>',
    type: 'DATE',
    read: unitReading,
    examples: [
      'The index fell [2024-W16 last week] again.',
      'It rose [2023 last year] and [2024 this year].',
      'They were hit [2024-04 earlier this month].',
      'The deal will close [2025 early next year].',
      'It starts [2024-05 next month].',
      'In [2024-Q1 the previous quarter] sales fell.',
      'undated: It rose [XXXX last year].',
    ],
    negatives: [
      'He spoke on ABC\'s "This Week" there.',
      'This second attempt failed.',
      'The last minute goal counted.',
    ],
  },
  {
    name: 'the weekend',
    pattern: '( the )? <early>? weekend',
    type: 'DATE',
    read: (_, context) => {
      const { reference } = context;
      if (!/^(the)$/.test(context.word(context.from))) return undefined;
      return { value: reference === undefined ? 'XXXX-WXX-WE' : weekend(reference, undefined, context) };
    },
    examples: ['Talks went on over [2024-W16-WE the weekend].'],
  },
  {
    name: '<direction> <month>',
    pattern: '( <early> )? ( ( the )? <direction> ) <month>',
    type: 'DATE',
    named: true,
    read: directedMonth,
    examples: [
      'He retired [2023-11 last November].',
      'They vote [2024-06 this June].',
      'The trial begins [2025-01 next January].',
    ],
  },
  {
    name: '<direction> <season>',
    pattern: '( <early> )? ( the )? <direction> <season>',
    type: 'DATE',
    read: directedSeason,
    examples: ['He was shot [2023-FA last fall].', 'It ended [2024-SP this spring].'],
  },
  {
    name: '<count> <unit> ago',
    pattern: `<hedge>? ( some )? <count> ( or so )? ( <units> | <unit> ) ( and a half )? ( or so )? ago`,
    type: 'DATE',
    read: (c, context) => compared(c, context) ?? agoReading(c, context, context.reference),
    examples: [
      'He fled [1996 28 years ago].',
      'It began [2024-W14 three weeks ago].',
      'It ended [2014 a decade ago].',
      'He left [2020 nearly four years ago].',
      'It was quiet until [PAST_REF a few hours ago].',
      'They left [2024-04-23 24 hours ago].',
      'It rose [2024-04-14 10 days ago].',
    ],
  },
  {
    name: '<units> ago',
    pattern: '( many | some )? <units> ago',
    type: 'DATE',
    read: () => ({ value: 'PAST_REF' }),
    examples: ['It was shown [PAST_REF years ago] that he lied.'],
  },
  {
    name: '<count> <unit> from now',
    pattern: `<hedge>? <count> ( <units> | <unit> ) ( from now | hence )`,
    type: 'DATE',
    read: (c, context) => agoReading({ ...c, ahead: 1 }, context, context.reference),
    examples: ['It ends [2024-W20 three weeks from now].'],
  },
];

/** In an earnings report "a year ago" is the same quarter of the year before. */
export function compared(c: Captures, context: Context): Reading | undefined {
  if (UNITS[c.unit] !== 'year' || c.count !== 1 || context.quarter === undefined) return undefined;
  return { value: `${yearValue(Number(context.quarter.slice(0, 4)) - 1)}${context.quarter.slice(4)}`, passing: true };
}

/** "last February" in March is the one of the year before: this year's would be "last month". */
function directedMonth(c: Captures, context: Context): Reading {
  const { reference } = context;
  const mod = edgeOf(c);
  if (reference === undefined) return { value: monthValue(undefined, c.month), mod };
  const today = civil(reference);
  const ahead = c.month - today.month;
  let { year } = today;
  if (c.direction < 0 && !(ahead < -1 || (ahead < 0 && today.month === 1))) year--;
  if (c.direction > 0 && ahead <= 0) year++;
  return { value: monthValue(year, c.month), mod, implied: ['year'] };
}

const SEASON_MIDDLES = [4, 7, 10, 1];
/** "last fall", "next spring": of this year when it lies wholly behind or ahead. */
function directedSeason(c: Captures, context: Context): Reading {
  const { reference } = context;
  const season = SEASONS[c.season];
  const mod = edgeOf(c);
  if (reference === undefined) return { value: `XXXX-${season}`, mod };
  const { year } = civil(reference);
  const middle = dayOf(year, SEASON_MIDDLES[c.season], 15);
  const over = middle + 45 < reference && season !== 'WI';
  const ahead = middle - 45 > reference;
  const shift = c.direction < 0 && !over ? -1 : c.direction > 0 && !ahead ? 1 : 0;
  return { value: `${yearValue(year + shift)}-${season}`, mod };
}
