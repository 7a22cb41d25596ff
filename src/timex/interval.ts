/** The stretch of the calendar that a value stands for. */
import type { Interval } from '../document/schema.ts';
import { addMonths, dayOf, mondayOf } from './calendar.ts';
import { dayValue, digitsAt } from './value.ts';

const days = (from: number, to: number): Interval => ({ start: dayValue(from), end: dayValue(to) });
const years = (from: number, to: number): Interval => days(dayOf(from, 1, 1), dayOf(to, 1, 1));
function months(year: number, month: number, n: number): Interval {
  const end = addMonths(year, month, n);
  return days(dayOf(year, month, 1), dayOf(end.year, end.month, 1));
}
const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** Read by its characters: "2024", "2024-04", "2024-Q2", "2024-H1", "2024-SP", "2024-W17", "2024-W17-WE", "2024-04-24T05:30", "199", "19". */
function whole(value: string): Interval | undefined {
  const { length } = value;
  const year = digitsAt(value, 0, 4);
  if (year < 0 || (length > 4 && value[4] !== '-')) return decades(value);
  if (length === 4) return years(year, year + 1);
  if (length === 7) {
    const month = digitsAt(value, 5, 7);
    if (month >= 0) return months(year, month, 1);
    const part = digitsAt(value, 6, 7);
    if (value[5] === 'Q' && part >= 1 && part <= 4) return months(year, part * 3 - 2, 3);
    if (value[5] === 'H' && part >= 1 && part <= 2) return months(year, part * 6 - 5, 6);
    const season = SEASON_STARTS[value.slice(5)];
    return season === undefined ? undefined : months(year, season, 3);
  }
  return value[5] === 'W' ? inWeek(value, year) : inDay(value, year);
}
function decades(value: string): Interval | undefined {
  const { length } = value;
  const number = length === 2 || length === 3 ? digitsAt(value, 0, length) : -1;
  if (number < 0) return undefined;
  const span = length === 3 ? 10 : 100;
  return years(number * span, number * span + span);
}
function inWeek(value: string, year: number): Interval | undefined {
  const week = digitsAt(value, 6, 8);
  const end = week >= 0 && value.length === 11 && value.endsWith('-WE');
  if (week < 0 || (value.length !== 8 && !end)) return undefined;
  const monday = mondayOf(year, week);
  return end ? days(monday + 5, monday + 7) : days(monday, monday + 7);
}
function inDay(value: string, year: number): Interval | undefined {
  const month = digitsAt(value, 5, 7);
  const day = digitsAt(value, 8, 10);
  if (month < 0 || day < 0 || value[7] !== '-') return undefined;
  const at = dayOf(year, month, day);
  const clock = value.indexOf('T', 8);
  const hour = clock < 0 ? -1 : digitsAt(value, clock + 1, clock + 3);
  const minutes = clock < 0 ? -1 : digitsAt(value, clock + 4, clock + 6);
  if (hour < 0 || minutes < 0 || value[clock + 3] !== ':') return days(at, at + 1);
  return minute(at, hour, minutes, value.endsWith('Z') ? 'Z' : '');
}
function minute(day: number, hour: number, minutes: number, zone: string): Interval {
  const at = (all: number) => {
    const d = day + Math.floor(all / 1440);
    const m = all - Math.floor(all / 1440) * 1440;
    return `${dayValue(d)}T${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}${zone}`;
  };
  const from = hour * 60 + minutes;
  return { start: at(from), end: at(from + 1) };
}

/** A third of a month is ten days, of a longer stretch its third to the day. */
function third(all: Interval, value: string, mod: string): Interval {
  const [start, end] = [dayNumber(all.start), dayNumber(all.end)];
  const month = /^\d{4}-\d\d$/.test(value);
  const cut = (n: number) => start + (month ? 10 * n : Math.floor(((end - start) * n) / 3));
  if (mod === 'START') return days(start, cut(1));
  if (mod === 'MID') return days(cut(1), cut(2));
  return days(cut(2), end);
}
const dayNumber = (iso: string): number =>
  dayOf(Number(iso.slice(0, -6)), Number(iso.slice(-5, -3)), Number(iso.slice(-2)));

/**
 * @param mod TIMEX3 modifier: START, MID and END narrow the interval.
 * @returns nothing for durations, sets, references and values with unknown parts.
 */
export function intervalOf(value: string, mod?: string): Interval | undefined {
  const from = value[4] === '/' && value.length === 9 ? digitsAt(value, 0, 4) : -1;
  const to = from < 0 ? -1 : digitsAt(value, 5, 9);
  if (to >= 0) return years(from, to + 1);
  const all = whole(value);
  if (!all || (mod !== 'START' && mod !== 'MID' && mod !== 'END') || all.start.includes('T')) return all;
  return /^\d{2,4}$|^\d{4}-(\d\d|Q\d|H\d|W\d\d|[A-Z]{2})$/.test(value) ? third(all, value, mod) : all;
}
