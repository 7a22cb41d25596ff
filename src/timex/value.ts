/** TIMEX3 values: how they are written, and what a written one says of its own grain. */
import { addMonths, civil, dayOf, mondayOf, weekOf } from './calendar.ts';
import { VAGUE } from './terms/index.ts';
import { NONE, type Unit } from './vocabulary.ts';

const pad = (n: number, width = 2): string => (width === 2 && n > 9 ? `${n}` : String(n).padStart(width, '0'));
/** The year with four digits; `XXXX` for one that can't be known, `BC` and the number for years before Christ (0 is 1 BC). */
export const yearValue = (year: number | undefined): string =>
  year === undefined ? 'XXXX' : year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`;
export const monthValue = (year: number | undefined, month: number): string => `${yearValue(year)}-${pad(month)}`;
export const dateValue = (year: number | undefined, month: number, day: number): string =>
  `${monthValue(year, month)}-${pad(day)}`;
export function dayValue(day: number): string {
  const slot = day & (KEPT - 1);
  if (keptDays[slot] !== day) {
    const { year, month, day: d } = civil(day);
    keptDays[slot] = day;
    keptValues[slot] = dateValue(year, month, d);
  }
  return keptValues[slot];
}
/** The days of a text lie close together: the last ones are kept as they are written. */
const KEPT = 128;
const keptDays = new Int32Array(KEPT).fill(NONE);
const keptValues: string[] = Array.from({ length: KEPT }, () => '');
export function weekValue(day: number): string {
  const { year, week } = weekOf(day);
  return `${yearValue(year)}-W${pad(week)}`;
}
export const clockValue = (hour: number, minute: number, second?: number): string =>
  `T${pad(hour)}:${pad(minute)}${second === undefined ? '' : `:${pad(second)}`}`;

const LETTERS: Readonly<Record<Unit, readonly [times: number, letter: string]>> = {
  second: [1, 'S'],
  minute: [1, 'M'],
  hour: [1, 'H'],
  day: [1, 'D'],
  week: [1, 'W'],
  fortnight: [2, 'W'],
  weekend: [2, 'D'],
  month: [1, 'M'],
  quarter: [3, 'M'],
  year: [1, 'Y'],
  decade: [10, 'Y'],
  century: [100, 'Y'],
  millennium: [1000, 'Y'],
};
/** What half a unit is: "2 1/2 years" is P2Y6M. */
const SMALLER: Partial<Record<Unit, readonly [times: number, letter: string]>> = {
  minute: [60, 'S'],
  hour: [60, 'M'],
  day: [24, 'H'],
  year: [12, 'M'],
};
const isClock = (unit: Unit): boolean => unit === 'second' || unit === 'minute' || unit === 'hour';

/** "P3M", "PT5H30M", "PXY". */
export function durationValue(count: number, unit: Unit): string {
  const [times, letter] = LETTERS[unit];
  const prefix = isClock(unit) ? 'PT' : 'P';
  if (count === VAGUE) return `${prefix}X${letter}`;
  const all = count * times;
  if (Number.isInteger(all)) return `${prefix}${all}${letter}`;
  const smaller = SMALLER[unit];
  const whole = Math.floor(all);
  const rest = smaller && (all - whole) * smaller[0];
  if (!rest || !Number.isInteger(rest)) return `${prefix}${all}${letter}`;
  const part = `${unit === 'day' ? 'T' : ''}${rest}${smaller[1]}`;
  return whole ? `${prefix}${whole}${letter}${part}` : `${prefix}${part}`;
}

/** "one year and six months" is P1Y6M; nothing when the second unit is no part of the first. */
export function compoundValue(count: number, unit: Unit, more: number, smaller: Unit): string | undefined {
  const parts = isClock(unit) === isClock(smaller) || !isClock(unit);
  if (SCALE.indexOf(unit) <= SCALE.indexOf(smaller) || SCALE.indexOf(smaller) < 0 || !parts || count === VAGUE)
    return undefined;
  const second = durationValue(more, smaller);
  return durationValue(count, unit) + (isClock(unit) ? second.slice(2) : second.slice(1));
}
const SCALE: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];

/** A value's day, when it is a whole date (with a time or without). */
export function dayIn(value: string): number | undefined {
  const year = digitsAt(value, 0, 4);
  const month = digitsAt(value, 5, 7);
  const day = digitsAt(value, 8, 10);
  if (year < 0 || month < 0 || day < 0 || value[4] !== '-' || value[7] !== '-') return undefined;
  return dayOf(year, month, day);
}

/** The number that stands in some characters of a value; -1 when they aren't all digits. */
export function digitsAt(value: string, from: number, to: number): number {
  if (to > value.length) return -1;
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = value.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number;
}

/** The day, week, month … that holds a day, some units away: the value of "three weeks ago", "next month". */
export function shiftedValue(day: number, count: number, unit: Unit): string {
  const { year, month } = civil(day);
  switch (unit) {
    case 'day':
      return dayValue(day + count);
    case 'week':
      return weekValue(day + 7 * count);
    case 'fortnight':
      return weekValue(day + 14 * count);
    case 'weekend':
      return `${weekValue(day + 7 * count)}-WE`;
    case 'month': {
      const to = addMonths(year, month, count);
      return monthValue(to.year, to.month);
    }
    case 'quarter': {
      const to = addMonths(year, month, 3 * count);
      return `${yearValue(to.year)}-Q${Math.ceil(to.month / 3)}`;
    }
    case 'year':
      return yearValue(year + count);
    case 'decade':
      return pad(Math.floor(year / 10) + count, 3);
    case 'century':
      return pad(Math.floor(year / 100) + count);
    default:
      return dayValue(day);
  }
}
/** The value of a unit of which nothing is known: "this week" in a text without a date. */
export const UNKNOWN: Readonly<Partial<Record<Unit, string>>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  fortnight: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
};

/** The first day of a value that stands for a stretch of the calendar; none for durations, references and unknown dates. */
export function firstDay(value: string): number | undefined {
  const day = dayIn(value);
  if (day !== undefined) return day;
  const week = /^(\d{4})-W(\d\d)/.exec(value);
  if (week) return mondayOf(Number(week[1]), Number(week[2]));
  const month = /^(\d{4})-(\d\d)$/.exec(value);
  if (month) return dayOf(Number(month[1]), Number(month[2]), 1);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  if (quarter) return dayOf(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 1);
  const year = /^(\d{4})(?:-|$)/.exec(value);
  return year ? dayOf(Number(year[1]), 1, 1) : undefined;
}
