/** Days, weeks, months … counted from the day on which the text speaks: "yesterday", "last Thursday", "this week", "two years ago". */

import type { Context } from '../anchor.ts';
import { civil, dayOf, weekdayOf } from '../calendar.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { VAGUE } from '../terms/index.ts';
import {
  dayValue,
  durationValue,
  firstDay,
  monthValue,
  shiftedValue,
  UNKNOWN,
  weekValue,
  yearValue,
} from '../value.ts';
import { DAY_PARTS, SEASONS, UNITS, type Unit } from '../vocabulary.ts';
import { edgeOf, hedgeOf } from './calendar.ts';

const day = (context: Context, shift: number): Reading =>
  context.dayReading(context.reference === undefined ? undefined : context.reference + shift, 'XXXX-XX-XX');
const withPart = (reading: Reading, part: number | string, mod?: string): Reading => ({
  ...reading,
  value: `${reading.value}T${typeof part === 'string' ? part : DAY_PARTS[part]}`,
  ...(mod && { mod }),
});

/** "last Thursday": the one of the week before, or the last one behind us; "next Friday" the one to come. */
function weekdayReading(c: Captures, context: Context): Reading | undefined {
  const unknown = `XXXX-WXX-${c.weekday}`;
  const { reference } = context;
  if (context.narrative) return context.dayReading(following(context.day, c.weekday), unknown);
  if (reference === undefined) return { value: context.weekdays.get(c.weekday) ?? unknown };
  const back = (weekdayOf(reference) - c.weekday + 7) % 7;
  const mod = edgeOf(c);
  const at = (shift: number): Reading => ({ ...day(context, shift), mod });
  if (c.direction === -1 && !hasLast(context)) return undefined;
  if (c.direction === -1) return at(back === 0 ? -7 : -back);
  if (c.direction === 1) return at(back === 0 ? 7 : 7 - back);
  if (c.direction === 0) return at(c.weekday - weekdayOf(reference));
  return { ...context.dayReading(context.weekday(c.weekday), unknown), mod };
}
/** "previous" and "prior" count from the day spoken of (`anaphoric.ts`). */
function hasLast(context: Context): boolean {
  for (let at = context.from; at < context.to; at++) if (/^(last|past)$/.test(context.word(at))) return true;
  return false;
}
const following = (from: number | undefined, weekday: number): number | undefined =>
  from === undefined ? undefined : from + ((weekday - weekdayOf(from) + 7) % 7);

/** "this week", "the next quarter", "last year" */
function unitReading(c: Captures, context: Context): Reading | undefined {
  const unit = UNITS[c.unit];
  const mod = edgeOf(c);
  if (unit === 'second' || unit === 'minute' || unit === 'hour') return undefined;
  if (unit === 'day' || unit === 'millennium') return undefined;
  const told = context.previous !== undefined && isTold(context) ? firstDay(context.previous) : undefined;
  if (told !== undefined && unit !== 'weekend') return { value: shiftedValue(told, c.direction, unit), mod };
  if (context.reference === undefined) return { value: UNKNOWN[unit] ?? 'XXXX', mod };
  if (context.narrative && unit === 'year' && context.year !== undefined)
    return { value: yearValue(context.year + c.direction), mod };
  if (unit === 'decade' && c.direction !== 0) return { value: durationValue(1, unit), type: 'DURATION', mod };
  if (unit === 'weekend') return { value: weekend(context.reference, c.direction, context), mod };
  return { value: shiftedValue(context.reference, c.direction, unit), mod };
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
  if (context.clock === undefined) return { value: 'PAST_REF', type: 'TIME', mod };
  const [hour, minute] = context.clock.split(':').map(Number);
  const all = from * 1440 + hour * 60 + minute + Math.round(count * MINUTES[unit]!);
  const at = Math.floor(all / 1440);
  const rest = all - at * 1440;
  const clock = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  return { value: `${dayValue(at)}T${clock}`, type: 'TIME', mod };
}

export const DEICTIC: readonly Rule[] = [
  {
    name: 'today',
    pattern: '<early>? today',
    type: 'DATE',
    part: 'date',
    read: (c, context) => (context.narrative ? { value: 'PRESENT_REF' } : { ...day(context, 0), mod: edgeOf(c) }),
    examples: ['He said [2024-04-24 today] that it ends.', 'undated: He said [XXXX-XX-XX today] that it ends.'],
  },
  {
    name: 'yesterday',
    pattern: '( <early> )? yesterday ( <daypart> )?',
    type: 'DATE',
    part: 'date',
    read: (c, context) =>
      c.daypart === undefined
        ? { ...day(context, -1), mod: edgeOf(c) }
        : { ...withPart(day(context, -1), c.daypart), type: 'TIME' },
    examples: [
      'It closed at $9 [2024-04-23 yesterday].',
      '[2024-04-23 Earlier yesterday], it fell.',
      '[2024-04-23TMO Yesterday morning] it rained.',
    ],
  },
  {
    name: 'the day before yesterday',
    pattern: 'the day before yesterday',
    type: 'DATE',
    part: 'date',
    read: (_, context) => day(context, -2),
    examples: ['They left [2024-04-22 the day before yesterday].'],
  },
  {
    name: 'the day after tomorrow',
    pattern: 'the day after tomorrow',
    type: 'DATE',
    part: 'date',
    read: (_, context) => day(context, 2),
    examples: ['They leave [2024-04-26 the day after tomorrow].'],
  },
  {
    name: 'tomorrow',
    pattern: '( <early> )? tomorrow ( <daypart> )?',
    type: 'DATE',
    part: 'date',
    read: (c, context) =>
      c.daypart === undefined
        ? { ...day(context, 1), mod: edgeOf(c) }
        : { ...withPart(day(context, 1), c.daypart), type: 'TIME' },
    examples: ['We will be back [2024-04-25 tomorrow].', 'They meet [2024-04-25TNI tomorrow night].'],
  },
  {
    name: 'tonight',
    pattern: '( tonight | ( <early> )? this evening )',
    type: 'TIME',
    part: 'date',
    read: (c, context) => withPart(day(context, 0), context.word(context.from) === 'tonight' ? 'NI' : 'EV', edgeOf(c)),
    examples: ['He speaks [2024-04-24TNI tonight] in Paris.'],
  },
  {
    name: 'this <daypart>',
    pattern: '( <early> )? this ( very )? ( <early> )? <daypart>',
    type: 'TIME',
    part: 'date',
    read: (c, context) => withPart(day(context, 0), c.daypart, edgeOf(c)),
    examples: ['It will be disclosed [2024-04-24TMO this morning].'],
  },
  {
    name: 'last <daypart>',
    pattern: '( <early> )? last <daypart>',
    type: 'TIME',
    part: 'date',
    read: (c, context) => withPart(day(context, -1), c.daypart, edgeOf(c)),
    examples: ['CBS first reported [2024-04-23TNI last night] that he left.'],
  },
  {
    name: 'overnight',
    pattern: 'overnight',
    type: 'TIME',
    read: (_, context) => withPart(day(context, -1), 'NI'),
    examples: ['Shells fell [2024-04-23TNI overnight] on the town.'],
  },
  {
    name: '<direction>? <weekday>',
    pattern: '( <early> | the )? ( ( this | on this )? ( <direction> ) )? <weekday>',
    type: 'DATE',
    named: true,
    part: 'date',
    read: weekdayReading,
    examples: [
      'Police confirmed [2024-04-22 Monday] that he died.',
      'They will meet on [2024-04-26 Friday] in Oslo.',
      '[2024-04-18 Last Thursday] and [2024-04-19 Friday], rockets were fired.',
      'The talks resume [2024-04-29 next Monday].',
      'undated: He came on [XXXX-WXX-5 Friday].',
    ],
    negatives: ['The Sun set over the hill.', 'He sat in the sun.'],
  },
  {
    name: '<weekday> <daypart>',
    pattern: '( <early> ( on )? )? ( ( the )? <direction> )? <weekday> ( <early> )? <daypart>',
    type: 'TIME',
    named: true,
    part: 'date',
    read: (c, context) => {
      const weekday = weekdayReading(c, context);
      return weekday && withPart(weekday, c.daypart, edgeOf(c));
    },
    examples: ['The boats arrived [2024-04-23TNI Tuesday night].', 'They met [2024-04-22TMO early Monday morning].'],
  },
  {
    name: 'the early hours of <date>',
    pattern: '( the )? <early> hours of ( the )? <date>',
    type: 'TIME',
    read: (c, context) => {
      const date = context.dateOf(c);
      return (
        date && { ...date, value: /T/.test(date.value) ? date.value : `${date.value}TMO`, mod: edgeOf(c), type: 'TIME' }
      );
    },
    examples: ['It came in [2024-04-21TMO the early hours of Sunday morning] in Karrada.'],
  },
  {
    name: '<early>? <direction> <unit>',
    pattern: '( <early> | <early> in | the? <edge> of )? ( the )? <direction> <unit>',
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
    negatives: ['This second attempt failed.', 'The last minute goal counted.'],
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
    read: (c, context) => {
      return agoReading({ ...c, ahead: 1 }, context, context.reference);
    },
    examples: ['It ends [2024-W20 three weeks from now].'],
  },
];

/** In an earnings report "a year ago" is the same quarter of the year before. */
export function compared(c: Captures, context: Context): Reading | undefined {
  if (UNITS[c.unit] !== 'year' || c.count !== 1 || context.quarter === undefined) return undefined;
  return { value: `${yearValue(Number(context.quarter.slice(0, 4)) - 1)}${context.quarter.slice(4)}`, passing: true };
}

function directedMonth(c: Captures, context: Context): Reading {
  const { reference } = context;
  const mod = edgeOf(c);
  if (reference === undefined) return { value: monthValue(undefined, c.month), mod };
  const today = civil(reference);
  const here = c.month - today.month;
  const year =
    c.direction < 0
      ? here < -1 || (here < 0 && today.month === 1)
        ? today.year
        : today.year - 1
      : c.direction > 0
        ? here > 0
          ? today.year
          : today.year + 1
        : today.year;
  return { value: monthValue(year, c.month), mod, implied: ['year'] };
}
const SEASON_MONTH = [4, 7, 10, 1];
function directedSeason(c: Captures, context: Context): Reading {
  const { reference } = context;
  const season = SEASONS[c.season];
  const mod = edgeOf(c);
  if (reference === undefined) return { value: `XXXX-${season}`, mod };
  const { year } = civil(reference);
  const over = dayOf(year, SEASON_MONTH[c.season], 15) + 45 < reference;
  const shift =
    c.direction < 0
      ? over && season !== 'WI'
        ? 0
        : -1
      : c.direction > 0
        ? dayOf(year, SEASON_MONTH[c.season], 15) - 45 > reference
          ? 0
          : 1
        : 0;
  return { value: `${yearValue(year + shift)}-${season}`, mod };
}
